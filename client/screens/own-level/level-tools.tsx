/** Where a text may come from, and where it may go: a lesson, a file, the text before. */
import { useState } from 'preact/hooks';
import { LESSONS, lessonById } from '../../../shared/levels/catalogue.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { lessonTitle } from '../../components/lesson-words.ts';
import { saveFile } from '../../components/save-file.ts';
import type { FileTrouble } from './read-file.ts';
import { readLevelText } from './read-file.ts';

function StartFrom() {
  const { ownLevel } = useApp();
  const { t, language } = useWords();

  function take(id: string): void {
    const lesson = lessonById(id);
    if (lesson !== null) ownLevel.replace(`${JSON.stringify(lesson.file, null, 2)}\n`);
  }

  return (
    <label class="help-choice">
      <span>{t('own-level.source')}</span>
      <select class="field" value="" onChange={(event) => take(event.currentTarget.value)}>
        <option value="">{t('own-level.source.choose')}</option>
        {LESSONS.map(({ file: { id } }) => (
          <option key={id} value={id}>
            {lessonTitle(language, id)}
          </option>
        ))}
      </select>
    </label>
  );
}

function OpenFile({ onTrouble }: { onTrouble: (trouble: FileTrouble | null) => void }) {
  const { ownLevel } = useApp();
  const { t } = useWords();

  async function open(input: HTMLInputElement): Promise<void> {
    const file = input.files?.[0];
    if (file === undefined) return;
    const read = await readLevelText(file);
    // The same file may be chosen again, once it has been changed.
    input.value = '';
    onTrouble(read.ok ? null : read.trouble);
    if (read.ok) ownLevel.replace(read.text);
  }

  return (
    <label class="button file-button">
      <input
        type="file"
        class="only-read"
        accept=".json,.txt,application/json,text/plain"
        onChange={(event) => void open(event.currentTarget)}
      />
      {t('own-level.open')}
    </label>
  );
}

export function LevelTools() {
  const { ownLevel } = useApp();
  const { t } = useWords();
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  const text = ownLevel.draft.value;
  return (
    <div class="level-tools">
      <StartFrom />
      <OpenFile onTrouble={setTrouble} />
      <button
        type="button"
        class="button"
        disabled={text === ''}
        onClick={() => saveFile({ name: 'level.json', type: 'application/json', content: text })}
      >
        <Icon name="download" />
        {t('own-level.download')}
      </button>
      {ownLevel.before.value !== '' && (
        <button type="button" class="button button-quiet" onClick={ownLevel.undo}>
          <Icon name="again" />
          {t('own-level.undo')}
        </button>
      )}
      <p role="alert" class="check-bad">
        {trouble !== null && t(`own-level.${trouble}`)}
      </p>
    </div>
  );
}
