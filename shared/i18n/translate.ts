/** Keys to words. Pure: the language is a value like any other. */
import { en } from './en.ts';
import { zhCN } from './zh-CN.ts';

export const LANGUAGES = ['en', 'zh-CN'] as const;
export type Language = (typeof LANGUAGES)[number];

export type TextKey = keyof typeof en;
export type TextParams = { readonly [name: string]: string | number };

export const DICTIONARIES: { readonly [language in Language]: Readonly<Record<TextKey, string>> } = {
  en,
  'zh-CN': zhCN,
};

/** Codes come over the wire; a newer server may know some that this build does not. */
export const isTextKey = (key: string): key is TextKey => Object.hasOwn(en, key);

export function translate(language: Language, key: TextKey, params: TextParams = {}): string {
  return DICTIONARIES[language][key].replaceAll(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name];
    return value === undefined ? whole : String(value);
  });
}
