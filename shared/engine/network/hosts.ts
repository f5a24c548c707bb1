/** The two hosts' addresses, of the blocks that are kept for documentation (RFC 5737). */
import type { Address } from '../wire/segment-bytes.ts';

export const HOSTS: { readonly A: Address; readonly B: Address } = Object.freeze({
  A: { ip: 0xc000_0201, port: 49_152 },
  B: { ip: 0xc633_6401, port: 80 },
});
