import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { isProblemId, scenarioParams } from '../catalog.ts';
import { readOwnSamples } from '../data/own-samples.ts';
import { isPacked } from '../data/pack.ts';
import { HOSTILE_LINKS, hostileLink } from '../fixtures/hostile-links.ts';
import { type ParamSpec, type ParamValue, parseParam, sameValue } from '../params.ts';
import { loadProblem } from '../problems/index.ts';
import { createRun } from '../run/create-run.ts';
import { runValues } from '../run/run-values.ts';
import { descends, sidesOf } from '../run/sides.ts';
import { describeNotice } from './describe-notice.ts';
import type { Notice } from './notice.ts';
import {
  formatLink,
  fragmentOf,
  isNewer,
  isSceneLink,
  MAX_FRAGMENT,
  type ParsedScenario,
  parseLink,
  valueAt,
} from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';

const SEED = 20_261_125;
/** 2,000 links, or 20,000 in the second tier, in parts that locate a failure. */
const PARTS = Array.from({ length: runsAll ? 100 : 10 }, (_, i) => i + 1);
const PART = 200;

const LONGEST = 2500;

function isInside(spec: ParamSpec, value: ParamValue | undefined): boolean {
  const within = (one: number, { min, max }: { min: number; max: number }) =>
    Number.isFinite(one) && one >= min && one <= max && !Object.is(one, -0);
  switch (spec.kind) {
    case 'integer':
      return (
        (spec.infinite === true && value === Number.POSITIVE_INFINITY) ||
        (Number.isInteger(value) && within(value as number, spec))
      );
    case 'number':
      return typeof value === 'number' && within(value, spec);
    case 'optional-number':
      return value === null || (typeof value === 'number' && within(value, spec));
    case 'choice':
      return spec.options.includes(value as string);
    case 'flag':
      return typeof value === 'boolean';
    case 'vector':
      return (
        value === null ||
        (Array.isArray(value) &&
          value.length >= 1 &&
          value.length <= spec.maxLength &&
          value.every((one) => within(one, spec)))
      );
    case 'text':
      return typeof value === 'string' && value.length <= spec.maxLength && /^[\w.-]*$/.test(value);
    case 'names': {
      if (typeof value !== 'string') return false;
      const names = value === '' ? [] : value.split(',');
      return (
        names.length <= spec.maxCount &&
        new Set(names).size === names.length &&
        names.every((name) => /^[a-z0-9]+$/i.test(name) && name.length <= spec.maxLength)
      );
    }
  }
}

/** True if the text denotes the value, by the plainest reading of its kind. */
function says(spec: ParamSpec, text: string, value: ParamValue): boolean {
  const number = (piece: string) => (piece.trim() === 'inf' ? Number.POSITIVE_INFINITY : Number(piece));
  switch (spec.kind) {
    case 'integer':
    case 'number':
    case 'optional-number':
      return text.trim() !== '' && number(text) === value;
    case 'vector':
      return Array.isArray(value) && text.split(',').every((piece, j) => number(piece) === value[j]);
    case 'flag':
      return (value ? ['1', 'true'] : ['0', 'false']).includes(text);
    case 'names': {
      const given = text.split(',').map((name) => name.trim());
      return [...new Set(given)].filter((name) => name !== '').join(',') === value;
    }
    default:
      return text === value;
  }
}

/** Independently reads a link's values by key, undoing the encoding of chat programs; the last one counts. */
function givenBy(link: string): Map<string, string> {
  let text = fragmentOf(link.trim());
  try {
    text = decodeURIComponent(text);
  } catch {
    // Damaged encoding stays unchanged.
  }
  const pieces = text.replaceAll('&amp;', '&').trim().split('&');
  return new Map(
    pieces
      .filter((piece) => piece.indexOf('=') > 0)
      .map((piece) => [piece.slice(0, piece.indexOf('=')), piece.slice(piece.indexOf('=') + 1)]),
  );
}

