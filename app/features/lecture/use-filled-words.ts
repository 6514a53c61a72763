import { useEffect, useSyncExternalStore } from 'react';
import { useShallow } from 'zustand/react/shallow';
import type { Values } from '../../../engine/params.ts';
import { parseLink, type Scenario } from '../../../engine/scenario/scenario.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { Facts } from '../../../workers/protocol.ts';
import { openScene, scenarioOf } from '../../session/guessing.ts';
import type { Scene } from '../../session/lecture.ts';
import type { Session } from '../../session/session.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import { knobOf } from '../../session/view.ts';
import { factsIn, fillWords, type NamedSteps, namedSteps } from './fill-words.ts';
import { nameControls } from './named-controls.ts';
import { nameMarks } from './named-marks.ts';

/** Most cached scenarios. */
const KEPT = 100;

/** Facts by scenario link. */
interface FactCache {
  /** Null before any; same object until more arrive. */
  known(scenario: string): Facts | null;
  /** The latest request comes first. */
  ask(scenario: string, names: readonly string[]): void;
  /** Returns a function that unsubscribes. */
  subscribe(listener: () => void): () => void;
}

/** Creates a cache with one request at a time; a newer one interrupts it. */
export function createFactCache(engine: Pick<EngineClient['anytime'], 'readFacts'>): FactCache {
  const kept = new Map<string, Facts>();
  /** Unanswered requests, newest last. */
  const waiting = new Map<string, Set<string>>();
  const listeners = new Set<() => void>();
  let latest = 0;
  let scheduled = false;

  function keep(scenario: string, found: Facts): void {
    const before = kept.get(scenario);
    kept.delete(scenario);
    kept.set(scenario, { ...before, ...found });
    const oldest = kept.keys().next();
    if (kept.size > KEPT && !oldest.done) kept.delete(oldest.value);
    for (const listener of listeners) listener();
  }

  async function askNewest(): Promise<void> {
    const [scenario, names] = [...waiting].at(-1) ?? [];
    if (scenario === undefined || !names) return;
    const mine = ++latest;
    const list = [...names];
    let found: Facts | null;
    try {
      found = await engine.readFacts(parseLink(scenario).scenario, list);
    } catch {
      // The engine has ended.
      waiting.clear();
      return;
    }
    if (!found) return;
    // Remember missing facts, too.
    keep(scenario, { ...Object.fromEntries(list.map((name) => [name, Number.NaN])), ...found });
    const left = waiting.get(scenario);
    for (const name of list) left?.delete(name);
    if (left?.size === 0) waiting.delete(scenario);
    if (mine === latest) void askNewest();
  }

  return {
    known: (scenario) => kept.get(scenario) ?? null,
    ask(scenario, names) {
      const known = kept.get(scenario) ?? {};
      const before = waiting.get(scenario);
      const fresh = names.filter((name) => !Object.hasOwn(known, name) && !before?.has(name));
      if (fresh.length === 0) return;
      waiting.delete(scenario);
      waiting.set(scenario, new Set([...(before ?? []), ...fresh]));
      if (scheduled) return;
      scheduled = true;
      // Batch requests of the same moment.
      queueMicrotask(() => {
        scheduled = false;
        void askNewest();
      });
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const caches = new WeakMap<Session, FactCache>();

function cacheOf(session: Session): FactCache {
  const cache = caches.get(session) ?? createFactCache(session.pictureEngine.anytime);
  caches.set(session, cache);
  return cache;
}

type Told = Pick<Scene, 'bookmark' | 'last' | 'scenario'>;

const NO_STEPS: NamedSteps = { mark: null, now: 0, last: null };

/** Requests the texts' facts; returns those known. */
export function useFacts(texts: readonly string[], scene: Told | null) {
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

/** Returns the numbers of the knobs that were turned since the scene opened: a text that names one follows it. */
export function turnedKnobs(state: AppState): Readonly<Record<string, number>> {
  const scene = openScene(state);
  const { problem, values }: Scenario = state.scenario;
  if (!scene || state.openedProblem !== problem) return {};
  const own: Values = scenarioOf(scene).values;
  const now: Values = { ...values, ...state.openedValues };
  const turned = Object.keys(now).filter((key) => now[key] !== own[key] && knobOf(state, key) !== null);
  return Object.fromEntries(turned.map((key) => [key, Number(now[key])]));
}

/**
 * Fills `{{name}}` with numbers of the scene's own scenario, whatever has changed since but a knob's own number; `…` until known;
 * `{{control:name}}` with titles, `{{mark:name}}` with words. Defaults to the open scene.
 */
export function useFilledWords(texts: readonly string[], given?: Told | null): string[] {
  const t = useTranslate();
  const open = useApp(openScene);
  // Number formats depend on the language.
  useApp((state) => state.language);
  const scene = given === undefined ? open : given;
  const turned = useApp(useShallow(turnedKnobs));
  const { facts: own, steps } = useFacts(texts, scene);
  const facts = own && given === undefined ? { ...own, ...turned } : own;
  return scene
    ? texts.map((text) => nameMarks(nameControls(fillWords(text, facts, steps), scene, t), t))
    : [...texts];
}
