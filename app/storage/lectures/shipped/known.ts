import type { Language } from '../../../../engine/scenario/languages.ts';
import type { ShippedId } from './ids.ts';

/** Terms that an audience must know or be told, as texts and pictures say them. */
export const TERMS = {
  bias: { en: /\bbias/i, zh: /偏置|偏差/ },
  column: { en: /\bcolumns?\b/i, zh: /(?<!排|系)列(?!出)/ },
  convex: { en: /convex/i, zh: /凸/ },
  dead: { en: /\bdead\b/i, zh: /死/ },
  dirty: { en: /\bdirty\b/i, zh: /脏图|脏像/ },
  gradient: { en: /gradient/i, zh: /梯度/ },
  kernel: { en: /\bkernel/i, zh: /(?<!内)核/ },
  loss: { en: /\bloss(?:es)?\b/i, zh: /损失/ },
  nonexpansive: { en: /nonexpansive/i, zh: /非扩张/ },
  pattern: { en: /\bpatterns?\b/i, zh: /模式/ },
  ReLU: { en: /\brelu/i, zh: /relu/i },
  residual: { en: /\bresiduals?\b/i, zh: /残差/ },
  saddle: { en: /\bsaddles?\b/i, zh: /鞍点/ },
  sector: { en: /\bsectors?\b/i, zh: /扇形/ },
  singular: { en: /singular value/i, zh: /奇异值/ },
  SNR: { en: /\bSNR\b/, zh: /信噪比|\bSNR\b/ },
  tangent: { en: /\btangent/i, zh: /切线/ },
} as const satisfies Readonly<Record<string, Readonly<Record<Language, RegExp>>>>;

export type Term = keyof typeof TERMS;

/** Letters and terms that a lecture's audience knows or is told; its scenes show no others. */
export interface KnownWords {
  readonly letters: string;
  readonly terms: readonly Term[];
}

/** By lecture; `lecture.about` says for whom each is. */
export const KNOWN_WORDS: Readonly<Record<ShippedId, KnownWords>> = {
  hills: { letters: '', terms: [] },
  stuck: { letters: 'fgLwxyzabcnΔ', terms: ['loss', 'convex', 'ReLU', 'gradient', 'sector', 'dead', 'bias'] },
  always: { letters: 'fgLwxyzabcnΔ', terms: ['loss', 'convex', 'ReLU', 'gradient', 'dead', 'bias'] },
  optimal: {
    letters: 'zFLwxyuvaαβn',
    terms: ['loss', 'convex', 'ReLU', 'gradient', 'sector', 'pattern', 'residual', 'column', 'dead', 'bias'],
  },
  outputs: {
    letters: 'FLaβηnt',
    terms: ['loss', 'convex', 'gradient', 'sector', 'residual', 'singular', 'dead', 'bias'],
  },
  players: { letters: 'wdgxLVηρμσΦm', terms: ['loss', 'gradient', 'saddle', 'column', 'singular'] },
  meetings: {
    letters: 'FθπfABKtLμH',
    terms: ['loss', 'convex', 'tangent', 'residual', 'bias', 'saddle', 'gradient', 'kernel'],
  },
  corners: { letters: 'λLEABPnX', terms: ['convex', 'saddle'] },
  price: { letters: 'wxzDMFAkn', terms: ['nonexpansive', 'convex', 'dirty', 'SNR', 'residual'] },
};

/** A letter alone, with or without index; not "a", "I" or "A" before a word, nor what follows an apostrophe or a number. */
const LETTER = /[Α-ω]|(?<![A-Za-z\d’'_.-])(?!a\b|I\b|A [a-z])[A-Za-z](?![A-Za-z’'])/gu;

/** Returns the letters and terms of a text that a lecture does not list. */
export function unknownWordsIn(text: string, language: Language, { letters, terms }: KnownWords): string[] {
  const symbols = (text.match(LETTER) ?? []).filter((one) => !letters.includes(one));
  const words = (Object.keys(TERMS) as Term[]).filter(
    (term) => !terms.includes(term) && TERMS[term][language].test(text),
  );
  return [...new Set([...symbols, ...words])];
}
