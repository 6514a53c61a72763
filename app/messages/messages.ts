import { en, type Messages as FirstMessages } from './en.ts';
import type { enClass } from './en-class.ts';
import type { enEmbed } from './en-embed.ts';
import type { enEnsemble } from './en-ensemble.ts';
import type { enExplain } from './en-explain.ts';
import type { enFacts } from './en-facts.ts';
import type { enFigure } from './en-figure.ts';
import type { enFilm } from './en-film.ts';
import type { enLecture } from './en-lecture.ts';
import type { enNetwork } from './en-network.ts';
import type { enOffline } from './en-offline.ts';
import type { enPanels } from './en-panels.ts';
import type { enPresent } from './en-present.ts';
import type { enSaved } from './en-saved.ts';
import type { enShare } from './en-share.ts';
import type { enTakeAway } from './en-take-away.ts';
import type { enWalk } from './en-walk.ts';
import { addWords, wordOf } from './words.ts';

export type { VerdictFacts } from './en.ts';
export type { NetworkVerdictFacts } from './en-network.ts';

/** The words of the first load, and those that come later, with the code that says them. */
type Messages = FirstMessages &
  typeof enClass &
  typeof enEmbed &
  typeof enEnsemble &
  typeof enExplain &
  typeof enFacts &
  typeof enFigure &
  typeof enFilm &
  typeof enLecture &
  typeof enNetwork &
  typeof enOffline &
  typeof enPanels &
  typeof enPresent &
  typeof enSaved &
  typeof enShare &
  typeof enTakeAway &
  typeof enWalk;
export type MessageKey = keyof Messages;

/** A language has every key, with words or functions of the same facts. */
export type Dictionary = {
  readonly [Key in MessageKey]: Messages[Key] extends (facts: infer Facts) => string
    ? (facts: Facts) => string
    : string;
};

addWords('en', en);

/** Loads the words of the problems beyond the opening one. */
export async function loadMoreWords(): Promise<void> {
  await import('./en-network.ts');
}

type FactsOf<Key extends MessageKey> = Messages[Key] extends (facts: infer Facts) => string ? [Facts] : [];

/** Looks words up by key; the compiler knows the keys and the facts that each one needs. */
export type Translate = <Key extends MessageKey>(key: Key, ...facts: FactsOf<Key>) => string;

/** A word that a language does not have (yet) is English; one that has not been loaded yet is empty. */
export function createTranslate(lang: string): Translate {
  return (key, ...facts) => wordOf(lang, key, facts[0]) || wordOf('en', key, facts[0]);
}

/** A key that is put together from data (a parameter, a choice, a preset). Tests hold that each one exists. */
export function dynamicKey(...parts: string[]): MessageKey {
  return parts.join('.') as MessageKey;
}
