/** The level that a table is made for: its id, and itself if it is not built in. */
import type { Result } from '../engine/base/result.ts';
import type { Level } from '../engine/match/level.ts';
import { failure } from '../protocol/failure.ts';
import type { ErrorCode, LevelChoice, Reply } from '../protocol/messages.ts';
import type { OwnLevel, Table } from './table.ts';

type Admitted = Result<OwnLevel, ErrorCode>;

/** Both are passed in: a page loads what reads level files with the first of them. */
export async function chosenLevel(
  choice: LevelChoice,
  builtIn: (id: string) => Level | null,
  admit: (file: string) => Admitted | Promise<Admitted>,
): Promise<Reply<Pick<Table, 'level' | 'ownLevel'>>> {
  if (typeof choice === 'string') {
    if (builtIn(choice) === null) return failure('level/unknown', choice);
    return { ok: true, value: { level: choice, ownLevel: null } };
  }
  const admitted = await admit(choice.file);
  if (!admitted.ok) return failure(admitted.code, admitted.detail);
  return { ok: true, value: { level: admitted.value.level.id, ownLevel: admitted.value } };
}
