/**
 * One seat's view of one lane in the language of packetdrill (google/packetdrill): what its application called, what
 * it sent (`>`) and what came (`<`), each with the time since the line before. What the peer and the network did is
 * not in it, as it was hidden from the player.
 *
 * As packetdrill has it, sequence numbers are relative to each side's initial one, outgoing windows and options are
 * left open, and text is pushed (P), which the game's own segments do not say. Times are lane time, RTO and MSL the
 * level's: a description first, and a beginning for a test of a real stack.
 */
import { assertNever } from '../engine/base/invariant.ts';
import type { Millis } from '../engine/base/millis.ts';
import type { Result } from '../engine/base/result.ts';
import { ok } from '../engine/base/result.ts';
import type { Seq32 } from '../engine/base/seq32.ts';
import { seqAdd } from '../engine/base/seq32.ts';
import type { Handled, MatchEvent } from '../engine/match/event.ts';
import type { Seat } from '../engine/match/seat.ts';
import { otherSeat } from '../engine/match/seat.ts';
import type { Endpoint } from '../engine/tcp/endpoint.ts';
import { closedEndpoint } from '../engine/tcp/endpoint.ts';
import type { Segment } from '../engine/wire/segment.ts';
import { ACK, FIN, RST, SYN, has } from '../engine/wire/segment.ts';
import { sentenceOfEvent } from '../i18n/sentence-of-event.ts';
import type { Language } from '../i18n/translate.ts';
import { translate } from '../i18n/translate.ts';
import type { FinishedError, FinishedMatch } from './finished-match.ts';
import { finishedMatch } from './finished-match.ts';
import type { MatchLog } from './log.ts';

export interface ScriptOptions {
  /** Of the comments. */
  readonly language: Language;
  readonly seat: Seat;
  /** Must be one of the match's. */
  readonly lane: number;
}

export function toPacketdrill(log: MatchLog, options: ScriptOptions): Result<string, FinishedError> {
  const finished = finishedMatch(log);
  return finished.ok ? ok(scriptOf(finished.value, options)) : finished;
}

function scriptOf({ header, events }: FinishedMatch, { language, seat, lane }: ScriptOptions): string {
  const script = new Script(language);
  const own = events.filter((event) => 'lane' in event && event.lane === lane);
  for (const event of own) describe(script, own, event, seat);
  const title = { seat, n: lane + 1, level: header.level.id };
  return [
    `// ${translate(language, 'packetdrill.title', title)}`,
    `// ${translate(language, 'packetdrill.numbers', { seat, ...initialNumbers(own, seat) })}`,
    `// ${translate(language, 'packetdrill.times')}`,
    '',
    ...script.lines,
    '',
  ].join('\n');
}

/** Of the first connection that has heard of its peer. */
function initialNumbers(
  events: readonly MatchEvent[],
  seat: Seat,
): { readonly iss: Seq32; readonly irs: Seq32 } {
  const endpoints = events.flatMap((event) =>
    event.kind === 'handled' && event.seat === seat ? event.items.map(({ endpoint }) => endpoint) : [],
  );
  return endpoints.find(hasHeardPeer) ?? closedEndpoint();
}

function describe(script: Script, events: readonly MatchEvent[], event: MatchEvent, seat: Seat): void {
  switch (event.kind) {
    case 'landed': {
      const sent = events.find((one) => one.kind === 'sent' && one.id === event.id);
      // A damaged one is told when the endpoint drops it.
      if (sent?.kind !== 'sent' || sent.from !== otherSeat(seat) || event.how !== 'segment') break;
      script.receive(event.at, sent.segment);
      break;
    }
    case 'handled':
      if (event.seat !== seat) break;
      for (const item of event.items) script.handle(event.at, item);
      // Told where the endpoint made it: whoever looks at the wire cannot tell an instant's order.
      script.send(event.at, event.items.at(-1)?.segment ?? null);
      break;
    default:
      break;
  }
}

/** The lines so far, and what the next one depends on. */
class Script {
  readonly lines: string[] = [];
  private readonly language: Language;
  private last: Millis | null = null;
  private endpoint: Endpoint = closedEndpoint();
  /** What segments are relative to. They outlive the connection: a reset from CLOSED still means it. */
  private iss: Seq32 = 0;
  private irs: Seq32 = 0;
  private nextDescriptor = 3;
  /** Of the socket last opened, and of its connection: another one after a passive OPEN. */
  private socket = 0;
  private connection = 0;

  constructor(language: Language) {
    this.language = language;
  }

  send(at: Millis, segment: Segment | null): void {
    if (segment === null) return;
    // A reset without a connection has no number line: its 0 is no place on ours.
    const seq = has(segment, RST) && segment.seq === 0 ? 0 : seqAdd(segment.seq, -this.iss);
    const options = has(segment, SYN) ? ' <...>' : '';
    this.line(at, `> ${notation(segment, seq, seqAdd(segment.ack, -this.irs))}${options}`);
  }

