/** The first thing anybody sees: what the game is, and three ways into it. */
import type { ComponentChildren } from 'preact';
import { useApp, useWords } from '../../app-context.ts';
import { PageTools } from '../../components/page-tools.tsx';
import type { LobbyChoices } from '../../session/preferences.ts';
import { Handshake } from './handshake.tsx';
import { JoinForm } from './join-form.tsx';
import { LevelChoice } from './level-choice.tsx';
import { MatchOptions } from './match-options.tsx';
import { OfferedSeat } from './offered-seat.tsx';
import { RoleChoice } from './role-choice.tsx';
import { Ways } from './ways.tsx';

/** What the lobby shows before the server has told its list. */
const EXPECTED_LEVELS = [
  { id: 'clean', lanes: 1, difficulty: 'novice', help: 'choose' },
  { id: 'lost', lanes: 1, difficulty: 'novice', help: 'choose' },
  { id: 'storm', lanes: 2, difficulty: 'standard', help: 'type' },
] as const;

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

export function LobbyScreen({ invitation }: { invitation: string | null }) {
  const { session, preferences } = useApp();
  const { t } = useWords();
  const choices = preferences.choices.value;
  const levels = session.levels.value.length > 0 ? session.levels.value : EXPECTED_LEVELS;
  const level = levels.find(({ id }) => id === choices.level)?.id ?? levels[0]?.id ?? '';
  const choose = (change: Partial<LobbyChoices>) => {
    preferences.choices.value = { ...choices, ...change };
  };

  return (
    <div class="lobby">
      <header class="lobby-head">
        <span class="brand">
          <img src="/icon.svg" alt="" width="36" height="36" />
          {t('app.title')}
        </span>
        <PageTools />
      </header>
      <main class="lobby-main">
        <section class="hero">
          <h1>{t('app.title')}</h1>
          <p class="hero-tagline">{t('app.tagline')}</p>
          <Handshake />
          <p class="hero-pitch">{t('lobby.pitch')}</p>
        </section>
        <section class={`start panel ${invitation === null ? '' : 'is-invited'}`}>
          <OfferedSeat />
          {invitation !== null && <p class="invited">{t('lobby.join.invited', { code: invitation })}</p>}
          <label class="name-label">
            <span>{t('lobby.name')}</span>
            <input
              class="field"
              maxLength={24}
              autocomplete="nickname"
              placeholder={t('lobby.name.placeholder')}
              value={preferences.name.value}
              onInput={(event) => {
                preferences.name.value = event.currentTarget.value;
              }}
            />
          </label>
          {invitation !== null && <JoinForm invitation={invitation} />}
          <OwnMatch isFolded={invitation !== null}>
            <RoleChoice value={choices.seat} onChoose={(seat) => choose({ seat })} />
            <LevelChoice levels={levels} value={level} onChoose={(chosen) => choose({ level: chosen })} />
            <MatchOptions choices={choices} onChange={choose} />
            <Ways choices={choices} level={level} onChange={choose} />
          </OwnMatch>
          {invitation === null && <JoinForm invitation={null} />}
        </section>
      </main>
    </div>
  );
}
