/**
 * The pcapng capture format (draft-ietf-opsawg-pcapng): blocks as bytes, little-endian. Knows nothing of what the
 * packets are.
 *
 * A block is its type, its whole length, a body in multiples of four octets, and the length again; most bodies end with
 * options, each a code, a length and a padded value.
 */
import type { Millis } from '../base/millis.ts';
import { utf8Bytes } from '../base/utf8.ts';

const BLOCK = { sectionHeader: 0x0a0d_0d0a, interface: 1, nameResolution: 4, enhancedPacket: 6 } as const;

/** Reads the same only in the byte order in which it was written. */
const BYTE_ORDER_MAGIC = 0x1a2b_3c4d;
const LINKTYPE_ETHERNET = 1;
/** Of if_tsresol: time stamps in units of 10^-3 s. */
const MILLISECONDS = 3;
/** Of a name resolution record. */
const IPV4_RECORD = 1;

export interface CaptureSection {
  readonly comment: string;
  /** The program that wrote it. */
  readonly application: string;
}

export interface CaptureInterface {
  readonly name: string;
  readonly description: string;
}

export interface HostName {
  /** IPv4 address as one unsigned 32-bit number. */
  readonly ip: number;
  readonly name: string;
}

export interface CapturedPacket {
  /** Counts from 0, in the order of the interface blocks. */
  readonly interface: number;
  /** Since 1970-01-01, UTC. */
  readonly at: Millis;
  readonly direction: 'inbound' | 'outbound';
  /** An Ethernet frame without its check sequence. */
  readonly frame: Uint8Array;
  /** Empty for none. */
  readonly comment: string;
}

interface Option {
  readonly code: number;
  readonly value: Uint8Array;
}

const padded = (length: number): number => (length + 3) & ~3;

export function joinBytes(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}

function words(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 4);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint32(index * 4, value, true);
  return bytes;
}

function shorts(...values: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(values.length * 2);
  const view = new DataView(bytes.buffer);
  for (const [index, value] of values.entries()) view.setUint16(index * 2, value, true);
  return bytes;
}

function onFourOctets(value: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(padded(value.length));
  bytes.set(value);
  return bytes;
}

/** A code or type, the true length, and the value filled up: the shape of options and of name records. */
const lengthPrefixed = (code: number, value: Uint8Array): Uint8Array =>
  joinBytes([shorts(code, value.length), onFourOctets(value)]);

/** Texts that are empty are left out. */
function text(code: number, value: string): readonly Option[] {
  return value === '' ? [] : [{ code, value: utf8Bytes(value) }];
}

function optionBytes(options: readonly Option[]): Uint8Array {
  const end = shorts(0, 0);
  return joinBytes([...options.map(({ code, value }) => lengthPrefixed(code, value)), end]);
}

function block(type: number, body: readonly Uint8Array[]): Uint8Array {
  const content = joinBytes(body);
  const length = content.length + 12;
  return joinBytes([words(type, length), content, words(length)]);
}

const OPTION = {
  comment: 1,
  section: { application: 4 },
  interface: { name: 2, description: 3, timeResolution: 9 },
  packet: { flags: 2 },
} as const;

/** Opens a section; its length is left open (all ones). */
export function sectionHeaderBlock({ comment, application }: CaptureSection): Uint8Array {
  return block(BLOCK.sectionHeader, [
    words(BYTE_ORDER_MAGIC),
    shorts(1, 0),
    words(0xffff_ffff, 0xffff_ffff),
    optionBytes([...text(OPTION.comment, comment), ...text(OPTION.section.application, application)]),
  ]);
}

/** An Ethernet card whose packets are stamped in milliseconds; packets are kept whole (snapshot length 0). */
export function interfaceBlock({ name, description }: CaptureInterface): Uint8Array {
  return block(BLOCK.interface, [
    shorts(LINKTYPE_ETHERNET, 0),
    words(0),
    optionBytes([
      ...text(OPTION.interface.name, name),
      ...text(OPTION.interface.description, description),
      { code: OPTION.interface.timeResolution, value: Uint8Array.of(MILLISECONDS) },
    ]),
  ]);
}

export function nameResolutionBlock(hosts: readonly HostName[]): Uint8Array {
  const records = hosts.map(({ ip, name }) => {
    const value = joinBytes([
      Uint8Array.of(ip >>> 24, (ip >>> 16) & 0xff, (ip >>> 8) & 0xff, ip & 0xff),
      utf8Bytes(name),
      Uint8Array.of(0),
    ]);
    return lengthPrefixed(IPV4_RECORD, value);
  });
  return block(BLOCK.nameResolution, [...records, shorts(0, 0), optionBytes([])]);
}

const DIRECTION = { inbound: 1, outbound: 2 } as const;

export function packetBlock({ interface: id, at, direction, frame, comment }: CapturedPacket): Uint8Array {
  const high = Math.trunc(at / 0x1_0000_0000);
  return block(BLOCK.enhancedPacket, [
    words(id, high, at >>> 0, frame.length, frame.length),
    onFourOctets(frame),
    optionBytes([
      ...text(OPTION.comment, comment),
      { code: OPTION.packet.flags, value: words(DIRECTION[direction]) },
    ]),
  ]);
}
