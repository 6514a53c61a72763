import type { SceneSettings } from './shipped-lecture.ts';

const PROBLEM = '#v=1&problem=federated';
const NETWORK = `${PROBLEM}&level=network`;

export const MEETINGS = {
  alone: {
    scenario: `${PROBLEM}&speed=5`,
    bookmark: 30,
    minutes: 2,
    guess: true,
    frame: 'left',
    ends: 'rest global',
  },
  limit: {
    scenario: `${PROBLEM}&local=100&speed=5`,
    bookmark: 20,
    minutes: 2,
    guess: true,
    frame: 'left',
    ends: 'rest global',
  },
  agree: {
    scenario: `${PROBLEM}&quad=agree&c=0.218&speed=5`,
    bookmark: 20,
    minutes: 2,
    guess: false,
    frame: 'left',
    ends: 'global global',
  },
  cause: {
    scenario: `${PROBLEM}&quad=tilted&start=-1.5,-1.2&versus=equal&c=0.8&speed=5`,
    bookmark: 8,
    minutes: 2,
    guess: false,
    ends: 'rest global',
  },
  curve: {
    scenario: `${NETWORK}&speed=10`,
    bookmark: 50,
    minutes: 2,
    guess: false,
    frame: 'left',
    ends: 'global global',
  },
  dealt: {
    scenario: `${NETWORK}&step=0.349&speed=10`,
    bookmark: 50,
    minutes: 2,
    guess: false,
    ends: 'global global',
  },
  narrow: { scenario: `${NETWORK}&m=16&speed=10`, bookmark: 100, minutes: 2, guess: false },
  square: {
    scenario: `${NETWORK}&clients=4&labels=square&seed=2&m=64&local=10&speed=10`,
    bookmark: 100,
    minutes: 2,
    guess: false,
    ends: 'global global',
  },
} as const satisfies SceneSettings<string>;
