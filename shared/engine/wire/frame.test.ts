import { expect, it } from 'vitest';
import { encodeFrame } from './frame.ts';

const ADDRESSES = {
  fromMac: '02000000000a',
  toMac: '02000000000b',
  from: { ip: 0xc000_0201, port: 49_152 },
  to: { ip: 0xc633_6401, port: 80 },
};

it('wraps a segment in IPv4 and Ethernet', () => {
  const frame = encodeFrame(Uint8Array.of(0xde, 0xad, 0xbe), ADDRESSES, 0x1_0007);
  const hex = Buffer.from(frame).toString('hex');
  expect(hex.slice(0, 28)).toBe('02000000000b02000000000a0800');
  // Total length 23, identification 7, do not fragment, 64 hops, TCP.
  expect(hex.slice(28, 48)).toBe('45000017000740004006');
  expect(hex.slice(52)).toBe('c0000201c6336401deadbe');
});

it('has a header checksum that makes the words of the header sum to all ones', () => {
  for (let identification = 0; identification < 70_000; identification += 997) {
    const frame = encodeFrame(new Uint8Array(20), ADDRESSES, identification);
    const header = new DataView(frame.buffer, 14, 20);
    let sum = 0;
    for (let i = 0; i < 20; i += 2) sum += header.getUint16(i);
    while (sum > 0xffff) sum = (sum & 0xffff) + (sum >>> 16);
    expect(sum).toBe(0xffff);
  }
});
