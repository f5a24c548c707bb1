/** The panel with my two number lines, drawn as rulers. */
import type { LaneView } from '../../shared/engine/match/view.ts';
import type { NumberLine } from './line-blocks.ts';
import { receivingLine, sendingLine } from './line-blocks.ts';
import type { Rect } from './layout.ts';
import type { BoardLabels } from './model.ts';
import type { Pen, Stage } from './paint.ts';
import { measure, paintImage, repaintable, roundRect, verticalGradient, write } from './paint.ts';
import { INK, withAlpha } from './palette.ts';
import { paintRuler } from './ruler.ts';

export interface NumberLines {
  show(lane: LaneView, labels: BoardLabels, mark: string, standing: boolean): void;
}

interface Legend {
  readonly title: string;
  readonly color: string;
  readonly values: readonly (readonly [string, string])[];
}

/** What stands left of a ruler: whose it is, and where its marks are. */
const paintLegend = (pen: Pen, legend: Legend, box: Rect): void => {
  const lines = box.h >= 38 ? legend.values : legend.values.slice(-1);
  const pitch = Math.min(15, (box.h - 3) / (lines.length + 1));
  const size = Math.min(12, pitch * 0.84);
  const top = box.y + (box.h - pitch * (lines.length + 1)) / 2;
  write(pen, legend.title, box.x, top + pitch / 2, {
    size: size + 0.5,
    weight: 700,
    color: legend.color,
    fit: box.w,
  });
  lines.forEach(([name, value], i) => {
    const y = top + pitch * (i + 1.5);
    const type = { size, mono: true, weight: 700 };
    const short = measure(pen, `SND.NXT ${value}`, { ...type, color: '' }) > box.w ? name.slice(4) : name;
    const taken = write(pen, short, box.x, y, { size: size * 0.84, weight: 600, color: INK.soft });
    const color = value === '?' ? INK.gold : INK.text;
    write(pen, value, box.x + taken + 5, y, { ...type, color, fit: box.w - taken - 5 });
  });
};

const valueOf = (line: NumberLine, n: number | null): string => {
  if (!line.live) return '–';
  return n === null ? '?' : String(n);
};

const paintPanel = (pen: Pen, w: number, h: number): void => {
  pen.fillStyle = verticalGradient(pen, 0, h, 'rgba(34, 48, 88, 0.94)', 'rgba(24, 35, 63, 0.94)');
  roundRect(pen, 0.5, 0.5, w - 1, h - 1, 12);
  pen.fill();
  pen.strokeStyle = withAlpha(INK.edge, 0.8);
  pen.lineWidth = 1;
  pen.stroke();
};

export const createNumberLines = (stage: Stage, box: Rect): NumberLines => {
  const { scene, still } = stage;
  const node = scene.add.container(box.x, box.y).setDepth(30);
  const panel = repaintable(stage, { x: box.w / 2, y: box.h / 2, w: box.w, h: box.h }, (image) =>
    node.addAt(image, 0),
  );
  const legendW = Math.round(box.w < 500 ? 92 : 152);
  const pad = box.w < 500 ? 9 : 14;
  const rowH = (box.h - 4) / 2;
  let known: readonly [number, number] = [0, 0];
  let marked = '';

  /** A new block lights up. */
  const light = (at: Rect): void => {
    const flash = paintImage(stage, at.w + 4, at.h + 4, (pen, w, h) => {
      pen.fillStyle = '#ffffff';
      roundRect(pen, 0, 0, w, h, 6);
      pen.fill();
    });
    flash.setPosition(at.x + at.w / 2, at.y + at.h / 2);
    node.add(flash);
    scene.tweens.add({
      targets: flash,
      alpha: 0,
      scaleX: flash.scaleX * 1.12,
      scaleY: flash.scaleY * 1.35,
      duration: 650,
      ease: 'Quad.Out',
      onComplete: () => flash.destroy(),
    });
  };

  return {
    show: (lane, labels, mark, standing) => {
      const [sent, got] = [sendingLine(lane), receivingLine(lane)];
      const last: (Rect | null)[] = [null, null];
      const content = JSON.stringify([sent, got, labels.sending, labels.receiving, mark]);
      const painted = panel.repaint(content, (pen, w, h) => {
        paintPanel(pen, w, h);
        pen.fillStyle = withAlpha(INK.edge, 0.5);
        pen.fillRect(pad, h / 2 - 0.5, w - 2 * pad, 1);
        const sending = {
          title: `${mark} ${labels.sending} →`.trim(),
          color: INK.mine,
          values: [
            ['SND.UNA', valueOf(sent, sent.una)],
            ['SND.NXT', valueOf(sent, sent.next)],
          ] as const,
        };
        const receiving = {
          title: `${mark} ${labels.receiving} ←`.trim(),
          color: INK.peer,
          values: [['RCV.NXT', valueOf(got, got.next)]] as const,
        };
        for (const [i, [line, legend]] of (
          [
            [sent, sending],
            [got, receiving],
          ] as const
        ).entries()) {
          const y = 2 + i * rowH;
          paintLegend(pen, legend, { x: pad, y, w: legendW, h: rowH });
          const x = pad + legendW + 6;
          last[i] = paintRuler(pen, line, { x, y, w: w - x - pad, h: rowH });
        }
      });
      const grown = [sent.blocks.length > known[0], got.blocks.length > known[1]];
      const same = mark === marked;
      known = [sent.blocks.length, got.blocks.length];
      marked = mark;
      if (standing || still || !painted || !same) return;
      for (const [i, at] of last.entries()) if (grown[i] === true && at !== null) light(at);
    },
  };
};
