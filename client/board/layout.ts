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

export interface LaneBox {
  /** All of the lane, from edge to edge. */
  readonly area: Rect;
  /** The machine with its screen. */
  readonly monitor: Rect;
  /** The drawer with what the application has received. */
  readonly tray: Rect;
  readonly wire: { readonly from: Point; readonly to: Point; readonly sag: number };
  /** Where a card hovers while it wants an answer (its centre). */
  readonly door: Point;
  /** Where the peer's machine stands in the fog. */
  readonly peer: Rect;
}

export interface BoardLayout {
  readonly w: number;
  readonly h: number;
  readonly compact: boolean;
  readonly lanes: readonly LaneBox[];
  readonly fog: Rect;
  readonly card: { readonly w: number; readonly h: number };
  /** The panel with both number lines. */
  readonly lines: Rect;
}

export const clamp = (value: number, low: number, high: number): number =>
  Math.min(Math.max(value, low), high);

const laneBox = (area: Rect, hostW: number, peerW: number, card: { w: number; h: number }): LaneBox => {
  const trayH = Math.round(clamp(area.h * 0.19, 20, 44));
  const foot = Math.round(clamp(area.h * 0.06, 5, 16));
  const monitorH = area.h - trayH - foot;
  const monitorW = Math.round(Math.min(hostW, monitorH * 1.62));
  const left = area.x + Math.round((hostW - monitorW) / 2);
  const monitor = { x: left, y: area.y, w: monitorW, h: monitorH };
  const tray = { x: area.x, y: area.y + area.h - trayH, w: hostW, h: trayH };
  const y = Math.round(area.y + monitorH * 0.5);
  const peerX = area.x + area.w - peerW;
  const peer = { x: peerX, y: area.y, w: peerW, h: area.h };
  const from = { x: monitor.x + monitor.w, y };
  const door = { x: Math.round(monitor.x + monitor.w + card.w / 2 + 4), y };
  const sag = Math.round(clamp(area.h * 0.07, 4, 18));
  return { area, monitor, tray, wire: { from, to: { x: peerX + peerW * 0.5, y }, sag }, door, peer };
};

export const layoutBoard = (width: number, height: number, laneCount: number): BoardLayout => {
  const w = Math.max(width, 240);
  const h = Math.max(height, 180);
  const count = clamp(laneCount, 1, 2);
  const compact = w < 620;
  const margin = compact ? 8 : 16;
  const gap = compact ? 6 : 12;
  const lineH = clamp(h * 0.135, 36, 56);
  const linesH = Math.round(2 * lineH + (compact ? 8 : 16));
  const peerW = Math.round(clamp(w * 0.25, 96, 250));
  const hostW = Math.round(clamp(w * 0.32, 124, 280));
  const lines = {
    x: margin,
    y: h - margin - linesH,
    w: compact ? w - 2 * margin : w - margin - peerW - gap,
    h: linesH,
  };
  const sceneH = lines.y - margin - gap;
  const laneH = Math.floor((sceneH - (count - 1) * gap) / count);
  const cardW = Math.round(clamp(Math.min(w * 0.17, laneH * 1.1), 90, 148));
  const card = { w: cardW, h: Math.round(Math.min(cardW * 0.68, laneH * 0.82)) };
  const lanes = Array.from({ length: count }, (_, i) =>
    laneBox(
      { x: margin, y: margin + i * (laneH + gap), w: w - 2 * margin, h: laneH },
      hostW,
      peerW - margin,
      card,
    ),
  );
  const fog = { x: w - peerW, y: 0, w: peerW, h: compact ? lines.y : h };
  return { w, h, compact, lanes, fog, card, lines };
};
