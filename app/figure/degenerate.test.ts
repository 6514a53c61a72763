import '../i18n/all-words.ts';
import '../problems/index.ts';
import { beforeAll, expect, test } from 'vitest';
import { CATALOG, PROBLEM_IDS, scenarioParams } from '../../engine/catalog.ts';
import type { ProblemCard } from '../../engine/contract.ts';
import { type ParamSpec, type ParamValue, shapesRun, type Values } from '../../engine/params.ts';
import { createScenario } from '../../engine/scenario/create-scenario.ts';
import { formatLink, parseLink } from '../../engine/scenario/scenario.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import { spread } from '../../scripts/tier.mjs';
import { withTimerFrames } from '../../scripts/timer-frames.ts';
import type { DisplayList } from '../charts/display-list.ts';
import { createTranslate } from '../i18n/messages.ts';
import { flawsIn } from '../problems/kit/laws.ts';
import { createSession } from '../session/create-session.ts';
import { until } from '../session/run/until.ts';
import { stubEngine } from '../session/stub/stub-engine.ts';
import { loadMoreWords } from '../session/view.ts';
import { createComposer } from './compose.ts';
import { describeFigure } from './describe-figure.ts';
import { figureStyle } from './draw-style.ts';
import { partsOf } from './parts.ts';
import { readSnapshot } from './read-snapshot.ts';

const t = createTranslate('en');

withTimerFrames();

beforeAll(async () => {
  await loadMoreWords();
});

/** Returns least numbers, 0 or 1, or lists of one repeated number. */
function least(spec: ParamSpec, length: number): readonly ParamValue[] {
  switch (spec.kind) {
    case 'integer':
      return [spec.min];
    case 'number':
    case 'optional-number':
      return spec.min <= 0 && spec.max >= 0 ? [0, spec.max] : [spec.min, spec.max];
    case 'vector':
      return length > 0 ? [0, 1].map((value) => new Array<number>(length).fill(value)) : [];
    default:
      return [];
  }
}

/** Returns links with one degenerate key, over each problem's first preset of each kind. */
function linksOf(problem: (typeof PROBLEM_IDS)[number]): string[] {
  const { presets, opens }: ProblemCard = CATALOG[problem];
  const kinds = new Set([presets[0]!.id, ...Object.values(opens?.presets ?? {})]);
  const bases = presets.filter(({ id }) => kinds.has(id)).map(({ values }) => values);
  return bases.flatMap((base: Values) =>
    Object.entries(scenarioParams(problem)).flatMap(([key, spec]) => {
      if (!shapesRun(spec)) return [];
      const length = ((base[key] ?? spec.default) as readonly number[] | null)?.length ?? 0;
      return least(spec, length).flatMap((value) => {
        try {
          const scenario = createScenario(problem, { ...base, [key]: value, k: 3 });
          return spec.when?.(scenario.values) === false ? [] : [formatLink(scenario)];
        } catch (error) {
          if (error instanceof ScenarioError) return [];
          throw error;
        }
      });
    }),
  );
}

/** Constant graphs with different weights, a zero loss, zero labels, identical samples, a flat sky. */
const NOTHING = [
  '#v=1&problem=shuffle&A=1,1,1,1,1,1&B=2,2,2,2,2,2',
  '#v=1&problem=shuffle&A=1,1,1,1,1,1&B=2,2,2,2,2,2&shape=all&k=3',
  '#v=1&problem=shuffle&A=0,0,0,0,0,0&B=0,0,0,0,0,0',
  '#v=1&problem=shuffle&A=1e-9,0,0,0,0,0&B=0,0,0,0,0,0&k=2',
  '#v=1&problem=shuffle&A=1000,1000,1000,1000,1000,1000&B=-1000,-1000,-1000,-1000,-1000,-1000&k=2',
  '#v=1&problem=one-neuron&n=1&plant=0,0&start=0,0',
  '#v=1&problem=lift&start=0,0',
  '#v=1&problem=federated&k=3&c=0.000001',
];

const links = [...NOTHING, ...PROBLEM_IDS.flatMap((problem) => spread(linksOf(problem), 2))];

test.each(links)('draws every panel of %s, with finite numbers', async (link) => {
  const session = createSession(() => stubEngine({}));
  session.load(parseLink(link).scenario);
  await until(() => {
    const { phase, target, pictured, landscape } = session.store.getState();
    expect([phase, target, pictured]).toEqual(['ready', null, landscape]);
  });
  const snapshot = await readSnapshot(session, session.store.getState().k);
  for (const part of partsOf(session.store.getState())) {
    const compose = createComposer({
      ...{ part, width: 420, drawStyle: figureStyle(1, true), background: null, caption: null },
      t,
    });
    const list: DisplayList = compose(snapshot).list;
    expect(list.length, part).toBeGreaterThan(0);
    expect(flawsIn(list), part).toEqual([]);
    expect(describeFigure(snapshot, part, t), part).not.toMatch(/NaN|Infinity|undefined/);
  }
  session.dispose();
});
