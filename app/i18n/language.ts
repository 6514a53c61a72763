import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../../engine/scenario/languages.ts';
import { addWords } from './words.ts';

// Each language is called what it calls itself, in whatever language the page is.
addWords(
  'en',
  Object.fromEntries(LANGUAGE_NAMES.map((language) => [`choice.lang.${language}`, LANGUAGES[language].name])),
);

/** Loads the words of a language; rejects where they cannot be had. English comes with the code that says it. */
export async function loadLanguage(language: Language): Promise<void> {
  if (language === 'en') return;
  const { FILES } = await import('./word-files.ts');
  const names = Object.keys(FILES).filter((name) => name.endsWith(`.${language}.ts`));
  for (const words of await Promise.all(names.map((name) => FILES[name]!()))) addWords(language, words);
}
