/** Where the states and arrows of the diagram lie, on a sheet of 320 by 332. Labels are the RFC's: event / answer. */
import type { TcpState } from '../../../shared/engine/tcp/state.ts';

type Point = readonly [number, number];

export interface DiagramEdge {
  readonly from: TcpState;
  readonly to: TcpState;
  readonly path: string;
  readonly label: string;
  readonly at: Point;
  readonly anchor: 'start' | 'middle' | 'end';
}

export const PLACES: readonly (readonly [TcpState, Point])[] = [
  ['CLOSED', [160, 16]],
  ['LISTEN', [56, 64]],
  ['SYN-SENT', [264, 64]],
  ['SYN-RECEIVED', [56, 116]],
  ['ESTABLISHED', [160, 160]],
  ['FIN-WAIT-1', [56, 210]],
  ['CLOSE-WAIT', [264, 210]],
  ['FIN-WAIT-2', [50, 264]],
  ['CLOSING', [160, 264]],
  ['LAST-ACK', [270, 264]],
  ['TIME-WAIT', [96, 316]],
];

/** The diagram ends where it began; drawn twice, it needs no line all the way up. */
export const CLOSED_AGAIN: Point = [270, 316];

const edge = (
  from: TcpState,
  to: TcpState,
  path: string,
  label: string,
  at: Point,
  anchor: DiagramEdge['anchor'] = 'middle',
): DiagramEdge => ({ from, to, path, label, at, anchor });

export const EDGES: readonly DiagramEdge[] = [
  edge('CLOSED', 'LISTEN', 'M118 26L82 49', 'passive OPEN', [92, 34], 'end'),
  edge('CLOSED', 'SYN-SENT', 'M202 26L238 49', 'active OPEN / SYN', [230, 34], 'start'),
  edge('LISTEN', 'SYN-RECEIVED', 'M56 77V101', 'SYN / SYN+ACK', [62, 93], 'start'),
  edge('SYN-SENT', 'SYN-RECEIVED', 'M218 72L104 108', 'SYN / SYN+ACK', [152, 90], 'start'),
  edge('SYN-RECEIVED', 'ESTABLISHED', 'M76 129L116 149', 'ACK', [90, 148], 'end'),
  edge('SYN-SENT', 'ESTABLISHED', 'M266 77C266 120 240 146 209 152', 'SYN+ACK / ACK', [252, 130], 'start'),
  edge('SYN-RECEIVED', 'FIN-WAIT-1', 'M36 129V195', 'CLOSE / FIN', [42, 174], 'start'),
  edge('ESTABLISHED', 'FIN-WAIT-1', 'M128 173L84 196', 'CLOSE / FIN', [114, 190], 'start'),
  edge('ESTABLISHED', 'CLOSE-WAIT', 'M192 173L236 196', 'FIN / ACK', [222, 184], 'start'),
  edge('FIN-WAIT-1', 'FIN-WAIT-2', 'M48 223V249', 'ACK', [42, 240], 'end'),
  edge('FIN-WAIT-1', 'CLOSING', 'M90 223L134 250', 'FIN / ACK', [118, 238], 'start'),
  edge('FIN-WAIT-1', 'TIME-WAIT', 'M72 223C104 252 108 274 102 301', '', [0, 0]),
  edge('CLOSE-WAIT', 'LAST-ACK', 'M266 223V249', 'CLOSE / FIN', [260, 240], 'end'),
  edge('FIN-WAIT-2', 'TIME-WAIT', 'M58 277L80 302', 'FIN / ACK', [62, 294], 'end'),
  edge('CLOSING', 'TIME-WAIT', 'M146 277L116 302', 'ACK', [138, 294], 'start'),
  edge('LAST-ACK', 'CLOSED', 'M270 277V301', 'ACK', [264, 293], 'end'),
  edge('TIME-WAIT', 'CLOSED', 'M142 316H222', '2MSL', [182, 310]),
];
