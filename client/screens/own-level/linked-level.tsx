/** A level that came in a link: what it is about, and whose; nothing of it is trusted. */
import { useEffect, useState } from 'preact/hooks';
import { placeOfLevelIssue, sentenceOfLevelIssue } from '../../../shared/i18n/sentence-of-level-issue.ts';
import type { Lesson } from '../../../shared/levels/catalogue.ts';
import type { LevelFileIssue } from '../../../shared/levels/parse-level-file.ts';
import { useApp, useWords } from '../../app-context.ts';
import { lessonOf, parseLevelFile } from '../../level-files/level-files.ts';
import type { LinkFault } from '../../level-files/level-link.ts';
import { readLevelLink } from '../../level-files/level-link.ts';
import { EDITOR_ADDRESS } from '../../session/own-level.ts';
import { PlayLevel } from './play-level.tsx';

type Linked =
  | { readonly kind: 'reading' }
  | { readonly kind: 'fault'; readonly fault: LinkFault }
  | { readonly kind: 'no-level'; readonly text: string; readonly issue: LevelFileIssue }
  | { readonly kind: 'level'; readonly text: string; readonly lesson: Lesson };

async function linkedLevel(data: string): Promise<Linked> {
  const read = await readLevelLink(data);
  if (!read.ok) return { kind: 'fault', fault: read.fault };
  const { text } = read;
  const parsed = parseLevelFile(text);
  return parsed.ok
    ? { kind: 'level', text, lesson: lessonOf(parsed.file) }
    : { kind: 'no-level', text, issue: parsed.issues[0]! };
}

/** As people like to read it; as it is, if it is no JSON. */
function laidOut(text: string): string {
  try {
    return `${JSON.stringify(JSON.parse(text), null, 2)}\n`;
  } catch {
    return text;
  }
}

function EditButton({ text }: { text: string }) {
  const { ownLevel } = useApp();
  const { t } = useWords();
  return (
    <button
      type="button"
      class="button button-quiet"
      onClick={() => {
        ownLevel.replace(laidOut(text));
        location.hash = EDITOR_ADDRESS;
      }}
    >
      {t('own-level.shared.edit')}
    </button>
  );
}

function Trouble({ linked }: { linked: Exclude<Linked, { readonly kind: 'level' }> }) {
  const { t, language } = useWords();
  switch (linked.kind) {
    case 'fault':
      return (
        <p role="alert" class="check-bad">
          {t(`own-level.link.${linked.fault}`)}
        </p>
      );
    case 'no-level':
      return (
        <>
          <div role="alert">
            <p class="check-bad">{t('own-level.link.no-level')}</p>
            <p>
              {t('level-place.field', {
                place: placeOfLevelIssue(language, linked.issue.path, linked.text),
                field: sentenceOfLevelIssue(language, linked.issue),
              })}
            </p>
          </div>
          <EditButton text={linked.text} />
        </>
      );
    case 'reading':
    default:
      return <p role="status">{t('app.loading')}</p>;
  }
}

export function LinkedLevel({ data }: { data: string }) {
  const { t } = useWords();
  const [linked, setLinked] = useState<Linked>({ kind: 'reading' });
  useEffect(() => {
    let isWanted = true;
    void linkedLevel(data).then((one) => {
      if (isWanted) setLinked(one);
    });
    return () => {
      isWanted = false;
    };
  }, [data]);
  return (
    <main class="linked-level">
      {linked.kind === 'level' ? (
        <>
          <PlayLevel text={linked.text} lesson={linked.lesson} note={t('own-level.shared')} heading="h1" />
          <EditButton text={linked.text} />
        </>
      ) : (
        <section class="linked-trouble panel">
          <h1>{t('own-level.title')}</h1>
          <Trouble linked={linked} />
        </section>
      )}
    </main>
  );
}