  receive(at: Millis, segment: Segment): void {
    const begins =
      has(segment, SYN) && (this.endpoint.state === 'LISTEN' || this.endpoint.state === 'SYN-SENT');
    const seq = begins ? 0 : seqAdd(segment.seq, -this.irs);
    const ack = seqAdd(segment.ack, -this.iss);
    this.line(at, `< ${notation(segment, seq, ack)} win ${segment.wnd}`);
  }

  handle(at: Millis, { event, endpoint, accepted, delivered, finReached }: Handled): void {
    const before = this.endpoint;
    switch (event.kind) {
      case 'open':
        this.open(at, event.mode);
        break;
      case 'send':
        if (accepted === '') this.comment(at, sentenceOfEvent(this.language, event, endpoint.iss));
        else this.line(at, `write(${this.connection}, ..., ${accepted.length}) = ${accepted.length}`);
        break;
      case 'close':
        this.close(at, before);
        break;
      case 'abort':
        this.line(at, `setsockopt(${this.connection}, SOL_SOCKET, SO_LINGER, {onoff=1, linger=0}, 8) = 0`);
        this.line(at, `close(${this.connection}) = 0`);
        break;
      case 'timeout':
      case 'checksum-failure':
      case 'crash':
      case 'pass':
        this.comment(at, sentenceOfEvent(this.language, event, endpoint.iss));
        break;
      case 'segment':
      case 'transmit':
        break;
      default:
        assertNever(event);
    }
    this.become(at, endpoint);
    if (delivered !== '') this.line(at, `read(${this.connection}, ..., 1000) = ${delivered.length}`);
    if (finReached) this.line(at, `read(${this.connection}, ..., 1000) = 0`);
  }

  private open(at: Millis, mode: 'active' | 'passive'): void {
    const socket = this.nextDescriptor++;
    this.socket = socket;
    this.connection = socket;
    this.line(at, `socket(..., SOCK_STREAM, IPPROTO_TCP) = ${socket}`);
    if (mode === 'passive') {
      this.line(at, `setsockopt(${socket}, SOL_SOCKET, SO_REUSEADDR, [1], 4) = 0`);
      this.line(at, `bind(${socket}, ..., ...) = 0`);
      this.line(at, `listen(${socket}, 1) = 0`);
      return;
    }
    this.line(at, `fcntl(${socket}, F_SETFL, O_RDWR|O_NONBLOCK) = 0`);
    this.line(at, `connect(${socket}, ..., ...) = -1 EINPROGRESS (Operation now in progress)`);
  }

  /** CLOSE says that nothing more will be sent, and receiving goes on (RFC 9293 §3.10.4): half a close to sockets. */
  private close(at: Millis, { state }: Endpoint): void {
    const isWhole = state === 'LISTEN' || state === 'SYN-SENT';
    this.line(at, isWhole ? `close(${this.connection}) = 0` : `shutdown(${this.connection}, SHUT_WR) = 0`);
  }

  private become(at: Millis, endpoint: Endpoint): void {
    const before = this.endpoint;
    this.endpoint = endpoint;
    if (endpoint.state !== 'CLOSED' && endpoint.state !== 'LISTEN') {
      ({ iss: this.iss, irs: this.irs } = endpoint);
    }
    const wasOpening = before.state === 'LISTEN' || before.state === 'SYN-RECEIVED';
    if (endpoint.opened === 'passive' && wasOpening && isSynchronized(endpoint)) {
      this.connection = this.nextDescriptor++;
      this.line(at, `accept(${this.socket}, ..., ...) = ${this.connection}`);
    }
  }

  private line(at: Millis, what: string): void {
    this.lines.push(`${this.since(at).padEnd(7)} ${what}`);
    this.last = at;
  }

  private comment(at: Millis, text: string): void {
    const ago = this.last === null ? at : at - this.last;
    this.lines.push(`// ${ago > 0 ? `+${seconds(ago)} ` : ''}${text}`);
  }

  private since(at: Millis): string {
    if (this.last === null) return seconds(at);
    return at === this.last ? '+0' : `+${seconds(at - this.last)}`;
  }
}

const seconds = (ms: Millis): string => `${Math.trunc(ms / 1000)}.${String(ms % 1000).padStart(3, '0')}`;

const hasHeardPeer = ({ state }: Endpoint): boolean =>
  state !== 'CLOSED' && state !== 'LISTEN' && state !== 'SYN-SENT';

const isSynchronized = (endpoint: Endpoint): boolean =>
  hasHeardPeer(endpoint) && endpoint.state !== 'SYN-RECEIVED';

/** "S. 0:0(0) ack 1": flags, numbers, octets of text. */
function notation(segment: Segment, seq: Seq32, ack: Seq32): string {
  const flags = [
    has(segment, SYN) ? 'S' : '',
    has(segment, FIN) ? 'F' : '',
    has(segment, RST) ? 'R' : '',
    segment.text === '' ? '' : 'P',
    has(segment, ACK) ? '.' : '',
  ].join('');
  const { length } = segment.text;
  const range = `${seq}:${seqAdd(seq, length)}(${length})`;
  // Without a flag packetdrill wants a sign all the same.
  return `${flags || '-'} ${range}${has(segment, ACK) ? ` ack ${ack}` : ''}`;
}
