import type { Messages, Translated } from './messages.ts';

/** Every file of words at once, for tests: the page loads them with the code that says them. */
const FILES = import.meta.glob<Readonly<Record<string, unknown>>>('../**/*words.??.ts', {
  eager: true,
  import: 'words',
});

/** The tables of words of a language (`en`, `zh`), one a file. */
export function tablesOf(lang: string): readonly Readonly<Record<string, unknown>>[] {
  return Object.keys(FILES)
    .filter((name) => name.endsWith(`.${lang}.ts`))
    .map((name) => FILES[name]!);
}

/** All words of a language by key. */
export function allWords(lang: string): Translated<Messages> {
  return Object.assign({}, ...tablesOf(lang));
}
