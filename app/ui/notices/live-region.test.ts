import '../../i18n/all-words.ts';
import '../../problems/index.ts';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { CATALOG, PROBLEM_IDS, type ProblemId, scenarioParams } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import { type ParamSpec, type ParamValue, sameValue } from '../../../engine/params.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { valueAt, withValues } from '../../../engine/scenario/scenario.ts';
import { runsAll } from '../../../scripts/tier.mjs';
import { createTranslate } from '../../i18n/messages.ts';
import { createSession } from '../../session/create-session.ts';
import { until } from '../../session/run/until.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { stubEngine } from '../../session/stub/stub-engine.ts';
import { loadMoreWords, loadView, viewOf } from '../../session/view.ts';
import { tellShown } from './LiveRegion.tsx';

const t = createTranslate('en');

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {} }));
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
  await loadMoreWords();
});
/** Changes that kept the step but changed the announcement. */
let others = 0;
afterAll(() => {
  // Ensures that the property was tested.
  expect(others).toBeGreaterThan(20);
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Longer than the pace of a playing run. */
const CALM = 6000;

function settled({ store }: Session): Promise<void> {
  return until(() => {
    const { phase, target, pictured, landscape } = store.getState();
    expect([phase, target, pictured]).toEqual(['ready', null, landscape]);
  });
}

/** Returns another value of a parameter, close enough to cost no more; undefined if only a person can choose one. */
function another(
  spec: ParamSpec,
  value: ParamValue,
  { opened }: AppState,
  key: string,
): ParamValue | undefined {
  switch (spec.kind) {
    case 'choice':
      return spec.options[(spec.options.indexOf(value as string) + 1) % spec.options.length];
    case 'flag':
      return !value;
    case 'integer': {
      const more = (value as number) + 1;
      return more <= spec.max ? more : (value as number) - 1;
    }
    case 'number':
    case 'optional-number': {
      const more = value === null ? Math.max(spec.min, 0.5) : 1.25 * (value as number) + 0.01;
      return more <= spec.max ? more : (spec.min + spec.max) / 2;
    }
    case 'vector': {
      const at = (value ??
        (key === 'start' ? [...(opened?.sides.left.start ?? [])] : [])) as readonly number[];
      const [first = 0, ...more] = at;
      return at.length > 0 ? [first + (spec.whole ? 1 : 0.125), ...more] : undefined;
    }
    default:
      return undefined;
  }
}

/** Keys of another page, a lecture or a file. */
const ELSEWHERE = new Set(['lecture', 'scene', 'lang', 'features', 'data']);

const presets = PROBLEM_IDS.flatMap((problem) => {
  const all = (CATALOG[problem] as ProblemCard).presets.map(({ id }) => [problem, id] as const);
  return runsAll ? all : all.slice(0, ['one-neuron', 'federated', 'shuffle'].includes(problem) ? 1 : 0);
});

test.each(presets)(
  'what is told of %s, %s is what is shown, whichever parameter changes',
  async (problem, id) => {
    await loadView(problem as ProblemId);
    const session = createSession(() => stubEngine({}));
    const { store } = session;
    const tell = (state: AppState) => viewOf(state).tell(session, state, t);
    // With what the theory says, more is told that parameters change.
    session.load(withValues(presetScenario(problem as ProblemId, id), { forecast: true }));
    await settled(session);
    session.seek(3);
    await settled(session);
    const endBinding = viewOf(store.getState()).bind?.(session);
    let said = '';
    const end = tellShown(store, tell, (words) => {
      said = words;
    });
    /** Compares the last announcement with the shown state; returns it. */
    const told = (why: string) => {
      vi.advanceTimersByTime(CALM);
      expect(said, why).toBe(tell(store.getState()));
      return said;
    };
    let before = told('at first');
    for (const [key, spec] of Object.entries(scenarioParams(problem as ProblemId))) {
      const { scenario, k } = store.getState();
      const value = valueAt(scenario, key)!;
      const next = ELSEWHERE.has(key) ? undefined : another(spec, value, store.getState(), key);
      if (next === undefined || sameValue(next, value)) continue;
      for (const one of [next, value]) {
        session.change({ [key]: one });
        await settled(session);
        const now = told(`${key}=${one}`);
        if (store.getState().k === k && now !== before) others++;
        before = now;
      }
    }
    end();
    endBinding?.();
    session.dispose();
  },
);
