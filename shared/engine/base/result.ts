/** What a player or a peer did wrong is data, never an exception. `code` is of the form `area/reason`. */
export type Result<T, Code extends string = string> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: Code; readonly detail: string };

export const ok = <T>(value: T): Result<T, never> => ({ ok: true, value });

export const refuse = <Code extends string>(code: Code, detail: string): Result<never, Code> => ({
  ok: false,
  code,
  detail,
});
