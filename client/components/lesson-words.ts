/** A lesson's own words in the reader's language; who has none reads the other. */
import type { Language } from '../../shared/i18n/translate.ts';
import { translate } from '../../shared/i18n/translate.ts';
import { lessonById } from '../../shared/levels/catalogue.ts';
import type { Introduction } from '../../shared/levels/introduction.ts';
import { introductionOf } from '../../shared/levels/introduction.ts';
import { isOwnLevel } from '../../shared/levels/own-level-id.ts';
import type { LevelTexts } from '../../shared/levels/schema.ts';
import type { Seated } from '../../shared/protocol/messages.ts';

export function lessonTexts({ texts }: Pick<Introduction, 'texts'>, language: Language): LevelTexts | null {
  return texts[language] ?? texts.en ?? texts['zh-CN'] ?? null;
}

/** A level that this build does not know is still playable: its id must do. */
export function lessonTitle(language: Language, id: string): string {
  if (isOwnLevel(id)) return translate(language, 'own-level.untitled');
  const lesson = lessonById(id);
  return (lesson === null ? null : lessonTexts(lesson.file, language)?.title) ?? id;
}

/** Of the level that is played at this seat; one that is not built in came with the seat. */
export function introductionAt({ level, introduction }: Seated): Introduction | null {
  const lesson = lessonById(level);
  return introduction ?? (lesson === null ? null : introductionOf(lesson));
}

export function titleAt(language: Language, { level, introduction }: Seated): string {
  return (
    (introduction === null ? null : lessonTexts(introduction, language)?.title) ??
    lessonTitle(language, level)
  );
}
