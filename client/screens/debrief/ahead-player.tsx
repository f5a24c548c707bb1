/** Look ahead: what would have followed had a refused card gone out, played from the moment it leaves. */
import { useEffect, useMemo, useRef } from 'preact/hooks';
import { sentenceOfConsequence } from '../../../shared/i18n/sentence-of-consequence.ts';
import type { LookAhead } from '../../../shared/replay/look-ahead.ts';
import { useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import { justBefore } from './playhead.ts';
import { ReplayPlayer } from './replay-player.tsx';
import { usePlayhead } from './use-playhead.ts';
import type { Viewpoint } from './viewpoint.ts';

interface Properties {
  readonly ahead: LookAhead;
  readonly viewpoint: Viewpoint;
  /** What the button says that leads back. */
  readonly closing: string;
  readonly onClose: () => void;
}

export function AheadPlayer({ ahead, viewpoint, closing, onClose }: Properties) {
  const { t, language } = useWords();
  const ladders = useMemo(() => [ahead.ladder], [ahead]);
  const playhead = usePlayhead(ladders);
  const scrub = useRef<HTMLInputElement>(null);
  useEffect(() => {
    playhead.seek(justBefore(playhead.timeline.peek(), ahead.row));
    playhead.toggle();
    scrub.current?.focus({ preventScroll: true });
    scrub.current?.closest('section')?.scrollIntoView({ block: 'nearest' });
  }, [playhead, ahead]);
  return (
    <ReplayPlayer
      title={t('ahead.title')}
      debrief={{ ladders, rounds: false, wrongPlays: [] }}
      viewpoint={viewpoint}
      playhead={playhead}
      scrub={scrub}
      note={
        <div class="ahead-note" role="status">
          <p>{sentenceOfConsequence(language, ahead.consequence, viewpoint.names)}</p>
          <button type="button" class="button button-small" onClick={onClose}>
            <Icon name="close" />
            {closing}
          </button>
        </div>
      }
    />
  );
}
