import { useEffect, useSyncExternalStore } from 'react';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { openScene } from '../../session/guessing.ts';
import type { Scene } from '../../session/lecture.ts';
import type { Session } from '../../session/session.ts';
import { useApp, useSession } from '../../session/session-context.tsx';
import { createFactKeeper, type FactKeeper } from './fact-keeper.ts';
import { factsIn, fillWords, type NamedSteps } from './fill-words.ts';

/** One keeper a session: what one component asked the others need not ask again. */
const keepers = new WeakMap<Session, FactKeeper>();

function keeperOf(session: Session): FactKeeper {
  const keeper = keepers.get(session) ?? createFactKeeper(session.pictureEngine.anytime);
  keepers.set(session, keeper);
  return keeper;
}

/** The steps that the texts of a scene may name. */
export function namedSteps({ bookmark, scenario }: Pick<Scene, 'bookmark' | 'scenario'>): NamedSteps {
  return { mark: bookmark, now: parseLink(scenario).scenario.values.k };
}

const NO_STEPS: NamedSteps = { mark: null, now: 0 };

/** The numbers that texts of a scene ask for, as far as they have come; they are asked for. */
export function useFacts(texts: readonly string[], scene: Pick<Scene, 'bookmark' | 'scenario'> | null) {
  const keeper = keeperOf(useSession());
  const steps = scene ? namedSteps(scene) : NO_STEPS;
  const scenario = scene?.scenario ?? '';
  const key = scene ? factsIn(texts, steps).join(' ') : '';
  const facts = useSyncExternalStore(keeper.subscribe, () => keeper.known(scenario));
  useEffect(() => {
    if (key !== '') keeper.ask(scenario, key.split(' '));
  }, [keeper, scenario, key]);
  return { facts, steps };
}

/**
 * Texts with the numbers of a scene in place of `{{name}}`: of the scene's own scenario, whatever was changed since. `…` stands for
 * what has not come yet. The open scene where none is given; without one the texts stay as they are written.
 */
export function useFilledWords(
  texts: readonly string[],
  given?: Pick<Scene, 'bookmark' | 'scenario'> | null,
): string[] {
  const open = useApp(openScene);
  // The digits of numbers are those of the language.
  useApp((state) => state.language);
  const scene = given === undefined ? open : given;
  const { facts, steps } = useFacts(texts, scene);
  return scene ? texts.map((text) => fillWords(text, facts, steps)) : [...texts];
}
