import type { ProblemCard } from '../../engine/contract.ts';
import { en, type Messages as FirstMessages } from '../messages/en.ts';
import type { enClass } from '../messages/en-class.ts';
import type { enEmbed } from '../messages/en-embed.ts';
import type { enEnsemble } from '../messages/en-ensemble.ts';
import type { enExplain } from '../messages/en-explain.ts';
import type { enFacts } from '../messages/en-facts.ts';
import type { enFigure } from '../messages/en-figure.ts';
import type { enFilm } from '../messages/en-film.ts';
import type { enLecture } from '../messages/en-lecture.ts';
import type { enNetwork } from '../messages/en-network.ts';
import type { enOffline } from '../messages/en-offline.ts';
import type { enPanels } from '../messages/en-panels.ts';
import type { enPresent } from '../messages/en-present.ts';
import type { enSaved } from '../messages/en-saved.ts';
import type { enShare } from '../messages/en-share.ts';
import type { enTakeAway } from '../messages/en-take-away.ts';
import type { enWalk } from '../messages/en-walk.ts';
import { addWords, wordOf } from './words.ts';

export type { VerdictFacts } from '../messages/en.ts';
export type { NetworkVerdictFacts } from '../messages/en-network.ts';

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

/** Loads the words of the problems beyond the opening one: those of the page, and what their cards say of themselves. */
export async function loadMoreWords(cards: Readonly<Record<string, ProblemCard>>): Promise<void> {
  (await import('./card-words.ts')).nameCards(cards);
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
