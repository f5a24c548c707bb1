/** Every segment that left or came, and the calls between: the endpoint's diary, newest last. */
import { useEffect, useRef } from 'preact/hooks';
import type { LaneView, TrailEntry } from '../../../shared/engine/match/view.ts';
import type { Segment } from '../../../shared/engine/wire/segment.ts';
import { segmentName, segmentNumbers } from '../../../shared/i18n/phrase-of-segment.ts';
import { sentenceOfEvent } from '../../../shared/i18n/sentence-of-event.ts';
import { useWords } from '../../app-context.ts';
import type { Tell } from './use-story.ts';
import { useStory } from './use-story.ts';

interface LineProperties {
  readonly segment: Segment;
  readonly way: 'sent' | 'arrived';
  readonly lost: boolean;
  readonly tell: Tell | null;
}

function Line({ segment, way, lost, tell }: LineProperties) {
  const { t, language } = useWords();
  return (
    <li class={`trail-line is-${way}`} data-lost={lost}>
      <span class="trail-arrow" aria-hidden="true">
        {way === 'sent' ? '→' : '←'}
      </span>
      <span class="only-read">{t(`match.trail.${way}`)} </span>
      <strong>{segmentName(language, segment.flags, segment.text.length)}</strong>
      <span class="trail-numbers">{segmentNumbers(language, segment)}</span>
      {tell !== null && <span class="plain-words">{t('voice.quoted', { sentence: tell(segment) })}</span>}
    </li>
  );
}

function Entry({ entry, iss, tell }: { entry: TrailEntry; iss: number; tell: Tell | null }) {
  const { language } = useWords();
  return (
    <>
      {entry.event.kind === 'segment' ? (
        <Line segment={entry.event.segment} way="arrived" lost={false} tell={tell} />
      ) : (
        <li class="trail-line is-call">{sentenceOfEvent(language, entry.event, iss)}</li>
      )}
      {entry.answer !== null && !entry.joined && (
        <Line segment={entry.answer} way="sent" lost={entry.by === 'late'} tell={tell} />
      )}
      {entry.before !== entry.after && <li class="trail-state">{entry.after}</li>}
    </>
  );
}

export function TrailList({ lane }: { lane: LaneView }) {
  const { t } = useWords();
  const tell = useStory();
  const list = useRef<HTMLOListElement>(null);
  const { length } = lane.trail;
  useEffect(() => {
    if (list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [length]);
  if (length === 0) return <p class="trail-empty">{t('match.trail.empty')}</p>;
  return (
    <ol class="trail" ref={list} tabIndex={0} aria-label={t('match.trail')}>
      {lane.trail.map((entry) => (
        <Entry
          key={entry.index}
          entry={entry}
          iss={lane.tcb.iss === 0 ? lane.nextIss : lane.tcb.iss}
          tell={tell}
        />
      ))}
    </ol>
  );
}
