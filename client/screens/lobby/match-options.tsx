import { HELP_STAGES } from '../../../shared/engine/match/level.ts';
import { TIME_FACTORS } from '../../../shared/protocol/messages.ts';
import { useWords } from '../../app-context.ts';
import type { Words } from '../../app-context.ts';
import { Choice } from '../../components/choice.tsx';
import type { LobbyChoices } from '../../session/preferences.ts';

interface Properties {
  readonly choices: LobbyChoices;
  readonly onChange: (change: Partial<LobbyChoices>) => void;
}

/** What is set, in a few words: nobody has to unfold anything to see it. */
function summaryOf({ t }: Words, { timed, speed, help, timeFactor, practice }: LobbyChoices): string {
  return [
    t(timed ? 'lobby.timed' : 'lobby.untimed'),
    ...(timed && speed ? [t('lobby.speed')] : []),
    ...(timed && timeFactor !== 100 ? [t(`lobby.time.${timeFactor}`)] : []),
    ...(practice ? [t('lobby.practice.short')] : []),
    t('lobby.help.summary', { help: t(help === null ? 'help.level' : `help.${help}`) }),
  ].join(t('list.point'));
}

/** Rarely changed, so folded away. */
export function MatchOptions({ choices, onChange }: Properties) {
  const words = useWords();
  const { t } = words;
  return (
    <details class="options">
      <summary>
        <span>{t('lobby.more')}</span>
        <span class="options-set">{summaryOf(words, choices)}</span>
      </summary>
      <div class="options-inside">
        <div class="clock-options">
          <Choice
            legend={t('lobby.options')}
            value={choices.timed ? 'timed' : 'untimed'}
            onChoose={(clock) => onChange({ timed: clock === 'timed' })}
            options={(['timed', 'untimed'] as const).map((clock) => ({
              value: clock,
              label: t(`lobby.${clock}`),
            }))}
          />
          <label class="check">
            <input
              type="checkbox"
              checked={choices.speed && choices.timed}
              disabled={!choices.timed}
              onChange={(event) => onChange({ speed: event.currentTarget.checked })}
            />
            {t('lobby.speed')}
          </label>
        </div>
        <label class="help-choice">
          <span>{t('lobby.help')}</span>
          <select
            class="field"
            value={choices.help ?? ''}
            onChange={(event) => {
              const { value } = event.currentTarget;
              onChange({ help: HELP_STAGES.find((stage) => stage === value) ?? null });
            }}
          >
            <option value="">{t('help.level')}</option>
            {HELP_STAGES.map((stage) => (
              <option key={stage} value={stage}>
                {t(`help.${stage}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="help-choice">
          <span>{t('lobby.time')}</span>
          <select
            class="field"
            disabled={!choices.timed}
            value={String(choices.timeFactor)}
            onChange={(event) => {
              const value = Number(event.currentTarget.value);
              onChange({ timeFactor: TIME_FACTORS.find((factor) => factor === value) ?? 100 });
            }}
          >
            {TIME_FACTORS.map((factor) => (
              <option key={factor} value={String(factor)}>
                {t(`lobby.time.${factor}`)}
              </option>
            ))}
          </select>
        </label>
        <label class="check">
          <input
            type="checkbox"
            checked={choices.practice}
            onChange={(event) => onChange({ practice: event.currentTarget.checked })}
          />
          {t('lobby.practice')}
        </label>
      </div>
    </details>
  );
}
