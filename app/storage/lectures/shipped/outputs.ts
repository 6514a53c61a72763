import type { SceneSettings } from './shipped-lecture.ts';

const PROBLEM = '#v=1&problem=vector-output';
const PIE = `${PROBLEM}&neurons=5&sseed=7`;
const CURVE = `${PROBLEM}&features=curve&beta=0.002&c=0.25&neurons=5&sseed=11`;
const WORDS = `${PROBLEM}&features=words&sizes=3,4,5&neurons=20`;

export const OUTPUTS = {
  pie: {
    parts: { more: 'off' },
    scenario: `${PIE}&speed=50`,
    bookmark: 300,
    minutes: 2,
    ends: 'stationary optimal',
    guess: false,
    frame: 'curve1',
  },
  floor: {
    scenario: `${PIE}&speed=1`,
    // Last round's step, as in `sharing` and `circle`.
    bookmark: 4,
    last: 4,
    minutes: 2,
    guess: false,
    frame: 'curve1',
    parts: { floor: 'on', more: 'off' },
  },
  sharing: {
    parts: { more: 'off', separate: 'bookmark' },
    scenario: `${PIE}&beta=0.003&speed=1`,
    bookmark: 3,
    last: 3,
    minutes: 2,
    guess: false,
    frame: 'curve1',
  },
  curve: {
    parts: { right: 'off', more: 'off' },
    scenario: `${CURVE}&speed=200`,
    bookmark: 3000,
    last: 3000,
    minutes: 2,
    guess: false,
    frame: 'left',
  },
  circle: {
    parts: { objective: 'off', more: 'off' },
    scenario: `${CURVE}&k=1&speed=1`,
    bookmark: 4,
    last: 4,
    minutes: 2,
    guess: false,
    frame: 'right',
  },
  forgets: {
    scenario: `${WORDS}&beta=0.15&sseed=2&speed=100`,
    bookmark: 1000,
    minutes: 2,
    ends: 'stationary optimal',
    guess: false,
    frame: 'left',
  },
  start: {
    parts: { more: 'off' },
    scenario: `${WORDS}&beta=0.05&sseed=8&speed=100`,
    bookmark: 1000,
    minutes: 3,
    ends: 'stationary optimal',
    guess: false,
    frame: 'curve1',
  },
} as const satisfies SceneSettings<string>;
