/** Development only: every state of the board with fixed data. gallery.html#state=late&step=1&lang=zh&bar */
import type { Board, BoardModel } from './board.ts';
import { createBoard } from './board.ts';
import { CHINESE, ENGLISH } from './gallery-labels.ts';
import { STATES } from './gallery-lanes.ts';

declare global {
  interface Window {
    gallery: { next: () => void; refuse: () => void; rounds: (count: number) => Promise<void> };
  }
}

const element = (id: string): HTMLElement => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`no #${id}`);
  return found;
};

const hash = new URLSearchParams(location.hash.slice(1));
let state = hash.get('state') ?? 'script';
let step = Number(hash.get('step') ?? '0');
let chinese = hash.get('lang') === 'zh';
let still = hash.has('still');
const presence = hash.get('presence');
if (hash.has('bar')) document.body.classList.add('with-bar');

const model = (): BoardModel => {
  const steps = STATES[state] ?? [];
  return {
    lanes: steps[Math.min(step, steps.length - 1)] ?? [],
    litLane: Number(hash.get('lit') ?? '0'),
    names: { me: chinese ? '小明' : 'Ada', peer: chinese ? '小红' : 'Grace' },
    peerPresence: presence === 'away' || presence === 'stand-in' ? presence : 'present',
    labels: chinese ? CHINESE : ENGLISH,
    reducedMotion: still,
  };
};

const parent = element('board');
let board: Board = createBoard(parent, model());
const restart = (): void => {
  board.destroy();
  board = createBoard(parent, model());
};
const next = (): void => {
  step += 1;
  board.update(model());
  element('count').textContent = `${step}`;
};
const refuse = (): void => board.refuse(Number(hash.get('lit') ?? '0'), 0x12, 0);
const rounds = async (count: number): Promise<void> => {
  for (let i = 0; i < count; i += 1) {
    restart();
    await new Promise((resolve) => {
      setTimeout(resolve, 250);
    });
  }
};
window.gallery = { next, refuse, rounds };

const select = element('state');
for (const name of Object.keys(STATES)) {
  const option = document.createElement('option');
  option.textContent = name;
  option.selected = name === state;
  select.append(option);
}
select.addEventListener('change', () => {
  if (select instanceof HTMLSelectElement) state = select.value;
  step = 0;
  restart();
});
element('next').addEventListener('click', next);
element('refuse').addEventListener('click', refuse);
element('language').addEventListener('click', () => {
  chinese = !chinese;
  board.update(model());
});
element('still').addEventListener('change', (event) => {
  still = event.target instanceof HTMLInputElement && event.target.checked;
  board.update(model());
});
