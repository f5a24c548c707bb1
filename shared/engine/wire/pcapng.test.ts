/** The blocks, octet by octet; a real reader (scripts/match-files/captures.test.ts) says whether they mean what they should. */
import { expect, it } from 'vitest';
import { interfaceBlock, nameResolutionBlock, packetBlock, sectionHeaderBlock } from './pcapng.ts';

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');

/** Type and both lengths of a block, and what lies between. */
function opened(bytes: Uint8Array): { readonly type: number; readonly body: string } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  expect(bytes.length % 4).toBe(0);
  expect(view.getUint32(4, true)).toBe(bytes.length);
  expect(view.getUint32(bytes.length - 4, true)).toBe(bytes.length);
  return { type: view.getUint32(0, true), body: hex(bytes.subarray(8, bytes.length - 4)) };
}

it('opens a section', () => {
  const { type, body } = opened(sectionHeaderBlock({ comment: 'abc', application: '' }));
  expect(type).toBe(0x0a0d0d0a);
  // Byte order, version 1.0, length unknown; the comment, filled up; the end of options.
  expect(body).toBe('4d3c2b1a01000000ffffffffffffffff010003006162630000000000');
});

it('describes an interface', () => {
  const { type, body } = opened(interfaceBlock({ name: 'host', description: '' }));
  expect(type).toBe(1);
  // Ethernet, no limit of length; if_name; if_tsresol 10^-3.
  expect(body).toBe('010000000000000002000400686f7374090001000300000000000000');
});

it('resolves names', () => {
  const { type, body } = opened(nameResolutionBlock([{ ip: 0xc0000201, name: 'a.b' }]));
  expect(type).toBe(4);
  expect(body).toBe('01000800c0000201612e62000000000000000000');
});

it('keeps a packet with its time, direction and comment', () => {
  const at = 0x123_4567_89ab;
  const frame = Uint8Array.of(1, 2, 3, 4, 5);
  const { type, body } = opened(
    packetBlock({ interface: 1, at, direction: 'outbound', frame, comment: '握' }),
  );
  expect(type).toBe(6);
  expect(body).toBe(
    '0100000023010000ab8967450500000005000000010203040500000001000300e68fa100020004000200000000000000',
  );
});

it('leaves out a comment that is empty', () => {
  const packet = { interface: 0, at: 0, direction: 'inbound', frame: new Uint8Array(4) } as const;
  const { body } = opened(packetBlock({ ...packet, comment: '' }));
  expect(body.slice(-24)).toBe('020004000100000000000000');
});
