/** How a host looks: a friendly computer, drawn. */
import type { LaneEnd } from '../../shared/engine/match/view.ts';
import type { TcpState } from '../../shared/engine/tcp/state.ts';
import type { Draw, Pen } from './paint.ts';
import { roundRect, verticalGradient, withShadow, write } from './paint.ts';
import { INK, STATE_INK, withAlpha } from './palette.ts';

export type Eyes = 'open' | 'half' | 'shut' | 'glad' | 'crossed';
export type Mouth = 'flat' | 'smile' | 'grin' | 'round' | 'wavy';

export interface Mood {
  readonly eyes: Eyes;
  readonly mouth: Mouth;
}

const MOODS: Readonly<Record<TcpState, Mood>> = {
  CLOSED: { eyes: 'shut', mouth: 'flat' },
  LISTEN: { eyes: 'open', mouth: 'flat' },
  'SYN-SENT': { eyes: 'open', mouth: 'round' },
  'SYN-RECEIVED': { eyes: 'open', mouth: 'round' },
  ESTABLISHED: { eyes: 'open', mouth: 'grin' },
  'FIN-WAIT-1': { eyes: 'open', mouth: 'smile' },
  'FIN-WAIT-2': { eyes: 'open', mouth: 'smile' },
  'CLOSE-WAIT': { eyes: 'open', mouth: 'smile' },
  CLOSING: { eyes: 'open', mouth: 'smile' },
  'LAST-ACK': { eyes: 'open', mouth: 'smile' },
  'TIME-WAIT': { eyes: 'half', mouth: 'smile' },
};

export const moodOf = (state: TcpState, over: LaneEnd | null): Mood => {
  if (over === 'goal' || over === 'finished') return { eyes: 'glad', mouth: 'grin' };
  if (over !== null) return { eyes: 'crossed', mouth: 'wavy' };
  return MOODS[state];
};

/** Parts of the monitor: share of its height that the lower bezel takes, and the frame around the screen. */
export const bezelOf = (w: number, h: number): { frame: number; chin: number } => ({
  frame: Math.max(4, Math.min(w, h) * 0.05),
  chin: Math.max(13, h * 0.13),
});

/** Below this height of the screen the letters of the state need all of it. */
const FACELESS = 46;

export const hasFace = (screenH: number): boolean => screenH >= FACELESS;

/** The machine without its face; `pad` is the room for its shadow. */
export const paintMonitor =
  (body: string, deep: string, name: string, pad: number, foot: number): Draw =>
  (pen, fullW, fullH) => {
    const [w, h] = [fullW - 2 * pad, fullH - 2 * pad - foot];
    const { frame, chin } = bezelOf(w, h);
    const radius = Math.min(w, h) * 0.13;
    pen.fillStyle = deep;
    pen.beginPath();
    pen.moveTo(pad + w * 0.4, pad + h - 2);
    pen.lineTo(pad + w * 0.6, pad + h - 2);
    pen.lineTo(pad + w * 0.66, pad + h + foot + 2);
    pen.lineTo(pad + w * 0.34, pad + h + foot + 2);
    pen.fill();
    withShadow(pen, 'rgba(3, 6, 18, 0.5)', 12, 5, () => {
      pen.fillStyle = verticalGradient(pen, pad, pad + h, body, deep);
      roundRect(pen, pad, pad, w, h, radius);
      pen.fill();
    });
    pen.strokeStyle = 'rgba(255, 255, 255, 0.35)';
    pen.lineWidth = 1.2;
    roundRect(pen, pad + 0.8, pad + 0.8, w - 1.6, h - 1.6, radius);
    pen.stroke();
    const screenH = Math.max(1, h - frame - chin);
    pen.fillStyle = verticalGradient(pen, pad + frame, pad + frame + screenH, '#0d1630', '#131f42');
    roundRect(pen, pad + frame, pad + frame, w - 2 * frame, screenH, radius * 0.75);
    pen.fill();
    pen.strokeStyle = 'rgba(4, 8, 22, 0.55)';
    pen.lineWidth = 1.5;
    pen.stroke();
    const led = Math.max(2, chin * 0.13);
    pen.fillStyle = INK.gold;
    pen.beginPath();
    pen.arc(pad + w - frame - radius * 0.5, pad + h - chin / 2, led, 0, Math.PI * 2);
    pen.fill();
    write(pen, name, pad + w / 2, pad + h - chin / 2 - 0.5, {
      size: Math.min(chin * 0.66, 14),
      weight: 700,
      color: '#0a1c2a',
      align: 'center',
      fit: w - frame * 2 - radius * 2.4,
    });
  };

const paintMouth = (pen: Pen, mouth: Mouth, x: number, y: number, s: number): void => {
  pen.beginPath();
  switch (mouth) {
    case 'flat':
      pen.moveTo(x - s * 0.55, y);
      pen.lineTo(x + s * 0.55, y);
      break;
    case 'smile':
      pen.arc(x, y - s * 0.55, s * 0.85, Math.PI * 0.25, Math.PI * 0.75);
      break;
    case 'grin':
      pen.arc(x, y - s * 0.45, s * 0.95, Math.PI * 0.12, Math.PI * 0.88);
      break;
    case 'round':
      pen.ellipse(x, y, s * 0.36, s * 0.42, 0, 0, Math.PI * 2);
      break;
    case 'wavy':
      pen.moveTo(x - s * 0.8, y);
      pen.quadraticCurveTo(x - s * 0.4, y - s * 0.6, x, y);
      pen.quadraticCurveTo(x + s * 0.4, y + s * 0.6, x + s * 0.8, y);
      break;
  }
  pen.stroke();
};

