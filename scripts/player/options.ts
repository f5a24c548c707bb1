/** What the command line asks for. */
import { parseArgs } from 'node:util';
import type { Seat } from '../../shared/engine/match/seat.ts';
import type { Skill } from '../../shared/protocol/messages.ts';
import { SKILLS } from '../../shared/protocol/messages.ts';
import { UsageError } from '../usage-error.ts';

export interface PlayerOptions {
  readonly urls: readonly string[];
  readonly mode: { readonly kind: 'create' | 'solo' } | { readonly kind: 'join'; readonly code: string };
  readonly seat: Seat | 'random';
  /** Null plays without a mistake and without delay. */
  readonly skill: Skill | null;
  /** The id of a built-in lesson, or the path of a level file. */
  readonly level:
    { readonly kind: 'lesson'; readonly id: string } | { readonly kind: 'file'; readonly path: string };
  readonly name: string;
  readonly timed: boolean;
  readonly matches: number;
  readonly logFile: string | null;
}

export const USAGE = `usage: npm run player -- --url URL[,URL...] --create | --join CODE | --solo
  --role client|server             the seat to take; default: drawn by lot
  --skill novice|standard|expert   with --solo the bot's skill (default standard), otherwise how this player plays
                                   (default: without a mistake, at once)
  --level ID                       default: clean
  --level-file FILE                instead of --level: a level file (docs/level-guide.md)
  --untimed                        without a clock
  --name NAME                      default: player
  --matches N                      so many matches, roles swapped each time; default: 1
  --log FILE                       saves the last match's log`;

export function readOptions(args: readonly string[]): PlayerOptions {
  const values = parse(args);
  const modes = [values.create, values.solo, values.join !== undefined].filter((given) => given === true);
  if (modes.length !== 1) throw new UsageError('give one of --create, --join CODE, --solo');
  if (values.url === undefined) throw new UsageError('--url is missing');
  const matches = Number(values.matches);
  if (!Number.isInteger(matches) || matches < 1)
    throw new UsageError(`--matches ${values.matches}: not a number from 1`);
  return {
    urls: values.url.split(',').map(checkedUrl),
    mode:
      values.join === undefined
        ? { kind: values.create === true ? 'create' : 'solo' }
        : { kind: 'join', code: values.join.toUpperCase() },
    seat: seatOf(values.role),
    skill: skillOf(values.skill),
    level: levelOf(values.level, values['level-file']),
    name: values.name,
    timed: values.untimed !== true,
    matches,
    logFile: values.log ?? null,
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string' },
        create: { type: 'boolean' },
        join: { type: 'string' },
        solo: { type: 'boolean' },
        role: { type: 'string' },
        skill: { type: 'string' },
        level: { type: 'string' },
        'level-file': { type: 'string' },
        untimed: { type: 'boolean' },
        name: { type: 'string', default: 'player' },
        matches: { type: 'string', default: '1' },
        log: { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw new UsageError((error as Error).message, { cause: error });
  }
}

function levelOf(id: string | undefined, path: string | undefined): PlayerOptions['level'] {
  if (path === undefined) return { kind: 'lesson', id: id ?? 'clean' };
  if (id !== undefined) throw new UsageError('give --level or --level-file, not both');
  return { kind: 'file', path };
}

function checkedUrl(url: string): string {
  if (!URL.canParse(url)) throw new UsageError(`--url ${url}: not a URL`);
  return url;
}

function seatOf(role: string | undefined): Seat | 'random' {
  if (role === undefined) return 'random';
  if (role === 'client') return 'A';
  if (role === 'server') return 'B';
  throw new UsageError(`--role ${role}: not client or server`);
}

function skillOf(skill: string | undefined): Skill | null {
  if (skill === undefined) return null;
  const known = SKILLS.find((one) => one === skill);
  if (known === undefined) throw new UsageError(`--skill ${skill}: not ${SKILLS.join(', ')}`);
  return known;
}
