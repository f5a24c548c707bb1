/** Short synthesised sounds. The audio context is made at the first gesture, as browsers demand. */
export type SoundName = 'fly' | 'right' | 'wrong' | 'tick' | 'finish' | 'prompt';

export interface Sounds {
  play(name: SoundName): void;
}

interface Tone {
  readonly type: OscillatorType;
  readonly from: number;
  readonly to: number;
  /** Seconds after the sound's beginning, and how long. */
  readonly at: number;
  readonly lasts: number;
  readonly volume: number;
}

const tone = (
  type: OscillatorType,
  from: number,
  to: number,
  at: number,
  lasts: number,
  volume = 0.12,
): Tone => ({
  type,
  from,
  to,
  at,
  lasts,
  volume,
});

const TONES: { readonly [name in SoundName]: readonly Tone[] } = {
  fly: [tone('sine', 300, 900, 0, 0.18, 0.08)],
  right: [tone('triangle', 660, 660, 0, 0.09), tone('triangle', 990, 990, 0.09, 0.16)],
  wrong: [tone('sawtooth', 190, 120, 0, 0.22, 0.07)],
  tick: [tone('square', 1400, 1400, 0, 0.03, 0.04)],
  prompt: [tone('sine', 520, 620, 0, 0.12, 0.07)],
  finish: [
    tone('triangle', 523, 523, 0, 0.14),
    tone('triangle', 659, 659, 0.14, 0.14),
    tone('triangle', 784, 784, 0.28, 0.14),
    tone('triangle', 1047, 1047, 0.42, 0.4),
  ],
};

function sound(context: AudioContext, { type, from, to, at, lasts, volume }: Tone): void {
  const begin = context.currentTime + at;
  const oscillator = context.createOscillator();
  const gain = context.createGain();
  oscillator.type = type;
  oscillator.frequency.setValueAtTime(from, begin);
  oscillator.frequency.exponentialRampToValueAtTime(to, begin + lasts);
  gain.gain.setValueAtTime(0.0001, begin);
  gain.gain.exponentialRampToValueAtTime(volume, begin + 0.012);
  gain.gain.exponentialRampToValueAtTime(0.0001, begin + lasts);
  oscillator.connect(gain).connect(context.destination);
  oscillator.start(begin);
  oscillator.stop(begin + lasts + 0.02);
}

export function createSounds(isOn: () => boolean): Sounds {
  let context: AudioContext | null = null;
  const wake = () => {
    context ??= new AudioContext();
    if (context.state === 'suspended') void context.resume();
  };
  for (const gesture of ['pointerdown', 'keydown'] as const)
    window.addEventListener(gesture, wake, { passive: true });
  return {
    play: (name) => {
      if (context === null || context.state !== 'running' || !isOn()) return;
      for (const each of TONES[name]) sound(context, each);
    },
  };
}

export const SILENT: Sounds = { play: () => undefined };
