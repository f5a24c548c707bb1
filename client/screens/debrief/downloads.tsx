/** The match to take home: its log, and what other programs read, made in the page from that log. */
import { useState } from 'preact/hooks';
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import type { FileKind, MatchFile } from './match-files.ts';

function save({ content, type }: Omit<MatchFile, 'ending'>, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

export function Downloads() {
  const { session } = useApp();
  const { t, language } = useWords();
  const [failed, setFailed] = useState(false);
  const seated = session.seated.value;
  const lanes = session.debrief.value?.ladders.length ?? 1;
  const busy = session.busy.value;
  if (seated === null) return null;
  const { code, seat } = seated;
  const name = `shake-and-wave-${code === '' ? 'practice' : code}`;

  async function saveLog(): Promise<void> {
    const log = await session.log();
    if (log !== null) save({ content: log, type: 'application/json' }, `${name}.json`);
  }

  async function saveAs(kind: FileKind, lane = 0): Promise<void> {
    const log = await session.log();
    if (log === null) return;
    try {
      const { makeMatchFile } = await import('./match-files.ts');
      const file = makeMatchFile(kind, log, { language, seat, lane });
      save(file, `${name}.${file.ending}`);
      setFailed(false);
    } catch {
      // The server has been updated since this page was loaded, or is out of reach.
      setFailed(true);
    }
  }

  const button = (label: string, run: () => Promise<void>) => (
    <button key={label} type="button" class="button" disabled={busy} onClick={() => void run()}>
      <Icon name="download" />
      {label}
    </button>
  );

  return (
    <section class="downloads" aria-label={t('debrief.downloads')}>
      <h2>{t('debrief.downloads')}</h2>
      <div class="downloads-list">
        {button(t('debrief.capture'), () => saveAs('pcapng'))}
        {button(t('debrief.table'), () => saveAs('csv'))}
        {Array.from({ length: lanes }, (_, lane) =>
          button(lanes === 1 ? t('debrief.script') : t('debrief.script.lane', { n: lane + 1 }), () =>
            saveAs('packetdrill', lane),
          ),
        )}
        {button(t('debrief.log'), saveLog)}
      </div>
      <p role="status" class="downloads-failed">
        {failed && t('debrief.downloads.failed')}
      </p>
    </section>
  );
}
