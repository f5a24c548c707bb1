/** Ids, codes, tokens and secrets: everything that must not be guessed. */
import { createHash, randomBytes, randomInt, timingSafeEqual } from 'node:crypto';

/** Without 0, O, 1, I and L: a code is read aloud. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 6;

export const newCode = (): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_LETTERS[randomInt(CODE_LETTERS.length)]).join('');

export const newId = (): string => randomBytes(12).toString('hex');
export const newToken = (): string => randomBytes(16).toString('hex');
export const newSecret = (): string => randomBytes(32).toString('hex');

export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex');

export const isToken = (token: string, hash: string): boolean =>
  hash !== '' && timingSafeEqual(Buffer.from(hashOfToken(token)), Buffer.from(hash));

export const coin = (): boolean => randomInt(2) === 0;
