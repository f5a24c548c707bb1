/** The address of a match's replay. */
const REPLAY = /^\/replay\/([^/]+)\/?$/;

/** Null if the path leads elsewhere. */
export const replayIn = (path: string): string | null => REPLAY.exec(path)?.[1] ?? null;

export const replayLink = (origin: string, id: string): string => `${origin}/replay/${id}`;
