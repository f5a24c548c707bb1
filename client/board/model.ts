/** What the board is told. */
import type { TcpTimer } from '../../shared/engine/tcp/event.ts';
import type { LaneEnd, LaneView } from '../../shared/engine/match/view.ts';

/** The words drawn on the canvas, in the language of the reader. */
export interface BoardLabels {
  /** What a segment with text is called. */
  readonly data: string;
  readonly sending: string;
  readonly receiving: string;
  readonly application: string;
  readonly lastHeard: string;
  readonly nothingHeard: string;
  readonly peerClosed: string;
  readonly peerReset: string;
  readonly away: string;
  readonly standIn: string;
  readonly late: string;
  readonly damaged: string;
  readonly timers: Readonly<Record<TcpTimer, string>>;
  readonly crash: string;
  readonly calls: Readonly<Record<CallName, string>>;
  readonly ends: Readonly<Record<LaneEnd, string>>;
}

export type CallName = 'open-active' | 'open-passive' | 'send' | 'close' | 'abort';

export type Presence = 'present' | 'away' | 'stand-in';

export interface BoardModel {
  readonly lanes: readonly LaneView[];
  /** The lane that is being answered. */
  readonly litLane: number;
  readonly names: { readonly me: string; readonly peer: string };
  readonly peerPresence: Presence;
  readonly labels: BoardLabels;
  readonly reducedMotion: boolean;
}

/** Moments of the board that may be heard. */
export type BoardCue =
  | 'depart'
  | 'arrive'
  | 'land'
  | 'refuse'
  | 'burn'
  | 'tear'
  | 'call'
  | 'timer'
  | 'crash'
  | 'state'
  | 'celebrate'
  | 'break';

export type BoardSounds = (cue: BoardCue) => void;

export interface Board {
  update(model: BoardModel): void;
  /** A card with these flags and so many octets was refused in this lane. */
  refuse(lane: number, flags: number, octets: number): void;
  destroy(): void;
}
