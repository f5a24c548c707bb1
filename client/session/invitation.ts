/** A link to a match: `/#join=CODE`. It is wiped from the address once read, so that a reload does not join again. */
const INVITATION = /^#join=([A-Za-z0-9]{4,12})$/;

export const invitationIn = (hash: string): string | null =>
  INVITATION.exec(hash)?.[1]?.toUpperCase() ?? null;

export const invitationLink = (origin: string, path: string, code: string): string =>
  `${origin}${path}#join=${code}`;

export function takeInvitation(location: Location, history: History): string | null {
  const code = invitationIn(location.hash);
  if (code !== null) history.replaceState(null, '', location.pathname + location.search);
  return code;
}
