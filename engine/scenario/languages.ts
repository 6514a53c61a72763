interface LanguageSpec {
  /** What it is called in itself. */
  readonly name: string;
  /** The tag of its words (BCP 47). */
  readonly tag: string;
  /** Where its script is not Latin: the fonts that a saved figure names before the generic family. */
  readonly fonts?: Readonly<Record<'sans' | 'serif', string>>;
}

/** The languages of the page, by the two letters that links use. The words stand in a `*.<name>.ts` beside each `*.en.ts`. */
export const LANGUAGES = {
  en: { name: 'English', tag: 'en' },
  zh: {
    name: '简体中文',
    tag: 'zh-Hans',
    fonts: {
      sans: "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC'",
      serif: "'Songti SC', SimSun, 'Noto Serif CJK SC'",
    },
  },
} as const satisfies Readonly<Record<string, LanguageSpec>>;

/** A language of the page. */
export type Language = keyof typeof LANGUAGES;

/** The fonts of the language with a tag; none where its script is Latin. */
export function fontsOf(tag: string): LanguageSpec['fonts'] {
  return Object.values<LanguageSpec>(LANGUAGES).find((language) => language.tag === tag)?.fonts;
}

export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as Language[];
