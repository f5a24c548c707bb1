/** Where everything stands on a board of a given size. Pure: sizes in, rectangles out, in CSS pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Span {
  readonly from: Point;
  readonly to: Point;
  readonly sag: number;
}

export interface LaneBox {
  /** All of the lane, from edge to edge. */
  readonly area: Rect;
  /** My machine with its screen. */
  readonly monitor: Rect;
  /** The drawer with what the application has received; a low lane has no room for it. */
  readonly tray: Rect | null;
  /** From my machine to the peer's. */
  readonly wire: Span;
  /** Where a card hovers while it wants an answer (its centre). */
  readonly door: Point;
  /** The peer's machine in the fog. */
  readonly peer: Rect;
  /** What has been heard from the peer. */
  readonly heard: Rect;
}

export interface BoardLayout {
  readonly w: number;
  readonly h: number;
  readonly compact: boolean;
  readonly lanes: readonly LaneBox[];
  readonly fog: Rect;
  /** The name of the peer. */
  readonly plate: Rect;
  readonly card: { readonly w: number; readonly h: number };
  /** The panel with both number lines; a low board leaves them to the tables beside it. */
  readonly lines: Rect | null;
}

/** Smaller boards are cut, never squeezed. */
const LEAST = { w: 300, h: 140 } as const;
/** A lane lower than this gets the room of the number lines, or of its drawer; words lie upon the peer, not below. */
const LEAST_LANE = { beforeLines: 64, withTray: 80, wordsBelow: 96 } as const;

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);

/** A machine is never much higher than wide. */
const TALLEST = 1.2;

/** Lengths are even, so that middles fall on whole pixels. */
const even = (value: number): number => 2 * Math.floor(value / 2);

/** The right side of a lane: the peer's machine, and the words below or upon it. */
const farSide = (area: Rect, fog: Rect, top: number, upon: boolean): { peer: Rect; heard: Rect } => {
  const room = area.y + area.h - top;
  const heardH = Math.round(clamp(room * (upon ? 0.6 : 0.36), 30, 84));
  const h = Math.round(Math.min(upon ? room * 0.82 : room - heardH - 14, fog.w * 0.66));
  const w = Math.round(Math.min(fog.w * 0.8, h * 1.34));
  const y = upon ? top + (room - h) / 2 : top + Math.max(0, (room - heardH - 14 - h) / 2);
  const x = Math.round(fog.x + (fog.w - w) / 2 + fog.w * 0.03);
  const heardY = upon ? area.y + area.h - heardH : y + h + 12;
  return {
    peer: { x, y: Math.round(y), w, h },
    heard: { x: fog.x + 3, y: Math.round(heardY), w: fog.w - 6, h: heardH },
  };
};

const laneBox = (
  area: Rect,
  hostW: number,
  fog: Rect,
  farTop: number,
  card: { w: number; h: number },
  many: boolean,
): LaneBox => {
  const hasTray = area.h >= LEAST_LANE.withTray;
  const trayH = hasTray ? Math.round(clamp(area.h * 0.18, 19, 42)) : 0;
  const foot = Math.round(clamp(area.h * 0.055, 4, 14));
  const monitorH = even(Math.min(area.h - trayH - foot, hostW * TALLEST));
  const monitorW = even(Math.min(hostW, Math.max(monitorH * (many ? 1.9 : 1.6), Math.min(124, hostW))));
  const top = Math.round(area.y + (area.h - monitorH - foot - trayH) / 2);
  const monitor = { x: area.x, y: top, w: monitorW, h: monitorH };
  const tray = hasTray ? { x: area.x, y: top + monitorH + foot, w: monitorW, h: trayH } : null;
  const { peer, heard } = farSide(
    area,
    fog,
    farTop,
    many || area.y + area.h - farTop < LEAST_LANE.wordsBelow,
  );
  const from = { x: monitor.x + monitor.w, y: Math.round(top + monitorH * 0.5) };
  const to = { x: peer.x + 4, y: Math.round(peer.y + peer.h * 0.5) };
  const door = { x: Math.round(from.x + card.w / 2 + 4), y: from.y };
  const sag = Math.round(clamp(area.h * 0.07, 4, 18));
  return { area, monitor, tray, wire: { from, to, sag }, door, peer, heard };
};

export const layoutBoard = (width: number, height: number, laneCount: number): BoardLayout => {
  const w = Math.max(width, LEAST.w);
  const h = Math.max(height, LEAST.h);
  const count = clamp(laneCount, 1, 2);
  const compact = w < 620 || h < 220;
  const margin = compact ? 8 : 16;
  const gap = compact ? 7 : 12;
  const rowH = clamp(h * 0.112, 31, 48);
  const linesH = Math.round(2 * rowH + (compact ? 6 : 10));
  const fogW = Math.round(clamp(w * 0.25, 100, 260));
  const hostW = Math.round(clamp(w * 0.32, 112, 290));
  const laneHOf = (sceneH: number): number => Math.floor((sceneH - (count - 1) * gap) / count);
  const hasLines = laneHOf(h - 2 * margin - linesH - gap) >= LEAST_LANE.beforeLines;
  const lines = hasLines
    ? {
        x: margin,
        y: h - margin - linesH,
        w: compact ? w - 2 * margin : w - margin - fogW - gap,
        h: linesH,
      }
    : null;
  const floor = lines === null ? h - margin : lines.y - gap;
  const laneH = laneHOf(floor - margin);
  const cardW = even(clamp(Math.min(w * 0.17, laneH * 1.1), w < 360 ? 82 : 92, 150));
  const card = { w: cardW, h: even(Math.min(cardW * 0.68, laneH * 0.84)) };
  const fog = { x: w - fogW, y: 0, w: fogW, h: compact && lines !== null ? lines.y : h };
  const plateH = compact ? 20 : 26;
  const plate = { x: fog.x + 4, y: margin, w: fogW - 4 - margin, h: plateH };
  const lanes = Array.from({ length: count }, (_, i) => {
    const area = { x: margin, y: margin + i * (laneH + gap), w: w - 2 * margin, h: laneH };
    const top = i === 0 ? plate.y + plateH + 4 : area.y;
    return laneBox(area, hostW, fog, top, card, count > 1);
  });
  return { w, h, compact, lanes, fog, plate, card, lines };
};
