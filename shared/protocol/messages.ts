/**
 * Every message between a client and the server, both directions, and nothing else. Directions are named from the
 * client's side. docs/protocol.md describes them for people who write clients of their own.
 */
import type { Millis } from '../engine/base/millis.ts';
import type { HelpStage } from '../engine/match/level.ts';
import type { Play, Refusal } from '../engine/match/play.ts';
import type { Option } from '../engine/match/question.ts';
import type { Seat } from '../engine/match/seat.ts';
import type { SeatView } from '../engine/match/view.ts';
import type { ScoreView } from '../engine/scoring/score.ts';
import type { Introduction } from '../levels/introduction.ts';
import type { Debrief } from '../replay/debrief.ts';
import type { MatchLog } from '../replay/log.ts';

/** Raised when a client written for the number before would misunderstand the server. */
export const PROTOCOL_VERSION = 2;

export const SKILLS = ['novice', 'standard', 'expert'] as const;
export type Skill = (typeof SKILLS)[number];

/** A player's own windows, in hundredths of the level's; the other player is not told. */
export const TIME_FACTORS = [100, 150, 200, 400] as const;
export type TimeFactor = (typeof TIME_FACTORS)[number];

/** The levels a match can be made of, in the order of the lobby. */
export interface LevelSummary {
  readonly id: string;
  readonly lanes: number;
  readonly difficulty: string;
  readonly help: string;
}

/** The id of a built-in lesson, or the text of a level file (docs/level-guide.md): matches of those are unranked. */
export type LevelChoice = string | { readonly file: string };

export interface CreateMatch {
  readonly level: LevelChoice;
  readonly name: string;
  /** Seat A opens the (first) connection actively. */
  readonly seat: Seat | 'random';
  readonly opponent: { readonly kind: 'person' } | { readonly kind: 'bot'; readonly skill: Skill };
  /** Without a clock there are no deadlines. */
  readonly timed: boolean;
  /** Whether speed counts. */
  readonly speed: boolean;
  /** How much of a card the players fill in; null leaves it to the level. */
  readonly help: HelpStage | null;
  readonly timeFactor: TimeFactor;
}

/** The right to one seat of one match. Whoever holds the token is the player. */
export interface Seated {
  readonly match: string;
  /** Six characters to pass on; empty for a match in a page, where nobody else can come. */
  readonly code: string;
  readonly seat: Seat;
  readonly token: string;
  readonly level: string;
  /** Of a level from a file; null for a built-in lesson, whose words everybody has. */
  readonly introduction: Introduction | null;
  /** SHA-256 of the server's secret, published before any nonce is known. */
  readonly secretHash: string;
}

export interface JoinMatch {
  readonly code: string;
  readonly name: string;
  readonly timeFactor: TimeFactor;
}

/** 1 to 64 hexadecimal digits: the player's share of the seed. */
export interface Ready {
  readonly nonce: string;
}

export interface Resume {
  readonly match: string;
  readonly token: string;
}

/** A command of a seat; `n` counts up from 1, one outstanding at a time. */
export interface Command {
  readonly n: number;
  readonly command: PlayerCommand;
}

export type PlayerCommand =
  | { readonly kind: 'play'; readonly lane: number; readonly prompt: number; readonly play: Play }
  | { readonly kind: 'hint'; readonly lane: number; readonly prompt: number }
  /** About the open question of a lane; null skips it. */
  | {
      readonly kind: 'answer';
      readonly lane: number;
      readonly question: number;
      readonly options: readonly Option[] | null;
    };

export type CommandResult =
  /** The play was right. */
  | { readonly verdict: 'right'; readonly merged: number }
  | { readonly verdict: 'wrong'; readonly refusal: Refusal }
  | { readonly verdict: 'hinted' }
  /** A question is settled; the view's `questions` tell what was right. */
  | { readonly verdict: 'answered'; readonly right: boolean }
  /** The prompt or question was settled or withdrawn before the play came: no penalty. */
  | { readonly verdict: 'stale' };

