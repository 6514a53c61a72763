import type { SceneSettings } from './shipped-lecture.ts';

const HINGE = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2';

/** f and g stand beside the names of the maps. */
const LETTERS = { letters: 'on' } as const;

export const STUCK = {
  opening: {
    parts: LETTERS,
    scenario: `${HINGE}&start=-1.6,0.3&points=0&dead=0&speed=10`,
    bookmark: 17,
    minutes: 3,
    ends: 'dead reached',
    guess: true,
  },
  deadZone: {
    parts: { ...LETTERS, marks: 'end' },
    scenario: `${HINGE}&start=-0.5,-1.5&points=0`,
    minutes: 2,
    ends: 'dead reached',
  },
  arrows: {
    parts: LETTERS,
    // Active on the left are only samples whose label is zero.
    scenario: `${HINGE}&start=-2.4,-0.8&points=0&dead=0&arrows=1&speed=5`,
    bookmark: 19,
    minutes: 3,
    ends: 'dead reached',
  },
  regulariser: {
    parts: LETTERS,
    // No sample with a positive label is off along the way: both sides take the same path.
    scenario: `${HINGE}&start=-0.5,1.5&ground=pull&points=0&speed=10`,
    minutes: 3,
    ends: 'reached reached',
  },
  blend: {
    parts: { ...LETTERS, data: 'off' },
    scenario: `${HINGE}&start=-0.5,-1.5&blend=0.05&points=0&dead=0`,
    minutes: 2,
    ends: 'dead reached',
  },
  basins: {
    parts: { ...LETTERS, data: 'off', ground: 'end' },
    scenario: `${HINGE}&start=-0.4,0.1&view=-3,3,-3,3&ground=basins&points=0&dead=0&speed=10`,
    minutes: 2,
    ends: 'dead reached',
  },
  trap: {
    parts: LETTERS,
    scenario: '#v=1&problem=one-neuron&features=csv&data=trap&plant=1,1&start=-1.5,-0.5&speed=30',
    minutes: 3,
    ends: 'stationary reached',
    guess: true,
  },
  population: {
    parts: { ...LETTERS, data: 'off' },
    scenario: '#v=1&problem=one-neuron&n=inf&plant=1,0.2&start=-1.6,0.3&c=2&points=0&dead=0&speed=1',
    bookmark: 1,
    minutes: 2,
    ends: 'reached reached',
  },
} as const satisfies SceneSettings<string>;
