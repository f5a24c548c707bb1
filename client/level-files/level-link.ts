/**
 * A level in a link: its text, deflated (RFC 1951) and in base64url (RFC 4648 §5). The first letter says how: `z` is
 * deflated, `p` plain, for browsers that cannot deflate. Nobody vouches for what a link says, so its reading is bounded.
 */
import { LEVEL_FILE_LIMIT } from '../../shared/levels/level-file-limit.ts';

export type LinkFault = 'broken' | 'too-long' | 'unsupported';

export type ReadLink =
  { readonly ok: true; readonly text: string } | { readonly ok: false; readonly fault: LinkFault };

type Bytes = Uint8Array<ArrayBuffer>;

/** Letters that the largest level takes in base64, with the one that says how. */
const MOST_LETTERS = Math.ceil((LEVEL_FILE_LIMIT * 4) / 3) + 1;

const toBase64Url = (bytes: Bytes): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');

/** Null if it is none. */
function fromBase64Url(letters: string): Bytes | null {
  if (!/^[\w-]*$/u.test(letters)) return null;
  try {
    const binary = atob(letters.replaceAll('-', '+').replaceAll('_', '/'));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  } catch {
    return null;
  }
}

/** Null if there are more. */
async function atMost(limit: number, stream: ReadableStream<Uint8Array>): Promise<Bytes | null> {
  const bytes = new Uint8Array(limit);
  let length = 0;
  const reader = stream.getReader();
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    if (length + part.value.length > limit) {
      await reader.cancel();
      return null;
    }
    bytes.set(part.value, length);
    length += part.value.length;
  }
  return bytes.slice(0, length);
}

const streamOf = (bytes: Bytes): ReadableStream<Bytes> => new Blob([bytes]).stream();

export async function writeLevelLink(text: string): Promise<string> {
  const plain = new TextEncoder().encode(text);
  if (typeof CompressionStream === 'undefined') return `p${toBase64Url(plain)}`;
  const deflated = streamOf(plain).pipeThrough(new CompressionStream('deflate-raw'));
  return `z${toBase64Url(new Uint8Array(await new Response(deflated).arrayBuffer()))}`;
}

export async function readLevelLink(data: string): Promise<ReadLink> {
  if (data.length > MOST_LETTERS) return { ok: false, fault: 'too-long' };
  const bytes = fromBase64Url(data.slice(1));
  if (bytes === null) return { ok: false, fault: 'broken' };
  try {
    switch (data[0]) {
      case 'p':
        return textOf(bytes);
      case 'z': {
        if (typeof DecompressionStream === 'undefined') return { ok: false, fault: 'unsupported' };
        const inflated = streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw'));
        const whole = await atMost(LEVEL_FILE_LIMIT, inflated);
        return whole === null ? { ok: false, fault: 'too-long' } : textOf(whole);
      }
      default:
        return { ok: false, fault: 'broken' };
    }
  } catch {
    // What the decompressor or the decoder refuses.
    return { ok: false, fault: 'broken' };
  }
}

/** Throws if it is not UTF-8. */
const textOf = (bytes: Bytes): ReadLink => ({
  ok: true,
  text: new TextDecoder('utf-8', { fatal: true }).decode(bytes),
});
