import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../engine/scenario/languages.ts';

/** Parses a language tag; null if invalid. */
function read(tag: string): Intl.Locale | null {
  try {
    return new Intl.Locale(tag);
  } catch {
    return null;
  }
}

/**
 * Returns the first language of a person's list (`navigator.languages`) that the page has in the same script: zh-CN, zh-SG, zh-Hans and zh
 * are Simplified Chinese; zh-TW, zh-HK and zh-Hant are not, nor is a bare zh after them, which browsers add. Failing that, another script
 * of the same language beats English.
 */
export function chooseLanguage(wanted: readonly string[]): Language {
  const scripts = new Map<string, string | undefined>();
  let near: Language | null = null;
  for (const tag of wanted) {
    const locale = read(tag);
    if (!locale) continue;
    const { language, script } = locale.maximize();
    const isBare = locale.script === undefined && locale.region === undefined;
    const said = (isBare && scripts.get(language)) || script;
    if (!scripts.has(language)) scripts.set(language, said);
    const same = LANGUAGE_NAMES.find((name) => read(name)?.language === language);
    if (!same) continue;
    if (read(LANGUAGES[same].tag)?.maximize().script === said) return same;
    near ??= same;
  }
  return near ?? 'en';
}

/** Returns the language of a scenario's `lang`. */
export function languageOf(lang: string): Language {
  return lang === 'auto' ? chooseLanguage(navigator.languages) : (lang as Language);
}
