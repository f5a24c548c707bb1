/** How sure the player is of each kind of event by now: the latest tries of it, oldest first. */
import type { Debrief } from '../../../shared/replay/debrief.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { nameOfPromptKind } from '../../../shared/i18n/name-of-prompt-kind.ts';
import { useApp, useWords } from '../../app-context.ts';

export function Mastery({ debrief, seat }: { debrief: Debrief; seat: Seat }) {
  const { progress } = useApp();
  const { t, language } = useWords();
  const { concepts } = progress.value;
  const kinds = [...new Set(debrief.prompts.filter((one) => one.seat === seat).map(({ kind }) => kind))];
  const known = kinds.flatMap((kind) => {
    const mastery = concepts[kind];
    return mastery === undefined ? [] : [{ kind, ...mastery }];
  });
  if (known.length === 0) return null;
  return (
    <section class="panel mastery">
      <h2>{t('mastery.title')}</h2>
      <p>{t('mastery.note')}</p>
      <ul>
        {known.map(({ kind, first, wrong, recent }) => (
          <li key={kind}>
            <span class="mastery-kind">{nameOfPromptKind(language, kind)}</span>
            <span
              class="mastery-tries"
              role="img"
              aria-label={t('mastery.tries', { first, all: first + wrong })}
              title={t('mastery.tries', { first, all: first + wrong })}
            >
              {recent.map((isRight, index) => (
                <i key={index} class={isRight ? 'is-right' : 'is-wrong'} />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
