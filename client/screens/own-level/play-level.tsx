/** The level's card, and the two ways to play it: as a lesson in the lobby, but unranked. */
import type { Lesson } from '../../../shared/levels/catalogue.ts';
import { introductionOf } from '../../../shared/levels/introduction.ts';
import { useApp, useWords } from '../../app-context.ts';
import { LessonCard } from '../../components/lesson-card.tsx';
import { PlayerNameField } from '../../components/player-name-field.tsx';
import type { LobbyChoices } from '../../session/preferences.ts';
import { MatchOptions } from '../lobby/match-options.tsx';
import { RoleChoice } from '../lobby/role-choice.tsx';
import { Ways } from '../lobby/ways.tsx';

interface Properties {
  readonly text: string;
  readonly lesson: Lesson;
  /** Whose level it is, and that it counts for nothing. */
  readonly note: string;
  readonly heading?: 'h1' | 'h2';
}

export function PlayLevel({ text, lesson, note, heading = 'h2' }: Properties) {
  const { preferences } = useApp();
  const { t } = useWords();
  const choices = preferences.choices.value;
  const choose = (change: Partial<LobbyChoices>) => {
    preferences.choices.value = { ...choices, ...change };
  };
  return (
    <section class="play-level start panel" aria-label={t('own-level.play')}>
      <p class="play-level-note">{note}</p>
      <LessonCard introduction={introductionOf(lesson)} lesson={lesson} heading={heading} />
      <PlayerNameField />
      <RoleChoice value={choices.seat} onChoose={(seat) => choose({ seat })} />
      <MatchOptions choices={choices} onChange={choose} />
      <Ways choices={choices} lesson={lesson} level={{ file: text }} onChange={choose} />
    </section>
  );
}
