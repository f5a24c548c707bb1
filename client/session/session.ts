/**
 * What this player knows, folded from the server's messages into signals. Screens read the signals and call the
 * actions; nothing here knows a DOM.
 */
import { computed, signal } from '@preact/signals';
import type {
  CommandResult,
  LevelSummary,
  PlayerCommand,
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
import type { KeptSeat } from './seat-store.ts';
import type { Failure, FreshRefusal, Place, Session, SessionParts } from './session-shape.ts';

export function createSession({ connection, store, now, nonce }: SessionParts): Session {
  const link = signal<LinkState>('connecting');
  const levels = signal<readonly LevelSummary[]>([]);
  const kept = signal<KeptSeat | null>(null);
  const table = signal<TableView | null>(null);
  const update = signal<ViewUpdate | null>(null);
  const deadlines = signal<Deadlines>(NO_DEADLINES);
  const settled = signal<LaneEntry | null>(null);
  const refused = signal<FreshRefusal | null>(null);
  const stale = signal(false);
  const busy = signal(false);
  const debrief = signal<Debrief | null>(null);
  const failure = signal<Failure | null>(null);
  const replaced = signal(false);
  const stopping = signal(false);
  const offered = signal<KeptSeat | null>(null);
  const sender = createCommandSender(connection);

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
    busy.value = true;
    try {
      return await work();
    } finally {
      busy.value = false;
    }
  }

  function clearMatch(): void {
    sender.reset();
    table.value = null;
    update.value = null;
    deadlines.value = NO_DEADLINES;
    settled.value = null;
    refused.value = null;
    stale.value = false;
    debrief.value = null;
    replaced.value = false;
  }

  function leaveSeat(): void {
    store.forget();
    kept.value = null;
    clearMatch();
  }

  async function sayReady(seat: KeptSeat): Promise<void> {
    const answer = await connection.request('match:ready', { nonce: seat.nonce });
    // A seat that is ready already, or plays already, answers with a failure that means nothing.
    if (!answer.ok && answer.code === 'message/invalid') failure.value = answer.code;
  }

  function takeSeat(seated: Seated): void {
    const seat = { seated, nonce: nonce() };
    // A rematch's first messages may come before its seat does.
    if (table.value?.match !== seated.match) clearMatch();
    store.keep(seat);
    kept.value = seat;
    offered.value = null;
    void sayReady(seat);
  }

  function applyView(next: ViewUpdate): void {
    const before = update.value;
    if (before !== null && next.counter < before.counter) return;
    sender.sync(next.lastCommand);
    deadlines.value = deadlinesOf(next.view, now());
    const news = newEntries(before?.view ?? null, next.view).filter(isSettledPrompt);
    const latest = news.at(-1);
    if (latest !== undefined && before !== null) {
      settled.value = latest;
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
    const match = kept.value?.seated.match;
    const answer = await connection.request('match:debrief', {});
    if (answer.ok && kept.value?.seated.match === match) debrief.value = answer.value;
  }

  function applyTable(next: TableView): void {
    const seat = kept.value;
    if (seat !== null && seat.seated.match !== next.match) return;
    table.value = next;
    if (next.phase === 'ended') void fetchDebrief();
    if (seat !== null && next.phase === 'waiting' && next.players[next.you]?.ready === false)
      void sayReady(seat);
  }

  async function resume(): Promise<void> {
    const seat = kept.value;
    if (seat === null) return;
    const answer = await connection.request('match:resume', {
      match: seat.seated.match,
      token: seat.seated.token,
    });
    if (kept.value !== seat) return;
    if (!answer.ok) {
      if (answer.code === 'match/unknown' || answer.code === 'seat/token' || answer.code === 'match/failed') {
        leaveSeat();
        failure.value = answer.code;
      }
      return;
    }
    replaced.value = false;
    await fetchView();
    sender.resume();
  }

  async function online(): Promise<void> {
    link.value = 'online';
    stopping.value = false;
    if (levels.value.length === 0) {
      const answer = await connection.request('level:list', {});
      if (answer.ok) levels.value = answer.value;
    }
    // A seat taken over on another page is not snatched back without the player's word.
    if (!replaced.value) await resume();
  }

  function listen(): void {
    connection.onLink({
      online: () => void online(),
      offline: () => {
        link.value = 'offline';
        deadlines.value = frozenAt(deadlines.value, now());
      },
      refused: (code) => {
        failure.value = code;
      },
    });
    connection.on('match:table', applyTable);
    connection.on('match:view', applyView);
    connection.on('match:seated', takeSeat);
    connection.on('match:heartbeat', (heartbeat) => {
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
    if (result.verdict !== 'wrong') return;
    refused.value = { lane: command.lane, prompt: command.prompt, refusal: result.refusal, at: now() };
  }

  return {
    link,
    place,
    levels,
    seated: computed(() => kept.value?.seated ?? null),
    table,
    update,
    deadlines,
    settled,
    refused,
    stale,
    busy,
    debrief,
    failure,
    replaced,
    stopping,
    offered: computed(() => offered.value?.seated ?? null),
    start: () => {
      kept.value = store.ofThisTab();
      offered.value = kept.value === null ? store.ofThisBrowser() : null;
      listen();
      connection.open();
    },
    fail: (code) => {
      failure.value = code;
    },
    create: async (message) => {
      const seated = told(await busily(() => connection.request('match:create', message)));
      if (seated !== null) takeSeat(seated);
    },
    join: async (code, name) => {
      const seated = told(await busily(() => connection.request('match:join', { code, name })));
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
    log: async () => told(await busily(() => connection.request('match:log', {}))),
  };
}
