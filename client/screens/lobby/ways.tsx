/** The two ways to begin a match of one's own: with a friend, or against the bot. */
import type { CreateMatch, LevelChoice } from '../../../shared/protocol/messages.ts';
import { SKILLS } from '../../../shared/protocol/messages.ts';
import type { Lesson } from '../../../shared/levels/catalogue.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Choice } from '../../components/choice.tsx';
import { Icon } from '../../components/icon.tsx';
import type { LobbyChoices } from '../../session/preferences.ts';
import { PracticeNote } from './practice-note.tsx';

interface Properties {
  readonly choices: LobbyChoices;
  readonly lesson: Lesson;
  /** What the match is made of: the lesson's name, or its text. */
  readonly level: LevelChoice;
  readonly onChange: (change: Partial<LobbyChoices>) => void;
}

export function Ways({ choices, lesson, level, onChange }: Properties) {
  const { session, preferences, scene } = useApp();
  const { t } = useWords();
  const isOffline = session.link.value === 'offline';

  function create(opponent: CreateMatch['opponent']): void {
    const name = preferences.name.value.trim();
    const { seat, timed, help, timeFactor } = choices;
    if (name === '') {
      session.fail('name-missing');
      return;
    }
    const speed = timed && choices.speed;
    const begin = (): void =>
      void session.create({ level, name, seat, opponent, timed, speed, help, timeFactor });
    // Alone one first sees the harm; with a friend the waiting room offers it.
    const isWhatIf = lesson.file.whatIf !== undefined;
    if (isWhatIf && opponent.kind === 'bot') scene.show({ lesson, playRight: begin });
    else begin();
  }

  return (
    <div class="ways">
      <div class="way">
        <button
          type="button"
          class="button button-big button-mine"
          disabled={session.busy.value || isOffline}
          onClick={() => create({ kind: 'person' })}
        >
          <Icon name="friend" />
          {t('lobby.friend')}
        </button>
        <p>{t('lobby.friend.note')}</p>
      </div>
      <div class="way">
        <button
          type="button"
          class="button button-big button-peer"
          disabled={session.busy.value}
          onClick={() => create({ kind: 'bot', skill: choices.skill })}
        >
          <Icon name="bot" />
          {t('lobby.bot')}
        </button>
        <Choice
          legend={t('lobby.bot.skill')}
          value={choices.skill}
          onChoose={(skill) => onChange({ skill })}
          options={SKILLS.map((skill) => ({ value: skill, label: t(`lobby.bot.${skill}`) }))}
        />
      </div>
      <PracticeNote isOffline={isOffline} isChosen={choices.practice} />
    </div>
  );
}
