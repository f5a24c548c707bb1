import type { ErrorCode, Failure } from './messages.ts';

/** An answer that says what was wrong; `detail` is for programmers. */
export const failure = (code: ErrorCode, detail: string): Failure => ({ ok: false, code, detail });
