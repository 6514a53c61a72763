import { useEffect, useSyncExternalStore } from 'react';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { openScene } from '../../session/guessing.ts';
import type { Scene } from '../../session/lecture.ts';
import type { Session } from '../../session/session.ts';
import { useApp, useSession } from '../../session/session-context.tsx';
import { createFactCache, type FactCache } from './fact-cache.ts';
import { factsIn, fillWords, type NamedSteps } from './fill-words.ts';

/** One cache a session: what one component asked the others need not ask again. */
const caches = new WeakMap<Session, FactCache>();

function cacheOf(session: Session): FactCache {
  const cache = caches.get(session) ?? createFactCache(session.pictureEngine.anytime);
  caches.set(session, cache);
  return cache;
}

/** The steps that the texts of a scene may name. */
export function namedSteps({ bookmark, scenario }: Pick<Scene, 'bookmark' | 'scenario'>): NamedSteps {
  return { mark: bookmark, now: parseLink(scenario).scenario.values.k };
}

const NO_STEPS: NamedSteps = { mark: null, now: 0 };

/** The numbers that texts of a scene ask for, as far as they have come; they are asked for. */
export function useFacts(texts: readonly string[], scene: Pick<Scene, 'bookmark' | 'scenario'> | null) {
  const cache = cacheOf(useSession());
  const steps = scene ? namedSteps(scene) : NO_STEPS;
  const scenario = scene?.scenario ?? '';
  const key = scene ? factsIn(texts, steps).join(' ') : '';
  const facts = useSyncExternalStore(cache.subscribe, () => cache.known(scenario));
  useEffect(() => {
    if (key !== '') cache.ask(scenario, key.split(' '));
  }, [cache, scenario, key]);
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
