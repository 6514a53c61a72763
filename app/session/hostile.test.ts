import '../i18n/all-words.ts';
import '../problems/index.ts';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { hostileLink } from '../../engine/fixtures/hostile-links.ts';
import { MAX_FRAGMENT, parseLink, type Scenario } from '../../engine/scenario/scenario.ts';
import { runsAll, spread } from '../../scripts/tier.mjs';
import { createLocalEngine, withSmallGrids } from '../../workers/local-engine.ts';
import { createTranslate } from '../i18n/messages.ts';
import { createSession } from './create-session.ts';
import { until } from './run/until.ts';
import { presentLink } from './scenario/bind-link.ts';
import { viewOf } from './view.ts';

/** Links; e2e/hostile.spec.ts opens every fourth one in a browser. */
const SAMPLE = fc.sample(hostileLink, { seed: 20_261_125, numRuns: 300 });
const PART = runsAll ? 50 : 25;

/** True for scenarios that are quick to compute; for others the engine never answers, like one still computing. */
function isQuick({ values }: Scenario): boolean {
  const [n, d, neurons, k] = [values.n ?? 1, values.d ?? 1, values.neurons ?? 1, values.k];
  return (n === Number.POSITIVE_INFINITY || n <= 500) && d <= 12 && neurons <= 20 && k <= 2000;
}

beforeEach(() => {
  vi.stubGlobal('matchMedia', () => ({ matches: true }));
  vi.stubGlobal('requestAnimationFrame', () => 1);
  vi.stubGlobal('cancelAnimationFrame', () => undefined);
});

afterEach(() => vi.unstubAllGlobals());

for (const from of spread([0, 50, 100, 150, 200, 250], 2))
  test(`${PART} of 300 hostile links, from ${from}, one after the other: each opens, and is told in words`, async () => {
    let quick = true;
    const start = () =>
      createSession(() =>
        createLocalEngine((call) => (quick ? withSmallGrids(call, 8) : new Promise(() => {}))),
      );
    let session = start();
    let opened = 0;
    for (const link of SAMPLE.slice(from, from + PART)) {
      const { scenario, notices } = parseLink(link);
      quick = isQuick(scenario);
      session.load(scenario, { notices });
      const written = presentLink(session);
      if (written.length <= MAX_FRAGMENT) expect(parseLink(written).notices, link).toEqual([]);
      const { store } = session;
      if (!quick) {
        // The next one would wait for it, so it gets a session of its own.
        session.dispose();
        session = start();
        continue;
      }
      if (store.getState().awaited) continue;
      await until(() => {
        const { phase, target } = store.getState();
        expect([phase, target], link.slice(0, 400)).toEqual(['ready', null]);
      });
      const state = store.getState();
      opened++;
      for (const language of ['en', 'zh'] as const) {
        const words = viewOf(state).tell(session, state, createTranslate(language));
        expect(words, link).toMatch(/\d/);
        expect(words, link).not.toMatch(/undefined|NaN|Infinity|\[object/);
      }
    }
    expect(opened).toBeGreaterThan(PART / 4);
    expect(Object.keys(Object.prototype)).toEqual([]);
    session.dispose();
  });
