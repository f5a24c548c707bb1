/** A match in this page has no code, as nobody else can come to it; its result is practice. */
import type { Seated } from '../../shared/protocol/messages.ts';

export const isPractice = ({ code }: Pick<Seated, 'code'>): boolean => code === '';