/** The lit part of the screen: a glow, the mouth, and the state in large letters. */
export const paintScreen =
  (state: TcpState, mood: Mood): Draw =>
  (pen, w, h) => {
    const color = STATE_INK[state];
    const glow = pen.createRadialGradient(w / 2, h * 0.34, 2, w / 2, h * 0.4, Math.max(w, h) * 0.62);
    glow.addColorStop(0, withAlpha(color, 0.24));
    glow.addColorStop(1, withAlpha(color, 0.02));
    pen.fillStyle = glow;
    roundRect(pen, 0, 0, w, h, Math.min(w, h) * 0.1);
    pen.fill();
    const face = hasFace(h);
    if (face) {
      const faceH = h * 0.6;
      pen.strokeStyle = color;
      pen.lineCap = 'round';
      pen.lineWidth = Math.max(1.8, faceH * 0.05);
      paintMouth(pen, mood.mouth, w / 2, faceH * 0.82, faceH * 0.17);
    }
    withShadow(pen, withAlpha(color, 0.65), 7, 0, () => {
      write(pen, state, w / 2, h * (face ? 0.8 : 0.5), {
        size: Math.min(h * (face ? (w > h * 1.7 ? 0.29 : 0.23) : 0.52), w * 0.17, 30),
        weight: 800,
        color,
        align: 'center',
        fit: w * 0.92,
      });
    });
    pen.fillStyle = 'rgba(255, 255, 255, 0.05)';
    pen.beginPath();
    pen.moveTo(w * 0.02, 0);
    pen.lineTo(w * 0.3, 0);
    pen.lineTo(w * 0.08, h);
    pen.lineTo(0, h);
    pen.fill();
  };

export const paintEye =
  (eyes: Eyes, color: string): Draw =>
  (pen, w, h) => {
    pen.strokeStyle = color;
    pen.fillStyle = color;
    pen.lineWidth = w * 0.17;
    pen.lineCap = 'round';
    const [x, y, r] = [w / 2, h / 2, w * 0.34];
    pen.beginPath();
    switch (eyes) {
      case 'open':
        pen.ellipse(x, y, r * 0.82, r * 1.1, 0, 0, Math.PI * 2);
        pen.fill();
        pen.fillStyle = '#ffffff';
        pen.beginPath();
        pen.arc(x + r * 0.28, y - r * 0.42, r * 0.27, 0, Math.PI * 2);
        pen.fill();
        break;
      case 'half':
        pen.arc(x, y, r, 0, Math.PI);
        pen.fill();
        break;
      case 'shut':
        pen.arc(x, y - r * 0.4, r, Math.PI * 0.2, Math.PI * 0.8);
        pen.stroke();
        break;
      case 'glad':
        pen.arc(x, y + r * 0.5, r, Math.PI * 1.15, Math.PI * 1.85);
        pen.stroke();
        break;
      case 'crossed':
        pen.moveTo(x - r * 0.7, y - r * 0.7);
        pen.lineTo(x + r * 0.7, y + r * 0.7);
        pen.moveTo(x + r * 0.7, y - r * 0.7);
        pen.lineTo(x - r * 0.7, y + r * 0.7);
        pen.stroke();
        break;
    }
  };

/** The drawer of the application: what it is called, and what it has received. */
export const paintTray =
  (label: string, received: string, unsent: number): Draw =>
  (pen, w, h) => {
    pen.fillStyle = verticalGradient(pen, 0, h, INK.raised, INK.panel);
    roundRect(pen, 0.5, 0.5, w - 1, h - 1, Math.min(h * 0.32, 12));
    pen.fill();
    pen.strokeStyle = withAlpha(INK.mine, 0.5);
    pen.lineWidth = 1;
    pen.stroke();
    const pad = Math.max(6, h * 0.22);
    const tall = h >= 32;
    const textSize = Math.min(tall ? h * 0.34 : h * 0.48, 14);
    let right = w - pad;
    if (unsent > 0) {
      const type = { size: textSize * 0.92, weight: 700, color: INK.gold, align: 'right' as const };
      right -= write(pen, `↑${unsent}`, right, h / 2, type) + 6;
    }
    let left = pad;
    const labelType = { size: Math.min(textSize * 0.86, 11), weight: 600, color: INK.faint };
    if (tall) write(pen, label, left, h * 0.3, { ...labelType, fit: right - left });
    else if (received === '' || w > 190)
      left += write(pen, label, left, h / 2, { ...labelType, fit: (right - left) * 0.52 }) + 6;
    const shown = received === '' ? '—' : received.replace(/[^\u0020-\u007e\u00a1-\u00ff]/gu, '·');
    const type = { size: textSize, mono: true, weight: 600, color: received === '' ? INK.faint : INK.text };
    pen.font = `600 ${textSize}px monospace`;
    const room = Math.max(1, Math.floor((right - left) / (textSize * 0.61)));
    const tail = shown.length > room ? `…${shown.slice(-(room - 1))}` : shown;
    write(pen, tail, left, tall ? h * 0.68 : h / 2, type);
  };
