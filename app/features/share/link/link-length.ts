import { MAX_FRAGMENT } from '../../../../engine/scenario/scenario.ts';

/** Characters beyond which some chat and mail programs, and then most, cut a link or do not take it as one. */
export const CHAT_CUTS = 2000;
export const CHAT_REFUSES = 8000;

/** What may happen to a link of this length on its way. `fragment` is its part from `#` on. */
export function fate(link: string, fragment: string): 'fine' | 'some-cut' | 'most-cut' | 'unread' {
  if (fragment.length - 1 > MAX_FRAGMENT) return 'unread';
  if (link.length > CHAT_REFUSES) return 'most-cut';
  return link.length > CHAT_CUTS ? 'some-cut' : 'fine';
}

/** The value that takes the most room in a link, where it is a fifth of it or more: its key and its characters. */
export function longestValue(fragment: string): { readonly key: string; readonly characters: number } | null {
  const pairs = fragment.slice(1).split('&');
  const longest = pairs.reduce((most, pair) => (pair.length > most.length ? pair : most));
  if (longest.length * 5 < fragment.length) return null;
  const equals = longest.indexOf('=');
  return { key: longest.slice(0, equals), characters: longest.length - equals - 1 };
}
