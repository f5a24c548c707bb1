/** How each key event that a level promises is found in what happened on one of its connections. */
import type { Handled, MatchEvent } from '../engine/match/event.ts';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS } from '../engine/match/seat.ts';
import type { Note } from '../engine/tcp/note.ts';
import { ACK, FIN, RST, SYN, has, segmentEnd } from '../engine/wire/segment.ts';
import type { KeyEvent } from '../levels/key-events.ts';

type Sent = Extract<MatchEvent, { readonly kind: 'sent' }>;
type Answered = Extract<MatchEvent, { readonly kind: 'handled' }>;

interface Happened {
  readonly sent: readonly Sent[];
  readonly answered: readonly Answered[];
}

/** `events` are those of one lane. */
export function happens(key: KeyEvent, events: readonly MatchEvent[]): boolean {
  return TESTS[key]({
    sent: events.filter((event): event is Sent => event.kind === 'sent'),
    answered: events.filter((event): event is Answered => event.kind === 'handled'),
  });
}

const isLost = ({ fate }: Sent): boolean => fate === 'dropped' || fate === 'corrupted';

const items = ({ answered }: Happened, seat: Seat): readonly Handled[] =>
  answered.flatMap((event) => (event.seat === seat ? event.items : []));

const atBoth = (happened: Happened, test: (item: Handled) => boolean): boolean =>
  SEATS.every((seat) => items(happened, seat).some(test));

const atOne = (happened: Happened, test: (item: Handled) => boolean): boolean =>
  SEATS.some((seat) => items(happened, seat).some(test));

const noted =
  (note: Note) =>
  (happened: Happened): boolean =>
    atOne(happened, ({ notes }) => notes.includes(note));

const isRepeated = ({ sent }: Happened, flags: number): boolean =>
  sent.some((one, index) =>
    sent.some(
      (other, later) =>
        later > index &&
        one.from === other.from &&
        one.segment.flags === flags &&
        other.segment.flags === flags &&
        one.segment.seq === other.segment.seq,
    ),
  );

/** A bare ACK was lost that acknowledged what the peer's segment with this control bit had ended. */
const isBareAckLost = ({ sent }: Happened, control: number): boolean =>
  sent.some(
    (ack) =>
      isLost(ack) &&
      ack.segment.flags === ACK &&
      ack.segment.text === '' &&
      sent.some(
        ({ from, segment }) =>
          from !== ack.from && has(segment, control) && segmentEnd(segment) === ack.segment.ack,
      ),
  );

const isLostWith = ({ sent }: Happened, flags: number): boolean =>
  sent.some((one) => isLost(one) && one.segment.flags === flags);

const TESTS: { readonly [key in KeyEvent]: (happened: Happened) => boolean } = {
  handshake: (happened) => atBoth(happened, ({ endpoint }) => endpoint.state === 'ESTABLISHED'),
  'data-both-ways': (happened) => atBoth(happened, ({ delivered }) => delivered !== ''),
  'orderly-close': (happened) => atBoth(happened, ({ finReached }) => finReached),
  'data-in-close-wait': (happened) =>
    atOne(happened, ({ event, endpoint }) => event.kind === 'send' && endpoint.state === 'CLOSE-WAIT'),
  'fin-with-ack': ({ answered }) =>
    answered.some(
      (event) =>
        event.items.some(({ finReached }) => finReached) &&
        event.items.some(({ segment }) => segment !== null && has(segment, FIN)),
    ),
  'syn-lost': (happened) => isLostWith(happened, SYN),
  'syn-repeated': (happened) => isRepeated(happened, SYN),
  'syn-ack-lost': (happened) => isLostWith(happened, SYN | ACK),
  'syn-ack-repeated': (happened) => isRepeated(happened, SYN | ACK),
  'last-handshake-ack-lost': (happened) => isBareAckLost(happened, SYN),
  'data-completes-handshake': (happened) =>
    atOne(happened, ({ notes, delivered }) => notes.includes('ack/established') && delivered !== ''),
  'ghost-refused': noted('reset/back-to-listen'),
  'fin-lost': (happened) => happened.sent.some((one) => isLost(one) && has(one.segment, FIN)),
  'ack-of-fin-lost': (happened) => isBareAckLost(happened, FIN),
  'time-wait-restarted': noted('time-wait/restarted'),
  'fin-meets-reset': (happened) =>
    atOne(
      happened,
      ({ event, notes }) =>
        notes.includes('closed/reset') && event.kind === 'segment' && has(event.segment, FIN),
    ),
  'abort-resets': (happened) =>
    atOne(
      happened,
      ({ notes, segment }) => notes.includes('call/aborted') && segment !== null && has(segment, RST),
    ),
  'half-open-found': (happened) =>
    SEATS.some((seat) => {
      const own = items(happened, seat);
      const crash = own.findIndex(({ event }) => event.kind === 'crash');
      return crash >= 0 && own.slice(crash).some(({ notes }) => notes.includes('closed/reset'));
    }),
  'simultaneous-open': (happened) => atBoth(happened, ({ notes }) => notes.includes('syn-sent/crossed-syn')),
  'simultaneous-close': (happened) => atBoth(happened, ({ endpoint }) => endpoint.state === 'CLOSING'),
  'reset-outside-window': noted('reset/outside-window'),
  'reset-challenged': noted('reset/challenged'),
  'syn-challenged': noted('syn/challenged'),
  'reset-exact': noted('reset/exact'),
  'old-segment-refused': (happened) =>
    atOne(
      happened,
      ({ event, notes }) =>
        notes.includes('segment/unacceptable') && event.kind === 'segment' && event.segment.text !== '',
    ),
  'second-incarnation': (happened) =>
    SEATS.every((seat) => items(happened, seat).filter(({ event }) => event.kind === 'open').length > 1),
  'random-fault': ({ sent }) => sent.some(({ struck, fate }) => struck && fate !== 'injected'),
};
