/** What was asked about the connection, what was answered, and why it is or is not so. */
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { nameOfPromptKind } from '../../../shared/i18n/name-of-prompt-kind.ts';
import type { Debrief } from '../../../shared/replay/debrief.ts';
import { useWords } from '../../app-context.ts';
import { AnsweredQuestion, verdictOfQuestion } from '../../components/answered-question.tsx';
import type { Viewpoint } from './viewpoint.ts';
import { sideOf } from './viewpoint.ts';

export function QuestionList({ debrief, viewpoint }: { debrief: Debrief; viewpoint: Viewpoint }) {
  const { t, language } = useWords();
  const seats: readonly Seat[] = viewpoint.own === null ? [viewpoint.left, viewpoint.right] : [viewpoint.own];
  const found = seats.flatMap((seat) => debrief.questions[seat].map((settled) => ({ seat, settled })));
  if (found.length === 0) return null;
  return (
    <section class="panel asked">
      <h2>{t('question.title')}</h2>
      <ul>
        {found.map(({ seat, settled }) => (
          <li key={`${seat}${String(settled.id)}`} class={`is-${verdictOfQuestion(settled)}`}>
            <h3>
              {nameOfPromptKind(language, `question/${settled.question}`)}
              {viewpoint.own === null && (
                <span class={`praise-by ${sideOf(viewpoint, seat)}`}> {viewpoint.names[seat]}</span>
              )}
              <span class="asked-verdict">{t(`question.verdict.${verdictOfQuestion(settled)}`)}</span>
            </h3>
            <AnsweredQuestion settled={settled} level={debrief.levelId} />
          </li>
        ))}
      </ul>
    </section>
  );
}
