/** Why the right answer was right, with the actual numbers, made from one line of the trail. */

import type { TrailEntry } from '../engine/match/view.ts';
import type { Note } from '../engine/tcp/note.ts';
import type { Segment } from '../engine/wire/segment.ts';
import { ACK, FIN, has, RST, segmentEnd, segmentLength, SYN } from '../engine/wire/segment.ts';
import { segmentPhrase } from './phrase-of-segment.ts';
import type { Language } from './translate.ts';
import { translate } from './translate.ts';

/** Said by the numbers or by the arrow between the states already. */
const SAID_ANYWAY: ReadonlySet<Note> = new Set<Note>([
  'window/updated',
  'send/text',
  'call/opened',
  'ack/duplicate',
]);

/** An event, and what an endpoint does about it. */
export type Answered = Pick<TrailEntry, 'event' | 'answer' | 'joined' | 'before' | 'after' | 'notes'>;

function seqSentence(language: Language, entry: Answered, answer: Segment): string | null {
  const { seq } = answer;
  if (entry.event.kind === 'timeout') return translate(language, 'entry.seq.again', { seq });
  if (has(answer, SYN)) return translate(language, 'entry.seq.iss', { seq });
  if (has(answer, RST)) {
    const answersAck = entry.event.kind === 'segment' && has(entry.event.segment, ACK) && !has(answer, ACK);
    return answersAck ? translate(language, 'entry.seq.reset', { seq }) : null;
  }
  return segmentLength(answer) > 0 ? translate(language, 'entry.seq.next', { seq }) : null;
}

function ackSentence(language: Language, entry: Answered, answer: Segment): string | null {
  if (!has(answer, ACK) || entry.event.kind !== 'segment') return null;
  const arrived = entry.event.segment;
  if (segmentLength(arrived) === 0) return null;
  const { ack } = answer;
  if (ack !== segmentEnd(arrived)) return translate(language, 'entry.ack.again', { ack });
  const params = { seq: arrived.seq, n: arrived.text.length, ack };
  if (arrived.text.length > 0)
    return translate(language, has(arrived, FIN) ? 'entry.ack.text-fin' : 'entry.ack.text', params);
  return translate(language, has(arrived, SYN) ? 'entry.ack.syn' : 'entry.ack.fin', params);
}

function answerSentences(language: Language, entry: Answered): (string | null)[] {
  if (entry.joined) return [translate(language, 'entry.joined')];
  if (entry.answer === null) return [translate(language, 'entry.silent')];
  return [
    translate(language, 'entry.sent', { segment: segmentPhrase(language, entry.answer) }),
    seqSentence(language, entry, entry.answer),
    ackSentence(language, entry, entry.answer),
  ];
}

/** Several sentences, most important first. */
export const sentencesOfEntry = (language: Language, entry: Answered): string[] =>
  [...answerSentences(language, entry), ...rulesOfEntry(language, entry)].filter(
    (sentence) => sentence !== null,
  );

/** Why that answer: its numbers, the rules that applied, the state that it leads to. The answer itself is not said. */
export function reasonsForAnswer(language: Language, entry: Answered): string {
  const [, ...numbers] = answerSentences(language, entry);
  return [...numbers, ...rulesOfEntry(language, entry)]
    .filter((sentence) => sentence !== null)
    .join(translate(language, 'sentence.space'));
}

function rulesOfEntry(language: Language, entry: Answered): (string | null)[] {
  const notes = entry.notes
    .filter((note) => !SAID_ANYWAY.has(note))
    .map((note) => translate(language, `note.${note}`));
  const state =
    entry.before === entry.after
      ? null
      : translate(language, 'entry.state', { before: entry.before, after: entry.after });
  return [...notes, state];
}

export const explanationOfEntry = (language: Language, entry: Answered): string =>
  sentencesOfEntry(language, entry).join(translate(language, 'sentence.space'));
