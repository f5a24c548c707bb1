/** The eleven states after RFC 9293 figure 5, simplified: where I am, and the way I came. */
import type { LaneView } from '../../../shared/engine/match/view.ts';
import type { TcpState } from '../../../shared/engine/tcp/state.ts';
import { useWords } from '../../app-context.ts';
import type { DiagramEdge } from './state-diagram-plan.ts';
import { CLOSED_AGAIN, EDGES, PLACES } from './state-diagram-plan.ts';

const WIDTH = 92;
const HEIGHT = 26;

interface Arrow {
  readonly edge: DiagramEdge;
  readonly isTaken: boolean;
}

function EdgeLine({ edge, isTaken }: Arrow) {
  return (
    <g class="edge" data-taken={isTaken}>
      <path d={edge.path} marker-end={`url(#${isTaken ? 'tip-taken' : 'tip'})`} />
      {edge.label !== '' && (
        <text x={edge.at[0]} y={edge.at[1]} text-anchor={edge.anchor}>
          {edge.label}
        </text>
      )}
    </g>
  );
}

interface NodeProperties {
  readonly name: TcpState;
  readonly at: readonly [number, number];
  readonly condition: 'now' | 'been' | 'far';
}

function Node({ name, at: [x, y], condition }: NodeProperties) {
  return (
    <g class="node" data-condition={condition}>
      <rect x={x - WIDTH / 2} y={y - HEIGHT / 2} width={WIDTH} height={HEIGHT} rx="8" />
      <text x={x} y={y + 4} text-anchor="middle">
        {name}
      </text>
    </g>
  );
}

const Tip = ({ id }: { id: string }) => (
  <marker id={id} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
    <path d="M0 0L8 4L0 8z" />
  </marker>
);

export function StateDiagram({ lane }: { lane: LaneView }) {
  const { t } = useWords();
  const now = lane.tcb.state;
  const moves = lane.trail.filter(({ before, after }) => before !== after);
  const taken = new Set(moves.map(({ before, after }) => `${before}>${after}`));
  const been = new Set(moves.flatMap(({ before, after }) => [before, after]));
  const isOver = now === 'CLOSED' && moves.length > 0;
  const conditionOf = (state: TcpState) => {
    if (state === now && !(isOver && state === 'CLOSED')) return 'now';
    return been.has(state) ? 'been' : 'far';
  };
  return (
    <figure class="diagram">
      <svg viewBox="0 0 320 332" role="img" aria-label={t('match.diagram.now', { state: now })}>
        <defs>
          <Tip id="tip" />
          <Tip id="tip-taken" />
        </defs>
        {EDGES.map((edge) => (
          <EdgeLine
            key={`${edge.from}>${edge.to}`}
            edge={edge}
            isTaken={taken.has(`${edge.from}>${edge.to}`)}
          />
        ))}
        {PLACES.map(([name, at]) => (
          <Node key={name} name={name} at={at} condition={conditionOf(name)} />
        ))}
        <Node name="CLOSED" at={CLOSED_AGAIN} condition={isOver ? 'now' : 'far'} />
      </svg>
      <figcaption>{t(`state.${now}`)}</figcaption>
    </figure>
  );
}
