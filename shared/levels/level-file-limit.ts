/** Octets of UTF-8 that a level file may have. */
export const LEVEL_FILE_LIMIT = 16 * 1024;
