/** A TCP segment as the rules see it (RFC 9293 §3.1), without options and urgent data. */
import type { Seq32 } from '../base/seq32.ts';
import { seqAdd } from '../base/seq32.ts';

/** Control bits, at their places in the header (RFC 9293 §3.1). */
export const FIN = 0x01;
export const SYN = 0x02;
export const RST = 0x04;
export const ACK = 0x10;

export interface Segment {
  readonly seq: Seq32;
  /** Meaningful when ACK is set; 0 otherwise. */
  readonly ack: Seq32;
  /** FIN, SYN, RST and ACK or-ed together. */
  readonly flags: number;
  /** Octets, no scaling. */
  readonly wnd: number;
  /** One character for one octet, code units 0 to 255. */
  readonly text: string;
}

/** SEG.LEN: octets of text, plus one for SYN and one for FIN (RFC 9293 §3.3.1). */
export const segmentLength = (segment: Segment): number =>
  segment.text.length + ((segment.flags >> 1) & 1) + (segment.flags & 1);

/** The number after the last one that the segment occupies. */
export const segmentEnd = (segment: Segment): Seq32 => seqAdd(segment.seq, segmentLength(segment));

export const has = (segment: Segment, flag: number): boolean => (segment.flags & flag) !== 0;

const FLAG_NAMES: readonly (readonly [number, FlagName])[] = [
  [SYN, 'SYN'],
  [FIN, 'FIN'],
  [RST, 'RST'],
  [ACK, 'ACK'],
];

export type FlagName = 'SYN' | 'FIN' | 'RST' | 'ACK';

/** In the order of speech: SYN, FIN, RST, then ACK. */
export const flagNames = (flags: number): FlagName[] =>
  FLAG_NAMES.filter(([bit]) => (flags & bit) !== 0).map(([, name]) => name);
