/**
 * Ids of levels that are not built in. They name what is in the file, so that nobody can give a level the name of
 * another, nor of a lesson: names have no colon (schema.ts). What has such an id is unranked.
 */
const FILE = 'file:';
const DIGITS = 8;

export const ownLevelId = (contentHash: string): string => `${FILE}${contentHash.slice(0, DIGITS)}`;

export const isOwnLevel = (id: string): boolean => id.startsWith(FILE);
