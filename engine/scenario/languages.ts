/**
 * The languages of the page, by the name that links use: what each is called in itself, and the tag of its words (BCP 47).
 * The words stand in `words.<name>.ts` beside each `words.en.ts`.
 */
export const LANGUAGES = {
  en: { name: 'English', tag: 'en' },
  zh: { name: '简体中文', tag: 'zh-Hans' },
} as const;

/** A language of the page. */
export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as Language[];
