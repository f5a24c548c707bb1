/** Every screen in every state worth a look. */
import { fixedDebrief, fixedLog, stormyDebrief } from './fixed-debrief.ts';
import * as lanes from './fixed-lanes.ts';
import type { Scene } from './fixed-session.ts';

const TWICE_WRONG = [lanes.REFUSAL, lanes.REFUSAL];

export const SCENES: { readonly [name: string]: Scene } = {
  lobby: { place: 'lobby' },
  'lobby-invited': { place: 'lobby', invitation: 'K7QM2X' },
  'lobby-error': { place: 'lobby', failure: 'match/unknown', isOffered: true },
  waiting: { place: 'waiting', isAlone: true },
  'waiting-both': { place: 'waiting' },
  'match-flags': { place: 'match', lanes: [lanes.knocked] },
  'match-flags-card': { place: 'match', lanes: [lanes.knocked], keys: '2' },
  'match-choose-card': { place: 'match', lanes: [lanes.synAckCame({})], help: 'choose', keys: '3' },
  'match-refused': {
    place: 'match',
    lanes: [lanes.synAckCame({ refusals: TWICE_WRONG })],
    help: 'choose',
    keys: '3',
    clicks: [
      [2, '901'],
      [3, '4100'],
    ],
    isRefused: true,
  },
  'match-refused-hint': {
    place: 'match',
    lanes: [lanes.synAckCame({ refusals: TWICE_WRONG, hinted: true })],
    help: 'choose',
    isRefused: true,
  },
  'match-type': { place: 'match', lanes: [lanes.dataCame()], help: 'type', keys: '4' },
  'match-states': { place: 'match', lanes: [lanes.dataCame()], help: 'states', keys: '4' },
  'match-two-lanes': { place: 'match', lanes: [lanes.expertData, lanes.timedOut], help: 'choose', keys: '3' },
  'match-untimed': {
    place: 'match',
    lanes: [lanes.dataCame({ window: null, remaining: null })],
    timed: false,
    isSettled: true,
  },
  'match-calm': { place: 'match', lanes: [lanes.calm], isSettled: true, presence: 'away' },
  'match-right': { place: 'match', lanes: [lanes.settledLane], isSettled: true },
  'match-taught': { place: 'match', lanes: [lanes.countedAgain], isSettled: true },
  'match-train': { place: 'match', lanes: [lanes.finSent], isSettled: true, isUnlocked: true },
  'match-time-wait': { place: 'match', lanes: [lanes.timeWait], isSettled: true, presence: 'stand-in' },
  'match-asked': { place: 'match', lanes: [lanes.asked('data')], keys: '2' },
  'match-asked-peer': { place: 'match', lanes: [lanes.asked('peer-state')], keys: '35' },
  'match-known': { place: 'match', lanes: [lanes.calm], questions: [lanes.KNOWN] },
  'match-mistaken': { place: 'match', lanes: [lanes.calm], questions: [lanes.MISTAKEN] },
  'match-offline': { place: 'match', lanes: [lanes.knocked], isOffline: true },
  debrief: { place: 'debrief', wantsRematch: true },
  'debrief-midway': { place: 'debrief', press: ['.scrub input', 'ArrowLeft', 9] },
  'debrief-wrong': { place: 'debrief', press: ['.wrong button', '', 0] },
  'debrief-storm': { place: 'debrief', debrief: stormyDebrief, press: ['.scrub input', 'ArrowLeft', 14] },
  replay: {
    place: 'lobby',
    replay: { ok: true, debrief: fixedDebrief, log: fixedLog, names: { A: null, B: 'Grace' } },
  },
  'replay-unknown': { place: 'lobby', replay: { ok: false, code: 'replay/unknown' } },
  'replay-failed': { place: 'lobby', replay: { ok: false, code: 'replay/failed' } },
};
