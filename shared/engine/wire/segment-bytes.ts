/** A segment's bytes and its checksum (RFC 9293 §3.1), over the IPv4 pseudo-header. */
import type { Result } from '../base/result.ts';
import { ok, refuse } from '../base/result.ts';
import type { Segment } from './segment.ts';

/** Octets of a header without options. */
const HEADER_LENGTH = 20;
const PROTOCOL_TCP = 6;

export interface Address {
  /** IPv4 address as one unsigned 32-bit number. */
  readonly ip: number;
  readonly port: number;
}

/** The one's complement sum of §3.1, over pseudo-header, header and text. */
function checksum(bytes: Uint8Array, from: number, to: number): number {
  let sum = (from >>> 16) + (from & 0xffff) + (to >>> 16) + (to & 0xffff) + PROTOCOL_TCP + bytes.length;
  for (let i = 0; i < bytes.length; i += 2) sum += (bytes[i]! << 8) | (bytes[i + 1] ?? 0);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}

export function encodeSegment(segment: Segment, from: Address, to: Address): Uint8Array {
  const bytes = new Uint8Array(HEADER_LENGTH + segment.text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, from.port);
  view.setUint16(2, to.port);
  view.setUint32(4, segment.seq);
  view.setUint32(8, segment.ack);
  bytes[12] = (HEADER_LENGTH / 4) << 4;
  bytes[13] = segment.flags;
  view.setUint16(14, segment.wnd);
  for (let i = 0; i < segment.text.length; i++) bytes[HEADER_LENGTH + i] = segment.text.charCodeAt(i);
  view.setUint16(16, checksum(bytes, from.ip, to.ip));
  return bytes;
}

export type DecodeError = 'segment/short' | 'segment/checksum' | 'segment/offset';

/** Reads what {@link encodeSegment} wrote; the checksum of a sound segment, its own included, sums to zero. */
export function decodeSegment(bytes: Uint8Array, from: Address, to: Address): Result<Segment, DecodeError> {
  if (bytes.length < HEADER_LENGTH) return refuse('segment/short', `${bytes.length} octets`);
  if (checksum(bytes, from.ip, to.ip) !== 0) return refuse('segment/checksum', 'the checksum does not match');
  const offset = (bytes[12]! >> 4) * 4;
  if (offset < HEADER_LENGTH || offset > bytes.length) return refuse('segment/offset', `${offset} octets`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let i = offset; i < bytes.length; i++) text += String.fromCharCode(bytes[i]!);
  return ok({
    seq: view.getUint32(4),
    ack: view.getUint32(8),
    flags: bytes[13]! & 0x3f,
    wnd: view.getUint16(14),
    text,
  });
}
