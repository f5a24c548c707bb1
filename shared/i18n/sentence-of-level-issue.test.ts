import { describe, expect, test } from 'vitest';
import { LESSON_FAULTS } from '../level-check/check-lesson.ts';
import { lessonById } from '../levels/catalogue.ts';
import { LEVEL_FILE_ISSUES } from '../levels/parse-level-file.ts';
import { placeOfLevelIssue, sentenceOfLessonFault, sentenceOfLevelIssue } from './sentence-of-level-issue.ts';
import { LANGUAGES } from './translate.ts';

const text = JSON.stringify(lessonById('clean')!.file);
const issue = { path: '', line: 1 };

describe('what is wrong with a level', () => {
  test('has a sentence for every code, in both languages', () => {
    for (const language of LANGUAGES) {
      for (const code of LEVEL_FILE_ISSUES)
        expect(sentenceOfLevelIssue(language, { ...issue, code, detail: '5' }), code).toMatch(/^[^{]{6,}$/u);
      for (const code of LESSON_FAULTS)
        expect(sentenceOfLessonFault(language, { code, detail: '' }), code).toMatch(/^[^{]{6,}$/u);
    }
  });

  test('names kinds of values in words', () => {
    const kind = { ...issue, code: 'file/kind', detail: 'array' } as const;
    expect(sentenceOfLevelIssue('en', kind)).toBe('This must be of another kind: a list in [ ].');
    expect(sentenceOfLevelIssue('en', { ...kind, detail: 'symbol' })).toContain('symbol');
  });

  test('has its place named in words', () => {
    const id = lessonById('clean')!.file.connections[0]!.script[2]!.id;
    expect(placeOfLevelIssue('en', 'connections.0.script.2.after', text)).toBe(
      `connection 1, script item 3 (“${id}”): after`,
    );
    expect(placeOfLevelIssue('zh-CN', 'connections.0.script.2.after', text)).toBe(
      `第 1 条连接，脚本第 3 项（“${id}”）：after`,
    );
    expect(placeOfLevelIssue('en', 'connections.0.script.99', text)).toBe('connection 1, script item 100');
    expect(placeOfLevelIssue('en', 'connections.1.faults.0.action.kind', text)).toBe(
      'connection 2, fault 1: action.kind',
    );
    expect(placeOfLevelIssue('en', 'trains.1', text)).toBe('trains, entry 2');
    expect(placeOfLevelIssue('en', 'texts.en.title', text)).toBe('texts.en.title');
    expect(placeOfLevelIssue('en', '', 'no JSON')).toBe('whole file');
  });
});
