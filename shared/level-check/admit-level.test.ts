import { describe, expect, test } from 'vitest';
import { LESSONS, lessonById, lessonOf } from '../levels/catalogue.ts';
import { introductionOf } from '../levels/introduction.ts';
import { levelOf } from '../levels/level-of.ts';
import { admitLevel } from './admit-level.ts';

const { file } = lessonById('clean')!;

describe('a level file', () => {
  test.each(LESSONS.map((lesson) => [lesson.file.id, lesson] as const))(
    'that says what %s says is admitted',
    (_, lesson) => {
      const admitted = admitLevel(JSON.stringify(lesson.file));
      if (!admitted.ok) throw new Error(admitted.detail);
      const { level, introduction } = admitted.value;
      expect({ ...level, id: lesson.level.id }).toStrictEqual(levelOf(lesson.file));
      expect(level.id).toMatch(/^file:[\da-f]{8}$/u);
      expect(introduction).toStrictEqual(introductionOf(lessonOf(lesson.file)));
    },
  );

  test('has the same name however it is laid out, and another for every other word', () => {
    const nameOf = (text: string): string => {
      const admitted = admitLevel(text);
      return admitted.ok ? admitted.value.level.id : admitted.detail;
    };
    const reversed = Object.fromEntries(Object.entries(file).toReversed());
    expect(nameOf(JSON.stringify(reversed, null, 4))).toBe(nameOf(JSON.stringify(file)));
    const texts = { en: { ...file.texts.en!, goal: 'Another.' } };
    expect(nameOf(JSON.stringify({ ...file, texts }))).not.toBe(nameOf(JSON.stringify(file)));
  });

  test('that has not the form is refused with the first reason', () => {
    expect(admitLevel(JSON.stringify({ ...file, help: 'none' }))).toMatchObject({
      ok: false,
      code: 'level/invalid',
      detail: 'file/choice: help: flags, choose, type, states',
    });
  });
});
