/** The first thing anybody sees: what the game is, and three ways into it. */
import type { ComponentChildren } from 'preact';
import type { Lesson } from '../../../shared/levels/catalogue.ts';
import { lessonById } from '../../../shared/levels/catalogue.ts';
import { introductionOf } from '../../../shared/levels/introduction.ts';
import { useApp, useWords } from '../../app-context.ts';
import { PageHead } from '../../components/page-head.tsx';
import { LessonCard } from '../../components/lesson-card.tsx';
import { PlayerNameField } from '../../components/player-name-field.tsx';
import type { LobbyChoices } from '../../session/preferences.ts';
import type { Progress } from '../../session/progress.ts';
import { isOpen, nextLesson } from '../../session/unlocking.ts';
import { Handshake } from './handshake.tsx';
import { JoinForm } from './join-form.tsx';
import { LessonMap } from './lesson-map.tsx';
import { MatchOptions } from './match-options.tsx';
import { OfferedSeat } from './offered-seat.tsx';
import { RoleChoice } from './role-choice.tsx';
import { Ways } from './ways.tsx';

/** Who comes by invitation wants to join first of all. */
function OwnMatch({ isFolded, children }: { isFolded: boolean; children: ComponentChildren }) {
  const { t } = useWords();
  if (!isFolded) return <>{children}</>;
  return (
    <details class="own-match">
      <summary>{t('lobby.own')}</summary>
      {children}
    </details>
  );
}

/** The last choice, if it is open; otherwise what comes next. */
function chosenLesson(id: string, progress: Progress, unlockAll: boolean): Lesson {
  const chosen = lessonById(id);
  return chosen !== null && isOpen(progress, chosen, unlockAll) ? chosen : nextLesson(progress);
}

export function LobbyScreen({ invitation }: { invitation: string | null }) {
  const { preferences, progress } = useApp();
  const { t } = useWords();
  const choices = preferences.choices.value;
  const lesson = chosenLesson(choices.level, progress.value, preferences.unlockAll.value);
  const choose = (change: Partial<LobbyChoices>) => {
    preferences.choices.value = { ...choices, ...change };
  };

  return (
    <div class="lobby">
      <PageHead title={t('app.title')} />
      <main class="lobby-main">
        <section class="hero">
          <h1>{t('app.title')}</h1>
          <p class="hero-tagline">{t('app.tagline')}</p>
          <Handshake />
          <LessonMap value={lesson.file.id} onChoose={(level) => choose({ level })} />
        </section>
        <section class={`start panel ${invitation === null ? '' : 'is-invited'}`}>
          <OfferedSeat />
          {invitation === null && (
            <LessonCard key={lesson.file.id} introduction={introductionOf(lesson)} lesson={lesson} />
          )}
          {invitation !== null && <p class="invited">{t('lobby.join.invited', { code: invitation })}</p>}
          <PlayerNameField />
          {invitation !== null && <JoinForm invitation={invitation} />}
          <OwnMatch isFolded={invitation !== null}>
            <RoleChoice value={choices.seat} onChoose={(seat) => choose({ seat })} />
            <MatchOptions choices={choices} onChange={choose} />
            <Ways choices={choices} lesson={lesson} level={lesson.file.id} onChange={choose} />
          </OwnMatch>
          {invitation === null && <JoinForm invitation={null} />}
        </section>
      </main>
    </div>
  );
}
