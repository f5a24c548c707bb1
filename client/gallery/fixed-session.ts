/** A session that knows what it is told and does nothing. */
import { computed, signal } from '@preact/signals';
import type { HelpStage } from '../../shared/engine/match/level.ts';
import { HINT_AFTER } from '../../shared/engine/match/step.ts';
import type { LaneView, SeatView } from '../../shared/engine/match/view.ts';
import type { PlayerInfo, Seated, TableView, ViewUpdate } from '../../shared/protocol/messages.ts';
import { deadlinesOf } from '../session/deadlines.ts';
import type { Place, Session } from '../session/session-shape.ts';
import type { OpenedReplay } from '../session/open-replay.ts';
import type { Debrief } from '../../shared/replay/debrief.ts';
import { fixedDebrief } from './fixed-debrief.ts';
import { REFUSAL } from './fixed-lanes.ts';

export interface Scene {
  readonly place: Place;
  readonly lanes?: readonly LaneView[];
  readonly help?: HelpStage;
  readonly timed?: boolean;
  readonly presence?: 'present' | 'away' | 'stand-in';
  readonly questions?: SeatView['questions'];
  readonly isRefused?: boolean;
  readonly isSettled?: boolean;
  readonly isUnlocked?: boolean;
  readonly isOffline?: boolean;
  readonly isAlone?: boolean;
  readonly failure?: 'match/unknown';
  readonly isOffered?: boolean;
  readonly wantsRematch?: boolean;
  /** Keys pressed after drawing, to lift a card and fill it in. */
  readonly keys?: string;
  readonly clicks?: readonly (readonly [slot: number, words: string])[];
  readonly invitation?: string;
  readonly debrief?: Debrief;
  readonly replay?: OpenedReplay;
  /** A selector of what is clicked after drawing, and a key pressed there so many times. */
  readonly press?: readonly [selector: string, key: string, times: number];
}

const SEATED: Seated = {
  match: 'm1',
  code: 'K7QM2X',
  seat: 'A',
  token: 't',
  level: 'lost',
  introduction: null,
  secretHash: '60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752',
};

const player = (name: string, more: Partial<PlayerInfo> = {}): PlayerInfo => ({
  name,
  kind: 'person',
  connected: true,
  ready: true,
  wantsRematch: false,
  ...more,
});

function updateOf(scene: Scene): ViewUpdate | null {
  if (scene.lanes === undefined) return null;
  const view: SeatView = {
    seat: 'A',
    level: {
      id: 'lost',
      difficulty: 'standard',
      help: scene.help ?? 'flags',
      timed: scene.timed ?? true,
      speed: true,
      rcvWnd: 1000,
      rounds: null,
    },
    lanes: scene.lanes,
    questions: scene.questions ?? [],
    paused: false,
    presence: { A: 'present', B: scene.presence ?? 'present' },
    ended: null,
  };
  return {
    match: 'm1',
    counter: 4,
    view,
    score: { points: 345, streak: 3, last: { prompt: 2, points: 138 } },
    lastCommand: 3,
  };
}

const nothing = async (): Promise<void> => undefined;

export function createFixedSession(scene: Scene): Session {
  const update = updateOf(scene);
  const table: TableView = {
    match: 'm1',
    code: 'K7QM2X',
    level: 'lost',
    phase: 'playing',
    you: 'A',
    players: {
      A: player('Ada'),
      B: scene.isAlone === true ? null : player('Grace', { wantsRematch: scene.wantsRematch ?? false }),
    },
  };
  const lane = scene.lanes?.[0];
  const entry = lane?.trail.findLast(({ by }) => by !== 'endpoint');
  const prompt = lane?.prompt?.id ?? 0;
  return {
    link: signal(scene.isOffline === true ? 'offline' : 'online'),
    place: signal(scene.place),
    seated: signal(scene.place === 'lobby' ? null : SEATED),
    table: signal(table),
    update: signal(update),
    deadlines: computed(() => (update === null ? new Map() : deadlinesOf(update.view, performance.now()))),
    settled: signal(scene.isSettled === true && entry !== undefined ? { lane: 0, entry } : null),
    known: signal(scene.questions?.at(-1) ?? null),
    refused: signal(scene.isRefused === true ? { lane: 0, prompt, refusal: REFUSAL, at: HINT_AFTER } : null),
    stale: signal(false),
    busy: signal(false),
    debrief: signal(scene.place === 'debrief' ? (scene.debrief ?? fixedDebrief) : null),
    replay: signal({ id: '0123456789abcdef0123456789abcdef', named: false }),
    failure: signal(scene.failure ?? null),
    replaced: signal(false),
    stopping: signal(false),
    offered: signal(scene.isOffered === true ? SEATED : null),
    start: () => undefined,
    fail: () => undefined,
    create: nothing,
    join: nothing,
    acceptOffer: () => undefined,
    declineOffer: () => undefined,
    takeBack: () => undefined,
    command: async () => null,
    rematch: nothing,
    leave: nothing,
    log: async () => null,
    showName: nothing,
  };
}
