/** The match to take home: its log, and what other programs read, made in the page from that log. */
import { useState } from 'preact/hooks';
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { saveFile } from '../../components/save-file.ts';
import type { FileKind } from './match-files.ts';

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
    if (log !== null) saveFile({ name: `${name}.json`, type: 'application/json', content: log });
  }

  async function saveAs(kind: FileKind, lane = 0): Promise<void> {
    const log = await session.log();
    if (log === null) return;
    try {
      const { makeMatchFile } = await import('./match-files.ts');
      const file = makeMatchFile(kind, log, { language, seat, lane });
      saveFile({ name: `${name}.${file.ending}`, type: file.type, content: file.content });
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
