/** What is wrong with the level, place by place; or how it played. */
import type { ComponentChildren } from 'preact';
import type { LessonReport } from '../../../shared/level-check/check-lesson.ts';
import type { LevelFileIssue } from '../../../shared/levels/parse-level-file.ts';
import {
  placeOfLevelIssue,
  sentenceOfLessonFault,
  sentenceOfLevelIssue,
} from '../../../shared/i18n/sentence-of-level-issue.ts';
import { useWords } from '../../app-context.ts';
import { CHECK_WITHIN, IN_PAGE } from '../../level-files/check-level.ts';
import type { LevelCheck } from './use-level-check.ts';

/** A text that is no level at all breaks many rules at once. */
const MOST_SHOWN = 12;

interface Properties {
  readonly check: LevelCheck;
  readonly text: string;
  readonly goToLine: (line: number) => void;
}

function Issues({
  issues,
  text,
  goToLine,
}: Omit<Properties, 'check'> & { issues: readonly LevelFileIssue[] }) {
  const { t, language } = useWords();
  return (
    <>
      <p class="check-bad">{t('own-level.check.issues', { n: issues.length })}</p>
      <ul class="check-list">
        {issues.slice(0, MOST_SHOWN).map((issue, index) => (
          <li key={index}>
            <button type="button" class="check-place" onClick={() => goToLine(issue.line)}>
              <span class="tag">{t('own-level.line', { n: issue.line })}</span>
              {issue.code !== 'file/not-json' && placeOfLevelIssue(language, issue.path, text)}
            </button>
            <p>{sentenceOfLevelIssue(language, issue)}</p>
          </li>
        ))}
      </ul>
      {issues.length > MOST_SHOWN && <p>{t('own-level.check.more', { n: issues.length - MOST_SHOWN })}</p>}
    </>
  );
}

function Report({ report }: { report: LessonReport }) {
  const { t, language } = useWords();
  const { faults, prompts } = report;
  if (faults.length === 0) {
    return (
      <p class="check-good">
        {t('own-level.check.sound', { seeds: IN_PAGE.seeds, a: prompts.A, b: prompts.B })}
      </p>
    );
  }
  return (
    <>
      <p class="check-bad">{t('own-level.check.faults')}</p>
      <ul class="check-list">
        {faults.map((fault, index) => (
          <li key={index}>
            <p>{sentenceOfLessonFault(language, fault)}</p>
            <code>{fault.detail}</code>
          </li>
        ))}
      </ul>
      <p class="check-note">{t('own-level.check.playable')}</p>
    </>
  );
}

function Outcome({ check, text, goToLine }: Properties): ComponentChildren {
  const { t } = useWords();
  switch (check.kind) {
    case 'issues':
      return <Issues issues={check.issues} text={text} goToLine={goToLine} />;
    case 'playing':
      return <p class="check-note">{t('own-level.check.playing')}</p>;
    case 'report':
      return <Report report={check.report} />;
    case 'too-slow':
      return <p class="check-bad">{t('own-level.check.too-slow', { n: CHECK_WITHIN })}</p>;
    case 'failed':
      return <p class="check-bad">{t('own-level.check.failed')}</p>;
    case 'empty':
    default:
      return (
        <ol class="check-steps">
          {([1, 2, 3, 4] as const).map((n) => (
            <li key={n}>{t(`own-level.steps.${n}`)}</li>
          ))}
        </ol>
      );
  }
}

export function CheckResult(properties: Properties) {
  const { t } = useWords();
  return (
    <section class="check-result panel">
      <h2>{t(properties.check.kind === 'empty' ? 'own-level.steps' : 'own-level.check')}</h2>
      <div aria-live="polite">
        <Outcome {...properties} />
      </div>
    </section>
  );
}