export const ERROR_CODES = [
  'message/invalid',
  'message/version',
  'message/too-many',
  'match/unknown',
  'match/full',
  'match/not-started',
  'match/not-ended',
  'match/over',
  'match/busy',
  'match/failed',
  'level/unknown',
  'level/invalid',
  'seat/none',
  'seat/token',
  'command/gap',
  'server/full',
  'server/stopping',
  'server/store',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

export interface Failure {
  readonly ok: false;
  readonly code: ErrorCode;
  /** For programmers; what people read is made from the code. */
  readonly detail: string;
}

export type Reply<T> = { readonly ok: true; readonly value: T } | Failure;

export type Ack<T> = (reply: Reply<T>) => void;

export interface PlayerInfo {
  readonly name: string;
  readonly kind: 'person' | 'bot';
  readonly connected: boolean;
  readonly ready: boolean;
  readonly wantsRematch: boolean;
}

/** Who sits where; null is an empty seat. */
export interface TableView {
  readonly match: string;
  readonly code: string;
  readonly level: string;
  readonly phase: 'waiting' | 'playing' | 'ended';
  readonly you: Seat;
  readonly players: { readonly [seat in Seat]: PlayerInfo | null };
}

/** The full view of one seat. `counter` counts this seat's own views and says nothing of the match's. */
export interface SeatUpdate {
  readonly counter: number;
  readonly view: SeatView;
  readonly score: ScoreView;
  /** The last command of this seat that was applied. */
  readonly lastCommand: number;
}

/** A view may come late, over a connection that holds another seat by then: it says whose it is. */
export interface ViewUpdate extends SeatUpdate {
  readonly match: string;
}

export interface SeatHeartbeat {
  readonly counter: number;
  /** Milliseconds that each open prompt or question has left, by id. */
  readonly remaining: { readonly [prompt: string]: Millis };
}

export interface Heartbeat extends SeatHeartbeat {
  readonly match: string;
}

/** Where anyone who has the link may look at the finished match. */
export interface ReplayLink {
  readonly id: string;
  /** This seat's player has agreed to be named there. */
  readonly named: boolean;
}

export interface Consent {
  readonly named: boolean;
}

/** What `GET /api/replays/ID` answers: the match itself, and the names of those who agreed. */
export interface SharedReplay {
  readonly log: MatchLog;
  readonly names: { readonly [seat in Seat]: string | null };
}

export interface ClientToServer {
  'level:list': (message: Record<string, never>, ack: Ack<readonly LevelSummary[]>) => void;
  'match:create': (message: CreateMatch, ack: Ack<Seated>) => void;
  'match:join': (message: JoinMatch, ack: Ack<Seated>) => void;
  'match:ready': (message: Ready, ack: Ack<null>) => void;
  'match:resume': (message: Resume, ack: Ack<Seated>) => void;
  'match:command': (message: Command, ack: Ack<CommandResult>) => void;
  'match:view': (message: Record<string, never>, ack: Ack<ViewUpdate>) => void;
  'match:debrief': (message: Record<string, never>, ack: Ack<Debrief>) => void;
  'match:log': (message: Record<string, never>, ack: Ack<string>) => void;
  'match:replay': (message: Record<string, never>, ack: Ack<ReplayLink>) => void;
  'match:consent': (message: Consent, ack: Ack<null>) => void;
  'match:rematch': (message: Record<string, never>, ack: Ack<null>) => void;
  'match:leave': (message: Record<string, never>, ack: Ack<null>) => void;
}

export interface ServerToClient {
  'match:table': (table: TableView) => void;
  'match:view': (update: ViewUpdate) => void;
  'match:heartbeat': (heartbeat: Heartbeat) => void;
  /** Both players want a rematch: the new seat, roles swapped. */
  'match:seated': (seated: Seated) => void;
  /** This seat has been taken on another connection. */
  'match:replaced': () => void;
  /** The server goes away soon; the client comes back by itself. */
  'server:stopping': () => void;
}
