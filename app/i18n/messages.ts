import { addWords, type Table, wordOf } from './words.ts';

/**
 * English words by key, as texts or functions of facts. Each file of words (`words.en.ts`, next to the code that uses them) adds its own to
 * this type.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the files of words fill it.
export interface Messages {}
export type MessageKey = keyof Messages;

/** The words that a file adds to `Messages`: `interface Messages extends Words<typeof words> {}`. */
export type Words<English> = English;

/** Adds English words; their type keeps each key and its facts. */
export function english<const English extends Table>(words: English): English {
  addWords('en', words);
  return words;
}

/** The same words in another language (`words.<name>.ts`): every key, with texts or functions of the same facts. */
export type Translated<English> = {
  readonly [Key in keyof English]: English[Key] extends (facts: infer Facts) => string
    ? (facts: Facts) => string
    : string;
};

/** No facts for text. Tested first, because for a key built from data inference would join the facts of all messages. */
type FactsOf<Key extends MessageKey> = string extends Messages[Key]
  ? []
  : Messages[Key] extends (facts: infer Facts) => string
    ? [Facts]
    : [];

/** Facts of these names that are all numbers, or all texts. */
export type Numbers<Name extends string> = Readonly<Record<Name, number>>;
export type Texts<Name extends string> = Readonly<Record<Name, string>>;

/** Looks words up by key; the compiler checks keys and facts. */
export type Translate = <Key extends MessageKey>(key: Key, ...facts: FactsOf<Key>) => string;

/** Falls back to English for a missing word; empty if not loaded yet. A `variant` (a unit of runs, or `plain`) may have words of its own. */
export function createTranslate(lang: string, variant = ''): Translate {
  return (key, ...facts) => wordOf(lang, key, facts[0], variant) || wordOf('en', key, facts[0], variant);
}

/** Builds a key from data (a parameter, a choice, a preset). Tests check that each one exists. */
export function dynamicKey(...parts: string[]): MessageKey {
  return parts.join('.') as MessageKey;
}
