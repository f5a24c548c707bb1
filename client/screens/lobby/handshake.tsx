/** The game in a picture: three cards between two hosts, over and over (they stand still if motion is unwelcome). */
import { useWords } from '../../app-context.ts';

const CARDS = [
  { name: 'SYN', way: 'out', color: 'syn' },
  { name: 'SYN+ACK', way: 'back', color: 'syn-ack' },
  { name: 'ACK', way: 'out', color: 'ack' },
] as const;

export function Handshake() {
  const { t } = useWords();
  return (
    <div class="handshake" role="img" aria-label={t('lobby.handshake')}>
      <div class="handshake-host handshake-mine">
        <span class="handshake-screen">☺</span>
        {t('lobby.client')}
      </div>
      <div class="handshake-wires">
        {CARDS.map(({ name, way, color }, index) => (
          <div key={name} class={`handshake-wire handshake-${way} handshake-step-${String(index)}`}>
            <span class={`handshake-card is-${color}`}>{name}</span>
          </div>
        ))}
      </div>
      <div class="handshake-host handshake-peer">
        <span class="handshake-screen">☺</span>
        {t('lobby.server')}
      </div>
    </div>
  );
}
