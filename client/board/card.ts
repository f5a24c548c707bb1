/** Segment cards: warm paper with a coloured band. */
import type Phaser from 'phaser';
import type { Segment } from '../../shared/engine/wire/segment.ts';
import { ACK, flagNames } from '../../shared/engine/wire/segment.ts';
import type { Draw, Pen, Stage } from './paint.ts';
import { paintImage, roundRect, withShadow, write } from './paint.ts';
import { INK, bandOf } from './palette.ts';

export interface CardFace {
  readonly title: string;
  readonly flags: number;
  /** Octets of text. */
  readonly len: number;
  /** Null where only the flags are known. */
  readonly seq: number | null;
  readonly ack: number | null;
  readonly text: string;
  /** It has gone out before. */
  readonly again: boolean;
}

export interface CardSize {
  readonly w: number;
  readonly h: number;
}

/** Room around the paper for its shadow. */
export const CARD_PAD = 10;

/** "SYN+ACK", "DATA", "DATA+FIN": as the screens say it, the ACK of a text goes without saying. */
export const titleOf = (flags: number, octets: number, data: string): string => {
  const names: string[] = flagNames(octets > 0 ? flags & ~ACK : flags);
  if (octets > 0) names.unshift(data);
  return names.join('+');
};

export const faceOf = (segment: Segment, data: string, again = false): CardFace => ({
  title: titleOf(segment.flags, segment.text.length, data),
  flags: segment.flags,
  len: segment.text.length,
  seq: segment.seq,
  ack: (segment.flags & ACK) === 0 ? null : segment.ack,
  text: segment.text,
  again,
});

export const faceOfFlags = (flags: number, len: number, data: string): CardFace => ({
  title: titleOf(flags, len, data),
  flags,
  len,
  seq: null,
  ack: null,
  text: '',
  again: false,
});

const printable = (text: string): string => text.replace(/[^\u0020-\u007e\u00a1-\u00ff]/gu, '·');

const paintRows = (pen: Pen, face: CardFace, x: number, y: number, w: number, h: number): void => {
  const rows: [string, string][] = [];
  if (face.seq !== null) rows.push(['seq', String(face.seq)]);
  if (face.ack !== null) rows.push(['ack', String(face.ack)]);
  rows.push(['len', String(face.len)]);
  const pitch = Math.min(h / 3, 19);
  const size = Math.min(pitch * 0.86, 14);
  const keyW = size * 2.3;
  rows.forEach(([key, value], i) => {
    const rowY = y + (h - pitch * rows.length) / 2 + pitch * (i + 0.5);
    write(pen, key, x, rowY, { size: size * 0.84, mono: true, color: INK.printSoft });
    const type = { size, mono: true, weight: 700, color: INK.print, fit: w - keyW };
    const taken = write(pen, value, x + keyW, rowY, type);
    const left = w - keyW - taken - size * 0.7;
    if (key === 'len' && face.text !== '' && left > size * 2) {
      const quoted = `“${printable(face.text)}”`;
      const style = { size: size * 0.84, weight: 500, color: '#7a5fc0', align: 'right' as const, fit: left };
      write(pen, quoted, x + w, rowY, style);
    }
  });
};

/** Lines that say nothing: only the flags are known. */
const paintBlank = (pen: Pen, x: number, y: number, w: number, h: number): void => {
  pen.fillStyle = 'rgba(107, 102, 80, 0.26)';
  for (const [i, share] of [0.8, 0.94, 0.5].entries()) {
    roundRect(pen, x, y + h * (0.2 + i * 0.24), w * share, h * 0.1, 3);
    pen.fill();
  }
};

const paintAgain = (pen: Pen, x: number, y: number, r: number): void => {
  pen.fillStyle = INK.gold;
  pen.beginPath();
  pen.arc(x, y, r, 0, Math.PI * 2);
  pen.fill();
  pen.strokeStyle = INK.print;
  pen.lineWidth = r * 0.24;
  pen.lineCap = 'round';
  pen.beginPath();
  pen.arc(x, y, r * 0.52, -0.2, Math.PI * 1.42);
  pen.stroke();
  const tip = { x: x + r * 0.52 * Math.cos(-0.2), y: y + r * 0.52 * Math.sin(-0.2) };
  pen.fillStyle = INK.print;
  pen.beginPath();
  pen.moveTo(tip.x - r * 0.34, tip.y + r * 0.02);
  pen.lineTo(tip.x + r * 0.34, tip.y + r * 0.06);
  pen.lineTo(tip.x + r * 0.06, tip.y - r * 0.42);
  pen.fill();
};

/** The paper itself, without shadow, at (x, y). */
export const paintPaper = (pen: Pen, face: CardFace, x: number, y: number, w: number, h: number): void => {
  const radius = Math.min(w * 0.085, 12);
  const bandH = h * 0.36;
  pen.save();
  roundRect(pen, x, y, w, h, radius);
  pen.clip();
  pen.fillStyle = INK.paper;
  pen.fillRect(x, y, w, h);
  const [left, right] = bandOf(face.flags, face.len);
  const band = pen.createLinearGradient(x, 0, x + w, 0);
  band.addColorStop(0.3, left);
  band.addColorStop(0.78, right);
  pen.fillStyle = band;
  pen.fillRect(x, y, w, bandH);
  pen.fillStyle = 'rgba(255, 255, 255, 0.28)';
  pen.fillRect(x, y, w, 1.4);
  pen.fillStyle = 'rgba(24, 35, 63, 0.16)';
  pen.fillRect(x, y + bandH - 1, w, 1);
  pen.restore();
  const inner = w - radius * 1.5;
  write(pen, face.title, x + w / 2 - (face.again ? 4 : 0), y + bandH / 2, {
    size: Math.min(bandH * 0.74, 24),
    weight: 800,
    color: '#101a33',
    align: 'center',
    fit: inner - (face.again ? 12 : 0),
  });
  if (face.seq === null) paintBlank(pen, x + radius, y + bandH, w - radius * 2, h - bandH);
  else paintRows(pen, face, x + radius, y + bandH + 1, w - radius * 2, h - bandH - 2);
  pen.strokeStyle = 'rgba(90, 78, 40, 0.35)';
  pen.lineWidth = 1;
  roundRect(pen, x + 0.5, y + 0.5, w - 1, h - 1, radius);
  pen.stroke();
  if (face.again) paintAgain(pen, x + w - 3, y + 3, CARD_PAD + 1);
};

const paintCard =
  (face: CardFace): Draw =>
  (pen, w, h) => {
    const [cw, ch] = [w - 2 * CARD_PAD, h - 2 * CARD_PAD];
    withShadow(pen, 'rgba(3, 6, 18, 0.55)', 8, 3, () => {
      pen.fillStyle = INK.paper;
      roundRect(pen, CARD_PAD, CARD_PAD, cw, ch, Math.min(cw * 0.085, 12));
      pen.fill();
    });
    paintPaper(pen, face, CARD_PAD, CARD_PAD, cw, ch);
  };

export const createCard = (stage: Stage, face: CardFace, size: CardSize): Phaser.GameObjects.Image =>
  paintImage(stage, size.w + 2 * CARD_PAD, size.h + 2 * CARD_PAD, paintCard(face));
