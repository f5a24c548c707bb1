/** The keys of the match. Digits choose cards unless a number is being typed. */
import { useEffect } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { CARD_KINDS } from '../../session/draft.ts';
import type { Hand } from '../../session/hand.ts';
import type { Inquiry } from '../../session/inquiry.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLSelectElement ||
  target instanceof HTMLTextAreaElement;

/** Enter on a button that is not the hand's own presses that button; on a card or a chip it sends. */
const sendsByEnter = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLButtonElement) || target.closest('.fan, .builder .slots') !== null;

/** On an option too, which Space chooses; on any other button Enter presses that. */
const answersByEnter = (target: EventTarget | null): boolean =>
  !(target instanceof HTMLButtonElement) || target.closest('.answer-option') !== null;

/** Keys while a question about what is known is open. */
function pressOnQuestion(inquiry: Inquiry, key: string): boolean {
  if (key === '0') inquiry.skip();
  else if (/^[1-9]$/u.test(key)) inquiry.choose(Number(key) - 1);
  else return false;
  return true;
}

function press(hand: Hand, key: string): boolean {
  const kind = CARD_KINDS[Number(key) - 1];
  if (kind !== undefined) hand.take(kind);
  else if (key === '0' || key === 'n') hand.stayStill();
  else if (key === 'l') hand.nextLane();
  else if (key === 'h') hand.hint();
  else return false;
  return true;
}

export function useMatchKeys(): void {
  const { hand, inquiry } = useApp();
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // Over the table lies something else.
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
      if (inquiry.question.value !== null) {
        const sends = event.key === 'Enter' && answersByEnter(event.target);
        if (sends) inquiry.answer();
        if (sends || (!isTyping(event.target) && pressOnQuestion(inquiry, event.key))) event.preventDefault();
      } else if (event.key === 'Escape') hand.close();
      else if (event.key === 'Enter') {
        if (hand.draft.value === null || !sendsByEnter(event.target)) return;
        event.preventDefault();
        hand.send();
      } else if (!isTyping(event.target) && press(hand, event.key.toLowerCase())) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [hand, inquiry]);
}
