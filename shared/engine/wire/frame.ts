/** A segment on its way through a cable: TCP in IPv4 (RFC 791 §3.1) in Ethernet II. */
import type { Address } from './segment-bytes.ts';

/** 48 bits as twelve hexadecimal digits. */
export type MacAddress = string;

export interface FrameAddresses {
  readonly fromMac: MacAddress;
  readonly toMac: MacAddress;
  readonly from: Address;
  readonly to: Address;
}

const ETHERNET_HEADER = 14;
const IPV4_HEADER = 20;
const ETHERTYPE_IPV4 = 0x0800;
const PROTOCOL_TCP = 6;
const TIME_TO_LIVE = 64;
/** Flags: may not be fragmented. */
const DONT_FRAGMENT = 0x4000;

/** `identification` is the sender's count of its datagrams; a copy that the network made carries the same. */
export function encodeFrame(
  segment: Uint8Array,
  { fromMac, toMac, from, to }: FrameAddresses,
  identification: number,
): Uint8Array {
  const bytes = new Uint8Array(ETHERNET_HEADER + IPV4_HEADER + segment.length);
  const view = new DataView(bytes.buffer);
  writeMac(bytes, 0, toMac);
  writeMac(bytes, 6, fromMac);
  view.setUint16(12, ETHERTYPE_IPV4);
  const ip = new DataView(bytes.buffer, ETHERNET_HEADER, IPV4_HEADER);
  // Version 4, five words of header.
  ip.setUint8(0, 0x45);
  ip.setUint16(2, IPV4_HEADER + segment.length);
  ip.setUint16(4, identification & 0xffff);
  ip.setUint16(6, DONT_FRAGMENT);
  ip.setUint8(8, TIME_TO_LIVE);
  ip.setUint8(9, PROTOCOL_TCP);
  ip.setUint32(12, from.ip);
  ip.setUint32(16, to.ip);
  ip.setUint16(10, headerChecksum(ip));
  bytes.set(segment, ETHERNET_HEADER + IPV4_HEADER);
  return bytes;
}

function writeMac(bytes: Uint8Array, offset: number, mac: MacAddress): void {
  for (let i = 0; i < 6; i++) bytes[offset + i] = Number.parseInt(mac.slice(i * 2, i * 2 + 2), 16);
}

/** The one's complement sum of the header's words, its own field still being zero (RFC 791 §3.1). */
function headerChecksum(header: DataView): number {
  let sum = 0;
  for (let i = 0; i < IPV4_HEADER; i += 2) sum += header.getUint16(i);
  while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
  return ~sum & 0xffff;
}
