/** "What if": the endpoints play the lesson under a rule switched wrong, and the harm is named; then it is played right. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { sha256Hex } from '../../../shared/engine/base/sha256.ts';
import { sentenceOfHarm } from '../../../shared/i18n/sentence-of-harm.ts';
import type { Lesson } from '../../../shared/levels/catalogue.ts';
import type { Scene } from '../../../shared/replay/scene.ts';
import { useApp, useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { lessonTexts } from '../../components/lesson-words.ts';
import { PageHead } from '../../components/page-head.tsx';
import type { OpenScene } from '../../session/scene.ts';
import { ReplayPlayer } from '../debrief/replay-player.tsx';
import { usePlayhead } from '../debrief/use-playhead.ts';
import { useViewpoint } from '../debrief/viewpoint.ts';

function useScene({ file, level }: Lesson): Scene | null {
  const [scene, setScene] = useState<Scene | null>(null);
  useEffect(() => {
    let isWanted = true;
    void import('../../../shared/replay/scene.ts').then(({ sceneOf }) => {
      if (isWanted && file.whatIf !== undefined) setScene(sceneOf(level, file.whatIf, sha256Hex(file.id)));
    });
    return () => {
      isWanted = false;
    };
  }, [file, level]);
  return scene;
}

function SceneStory({ lesson, playRight }: { lesson: Lesson; playRight: OpenScene['playRight'] }) {
  const { scene: stage } = useApp();
  const { t, language } = useWords();
  const { file } = lesson;
  const texts = lessonTexts(file, language);
  return (
    <section class="panel scene-story">
      <p class="scene-banner">
        <Icon name="hint" />
        {t('scene.broken')}
      </p>
      <h1>{texts?.title}</h1>
      {file.whatIf !== undefined && <p class="scene-rule">{t(`rule.${file.whatIf}`)}</p>}
      <p class="lesson-story">{texts?.story}</p>
      <div class="row">
        {playRight !== null && (
          <button
            type="button"
            class="button button-big button-mine"
            onClick={() => {
              stage.close();
              playRight();
            }}
          >
            {t('scene.play-right')}
          </button>
        )}
        <button type="button" class="button button-quiet" onClick={stage.close}>
          {t('scene.back')}
        </button>
      </div>
    </section>
  );
}

function ScenePlayer({ scene }: { scene: Scene }) {
  const { t, language } = useWords();
  const names = { A: t('lobby.client'), B: t('lobby.server') };
  const viewpoint = useViewpoint(null, names.A, names.B);
  const [ladders] = useState([scene.ladder]);
  const playhead = usePlayhead(ladders);
  const scrub = useRef<HTMLInputElement>(null);
  useEffect(() => playhead.toggle(), [playhead]);
  const isOver = playhead.played.value >= playhead.timeline.value.length;
  return (
    <>
      <ReplayPlayer
        title={t('scene.title')}
        debrief={{ ladders, rounds: false, wrongPlays: [] }}
        viewpoint={viewpoint}
        playhead={playhead}
        scrub={scrub}
      />
      <section class={`panel scene-harm ${isOver ? 'is-told' : ''}`} aria-live="polite">
        <h2>{t('scene.harm')}</h2>
        {isOver ? (
          <ul>
            {scene.harms.map((harm) => (
              <li key={`${harm.kind}${harm.seat}`}>{sentenceOfHarm(language, harm, names)}</li>
            ))}
          </ul>
        ) : (
          <p>{t('scene.watch')}</p>
        )}
      </section>
    </>
  );
}

export function SceneScreen({ open: { lesson, playRight } }: { open: OpenScene }) {
  const { t } = useWords();
  const scene = useScene(lesson);
  return (
    <div class="debrief scene">
      <PageHead title={t('app.title')} />
      <main class="debrief-main">
        <div class="debrief-head">
          <SceneStory lesson={lesson} playRight={playRight} />
        </div>
        {scene === null ? <p role="status">{t('app.loading')}</p> : <ScenePlayer scene={scene} />}
      </main>
    </div>
  );
}
