/** Secrets, ids and tokens. getRandomValues also works on pages served over http, unlike the rest of WebCrypto. */
export function randomHex(octets: number): string {
  const values = crypto.getRandomValues(new Uint8Array(octets));
  return Array.from(values, (octet) => octet.toString(16).padStart(2, '0')).join('');
}
