import { otherSeat } from '../../../shared/engine/match/seat.ts';
import type { Seat } from '../../../shared/engine/match/seat.ts';
import type { ScoreItem } from '../../../shared/engine/scoring/score.ts';
import type { Debrief } from '../../../shared/replay/debrief.ts';
import { useApp, useWords } from '../../app-context.ts';
import { playerName } from '../../components/player-name.ts';

const ITEMS: readonly ScoreItem[] = [
  'cards',
  'silences',
  'states',
  'speed',
  'streak',
  'faults',
  'merged',
  'goal',
  'pair',
  'wrong',
];

export function ScoreTable({ debrief, seat }: { debrief: Debrief; seat: Seat }) {
  const { session } = useApp();
  const words = useWords();
  const { t } = words;
  const other = otherSeat(seat);
  const mine = debrief.scores[seat];
  const theirs = debrief.scores[other];
  const items = ITEMS.filter((item) => mine.items[item] !== 0 || theirs.items[item] !== 0);
  return (
    <section class="panel score-table">
      <h2>{t('debrief.score')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('debrief.item')}</th>
            <th scope="col" class="is-mine">
              {t('debrief.you')}
            </th>
            <th scope="col" class="is-peer">
              {playerName(words, session.table.value?.players[other])}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item}>
              <th scope="row">{t(`debrief.item.${item}`)}</th>
              <td>{mine.items[item]}</td>
              <td>{theirs.items[item]}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('debrief.raw')}</th>
            <td>{mine.raw}</td>
            <td>{theirs.raw}</td>
          </tr>
          <tr>
            <th scope="row">{t('debrief.par')}</th>
            <td>{mine.par}</td>
            <td>{theirs.par}</td>
          </tr>
          <tr class="score-total">
            <th scope="row">{t('debrief.total')}</th>
            <td>{mine.score}</td>
            <td>{theirs.score}</td>
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
