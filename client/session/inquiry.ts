/** The question about what is known that is open, and the options chosen so far. */
import type { ReadonlySignal } from '@preact/signals';
import { computed, signal } from '@preact/signals';
import type { Option } from '../../shared/engine/match/question.ts';
import { OPTIONS, takesSeveral } from '../../shared/engine/match/question.ts';
import type { QuestionView } from '../../shared/engine/match/view.ts';
import type { Hand } from './hand.ts';
import type { Session } from './session-shape.ts';

export interface Inquiry {
  /** Of the lane being answered; null while none is open. */
  readonly question: ReadonlySignal<QuestionView | null>;
  readonly chosen: ReadonlySignal<readonly Option[]>;
  readonly canAnswer: ReadonlySignal<boolean>;
  /** `n` counts the question's options from 0. */
  readonly choose: (n: number) => void;
  readonly answer: () => void;
  readonly skip: () => void;
}

const NONE: readonly Option[] = [];

export function createInquiry(session: Session, hand: Hand): Inquiry {
  const picked = signal<{ readonly place: string; readonly options: readonly Option[] } | null>(null);
  const question = computed(() => hand.laneView.value?.question ?? null);
  /** The questions of every match are counted from the same number. */
  const place = computed(() => `${session.seated.value?.match ?? ''} ${question.value?.id ?? ''}`);
  const chosen = computed(() => (picked.value?.place === place.value ? picked.value.options : NONE));
  const canAnswer = computed(
    () =>
      question.value !== null &&
      !session.busy.value &&
      (question.value.question === 'known' || chosen.value.length > 0),
  );

  function send(options: readonly Option[] | null): void {
    if (question.value === null || session.busy.value) return;
    void session.command({
      kind: 'answer',
      lane: hand.lane.value,
      question: question.value.id,
      options,
    });
  }

  return {
    question,
    chosen,
    canAnswer,
    choose: (n) => {
      if (question.value === null) return;
      const option: Option | undefined = OPTIONS[question.value.question][n];
      if (option === undefined) return;
      const others = takesSeveral(question.value.question)
        ? chosen.value.filter((one) => one !== option)
        : NONE;
      const options = chosen.value.includes(option) ? others : [...others, option];
      picked.value = { place: place.value, options };
    },
    answer: () => {
      if (canAnswer.value) send(chosen.value);
    },
    skip: () => send(null),
  };
}
