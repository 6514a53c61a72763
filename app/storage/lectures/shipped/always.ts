import type { SceneSettings } from './shipped-lecture.ts';

const CLOUD = '#v=1&problem=one-neuron&n=40&seed=3&plant=0.8,0.6&start=-1.2,-0.9';
const NOISE = '#v=1&problem=one-neuron&n=60&seed=2&plant=0.8,-0.6&start=-1,1&noise=0.3';

export const ALWAYS = {
  claim: {
    scenario: '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&points=0&dead=0',
    minutes: 2,
    ends: 'dead reached',
    guess: true,
  },
  oneStep: {
    parts: { data: 'off', letters: 'on', ground: 'bookmark' },
    // Off the line through the star and the origin, where both would step along one direction.
    scenario: `${CLOUD.replace('-1.2,-0.9', '-1.2,0.2')}&ground=pull&points=0&speed=2`,
    bookmark: 1,
    minutes: 3,
    ends: 'reached reached',
  },
  kept: {
    parts: { data: 'off' },
    scenario: `${CLOUD}&points=0&speed=5`,
    minutes: 2,
    ends: 'reached reached',
    frame: 'curve2',
  },
  broken: {
    parts: { data: 'off' },
    scenario: '#v=1&problem=one-neuron&n=12&seed=113&pseed=113&sseed=113&points=0&speed=5',
    bookmark: 13,
    minutes: 3,
    ends: 'reached reached',
    frame: 'curve2',
  },
  howOften: {
    parts: { data: 'off' },
    scenario: '#v=1&problem=one-neuron&n=8&points=0',
    minutes: 3,
    ends: 'dead reached',
  },
  noiseOutside: {
    parts: { marks: 'end' },
    scenario: `${NOISE}&points=0`,
    minutes: 2,
    ends: 'stationary stationary',
  },
  noiseInside: {
    parts: { marks: 'end' },
    scenario: `${NOISE}&noisein=1&points=0`,
    minutes: 2,
    ends: 'stationary stationary',
  },
  fewSamples: {
    parts: { marks: 'end' },
    scenario: '#v=1&problem=one-neuron&n=3&seed=38&dead=0&speed=5',
    minutes: 2,
    ends: 'dead global',
  },
  survives: {
    parts: { data: 'off' },
    scenario:
      '#v=1&problem=one-neuron&features=csv&data=trap&plant=1,1&start=-1.5,-0.5&view=-3,3,-3,3&crowd=200&crowdbox=-3,3,-3,3&points=0&speed=30',
    minutes: 2,
    ends: 'stationary reached',
  },
} as const satisfies SceneSettings<string>;
