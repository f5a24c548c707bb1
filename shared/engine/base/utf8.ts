/** A text's bytes in UTF-8 (RFC 3629). Written out because shared code knows neither TextEncoder nor Buffer. */

/** Stands for half a surrogate pair, which no text in UTF-8 can hold. */
const REPLACEMENT = 0xfffd;

export function utf8Bytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    bytes.push(...bytesOf(point >= 0xd800 && point <= 0xdfff ? REPLACEMENT : point));
  }
  return Uint8Array.from(bytes);
}

/** The table of RFC 3629 §3. */
function bytesOf(point: number): readonly number[] {
  const tail = (shift: number): number => 0x80 | ((point >>> shift) & 0x3f);
  if (point < 0x80) return [point];
  if (point < 0x800) return [0xc0 | (point >>> 6), tail(0)];
  if (point < 0x1_0000) return [0xe0 | (point >>> 12), tail(6), tail(0)];
  return [0xf0 | (point >>> 18), tail(12), tail(6), tail(0)];
}
