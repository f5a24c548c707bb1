/** Real tshark reads the captures of every level and must find in them what happened in the match. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Level } from '../../shared/engine/match/level.ts';
import type { Seat } from '../../shared/engine/match/seat.ts';
import { SEATS } from '../../shared/engine/match/seat.ts';
import type { Seq32 } from '../../shared/engine/base/seq32.ts';
import { seqLt } from '../../shared/engine/base/seq32.ts';
import { ACK, FIN, RST, SYN, segmentEnd, segmentLength } from '../../shared/engine/wire/segment.ts';
import { LEVELS, levelById } from '../../shared/levels/catalogue.ts';
import type { MatchLog } from '../../shared/replay/log.ts';
import { setupOf } from '../../shared/replay/log.ts';
import type { Sighting } from '../../shared/replay/sightings.ts';
import { sightingsOf } from '../../shared/replay/sightings.ts';
import { CAPTURE_BASE, toPcapng } from '../../shared/replay/to-pcapng.ts';
import { driveRightly } from '../../shared/testing/drive.ts';
import { headerFor } from '../../shared/testing/recording.ts';
import { dissect, withoutFrames } from '../testing/tshark.ts';

/** What happens by script happens with every seed. */
const SEEDS = { scripted: 2, random: 4 } as const;

const folder = mkdtempSync(join(tmpdir(), 'captures-'));
afterAll(() => rmSync(folder, { recursive: true }));

interface Capture {
  readonly file: string;
  /** What is in it, frame by frame. */
  readonly frames: readonly Sighting[];
}

interface Played {
  readonly log: MatchLog;
  readonly sightings: readonly Sighting[];
}

const kindOf = ({ lanes }: Level): keyof typeof SEEDS =>
  lanes.some(({ faults }) => Object.values(faults.rates).some((rate) => rate > 0)) ? 'random' : 'scripted';

function play(level: Level, seed: number): Played {
  const header = headerFor(level, `capture ${seed}`);
  const { entries, events, state } = driveRightly(setupOf(header), () => 0);
  const sightings = state.lanes.flatMap((_, lane) => sightingsOf(events, lane));
  return { log: { header, entries }, sightings: sightings.sort((a, b) => a.at - b.at) };
}

function save({ log, sightings }: Played, name: string, seat: Seat | null): Capture {
  const made = toPcapng(log, { language: 'zh-CN', seat, lane: null, base: CAPTURE_BASE });
  if (!made.ok) throw new Error(made.code);
  const file = join(folder, `${name}-${seat ?? 'both'}.pcapng`);
  writeFileSync(file, made.value);
  return { file, frames: sightings.filter((one) => seat === null || one.seat === seat) };
}

const isDamaged = ({ direction, sent }: Sighting): boolean => direction === 'inbound' && sent.flippedBit >= 0;

describe.each(LEVELS.map((level) => [level.id, level] as const))('captures of %s', (id, level) => {
  const matches = Array.from({ length: SEEDS[kindOf(level)] }, (_, seed) => play(level, seed));

  it('are sound on both cards, but for what was damaged', async () => {
    const check = async (match: Played, seed: number): Promise<void> => {
      const { file, frames } = save(match, `${id}-${seed}`, null);
      const rows = await dissect(file, [
        'frame.time_epoch',
        'frame.interface_name',
        'ip.src_host',
        'ip.checksum.status',
        'tcp.checksum.status',
        'tcp.seq_raw',
        'tcp.ack_raw',
        'tcp.flags',
        'tcp.len',
        '_ws.malformed',
        'frame.comment',
      ]);
      expect(rows).toHaveLength(frames.length);
      for (const [index, row] of rows.entries()) {
        const frame = frames[index]!;
        const { seat, at, sent } = frame;
        expect(row).toMatchObject({
          'frame.time_epoch': `${((CAPTURE_BASE + at) / 1000).toFixed(3)}000000`,
          'frame.interface_name': `host-${seat.toLowerCase()}`,
          'ip.src_host': `host-${sent.from.toLowerCase()}.example`,
          'ip.checksum.status': '1',
          'tcp.checksum.status': isDamaged(frame) ? '0' : '1',
        });
        if (sent.fate !== 'delivered') expect(row['frame.comment']).toMatch(/[\u4e00-\u9fff]/u);
        if (isDamaged(frame)) continue;
        expect(row['_ws.malformed']).toBe('');
        const { seq, ack, flags, text } = sent.segment;
        expect([
          row['tcp.seq_raw'],
          row['tcp.ack_raw'],
          Number(row['tcp.flags']),
          row['tcp.len'],
        ]).toStrictEqual([String(seq), String(ack), flags, String(text.length)]);
      }
    };
    await Promise.all(matches.map(check));
  });

  it.each(SEATS)('agree on the card of %s with what Wireshark finds out by itself', async (seat) => {
    const check = async (match: Played, seed: number): Promise<void> => {
      const { file, frames } = await undamaged(save(match, `${id}-${seed}`, seat));
      const rows = await dissect(file, [...ANALYSIS]);
      expect(rows).toHaveLength(frames.length);
      const found = rows.map((row, index) => ({ row, frame: frames[index]! }));
      for (const lane of level.lanes.keys()) {
        checkAnalysis(found.filter(({ frame }) => frame.sent.lane === lane));
      }
    };
    await Promise.all(matches.map(check));
  });
});

