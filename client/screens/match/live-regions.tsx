/** The same match for ears: what came, what was right, how long there is. Refusals interrupt; all else waits its turn. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { explanationOfEntry } from '../../../shared/i18n/sentence-of-entry.ts';
import { questionOfEvent, sentenceOfEvent } from '../../../shared/i18n/sentence-of-event.ts';
import { questionOfRefusal } from '../../../shared/i18n/sentence-of-refusal.ts';
import { sentenceBecause, sentenceOfQuestion } from '../../../shared/i18n/words-of-question.ts';
import { verdictOfQuestion } from '../../components/answered-question.tsx';
import type { SeatView } from '../../../shared/engine/match/view.ts';
import { useApp, useWords } from '../../app-context.ts';
import type { Words } from '../../app-context.ts';
import { remainingAt } from '../../session/deadlines.ts';
import { newEntries, newPrompts, newQuestions } from '../../session/news.ts';

const SOON = 10_000;

/** What a change of the view says, oldest first. */
function announcements({ t, language }: Words, before: SeatView | null, after: SeatView): string[] {
  const { rounds } = after.level;
  const wire = (lane: number) => {
    if (rounds !== null) return `${t('match.round', { n: lane + 1, of: rounds })}: `;
    return after.lanes.length > 1 ? `${t('match.lane', { n: lane + 1 })}: ` : '';
  };
  const iss = (lane: number) => after.lanes[lane]?.nextIss ?? 0;
  const entries = (before === null ? [] : newEntries(before, after)).map(({ lane, entry }) => {
    const verdict = entry.by === 'player' ? `${t('match.verdict.right')} ` : '';
    const event = entry.by === 'player' ? '' : `${sentenceOfEvent(language, entry.event, iss(lane))} `;
    return wire(lane) + verdict + event + explanationOfEntry(language, entry);
  });
  const answered = (before === null ? [] : after.questions.slice(before.questions.length)).map(
    (settled) =>
      `${t(`question.verdict.${verdictOfQuestion(settled)}`)} ${sentenceBecause(language, settled)}`,
  );
  const prompts = newPrompts(before, after).map(
    ({ lane, prompt }) => wire(lane) + questionOfEvent(language, prompt.event, iss(lane)),
  );
  const asked = newQuestions(before, after).map(
    ({ lane, question }) =>
      wire(lane) + sentenceOfQuestion(language, question.question, after.lanes[lane]!.tcb.state),
  );
  return [...entries, ...answered, ...prompts, ...asked];
}

/** The prompts of which fewer than ten seconds are left, told once each. */
function useSoon(): string {
  const { session } = useApp();
  const { t } = useWords();
  const [text, setText] = useState('');
  const told = useRef(new Set<number>());
  useEffect(() => {
    const timer = setInterval(() => {
      const now = performance.now();
      for (const [id, deadline] of session.deadlines.value) {
        const left = remainingAt(deadline, now);
        if (left > SOON || left === 0 || deadline.window <= SOON || told.current.has(id)) continue;
        told.current.add(id);
        setText(t('match.deadline-soon', { n: Math.ceil(left / 1000) }));
      }
    }, 500);
    return () => clearInterval(timer);
  }, [session, t]);
  return text;
}

export function LiveRegions() {
  const { session, hand } = useApp();
  const words = useWords();
  const view = session.update.value?.view ?? null;
  const before = useRef<SeatView | null>(null);
  const [news, setNews] = useState('');
  const soon = useSoon();
  useEffect(() => {
    if (view === null || view === before.current) return;
    const said = announcements(words, before.current, view);
    before.current = view;
    if (said.length > 0) setNews(said.join(' '));
  });
  const refused = hand.refused.value;
  return (
    <>
      <div class="only-read" aria-live="polite">
        {news}
      </div>
      <div class="only-read" aria-live="polite">
        {soon}
      </div>
      <div class="only-read" aria-live="assertive">
        {refused !== null && (
          <span key={refused.at}>
            {words.t('match.stamp.wrong')}. {questionOfRefusal(words.language, refused.refusal)}
          </span>
        )}
      </div>
    </>
  );
}
