/** A headless player: it knows only the public protocol, and plays by the engine from its own view. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { botMove } from '../../shared/bots/bot.ts';
import { PERFECT, TEMPERAMENTS } from '../../shared/bots/temperament.ts';
import { rightOptions } from '../../shared/engine/match/knowledge.ts';
import type { SeatView } from '../../shared/engine/match/view.ts';
import type {
  CommandResult,
  LevelChoice,
  PlayerCommand,
  Seated,
  ViewUpdate,
} from '../../shared/protocol/messages.ts';
import { locate } from '../caller-path.ts';
import { UsageError } from '../usage-error.ts';
import type { Connection } from './connection.ts';
import { GIVE_UP_AFTER, LostAnswerError, connect } from './connection.ts';
import type { PlayerOptions } from './options.ts';
import { USAGE, readOptions } from './options.ts';
import { pause } from './pause.ts';
import { describeAnswer, describeEvent, describePlay, describeRefusal } from './speech.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The newest of what the server says, and a way to wait for the next. */
function watch(connection: Connection) {
  let match: string | null = null;
  let update: ViewUpdate | null = null;
  let seated: Seated | null = null;
  let wake: () => void = () => undefined;
  connection.on('match:view', (next) => {
    if (next.match !== match) return;
    // Views of a match never go back, but an old one may come late over a new connection.
    if (update === null || next.counter >= update.counter) update = next;
    wake();
  });
  connection.on('match:seated', (next) => {
    // Told twice: by the server of its own accord, and by the seat that a new connection is given.
    if (next.match === match) return;
    seated = next;
    wake();
  });
  connection.on('match:replaced', () => {
    fail('the seat was taken on another connection');
  });
  const changed = (): Promise<void> =>
    Promise.race([
      new Promise<void>((resolve) => {
        wake = resolve;
      }),
      pause(1000),
    ]);
  return {
    /** From now on only this match counts, from the beginning. */
    begin(next: string): void {
      match = next;
      update = null;
      seated = null;
    },
    async view(): Promise<ViewUpdate> {
      while (update === null) await changed();
      return update;
    },
    async newer(than: ViewUpdate): Promise<ViewUpdate> {
      while (update === null || update.counter <= than.counter) await changed();
      return update;
    },
    isReseated: (): boolean => seated !== null,
    async seated(): Promise<Seated> {
      while (seated === null) await changed();
      return seated;
    },
  };
}

type Watch = ReturnType<typeof watch>;

function levelChoice(level: PlayerOptions['level']): LevelChoice {
  if (level.kind === 'lesson') return level.id;
  try {
    return { file: readFileSync(locate(level.path), 'utf8') };
  } catch (error) {
    throw new UsageError(`--level-file ${level.path}: ${(error as Error).message}`, { cause: error });
  }
}

async function sitDown(connection: Connection, options: PlayerOptions): Promise<Seated> {
  const { mode, name } = options;
  if (mode.kind === 'join')
    return connection.request('match:join', { code: mode.code, name, timeFactor: 100 });
  return connection.request('match:create', {
    level: levelChoice(options.level),
    name,
    seat: options.seat,
    opponent: mode.kind === 'solo' ? { kind: 'bot', skill: options.skill ?? 'standard' } : { kind: 'person' },
    timed: options.timed,
    speed: options.timed,
    help: null,
    timeFactor: 100,
  });
}

/** What the view itself proves about what the player is asked; null if it owes a card, or is asked nothing. */
function ownAnswer({ lanes }: SeatView): Extract<PlayerCommand, { readonly kind: 'answer' }> | null {
  if (lanes.some(({ prompt }) => prompt !== null)) return null;
  const lane = lanes.findIndex(({ question }) => question !== null);
  const asked = lanes[lane]?.question ?? null;
  if (asked === null) return null;
  return { kind: 'answer', lane, question: asked.id, options: rightOptions(asked.question, lanes[lane]!) };
}

