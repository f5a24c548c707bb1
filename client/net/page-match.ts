/** Ids of matches that are hosted in a page: none of the server's begins so. */
const PAGE = 'page-';

export const pageMatchId = (digits: string): string => `${PAGE}${digits}`;

export const isPageMatch = (match: string): boolean => match.startsWith(PAGE);

const BRANCH = `${PAGE}branch-`;

/** A match that goes on from a moment of another: what came before was not all its player's doing. */
export const branchMatchId = (digits: string): string => `${BRANCH}${digits}`;

export const isBranch = (match: string): boolean => match.startsWith(BRANCH);
