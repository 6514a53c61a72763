import rosetta from 'rosetta';

export type Table = Readonly<Record<string, unknown>>;

/** All words by language and key. Drawers, dialogs and other problems add theirs when they load. */
const words = rosetta<Table>();

/** Adds words; a module of words calls this when it loads. */
export function addWords(lang: string, table: Table): void {
  words.set(lang, table);
}

export function hasWord(lang: string, key: string): boolean {
  return Object.hasOwn(words.table(lang) ?? {}, key);
}

/**
 * Returns the words of a key with its facts; empty if not loaded yet. A key is one name, not a path. Texts without facts may contain
 * `{{press}}` or `{{Press}}`: "click", or "tap" on touch screens. A variant with the suffix `.touch` replaces the text on touch screens,
 * one with a `variant` such as `.round` for runs counted in it, `.plain` for scenes without terms (`app/session/scene-parts.ts`).
 */
export function wordOf(lang: string, key: string, facts: unknown, variant = ''): string {
  const table = words.table(lang);
  const has = (one: string) => table !== undefined && Object.hasOwn(table, one);
  const [touch, varied] = [`${key}.touch`, `${key}.${variant}`];
  const own = has(varied) ? varied : has(touch) && usesFinger() ? touch : key;
  const word = table?.[own];
  // Most words of a frame are functions, or have nothing to fill in.
  if (typeof word === 'function') return word(facts ?? pressWords(lang));
  if (typeof word === 'string' && !word.includes('{{')) return word;
  return words.t([own], (facts ?? pressWords(lang)) as Record<string, unknown>, lang);
}

/** Cached media query, since every word of every frame asks it. */
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
