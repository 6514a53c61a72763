import rosetta from 'rosetta';

export type Table = Readonly<Record<string, unknown>>;

/** All words by language and key. What is not there from the start (drawers, dialogs, other problems) adds itself. */
const words = rosetta<Table>();

/** Adds words; a module of words calls it when it is loaded. */
export function addWords(lang: string, table: Table): void {
  words.set(lang, table);
}

/** Whether there is a word under a key. */
export function hasWord(lang: string, key: string): boolean {
  return Object.hasOwn(words.table(lang) ?? {}, key);
}

/**
 * What stands under a key, said with its facts; empty before it has come. A key is one name: its dots are no path. A text without
 * facts may hold `{{press}}` or `{{Press}}`: what a person does to a place on a picture, "click" or, with a finger, "tap". For fingers
 * a text may have another one, whose key ends in `.touch`; where runs are counted in another `unit` than steps, one that ends in `.round`, say.
 */
export function wordOf(lang: string, key: string, facts: unknown, unit = ''): string {
  const table = words.table(lang);
  const has = (variant: string) => table !== undefined && Object.hasOwn(table, variant);
  const [touch, counted] = [`${key}.touch`, `${key}.${unit}`];
  const own = has(counted) ? counted : has(touch) && usesFinger() ? touch : key;
  const word = table?.[own];
  // Most words of every frame are functions of their facts, or hold nothing to be filled in.
  if (typeof word === 'function') return word(facts ?? pressWords(lang));
  if (typeof word === 'string' && !word.includes('{{')) return word;
  return words.t([own], (facts ?? pressWords(lang)) as Record<string, unknown>, lang);
}

/** Asked once of a browser, whose answer follows the device: it is asked for with every word of every frame. */
let asked: { readonly of: typeof globalThis.matchMedia; readonly query: MediaQueryList } | null = null;

function usesFinger(): boolean {
  const { matchMedia } = globalThis;
  if (!matchMedia) return false;
  if (asked?.of !== matchMedia) asked = { of: matchMedia, query: matchMedia('(pointer: coarse)') };
  return asked.query.matches;
}

function pressWords(lang: string): Table | undefined {
  const press = words.table(lang)?.[usesFinger() ? 'pointer.tap' : 'pointer.click'];
  if (typeof press !== 'string') return undefined;
  return { press, Press: press.charAt(0).toUpperCase() + press.slice(1) };
}
