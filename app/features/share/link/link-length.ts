import { MAX_FRAGMENT } from '../../../../engine/scenario/scenario.ts';

/** Link lengths that some, then most chat and mail programs cut or reject. */
export const CHAT_CUTS = 2000;
export const CHAT_REFUSES = 8000;

/** Predicts the fate of a link; `fragment` starts with `#`. */
export function fate(link: string, fragment: string): 'fine' | 'some-cut' | 'most-cut' | 'unread' {
  if (fragment.length - 1 > MAX_FRAGMENT) return 'unread';
  if (link.length > CHAT_REFUSES) return 'most-cut';
  return link.length > CHAT_CUTS ? 'some-cut' : 'fine';
}

/** Returns the longest value's key and length if at least a fifth of the link. */
export function longestValue(fragment: string): { readonly key: string; readonly characters: number } | null {
  const pairs = fragment.slice(1).split('&');
  const longest = pairs.reduce((most, pair) => (pair.length > most.length ? pair : most));
  if (longest.length * 5 < fragment.length) return null;
  const equals = longest.indexOf('=');
  return { key: longest.slice(0, equals), characters: longest.length - equals - 1 };
}
