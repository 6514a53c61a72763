import type { SceneSettings } from './shipped-lecture.ts';

const PROBLEM = '#v=1&problem=federated';
const NETWORK = `${PROBLEM}&level=network`;

export const MEETINGS = {
  alone: {
    parts: { more: 'off', readouts: 'off' },
    scenario: `${PROBLEM}&speed=5`,
    bookmark: 30,
    minutes: 2,
    guess: true,
    ends: 'rest global',
  },
  limit: {
    parts: { more: 'on', readouts: 'off' },
    scenario: `${PROBLEM}&local=100&speed=5`,
    bookmark: 20,
    minutes: 2,
    guess: true,
    ends: 'rest global',
  },
  agree: {
    parts: { more: 'off', readouts: 'off' },
    scenario: `${PROBLEM}&quad=agree&c=0.218&speed=20`,
    bookmark: 20,
    minutes: 2,
    guess: false,
    ends: 'global global',
  },
  cause: {
    parts: { more: 'off', readouts: 'off' },
    scenario: `${PROBLEM}&quad=tilted&start=-1.5,-1.2&versus=equal&c=0.8&speed=5`,
    bookmark: 8,
    minutes: 2,
    guess: false,
    ends: 'rest global',
  },
  curve: {
    parts: { more: 'off' },
    // The step of both ways to deal the data.
    scenario: `${NETWORK}&step=0.349&speed=10`,
    bookmark: 50,
    last: 100,
    minutes: 2,
    guess: false,
  },
  dealt: {
    parts: { more: 'off', distance: 'on' },
    scenario: `${NETWORK}&split=shuffled&step=0.349&speed=10`,
    bookmark: 10,
    last: 50,
    minutes: 2,
    guess: false,
  },
  narrow: {
    parts: { more: 'off', excess: 'on', surrogate: 'on' },
    scenario: `${NETWORK}&m=16&speed=10`,
    bookmark: 100,
    last: 100,
    minutes: 2,
    guess: false,
  },
  square: {
    parts: { more: 'off', distance: 'on', surrogate: 'on' },
    scenario: `${NETWORK}&clients=4&labels=square&seed=2&m=64&local=10&speed=10`,
    bookmark: 100,
    last: 100,
    minutes: 2,
    guess: false,
  },
} as const satisfies SceneSettings<string>;
