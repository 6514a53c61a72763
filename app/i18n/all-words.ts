import { LANGUAGE_NAMES } from '../../engine/scenario/languages.ts';
import type { Messages, Translated } from './messages.ts';
import { addWords, type Table } from './words.ts';

/** Every file of words at once, for tests: the page loads them with the code that says them. */
const FILES = import.meta.glob<Table>('../**/*words.??.ts', { eager: true, import: 'words' });

/** The tables of words of a language (`en`, `zh`), one a file. */
export function tablesOf(lang: string): readonly Table[] {
  return Object.keys(FILES)
    .filter((name) => name.endsWith(`.${lang}.ts`))
    .map((name) => FILES[name]!);
}

/** All words of a language by key. */
export function allWords(lang: string): Translated<Messages> {
  return Object.assign({}, ...tablesOf(lang));
}

for (const lang of LANGUAGE_NAMES) addWords(lang, allWords(lang));
