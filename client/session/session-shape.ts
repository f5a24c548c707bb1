/** What a session shows and what can be asked of it. */
import type { ReadonlySignal } from '@preact/signals';
import type { Refusal } from '../../shared/engine/match/play.ts';
import type { SettledQuestion } from '../../shared/engine/match/question.ts';
import type { LocalErrorCode } from '../../shared/i18n/sentence-of-error.ts';
import type {
  CommandResult,
  CreateMatch,
  JoinMatch,
  ErrorCode,
  PlayerCommand,
  ReplayLink,
  Seated,
  TableView,
  ViewUpdate,
} from '../../shared/protocol/messages.ts';
import type { Debrief } from '../../shared/replay/debrief.ts';
import type { Connection, LinkState } from '../net/connection.ts';
import type { Deadlines } from './deadlines.ts';
import type { LaneEntry } from './news.ts';
import type { SeatStore } from './seat-store.ts';

export type Failure = ErrorCode | LocalErrorCode;
export type Place = 'lobby' | 'waiting' | 'match' | 'debrief';

/** A refusal that has just come: `at` tells two equal ones apart. */
export interface FreshRefusal {
  readonly lane: number;
  readonly prompt: number;
  readonly refusal: Refusal;
  readonly at: number;
}

export interface Session {
  readonly link: ReadonlySignal<LinkState>;
  readonly place: ReadonlySignal<Place>;
  readonly seated: ReadonlySignal<Seated | null>;
  readonly table: ReadonlySignal<TableView | null>;
  readonly update: ReadonlySignal<ViewUpdate | null>;
  readonly deadlines: ReadonlySignal<Deadlines>;
  /** The prompt that was settled last, with what the endpoint did. */
  readonly settled: ReadonlySignal<LaneEntry | null>;
  /** The question that was settled last, if no prompt has been since. */
  readonly known: ReadonlySignal<SettledQuestion | null>;
  readonly refused: ReadonlySignal<FreshRefusal | null>;
  readonly stale: ReadonlySignal<boolean>;
  /** A command or a request is on its way. */
  readonly busy: ReadonlySignal<boolean>;
  readonly debrief: ReadonlySignal<Debrief | null>;
  /** Where others can see the match; null until it is known. */
  readonly replay: ReadonlySignal<ReplayLink | null>;
  readonly failure: ReadonlySignal<Failure | null>;
  readonly replaced: ReadonlySignal<boolean>;
  readonly stopping: ReadonlySignal<boolean>;
  /** A seat that another tab of this browser kept. */
  readonly offered: ReadonlySignal<Seated | null>;
  readonly start: () => void;
  readonly fail: (code: Failure | null) => void;
  readonly create: (message: CreateMatch) => Promise<void>;
  readonly join: (message: JoinMatch) => Promise<void>;
  readonly acceptOffer: () => void;
  readonly declineOffer: () => void;
  readonly takeBack: () => void;
  readonly command: (command: PlayerCommand) => Promise<CommandResult | null>;
  readonly rematch: () => Promise<void>;
  readonly leave: () => Promise<void>;
  readonly log: () => Promise<string | null>;
  /** Whether the replay names this player. */
  readonly showName: (named: boolean) => Promise<void>;
}

export interface SessionParts {
  readonly connection: Connection;
  readonly store: SeatStore;
  /** Monotonic milliseconds of this page. */
  readonly now: () => number;
  readonly nonce: () => string;
}
