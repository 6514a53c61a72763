import { en, type Messages as FirstMessages } from './en.ts';
import type { enNetwork } from './en-network.ts';
import type { enPanels } from './en-panels.ts';
import { laterWord } from './later-words.ts';

export type { VerdictFacts } from './en.ts';
export type { NetworkVerdictFacts } from './en-network.ts';

/** The words of the first load, and those that come later: with drawers and dialogs, and with the other problems. */
type Messages = FirstMessages & typeof enNetwork & typeof enPanels;
export type MessageKey = keyof Messages;

/** A language has every key, with words or functions of the same facts. */
export type Dictionary = {
  readonly [Key in MessageKey]: Messages[Key] extends (facts: infer Facts) => string
    ? (facts: Facts) => string
    : string;
};

type FirstDictionary = Pick<Dictionary, keyof FirstMessages>;

/** The languages, by the code that links carry. */
const DICTIONARIES: Readonly<Record<string, FirstDictionary>> = { en };

/** Loads the words of the problems beyond the opening one. */
export async function loadMoreWords(): Promise<void> {
  await import('./en-network.ts');
}

type FactsOf<Key extends MessageKey> = Messages[Key] extends (facts: infer Facts) => string ? [Facts] : [];

/** Looks words up by key; the compiler knows the keys and the facts that each one needs. */
export type Translate = <Key extends MessageKey>(key: Key, ...facts: FactsOf<Key>) => string;

/** A word that has not been loaded yet is empty. */
export function createTranslate(lang: string): Translate {
  const first: Partial<Dictionary> = Object.hasOwn(DICTIONARIES, lang) ? DICTIONARIES[lang]! : en;
  return (key, ...facts) => {
    const entry = (first[key] ?? laterWord(key) ?? '') as string | ((facts: unknown) => string);
    return typeof entry === 'string' ? entry : entry(facts[0]);
  };
}

/** A key that is put together from data (a parameter, a choice, a preset). Tests hold that each one exists. */
export function dynamicKey(...parts: string[]): MessageKey {
  return parts.join('.') as MessageKey;
}
