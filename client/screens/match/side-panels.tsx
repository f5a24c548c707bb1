/** What I know: TCB, segments and states. Beside the table on a wide screen, folded under three buttons on a phone. */
import { useEffect, useState } from 'preact/hooks';
import type { LaneView, SeatView } from '../../../shared/engine/match/view.ts';
import { useWords } from '../../app-context.ts';
import { Icon } from '../../components/icon.tsx';
import type { IconName } from '../../components/icon.tsx';
import { StateDiagram } from './state-diagram.tsx';
import { StorySwitch } from './story-switch.tsx';
import { TcbTable } from './tcb-table.tsx';
import { TrailList } from './trail-list.tsx';

const PANELS = ['tcb', 'trail', 'diagram'] as const;
type Panel = (typeof PANELS)[number];

const ICONS: { readonly [panel in Panel]: IconName } = { tcb: 'numbers', trail: 'list', diagram: 'states' };

export function SidePanels({ view, lane }: { view: SeatView; lane: LaneView }) {
  const { t } = useWords();
  const [open, setOpen] = useState<Panel | null>(null);
  useEffect(() => {
    const close = (event: KeyboardEvent) => {
      if (event.key === 'Escape') setOpen(null);
    };
    document.addEventListener('keydown', close);
    return () => document.removeEventListener('keydown', close);
  }, []);
  const contents = {
    tcb: <TcbTable lane={lane} help={view.level.help} />,
    trail: <TrailList lane={lane} />,
    diagram: <StateDiagram lane={lane} />,
  };
  return (
    <>
      <div class="side-tabs">
        {PANELS.map((panel) => (
          <button
            key={panel}
            type="button"
            class="side-tab"
            aria-expanded={open === panel}
            onClick={() => setOpen(open === panel ? null : panel)}
          >
            <Icon name={ICONS[panel]} />
            {panel === 'tcb' ? 'TCB' : t(`match.${panel}`)}
          </button>
        ))}
      </div>
      <aside class="side" data-open={open ?? 'none'}>
        {PANELS.map((panel) => (
          <section key={panel} class={`side-panel panel side-${panel}`} data-open={open === panel}>
            <header class="side-head">
              <h2>{t(`match.${panel}`)}</h2>
              {panel === 'trail' && <StorySwitch />}
              <button
                type="button"
                class="icon-button side-close"
                aria-label={t('app.close')}
                onClick={() => setOpen(null)}
              >
                <Icon name="close" />
              </button>
            </header>
            {contents[panel]}
          </section>
        ))}
      </aside>
    </>
  );
}
