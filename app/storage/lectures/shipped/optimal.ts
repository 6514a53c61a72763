import type { SceneSettings } from './shipped-lecture.ts';

const NETWORK = '#v=1&problem=two-layer&seed=3&pseed=3';
const NARROW = `${NETWORK}&neurons=3&c=2`;

/** The floor and what is measured from it enter with their scene. */
const BEFORE_FLOOR = { floor: 'off', excess: 'off', gap: 'off' } as const;

export const OPTIMAL = {
  descent: {
    scenario: `${NARROW}&speed=50`,
    bookmark: 300,
    minutes: 2,
    ends: 'stationary optimal',
    frame: 'curve1',
    parts: { ...BEFORE_FLOOR, right: 'off' },
  },
  patterns: {
    scenario: '#v=1&problem=one-neuron&n=5&seed=3&start=-1.2,-0.9&rays=1&points=0',
    minutes: 3,
    ends: 'reached reached',
  },
  program: {
    scenario: `${NARROW}&k=1&speed=1`,
    bookmark: 7,
    last: 7,
    minutes: 3,
    frame: 'right',
    parts: { ...BEFORE_FLOOR, dual: 'off' },
  },
  dual: {
    scenario: `${NARROW}&k=1&speed=1`,
    bookmark: 7,
    last: 7,
    minutes: 3,
    frame: 'right',
    parts: BEFORE_FLOOR,
  },
  certificate: {
    scenario: `${NARROW}&k=2&speed=1`,
    bookmark: 7,
    last: 7,
    minutes: 3,
    frame: 'curve1',
    parts: { floor: 'on' },
  },
  spurious: {
    scenario: `${NARROW}&k=2300&speed=50`,
    minutes: 3,
    ends: 'stationary optimal',
    frame: 'curve1',
    parts: { floor: 'end', excess: 'off', gap: 'end', dual: 'off' },
  },
  wide: {
    scenario: `${NETWORK}&speed=100`,
    bookmark: 1000,
    last: 1000,
    minutes: 3,
    frame: 'curve1',
    parts: { excess: 'off', gap: 'bookmark', dual: 'off' },
  },
  lift: {
    scenario: '#v=1&problem=lift&start=1.5,0.25&speed=30',
    minutes: 2,
    ends: 'stationary stationary',
    parts: { marks: 'end' },
  },
  notCertified: {
    scenario: '#v=1&problem=two-layer&d=3&neurons=10&speed=5',
    // The right's last step.
    bookmark: 62,
    last: 62,
    minutes: 2,
    frame: 'curve3',
  },
} as const satisfies SceneSettings<string>;
