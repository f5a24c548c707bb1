/**
 * A finished match as a capture. Two interfaces, one for each host's network card: a segment is on its sender's when it
 * was sent and on its receiver's when it arrived, so a lost one is on one card only, and what a stranger forged is on
 * its victim's only.
 *
 * Time stamps are lane time, each lane counted from the same base. Match time would show the players' thinking, during
 * which TCP's clocks stand: answers slower than the RTO and nothing sent again. In lane time every interval is one that
 * TCP itself knew: flights, RTO, 2MSL. Two lanes then look like two connections opened at the same moment. The packets
 * of both interfaces are in order of time.
 */
import type { Millis } from '../engine/base/millis.ts';
import type { Result } from '../engine/base/result.ts';
import { ok } from '../engine/base/result.ts';
import type { Seat } from '../engine/match/seat.ts';
import { SEATS, otherSeat } from '../engine/match/seat.ts';
import { HOSTS } from '../engine/network/hosts.ts';
import type { MacAddress } from '../engine/wire/frame.ts';
import { encodeFrame } from '../engine/wire/frame.ts';
import type { HostName } from '../engine/wire/pcapng.ts';
import {
  interfaceBlock,
  joinBytes,
  nameResolutionBlock,
  packetBlock,
  sectionHeaderBlock,
} from '../engine/wire/pcapng.ts';
import { encodeSegment } from '../engine/wire/segment-bytes.ts';
import { sentenceOfSighting } from '../i18n/sentence-of-sighting.ts';
import type { Language } from '../i18n/translate.ts';
import { translate } from '../i18n/translate.ts';
import type { FinishedError, FinishedMatch } from './finished-match.ts';
import { finishedMatch } from './finished-match.ts';
import type { LaneAddresses } from './lane-addresses.ts';
import { laneAddresses } from './lane-addresses.ts';
import type { MatchLog } from './log.ts';
import type { Sighting } from './sightings.ts';
import { sightingsOf } from './sightings.ts';

export interface CaptureOptions {
  /** Of the comments. */
  readonly language: Language;
  /** Whose network card; null for both. */
  readonly seat: Seat | null;
  /** Null for all. */
  readonly lane: number | null;
  /** What lane time counts from: since 1970-01-01, UTC. */
  readonly base: Millis;
}

/** 2000-01-01 00:00 UTC: a log does not say when its match was played. */
export const CAPTURE_BASE: Millis = 946_684_800_000;

/** Of the local range (IEEE 802: second bit of the first octet). A stranger's frames come from none of the hosts. */
const MAC: { readonly [who in Seat | 'stranger']: MacAddress } = {
  A: '02000000000a',
  B: '02000000000b',
  stranger: '0200000000ff',
};

const NAMES: readonly HostName[] = SEATS.map((seat) => ({
  ip: HOSTS[seat].ip,
  name: `host-${seat.toLowerCase()}.example`,
}));

export function toPcapng(log: MatchLog, options: CaptureOptions): Result<Uint8Array, FinishedError> {
  const finished = finishedMatch(log);
  return finished.ok ? ok(captureOf(finished.value, options)) : finished;
}

function captureOf(match: FinishedMatch, { language, seat: only, lane, base }: CaptureOptions): Uint8Array {
  const { header, events, state } = match;
  const seats = SEATS.filter((one) => only === null || one === only);
  const addresses = state.lanes.map((_, one) => laneAddresses(events, one));
  const identify = identifications();
  const context = {
    language,
    bots: { A: header.seats.A.bot, B: header.seats.B.bot },
    namesLane: state.lanes.length > 1,
  };
  const packets = [...state.lanes.keys()]
    .flatMap((one) => sightingsOf(events, one))
    .sort((a, b) => a.at - b.at)
    .map((sighting) => ({ sighting, identification: identify(sighting) }))
    .filter(({ sighting: { seat, sent } }) => seats.includes(seat) && (lane === null || sent.lane === lane))
    .map(({ sighting, identification }) =>
      packetBlock({
        interface: seats.indexOf(sighting.seat),
        at: base + sighting.at,
        direction: sighting.direction,
        frame: frameOf(sighting, addresses[sighting.sent.lane]!, identification),
        comment: sentenceOfSighting(context, sighting),
      }),
    );
  const end = translate(language, `debrief.ended.${match.ended}`);
  const about = translate(language, 'record.match', { level: header.level.id, end });
  const advice = only === null ? [translate(language, 'record.both-cards')] : [];
  return joinBytes([
    sectionHeaderBlock({
      comment: [about, ...advice].join(translate(language, 'sentence.space')),
      application: translate('en', 'app.title'),
    }),
    ...seats.map((one) =>
      interfaceBlock({
        name: `host-${one.toLowerCase()}`,
        description: translate(language, 'record.host', { seat: one }),
      }),
    ),
    nameResolutionBlock(NAMES),
    ...packets,
  ]);
}

/** Each sender counts its datagrams over all lanes; every sighting of one of them has the same number. */
function identifications(): (sighting: Sighting) => number {
  const given = new Map<string, number>();
  const counts = { A: 0, B: 0, stranger: 0 };
  return ({ sent: { lane, id, from, fate } }) => {
    const key = `${lane}/${id}`;
    const known = given.get(key);
    if (known !== undefined) return known;
    const next = ++counts[fate === 'injected' ? 'stranger' : from];
    given.set(key, next);
    return next;
  };
}

function frameOf(
  { sent, direction }: Sighting,
  addresses: LaneAddresses,
  identification: number,
): Uint8Array {
  const { segment, from, fate, flippedBit } = sent;
  const to = otherSeat(from);
  const bytes = encodeSegment(segment, addresses[from], addresses[to]);
  // As the network does it (network.ts): bits count from the most significant one.
  if (direction === 'inbound' && flippedBit >= 0) bytes[flippedBit >> 3]! ^= 0x80 >> (flippedBit & 7);
  const fromMac = MAC[fate === 'injected' ? 'stranger' : from];
  return encodeFrame(
    bytes,
    { fromMac, toMac: MAC[to], from: addresses[from], to: addresses[to] },
    identification,
  );
}
