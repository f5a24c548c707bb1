import { useEffect } from 'preact/hooks';
import { useApp } from '../../app-context.ts';
import { remainingAt } from '../../session/deadlines.ts';

const LAST_SECONDS = 5000;

export function useMatchSounds(): void {
  const { session, hand, sounds } = useApp();
  const settled = session.settled.value;
  const refused = session.refused.value;
  const asked = hand.prompt.value?.id ?? null;
  const ended = (session.update.value?.view.ended ?? null) !== null;

  useEffect(() => {
    if (settled !== null) sounds.play(settled.entry.by === 'player' ? 'right' : 'wrong');
  }, [settled, sounds]);
  useEffect(() => {
    if (refused !== null) sounds.play('wrong');
  }, [refused, sounds]);
  useEffect(() => {
    if (asked !== null) sounds.play('prompt');
  }, [asked, sounds]);
  useEffect(() => {
    if (ended) sounds.play('finish');
  }, [ended, sounds]);
  useEffect(() => {
    const timer = setInterval(() => {
      const now = performance.now();
      const isSoon = [...session.deadlines.value.values()].some((deadline) => {
        const left = remainingAt(deadline, now);
        return !deadline.stands && left > 0 && left < LAST_SECONDS;
      });
      if (isSoon) sounds.play('tick');
    }, 1000);
    return () => clearInterval(timer);
  }, [session, sounds]);
}
