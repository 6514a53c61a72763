import type { SceneSettings } from './shipped-lecture.ts';

const PROBLEM = '#v=1&problem=gan';
const PLANE = `${PROBLEM}&level=plane`;
const FIVE = `${PROBLEM}&m=5&dz=5&n=50&seed=7&c=2`;

export const PLAYERS = {
  spiral: {
    parts: { more: 'off', readouts: 'off' },
    scenario: `${PLANE}&speed=20`,
    bookmark: 50,
    last: 160,
    minutes: 2,
    guess: false,
  },
  turns: {
    parts: { more: 'off', readouts: 'off' },
    scenario: `${PLANE}&rule=alternating&speed=20`,
    bookmark: 200,
    last: 200,
    minutes: 2,
    guess: false,
  },
  ahead: {
    parts: { more: 'off', readouts: 'off' },
    scenario: `${PLANE}&versus=rule&rule2=extragradient&speed=20`,
    bookmark: 50,
    last: 200,
    minutes: 2,
    guess: false,
  },
  cone: {
    parts: { more: 'off' },
    scenario: `${PROBLEM}&speed=20`,
    bookmark: 100,
    last: 200,
    minutes: 3,
    guess: false,
  },
  signs: {
    parts: { neurons: 'off' },
    scenario: `${PROBLEM}&level=two-weights&speed=20`,
    bookmark: 50,
    last: 50,
    minutes: 2,
    guess: false,
  },
  width: {
    parts: { more: 'off', distance: 'on' },
    scenario: `${FIVE}&width=8&width2=100&speed=50`,
    bookmark: 100,
    last: 100,
    minutes: 3,
    guess: false,
  },
  brake: {
    parts: { more: 'off', distance: 'on' },
    scenario: `${FIVE}&width=100&versus=brake&rho=0.1&speed=50`,
    bookmark: 100,
    last: 100,
    minutes: 2,
    guess: false,
  },
} as const satisfies SceneSettings<string>;
