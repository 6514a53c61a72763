import type { SceneSettings } from './shipped-lecture.ts';

const HINGE = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2';

export const STUCK = {
  opening: {
    scenario: `${HINGE}&start=-1.6,0.3&points=0&dead=0&speed=10`,
    bookmark: 17,
    minutes: 3,
    ends: 'dead reached',
    guess: true,
  },
  deadZone: { scenario: `${HINGE}&start=-0.5,-1.5&points=0`, minutes: 2, ends: 'dead reached' },
  arrows: {
    parts: { data: 'off' },
    scenario: `${HINGE}&start=-1.6,0.3&points=0&arrows=1&speed=5`,
    bookmark: 17,
    minutes: 3,
    ends: 'dead reached',
  },
  regulariser: {
    scenario: `${HINGE}&start=-1.6,0.3&ground=pull&points=0`,
    minutes: 3,
    ends: 'dead reached',
  },
  blend: {
    parts: { data: 'off' },
    scenario: `${HINGE}&start=-1.6,0.3&blend=0.05&points=0&dead=0`,
    minutes: 2,
    ends: 'dead reached',
  },
  basins: {
    parts: { data: 'off' },
    scenario: `${HINGE}&start=-1.6,0.3&view=-3,3,-3,3&ground=basins&dead=0`,
    minutes: 2,
    ends: 'dead reached',
  },
  trap: {
    scenario: '#v=1&problem=one-neuron&features=csv&data=trap&plant=1,1&start=-1.5,-0.5&speed=30',
    minutes: 3,
    ends: 'stationary reached',
    guess: true,
  },
  population: {
    parts: { data: 'off' },
    scenario: '#v=1&problem=one-neuron&n=inf&plant=1,0.2&start=-1.6,0.3&c=2&points=0&dead=0&speed=1',
    bookmark: 1,
    minutes: 2,
    ends: 'reached reached',
  },
} as const satisfies SceneSettings<string>;
