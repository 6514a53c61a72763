import { expect, test } from 'vitest';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { reseeded } from './reseed.ts';

test.each([
  ['problem=one-neuron', { seed: 2, pseed: 2, start: null, sseed: 2 }],
  ['problem=one-neuron&features=csv&data=trap', { start: null, sseed: 2 }],
  ['problem=federated&level=network', { seed: 2 }],
  // The data are given; the network's start is drawn.
  ['problem=federated&level=network&features=csv&data=trap', { seed: 2 }],
  ['problem=federated', {}],
])('the dice of %s', (link, expected) => {
  expect(reseeded(parseLink(`#v=1&${link}`).scenario)).toEqual(expected);
});
