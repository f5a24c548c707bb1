import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ok } from '../base/result.ts';
import type { Address } from './segment-bytes.ts';
import { decodeSegment, encodeSegment } from './segment-bytes.ts';
import type { Segment } from './segment.ts';
import { ACK, FIN, RST, SYN } from './segment.ts';

const uint32 = fc.integer({ min: 0, max: 0xffff_ffff });
const uint16 = fc.integer({ min: 0, max: 0xffff });
const address: fc.Arbitrary<Address> = fc.record({ ip: uint32, port: uint16 });
const segment: fc.Arbitrary<Segment> = fc.record({
  seq: uint32,
  ack: uint32,
  flags: fc.subarray([FIN, SYN, RST, ACK]).map((bits) => bits.reduce((all, bit) => all | bit, 0)),
  wnd: uint16,
  text: fc.uint8Array({ maxLength: 60 }).map((octets) => String.fromCharCode(...octets)),
});

describe('the bytes of a segment', () => {
  it('decode to the segment that was encoded', () => {
    fc.assert(
      fc.property(segment, address, address, (sent, from, to) => {
        expect(decodeSegment(encodeSegment(sent, from, to), from, to)).toEqual(ok(sent));
      }),
    );
  });

  it('decode to the segment from the middle of a longer buffer', () => {
    fc.assert(
      fc.property(segment, address, address, fc.nat({ max: 9 }), (sent, from, to, offset) => {
        const bytes = encodeSegment(sent, from, to);
        const buffer = new Uint8Array(offset + bytes.length + 3).fill(0xff);
        buffer.set(bytes, offset);
        expect(decodeSegment(buffer.subarray(offset, offset + bytes.length), from, to)).toEqual(ok(sent));
      }),
    );
  });

  it('betray any single bit that is flipped', () => {
    fc.assert(
      fc.property(segment, address, address, fc.nat(), (sent, from, to, choice) => {
        const bytes = encodeSegment(sent, from, to);
        const bit = choice % (bytes.length * 8);
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        expect(decodeSegment(bytes, from, to)).toMatchObject({ ok: false, code: 'segment/checksum' });
      }),
      { numRuns: 1000 },
    );
  });

  it('belong to one pair of addresses', () => {
    fc.assert(
      fc.property(segment, address, address, fc.nat({ max: 31 }), (sent, from, to, bit) => {
        const elsewhere = { ...to, ip: (to.ip ^ (1 << bit)) >>> 0 };
        expect(decodeSegment(encodeSegment(sent, from, to), from, elsewhere).ok).toBe(false);
      }),
    );
  });

  it('are refused when they are cut short', () => {
    const sent = { seq: 1, ack: 2, flags: ACK, wnd: 3, text: 'text' };
    const ends = { ip: 1, port: 2 };
    const bytes = encodeSegment(sent, ends, ends);
    expect(decodeSegment(bytes.subarray(0, 19), ends, ends)).toMatchObject({ code: 'segment/short' });
  });
});
