import type { ScoreItem } from '../../../shared/engine/scoring/score.ts';
import type { Debrief } from '../../../shared/replay/debrief.ts';
import { useWords } from '../../app-context.ts';
import type { Viewpoint } from './viewpoint.ts';

const ITEMS: readonly ScoreItem[] = [
  'cards',
  'silences',
  'states',
  'speed',
  'streak',
  'faults',
  'merged',
  'knowledge',
  'goal',
  'pair',
  'wrong',
];

export function ScoreTable({ debrief, viewpoint }: { debrief: Debrief; viewpoint: Viewpoint }) {
  const { t } = useWords();
  const { own, left, right, names } = viewpoint;
  const mine = debrief.scores[left];
  const theirs = debrief.scores[right];
  const items = ITEMS.filter((item) => mine.items[item] !== 0 || theirs.items[item] !== 0);
  return (
    <section class="panel score-table">
      <h2>{t('debrief.score')}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('debrief.item')}</th>
            <th scope="col" class="is-mine">
              {own === null ? names[left] : t('debrief.you')}
            </th>
            <th scope="col" class="is-peer">
              {names[right]}
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