/** Given values that changed without a notice. */
function unnamed(link: string, { scenario, notices }: ParsedScenario): string[] {
  if (isNewer({ notices }) || notices.some(({ code }) => code === 'too-long')) return [];
  const named = new Set(notices.map(({ key }) => key));
  // If there are many unknown keys they are only counted.
  const counted = notices.some(({ code }) => code === 'and-more');
  const specs = scenarioParams(scenario.problem);
  const given = givenBy(link);
  given.delete('v');
  const problem = given.get('problem');
  given.delete('problem');
  const missing = [...given].filter(([key, text]) => {
    if (named.has(key.slice(0, 40))) return false;
    const spec = Object.hasOwn(specs, key) ? specs[key] : undefined;
    return spec ? !says(spec, text, valueAt(scenario, key)!) : !counted;
  });
  const wrongProblem = problem !== undefined && !isProblemId(problem) && !named.has('problem');
  return [...missing.map(([key]) => key), ...(wrongProblem ? ['problem'] : [])];
}

function isSentence(found: Notice): boolean {
  const sentence = describeNotice(found);
  return (
    sentence.endsWith('.') &&
    sentence.length <= LONGEST &&
    !/undefined|\[object|function /.test(sentence.replace(String(found.got), '').replace(found.key, ''))
  );
}

/** Checks all invariants of a parsed link; a failure names the broken one. */
function check(link: string): ParsedScenario {
  const parsed = parseLink(link);
  const { scenario, notices } = parsed;
  const specs = scenarioParams(scenario.problem);
  const fail = (what: string) => {
    throw new Error(`${what}: ${JSON.stringify(link.slice(0, 300))}`);
  };
  if (Object.getPrototypeOf(scenario.values) !== Object.prototype) fail('another prototype');
  if (Object.keys(scenario.values).length !== Object.keys(specs).length) fail('other keys than declared');
  for (const [key, spec] of Object.entries(specs))
    if (!isInside(spec, valueAt(scenario, key))) fail(`${key} is out of its bounds`);
  const view = scenario.values.view;
  if (view && !(view.length === 4 && view[0]! < view[1]! && view[2]! < view[3]!)) fail('no window');
  const silent = unnamed(link, parsed);
  if (silent.length > 0) fail(`changed without a word: ${silent.slice(0, 5)}`);
  if (!notices.every(isSentence)) fail('no sentence');
  if (notices.length > 150) fail(`${notices.length} notices`);
  const written = formatLink(scenario);
  // Numbers may be longer when written out: the page rejects such a link.
  if (written.length - 1 > MAX_FRAGMENT) return parsed;
  const again = parseLink(written);
  const same = Object.keys(specs).every((key) =>
    sameValue(valueAt(again.scenario, key)!, valueAt(scenario, key)!),
  );
  if (again.notices.length > 0 || again.scenario.problem !== scenario.problem || !same)
    fail('written and read it is another scenario');
  return parsed;
}

/** Unpacks data; only the typed error is allowed. Returns true if it worked. */
function unpacks({ problem, values }: ParsedScenario['scenario']): boolean {
  const most =
    problem === 'two-layer'
      ? { maxSamples: 10_000, maxDimension: 50 }
      : { maxSamples: 1e6, maxDimension: 500 };
  try {
    readOwnSamples({ data: values.data as string, bias: values.bias as boolean, ...most }, null);
    return true;
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    return false;
  }
}

const objectHad = Object.getOwnPropertyNames(Object.prototype).join();

describe('hostile links', () => {
  it.each(PARTS)('200 drawn ones, part %i: read within bounds, and what was changed is named', (part) => {
    const seen = { noticed: 0, read: 0, refused: 0 };
    fc.assert(
      fc.property(hostileLink, (link) => {
        const { scenario, notices } = check(link);
        if (notices.length > 0) seen.noticed++;
        if (scenario.values.features !== 'csv' || !isPacked(scenario.values.data as string)) return;
        seen[unpacks(scenario) ? 'read' : 'refused']++;
      }),
      { seed: SEED + part, numRuns: PART },
    );
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(objectHad);
    expect(seen.noticed).toBeGreaterThan(PART / 2);
    expect(seen.read).toBeGreaterThan(0);
    expect(seen.refused).toBeGreaterThan(0);
  });

  it.each(Object.entries(HOSTILE_LINKS))('the corpus: %s', (_, links) => {
    for (const link of links) {
      const { scenario } = check(link);
      if (scenario.values.features === 'csv' && isPacked(scenario.values.data as string)) unpacks(scenario);
    }
    expect(Object.getOwnPropertyNames(Object.prototype).join()).toBe(objectHad);
  });
});

describe('the first state of a hostile scenario', () => {
  /** Scenarios that are quick to build; the others are as large as their bounds allow. */
  const isCheap = ({ values }: ParsedScenario['scenario']) =>
    (values.n === Number.POSITIVE_INFINITY || ((values.n as number) ?? 1) <= 500) &&
    ((values.d as number) ?? 1) <= 12 &&
    ((values.neurons as number) ?? 1) <= 20;

  const cheap = fc
    .sample(hostileLink, { seed: SEED, numRuns: runsAll ? 4000 : 1000 })
    .filter((link) => isCheap(parseLink(link).scenario));

  it.each(runsAll ? [1, 2, 3, 4, 5, 6, 7, 8] : [1, 2])(
    'of 50 of them, part %i: built, or refused in words',
    async (part) => {
      const links = cheap.slice((part - 1) * 50, part * 50);
      expect(links).toHaveLength(50);
      let built = 0;
      for (const link of links) {
        const { problem, values } = parseLink(link).scenario;
        try {
          const instance = (await loadProblem(problem, values)).prepare(values, null);
          const run = createRun(instance, runValues(values));
          const { left, right } = run.first();
          if (descends(sidesOf(instance).right)) run.advance(2);
          built++;
          for (const side of [left, right]) {
            expect(side.count).toBe(1);
            expect(side.iterates.every(Number.isFinite), link).toBe(true);
          }
        } catch (error) {
          if (!(error instanceof ScenarioError)) throw new Error(`${link.slice(0, 400)}: ${error}`);
        }
      }
      expect(built).toBeGreaterThan(25);
      expect(built).toBeLessThan(50);
    },
  );
});

describe('what failed first', () => {
  it('a link that is too long to be read names no scene either', () => {
    const link = `#v=1&lecture=stuck&data=${'a'.repeat(80_000)}`;
    expect(parseLink(link).notices.map(({ code }) => code)).toEqual(['too-long']);
    expect(isSceneLink(link)).toBe(false);
    expect(isSceneLink('#v=1&lecture=stuck')).toBe(true);
  });

  it('thousands of pieces without a meaning are counted, not named one by one', () => {
    const codes = (link: string) => parseLink(link).notices.map(({ code }) => code);
    expect(codes(`#v=1&${'a&'.repeat(20)}n=5`)).toEqual(Array(20).fill('not-a-link'));
    const { scenario, notices } = parseLink(`#v=1&${'a&'.repeat(30_000)}c=1e9&n=5`);
    expect(scenario.values).toMatchObject({ n: 5, c: 1e6 });
    // Changed values are still reported.
    expect(notices.map(({ code }) => code)).toEqual([...Array(20).fill('not-a-link'), 'clamped', 'and-more']);
    expect(describeNotice(notices.at(-1)!)).toBe('29980 more parts of the link were also ignored.');
    expect(codes(`#${'='.repeat(9)}&${'&x'.repeat(30_000)}`)).toHaveLength(21);
  });

  it('a long number that is none is refused without looking at it again for each digit', () => {
    const spec = scenarioParams('one-neuron').c!;
    // Linear time: a million digits take milliseconds; a backtracking reader took half an hour.
    for (const tail of ['x', '.x', 'e', '.1.', ' 1'])
      expect(parseParam(spec, '1'.repeat(1_000_000) + tail).issue?.code).toBe('not-a-number');
  });
});
