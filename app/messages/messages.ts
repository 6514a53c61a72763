import { en, type MessageKey, type Messages } from './en.ts';

export type { MessageKey, VerdictFacts } from './en.ts';

/** A language has every key, with words or functions of the same facts. */
export type Dictionary = {
  readonly [Key in MessageKey]: Messages[Key] extends (facts: infer Facts) => string
    ? (facts: Facts) => string
    : string;
};

/** The languages, by the code that links carry. */
const DICTIONARIES: Readonly<Record<string, Dictionary>> = { en };

type FactsOf<Key extends MessageKey> = Messages[Key] extends (facts: infer Facts) => string ? [Facts] : [];

/** Looks words up by key; the compiler knows the keys and the facts that each one needs. */
export type Translate = <Key extends MessageKey>(key: Key, ...facts: FactsOf<Key>) => string;

export function createTranslate(lang: string): Translate {
  const words = Object.hasOwn(DICTIONARIES, lang) ? DICTIONARIES[lang]! : en;
  return (key, ...facts) => {
    const entry = words[key] as string | ((facts: unknown) => string);
    return typeof entry === 'string' ? entry : entry(facts[0]);
  };
}

/** A key that is put together from data (a parameter, a choice, a preset). Tests hold that each one exists. */
export function dynamicKey(...parts: string[]): MessageKey {
  return parts.join('.') as MessageKey;
}
