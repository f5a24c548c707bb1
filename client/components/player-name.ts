/** A bot has no name of its own: it is called what it is. */
import type { PlayerInfo } from '../../shared/protocol/messages.ts';
import type { Words } from '../app-context.ts';

export function playerName({ t }: Words, player: PlayerInfo | null | undefined): string {
  if (player === null || player === undefined) return t('match.peer.none');
  if (player.name !== '') return player.name;
  return t(player.kind === 'bot' ? 'match.peer.bot' : 'match.peer');
}
