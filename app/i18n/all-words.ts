import { LANGUAGE_NAMES } from '../../engine/scenario/languages.ts';
import type { Messages, Translated } from './messages.ts';
import { addWords, type Table } from './words.ts';

/** All files of words, for tests; the page loads each with the code that uses it. */
const FILES = import.meta.glob<Table>('../**/*words.??.ts', { eager: true, import: 'words' });

/** Returns the tables of a language (`en`, `zh`), one per file. */
export function tablesOf(lang: string): readonly Table[] {
  return Object.keys(FILES)
    .filter((name) => name.endsWith(`.${lang}.ts`))
    .map((name) => FILES[name]!);
}

export function allWords(lang: string): Translated<Messages> {
  return Object.assign({}, ...tablesOf(lang));
}

for (const lang of LANGUAGE_NAMES) addWords(lang, allWords(lang));
