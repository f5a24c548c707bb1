/** The board's place on the page. Phaser comes only now; without it the match can still be played. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { otherSeat } from '../../../shared/engine/match/seat.ts';
import type { SeatView } from '../../../shared/engine/match/view.ts';
import type { Board, BoardModel } from '../../board/board.ts';
import { useApp, useWords } from '../../app-context.ts';
import { playerName } from '../../components/player-name.ts';
import { boardLabels } from './board-labels.ts';
import { useReducedMotion } from './use-reduced-motion.ts';

function useBoardModel(view: SeatView): BoardModel {
  const { session, hand } = useApp();
  const words = useWords();
  const reducedMotion = useReducedMotion();
  const peer = otherSeat(view.seat);
  const players = session.table.value?.players;
  const isRounds = view.level.rounds !== null;
  return {
    lanes: isRounds ? view.lanes.slice(-1) : view.lanes,
    litLane: isRounds ? 0 : hand.lane.value,
    names: { me: playerName(words, players?.[view.seat]), peer: playerName(words, players?.[peer]) },
    peerPresence: view.presence[peer],
    labels: boardLabels(words.language),
    reducedMotion,
  };
}

export function BoardStage({ view }: { view: SeatView }) {
  const { session, sounds } = useApp();
  const { t } = useWords();
  const parent = useRef<HTMLDivElement>(null);
  const board = useRef<Board | null>(null);
  const model = useBoardModel(view);
  const latest = useRef(model);
  latest.current = model;
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    let gone = false;
    async function load(): Promise<void> {
      try {
        const { createBoard } = await import('../../board/board.ts');
        if (gone || parent.current === null) return;
        board.current = createBoard(parent.current, latest.current, (cue) => {
          if (cue === 'depart') sounds.play('fly');
        });
      } catch (error) {
        console.error('the board could not be loaded', error);
        if (!gone) setFailed(true);
      }
    }
    void load();
    return () => {
      gone = true;
      board.current?.destroy();
      board.current = null;
    };
  }, [sounds]);

  useEffect(() => {
    board.current?.update(model);
  });

  const refused = session.refused.value;
  useEffect(() => {
    const card = refused?.refusal.play.card;
    const lane = view.level.rounds === null ? (refused?.lane ?? 0) : 0;
    if (card) board.current?.refuse(lane, card.flags, card.len);
  }, [refused]);

  return (
    <div class="stage">
      <div class="stage-canvas" ref={parent} aria-hidden="true" />
      {failed && <p class="stage-failed">{t('match.board-failed')}</p>}
    </div>
  );
}
