/** A lesson's own words in the reader's language; who has none reads the other. */
import type { Language } from '../../shared/i18n/translate.ts';
import { lessonById } from '../../shared/levels/catalogue.ts';
import type { LevelFile, LevelTexts } from '../../shared/levels/schema.ts';

export function lessonTexts({ texts }: LevelFile, language: Language): LevelTexts | null {
  return texts[language] ?? texts.en ?? texts['zh-CN'] ?? null;
}

/** A level that this build does not know is still playable: its id must do. */
export function lessonTitle(language: Language, id: string): string {
  const lesson = lessonById(id);
  return (lesson === null ? null : lessonTexts(lesson.file, language)?.title) ?? id;
}
