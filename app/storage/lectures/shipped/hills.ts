import type { SceneSettings } from './shipped-lecture.ts';

const LINE = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2';
const HINGE = `${LINE}&start=-1.6,0.3`;
const EVERYWHERE = 'view=-3,3,-3,3';

/** For a school class: two landscapes, and no number or name from mathematics. */
const PICTURES_ONLY = {
  data: 'off',
  titles: 'off',
  readouts: 'off',
  terms: 'off',
  excess: 'off',
  distance: 'off',
  gradient: 'off',
} as const;

export const HILLS = {
  ball: {
    parts: PICTURES_ONLY,
    scenario: `${HINGE}&points=0&dead=0&speed=10`,
    bookmark: 17,
    minutes: 2,
    ends: 'dead reached',
  },
  many: {
    parts: PICTURES_ONLY,
    scenario: `${HINGE}&${EVERYWHERE}&crowd=200&crowdbox=-3,3,-3,3&points=0&dead=0&speed=40`,
    minutes: 2,
    ends: 'dead reached',
  },
  guess: {
    parts: PICTURES_ONLY,
    scenario: '#v=1&problem=one-neuron&features=csv&data=trap&plant=1,1&start=-1.5,-0.5&points=0&speed=30',
    minutes: 2,
    ends: 'stationary reached',
    guess: true,
  },
  colours: {
    parts: { ...PICTURES_ONLY, ground: 'end' },
    // Close to the star, and lost.
    scenario: `${LINE}&start=-0.4,0.1&${EVERYWHERE}&ground=basins&points=0&dead=0&speed=10`,
    minutes: 2,
    ends: 'dead reached',
  },
  answer: {
    parts: PICTURES_ONLY,
    scenario: '#v=1&problem=one-neuron&n=40&seed=3&plant=0.8,0.6&start=-1.2,-0.9&points=0&dead=0&speed=5',
    minutes: 2,
    ends: 'reached reached',
  },
} as const satisfies SceneSettings<string>;
