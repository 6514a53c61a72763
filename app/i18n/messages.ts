import { addWords, type Table, wordOf } from './words.ts';

/**
 * The English words by key, or functions of the facts that they are told with. Each file of words (`words.en.ts`, beside the code that says
 * them) adds its own to this type, so that nothing is listed here.
 */
// biome-ignore lint/suspicious/noEmptyInterface: the files of words fill it.
export interface Messages {}
export type MessageKey = keyof Messages;

/** What a file of words adds to `Messages`: `interface Messages extends Words<typeof words> {}`. */
export type Words<English> = English;

/** Adds English words; their type keeps each key and the facts that it takes. */
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

/** No facts for text. It is looked at first: of a key put together from data, inference would join the facts of all messages. */
type FactsOf<Key extends MessageKey> = string extends Messages[Key]
  ? []
  : Messages[Key] extends (facts: infer Facts) => string
    ? [Facts]
    : [];

/** Facts of these names that are all numbers, or all texts. */
export type Numbers<Name extends string> = Readonly<Record<Name, number>>;
export type Texts<Name extends string> = Readonly<Record<Name, string>>;

/** Looks words up by key; the compiler knows the keys and the facts that each one needs. */
export type Translate = <Key extends MessageKey>(key: Key, ...facts: FactsOf<Key>) => string;

/** A word that a language does not have (yet) is English; one that has not been loaded yet is empty. A `unit` that runs are counted in has words of its own. */
export function createTranslate(lang: string, unit = ''): Translate {
  return (key, ...facts) => wordOf(lang, key, facts[0], unit) || wordOf('en', key, facts[0], unit);
}

/** A key that is put together from data (a parameter, a choice, a preset). Tests hold that each one exists. */
export function dynamicKey(...parts: string[]): MessageKey {
  return parts.join('.') as MessageKey;
}
