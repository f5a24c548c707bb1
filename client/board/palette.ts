/** Colours and type of the board. */
import { ACK, FIN, RST, SYN } from '../../shared/engine/wire/segment.ts';
import type { TcpState } from '../../shared/engine/tcp/state.ts';

export const INK = {
  night: '#0f1730',
  deep: '#0b1124',
  panel: '#18233f',
  raised: '#223058',
  edge: '#34467a',
  text: '#eef3ff',
  soft: '#b4c1e4',
  faint: '#7787b3',
  mine: '#3ec9b0',
  mineDeep: '#1f7f78',
  peer: '#ff8a66',
  gold: '#ffcf5c',
  paper: '#fbf6e9',
  paperEdge: '#d9ceb2',
  print: '#18233f',
  printSoft: '#6b6650',
  red: '#ff5d6c',
  cloud: '#a9b9e6',
} as const;

export type SegmentKind = 'syn' | 'ack' | 'data' | 'fin' | 'rst';

export const KIND_INK: Readonly<Record<SegmentKind, string>> = {
  syn: '#5aa9ff',
  ack: '#6fdc8c',
  data: '#b493ff',
  fin: '#ffb45a',
  rst: '#ff5d6c',
};

/** What a segment is first of all, and so its colour. */
export const kindOf = (flags: number, octets: number): SegmentKind => {
  if ((flags & RST) !== 0) return 'rst';
  if ((flags & SYN) !== 0) return 'syn';
  if ((flags & FIN) !== 0) return 'fin';
  if (octets > 0) return 'data';
  return 'ack';
};

/** The band of a card runs into green when its ACK comes along with something else. */
export const bandOf = (flags: number, octets: number): readonly [string, string] => {
  const first = kindOf(flags, octets);
  const last = (flags & ACK) !== 0 && (flags & (SYN | FIN | RST)) !== 0 ? 'ack' : first;
  return [KIND_INK[first], KIND_INK[last]];
};

/** The light of the screen of a host in this state. */
export const STATE_INK: Readonly<Record<TcpState, string>> = {
  CLOSED: '#8c9ac4',
  LISTEN: '#7fc4ff',
  'SYN-SENT': '#5aa9ff',
  'SYN-RECEIVED': '#5aa9ff',
  ESTABLISHED: '#6fdc8c',
  'FIN-WAIT-1': '#ffb45a',
  'FIN-WAIT-2': '#ffb45a',
  'CLOSE-WAIT': '#ffb45a',
  CLOSING: '#ffb45a',
  'LAST-ACK': '#ffb45a',
  'TIME-WAIT': '#ffcf5c',
};

export const SANS =
  "'Inter', 'Segoe UI', system-ui, 'Noto Sans', 'Noto Sans CJK SC', 'Noto Sans SC', 'PingFang SC', 'Microsoft YaHei', sans-serif";
export const MONO =
  "ui-monospace, 'SF Mono', 'JetBrains Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', monospace";

export const toNumber = (css: string): number => Number.parseInt(css.slice(1), 16);

/** A colour of the palette with an alpha. */
export const withAlpha = (css: string, alpha: number): string => {
  const n = toNumber(css);
  return `rgba(${n >> 16}, ${(n >> 8) & 255}, ${n & 255}, ${alpha})`;
};
