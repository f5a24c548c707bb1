/** Which lane is being answered, and the card in the player's fingers for each open prompt. */
import type { ReadonlySignal } from '@preact/signals';
import { computed, signal } from '@preact/signals';
import { HINT_AFTER } from '../../shared/engine/match/step.ts';
import type { LaneView, PromptView, SeatView } from '../../shared/engine/match/view.ts';
import type { TcpState } from '../../shared/engine/tcp/state.ts';
import type { CardKind, Draft } from './draft.ts';
import { draftOf, missingFields, playOf } from './draft.ts';
import type { FreshRefusal, Session } from './session-shape.ts';

export interface Hand {
  readonly lane: ReadonlySignal<number>;
  readonly laneView: ReadonlySignal<LaneView | null>;
  readonly prompt: ReadonlySignal<PromptView | null>;
  readonly draft: ReadonlySignal<Draft | null>;
  readonly named: ReadonlySignal<TcpState | null>;
  /** The last refusal, while its prompt is the one being answered. */
  readonly refused: ReadonlySignal<FreshRefusal | null>;
  readonly selectLane: (lane: number) => void;
  readonly nextLane: () => void;
  readonly take: (kind: CardKind) => void;
  edit(change: (draft: Draft) => Draft): void;
  readonly name: (state: TcpState) => void;
  readonly close: () => void;
  readonly send: () => void;
  readonly stayStill: () => void;
  readonly hint: () => void;
}

/** Only the answer to an open prompt can be in the hand. */
interface InHand {
  readonly draft: Draft | null;
  readonly named: TcpState | null;
}

const NOTHING: InHand = { draft: null, named: null };

/** The chosen lane; but if only another one asks, that one. Of rounds, the one that is played. */
export function laneToAnswer(view: SeatView | null, chosen: number): number {
  if (view?.level.rounds) return view.lanes.length - 1;
  if (view === null || view.lanes[chosen]?.prompt) return chosen;
  const owing = view.lanes.findIndex(({ prompt }) => prompt !== null);
  if (owing < 0 && view.lanes[chosen]?.question) return chosen;
  const asking = owing < 0 ? view.lanes.findIndex(({ question }) => question !== null) : owing;
  return asking < 0 ? Math.min(chosen, view.lanes.length - 1) : asking;
}

export function createHand(session: Session): Hand {
  const chosen = signal(0);
  const inHand = signal<ReadonlyMap<string, InHand>>(new Map());
  const view = computed(() => session.update.value?.view ?? null);
  const lane = computed(() => laneToAnswer(view.value, chosen.value));
  const laneView = computed(() => view.value?.lanes[lane.value] ?? null);
  const prompt = computed(() => laneView.value?.prompt ?? null);
  /** The prompts of every match are counted from the same number: a rematch begins with empty hands. */
  const place = computed(() =>
    prompt.value === null ? null : `${session.seated.value?.match ?? ''} ${prompt.value.id}`,
  );
  const held = computed(() => (place.value === null ? NOTHING : (inHand.value.get(place.value) ?? NOTHING)));

  function hold(change: Partial<InHand>): void {
    if (place.value === null) return;
    inHand.value = new Map(inHand.value).set(place.value, { ...held.value, ...change });
  }

  function play(draft: Draft | null): void {
    const help = view.value?.level.help;
    if (help === undefined || prompt.value === null || session.busy.value) return;
    const { named } = held.value;
    if (missingFields(draft, named, help).length > 0) return;
    void session.command({
      kind: 'play',
      lane: lane.value,
      prompt: prompt.value.id,
      play: playOf(draft, named, help),
    });
  }

  return {
    lane,
    laneView,
    prompt,
    draft: computed(() => held.value.draft),
    named: computed(() => held.value.named),
    refused: computed(() =>
      session.refused.value?.prompt === prompt.value?.id ? session.refused.value : null,
    ),
    selectLane: (next) => {
      chosen.value = next;
    },
    nextLane: () => {
      const count = view.value?.lanes.length ?? 1;
      chosen.value = (lane.value + 1) % count;
    },
    take: (kind) => {
      if (prompt.value === null || (kind === 'DATA' && prompt.value.lengths.length === 0)) return;
      const { draft } = held.value;
      if (draft?.kind === kind) {
        hold({ draft: null });
        return;
      }
      // The numbers stay: who changes the flags has mostly thought about them already.
      const fresh = draftOf(kind, prompt.value);
      hold({ draft: draft === null ? fresh : { ...fresh, seq: draft.seq, ack: draft.ack } });
    },
    edit: (change) => {
      if (held.value.draft !== null) hold({ draft: change(held.value.draft) });
    },
    name: (state) => hold({ named: state }),
    close: () => hold({ draft: null }),
    send: () => {
      if (held.value.draft !== null) play(held.value.draft);
    },
    stayStill: () => play(null),
    hint: () => {
      const asked = prompt.value;
      if (asked === null || asked.hinted || asked.refusals.length < HINT_AFTER) return;
      void session.command({ kind: 'hint', lane: lane.value, prompt: asked.id });
    },
  };
}
