import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../engine/scenario/languages.ts';
import { addWords } from './words.ts';

// Each language has its own name in every language.
addWords(
  'en',
  Object.fromEntries(LANGUAGE_NAMES.map((language) => [`choice.lang.${language}`, LANGUAGES[language].name])),
);

/** Loads a language's words; rejects if they cannot be loaded. English words load with the code that uses them. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'en') return;
  const { FILES } = await import('./word-files.ts');
  const names = Object.keys(FILES).filter((name) => name.endsWith(`.${language}.ts`));
  for (const words of await Promise.all(names.map((name) => FILES[name]!()))) addWords(language, words);
}
