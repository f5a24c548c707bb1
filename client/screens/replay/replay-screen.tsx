/** A replay link opened by anyone: the debrief of a match from nobody's side. */
import { useEffect, useState } from 'preact/hooks';
import type { Debrief } from '../../../shared/replay/debrief.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import { SEATS } from '../../../shared/engine/match/seat.ts';
import type { Words } from '../../app-context.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { lessonTitle } from '../../components/lesson-words.ts';
import { PageHead } from '../../components/page-head.tsx';
import type { OpenedReplay } from '../../session/open-replay.ts';
import { DebriefBody } from '../debrief/debrief-body.tsx';
import type { Viewpoint } from '../debrief/viewpoint.ts';
import { sideOf, useViewpoint } from '../debrief/viewpoint.ts';

type Opened = Extract<OpenedReplay, { readonly ok: true }>;
type Closed = Exclude<OpenedReplay, Opened>;

const nameOf = ({ t }: Words, { debrief, names }: Opened, seat: Seat): string =>
  names[seat] ?? t(debrief.bots[seat] ? 'replay.seat.bot' : 'replay.seat', { seat });

function ReplayHead({ debrief, viewpoint }: { debrief: Debrief; viewpoint: Viewpoint }) {
  const words = useWords();
  const { t } = words;
  const { names } = viewpoint;
  return (
    <section class="panel replay-head">
      <p class="replay-kind">{t('replay.title')}</p>
      <h1>
        {t('replay.heading', { level: lessonTitle(words.language, debrief.levelId), A: names.A, B: names.B })}
      </h1>
      <ul>
        {SEATS.map((seat) => (
          <li key={seat} class={sideOf(viewpoint, seat)}>
            <strong>{names[seat]}</strong>
            <span
              class="replay-stars"
              role="img"
              aria-label={t('debrief.stars', { n: debrief.scores[seat].stars })}
            >
              {[1, 2, 3].map((n) => (
                <span key={n} data-won={debrief.scores[seat].stars >= n}>
                  <Icon name="star" filled />
                </span>
              ))}
            </span>
            <span>{t('replay.score', { n: debrief.scores[seat].score })}</span>
          </li>
        ))}
      </ul>
      <p class="big-note">{t(`debrief.ended.${debrief.ended}`)}</p>
    </section>
  );
}

function Replay({ opened }: { opened: Opened }) {
  const words = useWords();
  const viewpoint = useViewpoint(null, nameOf(words, opened, 'A'), nameOf(words, opened, 'B'));
  const { debrief, log } = opened;
  return (
    <DebriefBody
      debrief={debrief}
      viewpoint={viewpoint}
      loadLog={() => Promise.resolve(log)}
      head={<ReplayHead debrief={debrief} viewpoint={viewpoint} />}
    />
  );
}

function NoReplay({ code, onTryAgain }: { code: Closed['code']; onTryAgain: () => void }) {
  const { t } = useWords();
  return (
    <main class="replay-none">
      <section class="panel" role="alert">
        <h1>{t(code)}</h1>
        <p>{t(`${code}.text`)}</p>
        <div class="row">
          {code === 'replay/failed' && (
            <button type="button" class="button button-mine" onClick={onTryAgain}>
              <Icon name="again" />
              {t('replay.try-again')}
            </button>
          )}
          <a class="button" href="/">
            {t('replay.to-game')}
          </a>
        </div>
      </section>
    </main>
  );
}

export function ReplayScreen({ id }: { id: string }) {
  const { openReplay } = useApp();
  const { t } = useWords();
  const [opened, setOpened] = useState<OpenedReplay | null>(null);
  const [attempt, setAttempt] = useState(1);
  useEffect(() => {
    let isWanted = true;
    setOpened(null);
    void openReplay(id).then((result) => {
      if (isWanted) setOpened(result);
    });
    return () => {
      isWanted = false;
    };
  }, [openReplay, id, attempt]);
  return (
    <div class="debrief">
      <PageHead title={t('app.title')} home="/">
        {opened?.ok === true && (
          <a class="button" href="/">
            {t('replay.to-game')}
          </a>
        )}
      </PageHead>
      {opened === null && (
        <main class="replay-none">
          <p role="status">{t('replay.loading')}</p>
        </main>
      )}
      {opened?.ok === false && (
        <NoReplay code={opened.code} onTryAgain={() => setAttempt((before) => before + 1)} />
      )}
      {opened?.ok === true && <Replay opened={opened} />}
    </div>
  );
}
