import { expect, test } from 'vitest';
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
