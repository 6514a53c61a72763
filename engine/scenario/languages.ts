interface LanguageSpec {
  /** Native name. */
  readonly name: string;
  /** BCP 47 tag of its messages. */
  readonly tag: string;
  /** Fonts named before the generic family in saved figures, for non-Latin scripts. */
  readonly fonts?: Readonly<Record<'sans' | 'serif', string>>;
}

/** Languages of the page by two-letter link code. Messages are in a `*.<name>.ts` next to each `*.en.ts`. */
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

export function fontsOf(tag: string): LanguageSpec['fonts'] {
  return Object.values<LanguageSpec>(LANGUAGES).find((language) => language.tag === tag)?.fonts;
}

export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as Language[];
