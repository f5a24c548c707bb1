/**
 * What this player knows, folded from the server's messages into signals. Screens read the signals and call the
 * actions; nothing here knows a DOM.
 */
import { computed, signal } from '@preact/signals';
import type { SettledQuestion } from '../../shared/engine/match/question.ts';
import type {
  CommandResult,
  PlayerCommand,
  ReplayLink,
  Seated,
  TableView,
  ViewUpdate,
} from '../../shared/protocol/messages.ts';
import type { Debrief } from '../../shared/replay/debrief.ts';
import type { Answer, LinkState } from '../net/connection.ts';
import { createCommandSender } from './command-sender.ts';
import type { Deadlines } from './deadlines.ts';
import { correctedBy, deadlinesOf, frozenAt, NO_DEADLINES } from './deadlines.ts';
import { isSettledPrompt, newEntries } from './news.ts';
import type { LaneEntry } from './news.ts';
import type { Passes } from './persist.ts';
import { passes } from './persist.ts';
import type { KeptSeat } from './seat-store.ts';
import type { Failure, FreshRefusal, Place, Session, SessionParts } from './session-shape.ts';
import { createStint } from './stint.ts';

/** A mistake of the server's may have been the mistake of a moment; the right to the seat outlives it. */
const isNoVerdictOnSeat: Passes = (code) => passes(code) || code === 'match/failed';

/** The table may say that the match has ended a little before the match itself does. */
const mayBringDebriefYet: Passes = (code) => passes(code) || code === 'match/not-ended';

