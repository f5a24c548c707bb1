import type { LevelSummary } from '../../../shared/protocol/messages.ts';
import { isTextKey } from '../../../shared/i18n/translate.ts';
import type { Words } from '../../app-context.ts';
import { useWords } from '../../app-context.ts';
import { Choice } from '../../components/choice.tsx';
import { BestResult } from './best-result.tsx';

/** A level this build has no words for is still playable: its id must do. */
export function levelTitle({ t }: Words, id: string): string {
  const key = `level.${id}.title`;
  return isTextKey(key) ? t(key) : id;
}

function LevelNote({ level }: { level: LevelSummary }) {
  const { t } = useWords();
  const text = `level.${level.id}.text`;
  const difficulty = `difficulty.${level.difficulty}`;
  const help = `help.${level.help}`;
  return (
    <>
      {isTextKey(text) && t(text)}
      <span class="level-tags">
        {isTextKey(difficulty) && <span class={`tag tag-${level.difficulty}`}>{t(difficulty)}</span>}
        <BestResult level={level.id} />
        {isTextKey(help) && <span class="tag">{t(help)}</span>}
        {level.lanes > 1 && <span class="tag">{t('lobby.lanes.two')}</span>}
      </span>
    </>
  );
}

interface Properties {
  readonly levels: readonly LevelSummary[];
  readonly value: string;
  readonly onChoose: (level: string) => void;
}

export function LevelChoice({ levels, value, onChoose }: Properties) {
  const words = useWords();
  return (
    <Choice
      kind="tiles"
      legend={words.t('lobby.level')}
      value={value}
      onChoose={onChoose}
      options={levels.map((level) => ({
        value: level.id,
        label: levelTitle(words, level.id),
        note: <LevelNote level={level} />,
      }))}
    />
  );
}
