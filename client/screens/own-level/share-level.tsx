/** The whole level as a link: no server keeps it. */
import { useEffect, useState } from 'preact/hooks';
import { useWords } from '../../app-context.ts';
import { CopyField } from '../../components/copy-field.tsx';
import { writeLevelLink } from '../../level-files/level-link.ts';
import { levelLink } from '../../session/own-level.ts';

/** What common chat programs and mail pass on whole, letters. */
const LONG = 2000;

/** Without its line breaks and indents the link is shorter. */
const packed = (text: string): string => JSON.stringify(JSON.parse(text));

export function ShareLevel({ text }: { text: string }) {
  const { t } = useWords();
  const [link, setLink] = useState('');
  useEffect(() => {
    let isWanted = true;
    void writeLevelLink(packed(text)).then((data) => {
      if (isWanted) setLink(levelLink(location.origin, location.pathname, data));
    });
    return () => {
      isWanted = false;
    };
  }, [text]);
  return (
    <section class="share-level panel">
      <h2>{t('own-level.share')}</h2>
      <CopyField label={t('own-level.share.link')} value={link} />
      {link.length > LONG && <p class="check-note">{t('own-level.share.long', { n: link.length })}</p>}
    </section>
  );
}
