import { expect, test } from 'vitest';
import { type ProblemId, startLength } from '../../../engine/catalog.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { sidesOf } from '../../../engine/run/sides.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { readSetValues } from './apply-command.ts';

const set = (values: Record<string, string | null>) => {
  const { values: good, notices } = readSetValues('one-neuron', new Map(Object.entries(values)));
  return { good, notices: notices.map(({ code, key, kept }) => `${code} ${key}${kept ? ' kept' : ''}`) };
};

test('good values are a link’s', () => {
  expect(set({ c: '0.5', start: '1,-0.5', bias: '1', n: 'inf', k: '7' })).toEqual({
    good: { c: 0.5, start: [1, -0.5], bias: true, n: Number.POSITIVE_INFINITY, k: 7 },
    notices: [],
  });
});

test('null is the default', () => {
  expect(set({ plant: null, c: null })).toEqual({ good: { plant: null, c: 1 }, notices: [] });
});

test('what is out of bounds comes to its bound; what is no value leaves what is there', () => {
  expect(set({ n: '-3', c: 'fast', start: '1;2', rule: 'cube', noise: '0.1' })).toEqual({
    good: { n: 1, noise: 0.1 },
    notices: ['clamped n', 'not-a-number c kept', 'not-a-vector start kept', 'not-a-choice rule kept'],
  });
});

test('a window must be one, and hide and lock name controls', () => {
  expect(set({ view: '3,-3,0,1', hide: 'c,lamp' })).toEqual({
    good: { hide: 'c' },
    notices: ['not-a-vector view kept', 'unknown-names hide'],
  });
});

test('unknown keys, also those of every object', () => {
  expect(set({ zoom: '3', constructor: '1', toString: null, ['__proto__']: '2' })).toEqual({
    good: {},
    notices: ['unknown-key zoom', 'unknown-key constructor', 'unknown-key __proto__', 'unknown-key toString'],
  });
});

test('a start or plant of the wrong length is no value, counted with what else is set', () => {
  const told = (problem: ProblemId, before: string, given: Record<string, string>) => {
    const { values } = parseLink(`#v=1&problem=${problem}&${before}`).scenario;
    const own = { columns: 3, hasOnes: true };
    const read = readSetValues(problem, new Map(Object.entries(given)), (good) =>
      startLength(problem, { ...values, ...good }, before.includes('csv') ? own : null),
    );
    return [read.values, read.notices.map((found) => [found.key, found.expected, found.got, found.kept])];
  };
  const wrong = (key: string, expected: string, got: string) => [[key, expected, got, true]];
  expect(told('one-neuron', 'd=5', { start: '1,2,3', noise: '0.5' })).toEqual([
    { noise: 0.5 },
    wrong('start', '5', '3'),
  ]);
  expect(told('one-neuron', 'd=5', { start: '1,2,3', d: '3' })).toEqual([{ start: [1, 2, 3], d: 3 }, []]);
  expect(told('one-neuron', 'd=5&features=line', { plant: '1,2,3' })).toEqual([{}, wrong('plant', '2', '3')]);
  expect(told('one-neuron', 'd=4&n=inf', { plant: '1,2' })).toEqual([{}, wrong('plant', '4', '2')]);
  expect(told('one-neuron', 'features=csv&n=inf', { start: '1,2' })).toEqual([{}, wrong('start', '3', '2')]);
  expect(told('lift', 'y=1', { start: '1' })).toEqual([{}, wrong('start', '2', '1')]);
  expect(told('two-layer', 'neurons=2', { start: '1,2,3' })).toEqual([{}, wrong('start', '6', '3')]);
  const seven = '1,2,3,4,5,6,7';
  expect(told('two-layer', 'neurons=2&features=line&free=1', { start: seven })[1]).toEqual([]);
  expect(told('two-layer', 'neurons=2&features=line&free=1&right=relaxed', { start: seven })[1]).toEqual(
    wrong('start', '6', '7'),
  );
});

/** Compares with the engine for every recipe. */
test.each([
  ['one-neuron', 'features=line&d=5'],
  ['one-neuron', 'features=circle&d=5'],
  ['one-neuron', 'n=inf&d=3'],
  ['lift', 'y=1'],
  ['two-layer', 'neurons=3&d=4'],
  ['two-layer', 'neurons=3&features=line&free=1'],
  ['two-layer', 'neurons=3&d=2&free=1'],
  ['two-layer', 'neurons=3&features=line&free=1&right=relaxed'],
] as const)('of %s, %s it is the engine’s', async (problem, link) => {
  const { values } = parseLink(`#v=1&problem=${problem}&${link}`).scenario;
  const { dimension } = sidesOf((await loadProblem(problem)).prepare(values, null)).left;
  expect(startLength(problem, values, null)).toBe(dimension);
});