/** Plays one match to its end. */
async function playMatch(connection: Connection, options: PlayerOptions, updates: Watch): Promise<SeatView> {
  const temperament =
    options.mode.kind === 'solo' || options.skill === null ? PERFECT : TEMPERAMENTS[options.skill];
  const key = randomBytes(32).toString('hex');
  let update = await updates.view();
  let n = update.lastCommand;
  let said = '';
  while (update.view.ended === null) {
    const { view } = update;
    const answer = ownAnswer(view);
    if (answer !== null) {
      say(`question ${answer.question}: ${describeAnswer(answer.options)}`);
      n += 1;
      const result = await connection.request('match:command', { n, command: answer });
      say(`answer ${answer.question}: ${describeResult(result)}`);
      update = await updates.newer(update);
      continue;
    }
    const lane = view.lanes.findIndex(({ prompt }) => prompt !== null);
    const prompt = view.lanes[lane]?.prompt ?? null;
    const move = prompt === null ? null : botMove(view, lane, temperament, key);
    if (prompt === null || move === null) {
      update = await updates.newer(update);
      continue;
    }
    const question = `prompt ${prompt.id} lane ${lane + 1}: ${describeEvent(prompt.event)}`;
    if (question !== said) say(question);
    said = question;
    await pause(move.delay);
    n += 1;
    const result = await connection.request('match:command', {
      n,
      command: { kind: 'play', lane, prompt: prompt.id, play: move.play },
    });
    say(`verdict ${prompt.id}: ${describePlay(move.play)}: ${describeResult(result)}`);
    update = await updates.newer(update);
  }
  return update.view;
}

function describeResult(result: CommandResult): string {
  switch (result.verdict) {
    case 'right':
      return result.merged > 0 ? `right, ${result.merged} more settled` : 'right';
    case 'wrong':
      return describeRefusal(result.refusal);
    case 'answered':
      return result.right ? 'right' : 'wrong';
    default:
      return result.verdict;
  }
}

/**
 * The seat in the rematch. When it is not known what became of the wish, the old seat is taken again: that gives the
 * new one if the rematch has been agreed, otherwise the wish may be told once more.
 */
async function playAgain(connection: Connection, updates: Watch): Promise<Seated> {
  const until = Date.now() + GIVE_UP_AFTER;
  while (!updates.isReseated()) {
    try {
      await connection.request('match:rematch', {});
      break;
    } catch (error) {
      await connection.renew();
      const mayTryAgain = error instanceof LostAnswerError && Date.now() < until;
      if (!mayTryAgain && !updates.isReseated()) throw error;
    }
  }
  return updates.seated();
}

async function playMatches(connection: Connection, options: PlayerOptions): Promise<void> {
  const updates = watch(connection);
  let seated = await sitDown(connection, options);
  for (let match = 1; match <= options.matches; match++) {
    connection.holdSeat(seated);
    updates.begin(seated.match);
    if (options.mode.kind === 'create' && match === 1) say(`code ${seated.code}`);
    await connection.request('match:ready', { nonce: randomBytes(16).toString('hex') });
    const view = await playMatch(connection, options, updates);
    const ends = view.lanes.map(({ over }) => over);
    say(`match ${match}: ${view.ended}, ${ends.join(' and ')}`);
    if (options.logFile !== null) writeFileSync(options.logFile, await connection.request('match:log', {}));
    if (view.ended !== 'lanes-over' || ends.some((end) => end !== 'goal')) {
      throw new Error(`match ${match} did not end cleanly: ${view.ended}, ${ends.join(' and ')}`);
    }
    if (match === options.matches) break;
    seated = await playAgain(connection, updates);
  }
  // All matches have been played: a farewell that nobody hears changes nothing of that.
  await connection.leave().catch(() => undefined);
}

async function run(options: PlayerOptions): Promise<void> {
  const connection = connect(options.urls);
  // A player that waits for views asks for nothing, and would wait for ever.
  await Promise.race([playMatches(connection, options), connection.lost]);
  connection.close();
}

function fail(line: string): never {
  process.stderr.write(`${line}\n`);
  process.exit(1);
}

try {
  await run(readOptions(process.argv.slice(2)));
  process.exit(0);
} catch (error) {
  fail(error instanceof UsageError ? `${error.message}\n${USAGE}` : (error as Error).message);
}
