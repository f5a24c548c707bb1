/** The text itself. A file may be dropped on it. */
import type { Ref } from 'preact';
import { useImperativeHandle, useRef, useState } from 'preact/hooks';
import { useApp, useWords } from '../../app-context.ts';
import type { FileTrouble } from './read-file.ts';
import { readLevelText } from './read-file.ts';

export interface LevelTextHandle {
  /** Marks the line and brings it into sight. */
  readonly goToLine: (line: number) => void;
}

interface Properties {
  readonly value: string;
  readonly onWrite: (text: string) => void;
  readonly handle: Ref<LevelTextHandle>;
}

function markLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  // Lines do not wrap, so all are equally high.
  area.scrollTop = (area.scrollHeight / lines.length) * (line - 4);
}

export function LevelText({ value, onWrite, handle }: Properties) {
  const { ownLevel } = useApp();
  const { t } = useWords();
  const area = useRef<HTMLTextAreaElement>(null);
  const [trouble, setTrouble] = useState<FileTrouble | null>(null);
  useImperativeHandle(
    handle,
    () => ({
      goToLine: (line) => {
        if (area.current !== null) markLine(area.current, line);
      },
    }),
    [],
  );

  async function drop(event: DragEvent): Promise<void> {
    const file = event.dataTransfer?.files[0];
    if (file === undefined) return;
    event.preventDefault();
    const read = await readLevelText(file);
    setTrouble(read.ok ? null : read.trouble);
    if (read.ok) ownLevel.replace(read.text);
  }

  return (
    <label class="level-text">
      <span>{t('own-level.text')}</span>
      <textarea
        ref={area}
        class="field"
        wrap="off"
        spellcheck={false}
        autocapitalize="off"
        autocomplete="off"
        placeholder={t('own-level.text.empty')}
        value={value}
        onInput={(event) => onWrite(event.currentTarget.value)}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => void drop(event)}
      />
      <span role="alert" class="check-bad">
        {trouble !== null && t(`own-level.${trouble}`)}
      </span>
    </label>
  );
}
