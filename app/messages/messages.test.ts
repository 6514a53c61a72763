import { expect, test } from 'vitest';
import { CATALOG, type ProblemId, scenarioParams } from '../../engine/catalog.ts';
import { STATUSES } from '../../engine/race/status.ts';
import { en, type VerdictFacts } from './en.ts';
import { createTranslate, dynamicKey } from './messages.ts';

const FACTS: VerdictFacts = {
  side: 'left',
  status: 'moving',
  endedAt: null,
  k: 40,
  distance: 0.5,
  slow: false,
  convex: false,
  growing: false,
  atMinimum: false,
  planted: true,
  hasPlant: true,
  c: 1,
  safe: true,
  limit: false,
};

test('every parameter, choice, group and preset of every problem has words', () => {
  const missing: string[] = [];
  const need = (...parts: string[]) => {
    if (!Object.hasOwn(en, dynamicKey(...parts))) missing.push(parts.join('.'));
  };
  for (const problem of Object.keys(CATALOG) as ProblemId[]) {
    for (const [name, spec] of Object.entries(scenarioParams(problem))) {
      need(spec.message);
      need('group', spec.group);
      if (spec.unit) need(spec.unit);
      if (spec.kind === 'choice' && name !== 'rrule')
        for (const option of spec.options) need('choice', name, option);
    }
    for (const { id } of CATALOG[problem].presets) {
      need('preset', id, 'title');
      need('preset', id, 'sentence');
    }
  }
  expect(missing).toEqual([]);
});

test('every status has a verdict of its own, and every end its criterion', () => {
  const t = createTranslate('en');
  const verdicts = STATUSES.map((status) =>
    t('verdict', { ...FACTS, status, endedAt: status === 'moving' ? null : 30 }),
  );
  expect(new Set(verdicts).size).toBe(STATUSES.length);
  for (const status of STATUSES)
    if (status !== 'moving') expect(t('criterion', { ...FACTS, status, endedAt: 30 })).not.toBe('');
});

test('a verdict is not told before the step at which it came', () => {
  const t = createTranslate('en');
  const facts: VerdictFacts = { ...FACTS, status: 'reached', endedAt: 76, k: 75 };
  expect(t('verdict', facts)).toBe('0.5 from the plant, moving.');
  expect(t('verdict', { ...facts, k: 76 })).toBe('Arrived at the plant at step 76.');
});

test('divergence says c against 2', () => {
  const t = createTranslate('en');
  expect(t('criterion', { ...FACTS, status: 'diverged', endedAt: 12, c: 6, safe: false })).toContain('c = 6');
  expect(t('criterion', { ...FACTS, status: 'diverged', endedAt: 12, c: 6, safe: false })).toContain(
    'below 2',
  );
});

test('an unknown language falls back to English', () => {
  expect(createTranslate('__proto__')('play.play')).toBe('Play');
});
