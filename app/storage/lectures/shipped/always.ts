import type { SceneSettings } from './shipped-lecture.ts';

const CLOUD = '#v=1&problem=one-neuron&n=40&seed=3&plant=0.8,0.6&start=-1.2,-0.9';
const NOISE = '#v=1&problem=one-neuron&n=60&seed=2&plant=0.8,-0.6&start=-1,1&noise=0.3';

/** Scenarios of "Is ‘always’ true?". */
export const ALWAYS = {
  claim: {
    scenario: '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&points=0&dead=0',
    bookmark: null,
    minutes: 2,
    ends: 'dead reached',
    guess: true,
  },
  oneStep: {
    // Not opposite the plant: there all three arrows would lie on one line.
    scenario: `${CLOUD.replace('-1.2,-0.9', '-1.2,0.2')}&ground=pull&arrows=1&points=0&speed=2`,
    bookmark: 1,
    minutes: 3,
    ends: 'reached reached',
    guess: false,
  },
  kept: {
    scenario: `${CLOUD}&points=0&speed=5`,
    bookmark: null,
    minutes: 2,
    ends: 'reached reached',
    guess: false,
    frame: 'curve2',
  },
  broken: {
    scenario: '#v=1&problem=one-neuron&n=12&seed=113&pseed=113&sseed=113&points=0&speed=5',
    bookmark: 13,
    minutes: 3,
    ends: 'reached reached',
    guess: false,
    frame: 'curve2',
  },
  howOften: {
    scenario: '#v=1&problem=one-neuron&n=8&points=0',
    bookmark: null,
    minutes: 3,
    ends: 'dead reached',
    guess: false,
  },
  noiseOutside: {
    scenario: `${NOISE}&points=0`,
    bookmark: null,
    minutes: 2,
    ends: 'stationary stationary',
    guess: false,
  },
  noiseInside: {
    scenario: `${NOISE}&noisein=1&points=0`,
    bookmark: null,
    minutes: 2,
    ends: 'stationary stationary',
    guess: false,
  },
  fewSamples: {
    scenario: '#v=1&problem=one-neuron&n=3&seed=38&dead=0&speed=5',
    bookmark: null,
    minutes: 2,
    ends: 'dead global',
    guess: false,
  },
  survives: {
    scenario:
      '#v=1&problem=one-neuron&features=csv&data=trap&plant=1,1&start=-1.5,-0.5&view=-3,3,-3,3&ground=basins&speed=30',
    bookmark: null,
    minutes: 2,
    ends: 'stationary reached',
    guess: false,
  },
} as const satisfies SceneSettings<string>;
