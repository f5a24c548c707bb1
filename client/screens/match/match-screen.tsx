/** One look answers: what just happened, what do I owe, how long have I got, what do I know. */
import { useState } from 'preact/hooks';
import type { Refusal } from '../../../shared/engine/match/play.ts';
import type { LookAhead } from '../../../shared/replay/look-ahead.ts';
import type { LaneEntry } from '../../session/news.ts';
import { useApp, useWords } from '../../app-context.ts';
import { ActionButtons } from './action-buttons.tsx';
import { AnswerButtons, AnswerPanel } from './answer-panel.tsx';
import { BoardStage } from './board-stage.tsx';
import { CardBuilder } from './card-builder.tsx';
import { HandFan } from './hand-fan.tsx';
import { LaneTabs } from './lane-tabs.tsx';
import { LookAheadDialog } from './look-ahead-dialog.tsx';
import { LiveRegions } from './live-regions.tsx';
import { PromptPanel } from './prompt-panel.tsx';
import { RoundMark } from './round-mark.tsx';
import { SidePanels } from './side-panels.tsx';
import { TopBar } from './top-bar.tsx';
import { useMatchKeys } from './use-match-keys.ts';
import { useMatchSounds } from './use-match-sounds.ts';
import { VerdictPanel } from './verdict-panel.tsx';
import { StateSlot } from './state-slot.tsx';

export function MatchScreen() {
  const { session, hand, inquiry } = useApp();
  const { t } = useWords();
  const [ahead, setAhead] = useState<LookAhead | null>(null);
  useMatchKeys();
  useMatchSounds();
  const update = session.update.value;
  const lane = hand.laneView.value;
  if (update === null || lane === null) return null;
  const { view } = update;
  const lookAhead = async (settled: LaneEntry, refusal: Refusal): Promise<void> => {
    const { lookAheadInMatch } = await import('../../../shared/replay/look-ahead-in-match.ts');
    setAhead(lookAheadInMatch(view, settled.lane, settled.entry, refusal));
  };
  const draft = hand.draft.value;
  const prompt = hand.prompt.value;
  const question = prompt === null ? inquiry.question.value : null;
  return (
    <div class="match">
      <TopBar />
      <main class="table" aria-label={t('match.board')}>
        <h1 class="only-read">{t('app.title')}</h1>
        {view.level.rounds !== null && <RoundMark view={view} />}
        {view.level.rounds === null && view.lanes.length > 1 && <LaneTabs view={view} />}
        <PromptPanel view={view} lane={lane} />
        <BoardStage view={view} />
        <div class="below">
          {draft !== null && prompt !== null && (
            <CardBuilder key={prompt.id} draft={draft} prompt={prompt} help={view.level.help} lane={lane} />
          )}
          {question !== null && <AnswerPanel key={question.id} question={question} />}
          {question === null && (draft === null || prompt === null) && (
            <VerdictPanel onLookAhead={(...of) => void lookAhead(...of)} />
          )}
        </div>
        <div class="hand-row">
          <HandFan prompt={prompt} draft={draft} />
          {view.level.help === 'states' && question === null && <StateSlot />}
          {question === null ? <ActionButtons view={view} /> : <AnswerButtons />}
        </div>
      </main>
      <SidePanels view={view} lane={lane} />
      {ahead === null ? (
        <LiveRegions />
      ) : (
        <LookAheadDialog ahead={ahead} seat={view.seat} onClose={() => setAhead(null)} />
      )}
    </div>
  );
}
