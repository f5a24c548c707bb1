/** Ids of matches that are hosted in a page: none of the server's begins so. */
const PAGE = 'page-';

export const pageMatchId = (digits: string): string => `${PAGE}${digits}`;

export const isPageMatch = (match: string): boolean => match.startsWith(PAGE);
