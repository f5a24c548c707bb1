/** How this match tells a segment as a sentence; null when the player does not want the story. */
import type { Segment } from '../../../shared/engine/wire/segment.ts';
import { sentenceOfCard } from '../../../shared/i18n/sentence-of-card.ts';
import { lessonById } from '../../../shared/levels/catalogue.ts';
import { useApp, useWords } from '../../app-context.ts';

export type Tell = (segment: Segment) => string;

export function useStory(): Tell | null {
  const { session, preferences } = useApp();
  const { language } = useWords();
  const level = session.update.value?.view.level.id ?? '';
  // A level of somebody's own may name no voice, and this build may not know it.
  const voice = lessonById(level)?.file.voice ?? 'courier';
  return preferences.story.value ? (segment) => sentenceOfCard(language, voice, segment) : null;
}