const ANALYSIS = [
  'tcp.stream',
  'tcp.analysis.retransmission',
  'tcp.analysis.out_of_order',
  'tcp.analysis.duplicate_ack',
  'tcp.analysis.keep_alive_ack',
  'tcp.completeness',
] as const;

interface Found {
  readonly row: { readonly [field in (typeof ANALYSIS)[number]]: string };
  readonly frame: Sighting;
}

/** What a card has seen of one direction. */
interface Direction {
  readonly next: Seq32;
  readonly ack: Seq32;
}

/** Up to the first frame that belongs to another connection: with two of them on one pair of ports a reader may err. */
function checkAnalysis(all: readonly Found[]): void {
  const foreign = all.findIndex(({ frame }) => isForeign(frame, all));
  const own = foreign < 0 ? all : all.slice(0, foreign);
  const seen: { A: Direction | null; B: Direction | null } = { A: null, B: null };
  for (const { row, frame } of own) {
    const { from, segment, isAgain } = frame.sent;
    const before = seen[from];
    const occupies = segmentLength(segment) > 0;
    const isOld = before !== null && occupies && seqLt(segment.seq, before.next);
    const isBareAck = segment.flags === ACK && segment.text === '';
    const told = {
      resent: row['tcp.analysis.retransmission'] !== '' || row['tcp.analysis.out_of_order'] !== '',
      // An ACK that a FIN has overtaken looks like a keep-alive, and its answer like one to that.
      duplicateAck: row['tcp.analysis.duplicate_ack'] !== '' || row['tcp.analysis.keep_alive_ack'] !== '',
    };
    expect(told, JSON.stringify(frame)).toStrictEqual({
      resent: isOld,
      duplicateAck: before !== null && isBareAck && segment.seq === before.next && segment.ack === before.ack,
    });
    if (frame.direction === 'outbound') expect(told.resent).toBe(isAgain);
    const end = segmentEnd(segment);
    seen[from] = {
      next: before === null || seqLt(before.next, end) ? end : before.next,
      ack: (segment.flags & ACK) === 0 ? (before?.ack ?? 0) : segment.ack,
    };
  }
  const streams = new Set(own.map(({ row }) => row['tcp.stream']));
  expect(streams.size).toBe(own.length === 0 ? 0 : 1);
  const isClean = own.length === all.length && own.every(({ frame }) => frame.sent.fate === 'delivered');
  if (isClean) expect(Number(own.at(-1)!.row['tcp.completeness'])).toBe(completenessOf(own));
}

/** Forged, sent before its side has opened a connection, or of a later connection of the same hosts. */
function isForeign({ sent }: Sighting, all: readonly Found[]): boolean {
  const own = all.filter(({ frame }) => frame.sent.from === sent.from).map(({ frame }) => frame.sent);
  const opening = own.find(({ segment }) => (segment.flags & SYN) !== 0);
  if (sent.fate === 'injected' || opening === undefined) return true;
  const isOpening = (sent.segment.flags & SYN) !== 0;
  return isOpening ? sent.segment.seq !== opening.segment.seq : own.indexOf(sent) < own.indexOf(opening);
}

/** Of tcp.completeness: what has been seen of a connection. */
const SEEN = { syn: 1, synAck: 2, ack: 4, data: 8, fin: 16, rst: 32 } as const;
const WHOLE = SEEN.syn | SEEN.synAck | SEEN.ack | SEEN.data | SEEN.fin;

function completenessOf(all: readonly Found[]): number {
  return all.reduce((bits, { frame }) => {
    const { flags, text } = frame.sent.segment;
    const opening = (flags & SYN) === 0 ? 0 : (flags & ACK) === 0 ? SEEN.syn : SEEN.synAck;
    const rest = opening === 0 && (flags & ACK) !== 0 ? SEEN.ack : 0;
    const data = text === '' ? 0 : SEEN.data;
    const fin = (flags & FIN) === 0 ? 0 : SEEN.fin;
    const rst = (flags & RST) === 0 ? 0 : SEEN.rst;
    return bits | opening | rest | data | fin | rst;
  }, 0);
}

it('a connection on which nothing went wrong is whole', async () => {
  const match = play(levelById('clean')!, 0);
  const { file } = save(match, 'whole', 'A');
  const rows = await dissect(file, ['tcp.completeness']);
  expect(Number(rows.at(-1)!['tcp.completeness'])).toBe(WHOLE);
});

async function undamaged(capture: Capture): Promise<Capture> {
  const damaged = capture.frames.flatMap((frame, index) => (isDamaged(frame) ? index + 1 : []));
  if (damaged.length === 0) return capture;
  const file = capture.file.replace('.pcapng', '-undamaged.pcapng');
  await withoutFrames(capture.file, damaged, file);
  return { file, frames: capture.frames.filter((frame) => !isDamaged(frame)) };
}
