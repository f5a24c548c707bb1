/** The way through the lessons: what is done, what is open, what comes next. */
import { useId, useState } from 'preact/hooks';
import type { Lesson } from '../../../shared/levels/catalogue.ts';
import { CAMPAIGN, QUICK, WHAT_IFS } from '../../../shared/levels/catalogue.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Choice } from '../../components/choice.tsx';
import { Icon } from '../../components/icon.tsx';
import { lessonTexts, lessonTitle } from '../../components/lesson-words.ts';
import { EDITOR_ADDRESS } from '../../session/own-level.ts';
import { isOpen } from '../../session/unlocking.ts';

const GROUPS = ['campaign', 'what-if', 'quick'] as const;
type Group = (typeof GROUPS)[number];

const LESSONS_OF: { readonly [group in Group]: readonly Lesson[] } = {
  campaign: CAMPAIGN,
  'what-if': WHAT_IFS,
  quick: QUICK,
};

const groupOf = (id: string): Group =>
  GROUPS.find((group) => LESSONS_OF[group].some(({ file }) => file.id === id)) ?? 'campaign';

function Stars({ level }: { level: string }) {
  const { t } = useWords();
  const { levels, untimed } = useApp().progress.value;
  const told = [
    { best: levels[level], key: 'lobby.best' } as const,
    { best: untimed[level], key: 'lobby.best.untimed' } as const,
  ].flatMap(({ best, key }) => (best === undefined || best.stars === 0 ? [] : [{ best, key }]));
  if (told.length === 0) return null;
  const stars = Math.max(...told.map(({ best }) => best.stars));
  const words = told.map(({ best, key }) => t(key, { stars: best.stars, score: best.score })).join(' · ');
  return (
    <span class="lesson-stars" role="img" aria-label={words} title={words}>
      {[1, 2, 3].map((n) => (
        <Icon key={n} name="star" filled={stars >= n} />
      ))}
    </span>
  );
}

interface StopProperties {
  readonly lesson: Lesson;
  /** Null outside of the campaign. */
  readonly number: number | null;
  readonly name: string;
  readonly isChosen: boolean;
  readonly onChoose: (level: string) => void;
}

function Stop({ lesson, number, name, isChosen, onChoose }: StopProperties) {
  const { progress, preferences } = useApp();
  const { t, language } = useWords();
  const { file } = lesson;
  const open = isOpen(progress.value, lesson, preferences.unlockAll.value);
  const key = file.opensAfter === undefined ? '' : lessonTitle(language, file.opensAfter);
  return (
    <li>
      <label
        class={`lesson-stop ${open ? '' : 'is-locked'}`}
        title={open ? undefined : t('lobby.locked', { lesson: key })}
      >
        <input
          type="radio"
          name={name}
          value={file.id}
          checked={isChosen}
          disabled={!open}
          onChange={() => onChoose(file.id)}
        />
        <span class="lesson-face">
          <span class="lesson-number" aria-hidden="true">
            {open ? (
              (number ?? <Icon name={file.whatIf === undefined ? 'friend' : 'hint'} />)
            ) : (
              <Icon name="lock" />
            )}
          </span>
          <span class="lesson-title">{lessonTexts(file, language)?.title}</span>
          <Stars level={file.id} />
          {!open && <span class="only-read">{t('lobby.locked', { lesson: key })}</span>}
        </span>
      </label>
    </li>
  );
}

export function LessonMap({ value, onChoose }: { value: string; onChoose: (level: string) => void }) {
  const { preferences } = useApp();
  const { t } = useWords();
  const [group, setGroup] = useState<Group>(groupOf(value));
  const name = useId();
  return (
    <section class="lesson-map" aria-label={t('lobby.level')}>
      <Choice
        legend={t('lobby.level')}
        value={group}
        onChoose={setGroup}
        options={GROUPS.map((one) => ({ value: one, label: t(`lobby.group.${one}`) }))}
      />
      <ol class={`lesson-stops is-${group}`}>
        {LESSONS_OF[group].map((lesson, index) => (
          <Stop
            key={lesson.file.id}
            lesson={lesson}
            number={group === 'campaign' ? index + 1 : null}
            name={name}
            isChosen={lesson.file.id === value}
            onChoose={onChoose}
          />
        ))}
      </ol>
      <div class="lesson-map-foot">
        <label class="check unlock-all">
          <input
            type="checkbox"
            checked={preferences.unlockAll.value}
            onChange={(event) => {
              preferences.unlockAll.value = event.currentTarget.checked;
            }}
          />
          {t('lobby.unlock-all')}
        </label>
        <a class="own-level-link" href={EDITOR_ADDRESS}>
          {t('lobby.own-level')}
        </a>
      </div>
    </section>
  );
}