export function createSession({ connection, store, now, nonce }: SessionParts): Session {
  const link = signal<LinkState>('connecting');
  const kept = signal<KeptSeat | null>(null);
  const table = signal<TableView | null>(null);
  const update = signal<ViewUpdate | null>(null);
  const deadlines = signal<Deadlines>(NO_DEADLINES);
  const settled = signal<LaneEntry | null>(null);
  const known = signal<SettledQuestion | null>(null);
  const refused = signal<FreshRefusal | null>(null);
  const stale = signal(false);
  const busy = signal(false);
  const debrief = signal<Debrief | null>(null);
  const replay = signal<ReplayLink | null>(null);
  const failure = signal<Failure | null>(null);
  const replaced = signal(false);
  const stopping = signal(false);
  const offered = signal<KeptSeat | null>(null);
  const sender = createCommandSender(connection);
  const stint = createStint();
  /** The newest table of a match that is not ours, or not yet: it may come before the seat does. */
  let strangeTable: TableView | null = null;
  let requests = 0;

  const place = computed<Place>(() => {
    if (kept.value === null) return 'lobby';
    if (debrief.value !== null) return 'debrief';
    return update.value === null ? 'waiting' : 'match';
  });

  const told = <T>(answer: Answer<T>): T | null => {
    failure.value = answer.ok ? null : answer.code;
    return answer.ok ? answer.value : null;
  };

  /** While the request is on its way nothing else is asked. */
  async function busily<T>(work: () => Promise<T>): Promise<T> {
    requests += 1;
    busy.value = true;
    try {
      return await work();
    } finally {
      requests -= 1;
      busy.value = requests > 0;
    }
  }

  const isOurs = ({ match }: { readonly match: string }): boolean => match === kept.value?.seated.match;

  function clearMatch(): void {
    sender.reset();
    table.value = null;
    update.value = null;
    deadlines.value = NO_DEADLINES;
    settled.value = null;
    known.value = null;
    refused.value = null;
    stale.value = false;
    debrief.value = null;
    replay.value = null;
    replaced.value = false;
  }

  function leaveSeat(): void {
    stint.beginNext();
    store.forget();
    kept.value = null;
    clearMatch();
  }

  async function sayReady({ nonce }: KeptSeat): Promise<void> {
    const answer = await stint.ask(
      'ready',
      () => connection.request('match:ready', { nonce }),
      isNoVerdictOnSeat,
    );
    // Other failures say that this seat has nothing to be ready for: its table or its view tells the player more.
    if (answer?.ok === false && answer.code === 'message/invalid') failure.value = answer.code;
  }

  function takeSeat(seated: Seated): void {
    // Told twice: by the server of its own accord, and in answer to a resumption.
    if (isOurs(seated)) return;
    const seat = { seated, nonce: nonce() };
    stint.beginNext();
    clearMatch();
    store.keep(seat);
    kept.value = seat;
    offered.value = null;
    sender.resume();
    void sayReady(seat);
    if (strangeTable !== null) applyTable(strangeTable);
  }

  function applyView(next: ViewUpdate): void {
    if (!isOurs(next)) return;
    const before = update.value;
    if (before !== null && next.counter < before.counter) return;
    sender.sync(next.lastCommand);
    deadlines.value = deadlinesOf(next.view, now());
    const news = newEntries(before?.view ?? null, next.view).filter(isSettledPrompt);
    const latest = news.at(-1);
    const answered = next.view.questions.slice(before?.view.questions.length ?? 0).at(-1);
    if (before !== null && (latest !== undefined || answered !== undefined)) {
      settled.value = latest ?? settled.value;
      known.value = latest === undefined ? (answered ?? null) : null;
      refused.value = null;
      stale.value = false;
    }
    update.value = next;
    if (next.view.ended !== null) void fetchDebrief();
  }

  async function fetchView(): Promise<void> {
    const answer = await connection.request('match:view', {});
    if (answer.ok) applyView(answer.value);
  }

  async function fetchDebrief(): Promise<void> {
    if (debrief.value !== null) return;
    const answer = await stint.ask(
      'debrief',
      () => connection.request('match:debrief', {}),
      mayBringDebriefYet,
    );
    if (answer === null) return;
    if (!answer.ok) {
      failure.value = answer.code;
      return;
    }
    debrief.value = answer.value;
    void fetchReplay();
  }

  /** A debrief without a link is a debrief all the same: nobody is bothered. */
  async function fetchReplay(): Promise<void> {
    const answer = await stint.ask('replay', () => connection.request('match:replay', {}));
    if (answer?.ok === true) replay.value = answer.value;
  }

  function applyTable(next: TableView): void {
    const seat = kept.value;
    if (seat === null || !isOurs(next)) {
      strangeTable = next;
      return;
    }
    strangeTable = null;
    table.value = next;
    if (next.phase === 'ended') void fetchDebrief();
    if (next.phase === 'waiting' && next.players[next.you]?.ready === false) void sayReady(seat);
  }

  const askForSeat = async ({ match, token }: Seated): Promise<Answer<Seated>> => {
    const answer = await connection.request('match:resume', { match, token });
    if (!answer.ok && answer.code === 'match/failed') failure.value = answer.code;
    return answer;
  };

  function loseSeat(code: Failure): void {
    if (code === 'match/unknown' || code === 'seat/token') leaveSeat();
    failure.value = code;
  }

  async function resume(): Promise<void> {
    const seat = kept.value;
    if (seat === null) return;
    stint.beginNext();
    const answer = await stint.ask('seat', () => askForSeat(seat.seated), isNoVerdictOnSeat);
    if (answer === null) return;
    if (!answer.ok) {
      loseSeat(answer.code);
      return;
    }
    if (failure.value === 'match/failed') failure.value = null;
    replaced.value = false;
    // Another match than we asked for is a rematch that was agreed while we were away.
    takeSeat(answer.value);
    // A command that waits for its answer is numbered already; the view matters to the player, not to it.
    sender.resume();
    await fetchView();
  }

  function online(): void {
    link.value = 'online';
    stopping.value = false;
    // A seat taken over on another page is not snatched back without the player's word.
    if (!replaced.value) void resume();
  }

  function offline(): void {
    link.value = 'offline';
    stint.beginNext();
    sender.suspend();
    deadlines.value = frozenAt(deadlines.value, now());
  }

  function listen(): void {
    connection.onLink({
      online,
      offline,
      refused: (code) => {
        failure.value = code;
      },
    });
    connection.on('match:table', applyTable);
    connection.on('match:view', applyView);
    connection.on('match:seated', takeSeat);
    connection.on('match:heartbeat', (heartbeat) => {
      if (!isOurs(heartbeat)) return;
      deadlines.value = correctedBy(deadlines.value, heartbeat, now());
      if (heartbeat.counter > (update.value?.counter ?? -1)) void fetchView();
    });
    connection.on('match:replaced', () => {
      replaced.value = true;
    });
    connection.on('server:stopping', () => {
      stopping.value = true;
    });
  }

  function takeResult(command: PlayerCommand, result: CommandResult): void {
    stale.value = result.verdict === 'stale';
    if (result.verdict !== 'wrong' || command.kind === 'answer') return;
    refused.value = { lane: command.lane, prompt: command.prompt, refusal: result.refusal, at: now() };
  }

  return {
    link,
    place,
    seated: computed(() => kept.value?.seated ?? null),
    table,
    update,
    deadlines,
    settled,
    known,
    refused,
    stale,
    busy,
    debrief,
    replay,
    failure,
    replaced,
    stopping,
    offered: computed(() => offered.value?.seated ?? null),
    start: () => {
      kept.value = store.ofThisTab();
      offered.value = kept.value === null ? store.ofThisBrowser() : null;
      listen();
      connection.open(kept.value?.seated.match ?? null);
    },
    fail: (code) => {
      failure.value = code;
    },
    create: async (message) => {
      const seated = told(await busily(() => connection.request('match:create', message)));
      if (seated !== null) takeSeat(seated);
    },
    join: async (message) => {
      const seated = told(await busily(() => connection.request('match:join', message)));
      if (seated !== null) takeSeat(seated);
    },
    acceptOffer: () => {
      kept.value = offered.value;
      if (offered.value !== null) store.keep(offered.value);
      offered.value = null;
      void resume();
    },
    declineOffer: () => {
      offered.value = null;
      store.forget();
    },
    takeBack: () => void resume(),
    command: async (command) => {
      const sent = sender.send(command);
      if (sent === null) return null;
      const answer = await busily(() => sent);
      if (answer === null) return null;
      const result = told(answer);
      if (result === null) await fetchView();
      else takeResult(command, result);
      return result;
    },
    rematch: async () => {
      const answer = await busily(() => connection.request('match:rematch', {}));
      if (!answer.ok) failure.value = answer.code;
    },
    leave: async () => {
      await busily(() => connection.request('match:leave', {}));
      leaveSeat();
      failure.value = null;
    },
    showName: async (named) => {
      const link = replay.value;
      if (link === null) return;
      // The tick shows at once, and goes if the server has not heard of it.
      replay.value = { ...link, named };
      const answer = await connection.request('match:consent', { named });
      if (answer.ok || replay.value?.id !== link.id) return;
      replay.value = link;
      failure.value = answer.code;
    },
    log: async () => told(await busily(() => connection.request('match:log', {}))),
  };
}
