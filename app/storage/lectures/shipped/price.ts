import type { SceneSettings } from './shipped-lecture.ts';

const PROBLEM = '#v=1&problem=denoiser';
const PIXELS = `${PROBLEM}&level=pixels`;

export const PRICE = {
  alone: {
    scenario: `${PROBLEM}&strength=0.5&speed=5`,
    bookmark: 11,
    minutes: 2,
    guess: true,
    frame: 'left',
    ends: 'diverged settled',
  },
  valleys: {
    scenario: `${PIXELS}&speed=5`,
    bookmark: 10,
    minutes: 2,
    guess: false,
    frame: 'left',
    ends: 'stationary settled',
  },
  swing: {
    parts: { more: 'off' },
    scenario: `${PIXELS}&c=1.98&speed=5`,
    bookmark: 30,
    last: 30,
    minutes: 2,
    guess: true,
    frame: 'left',
  },
  nearer: {
    parts: { more: 'off' },
    scenario: `${PIXELS}&start=0.8,0.1&speed=10`,
    bookmark: 30,
    minutes: 2,
    guess: true,
    frame: 'right',
    ends: 'stationary settled',
  },
  another: {
    scenario: `${PROBLEM}&speed=50`,
    bookmark: 200,
    minutes: 2,
    guess: false,
    frame: 'right',
    ends: 'stationary settled',
  },
  wins: {
    scenario: `${PROBLEM}&seed=3&share=0.3&speed=10`,
    bookmark: 50,
    minutes: 2,
    guess: true,
    frame: 'left',
    ends: 'stationary settled',
  },
  restless: {
    parts: { more: 'off', step: 'on' },
    scenario: `${PROBLEM}&seed=2&share=0.3&c=1.98&speed=50`,
    bookmark: 300,
    last: 300,
    minutes: 2,
    guess: false,
  },
} as const satisfies SceneSettings<string>;
