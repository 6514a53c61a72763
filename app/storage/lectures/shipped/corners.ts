import type { SceneSettings } from './shipped-lecture.ts';

const PROBLEM = '#v=1&problem=shuffle';
const CENTRE = '0.3333333333333333,0.3333333333333333,0.3333333333333333';
const BETWEEN =
  '0.325,0.225,0.225,0.225,0.225,0.325,0.225,0.225,0.225,0.225,0.325,0.225,0.225,0.225,0.225,0.325';

export const CORNERS = {
  round: {
    parts: { more: 'on' },
    scenario: `${PROBLEM}&start=0.2,0.6,0.2&speed=2`,
    bookmark: 3,
    minutes: 2,
    guess: true,
    frame: 'left',
    ends: 'rounds best',
  },
  between: {
    parts: { more: 'on' },
    scenario: `${PROBLEM}&start=${CENTRE}&speed=5`,
    bookmark: 20,
    minutes: 2,
    guess: true,
    frame: 'right',
    ends: 'rounds between',
  },
  traps: {
    parts: { more: 'on' },
    scenario: `${PROBLEM}&lambda=0.5&start=0.6,0.2,0.2&spread=2&speed=2&starts=200`,
    bookmark: 2,
    minutes: 2,
    guess: true,
    frame: 'right',
    ends: 'rounds permutation',
  },
  ramp: {
    parts: { more: 'on' },
    scenario: `${PROBLEM}&lambda=0.2&ramp=200&start=${CENTRE}&speed=20`,
    bookmark: 150,
    minutes: 2,
    guess: true,
    frame: 'right',
    ends: 'rounds permutation',
  },
  copy: {
    parts: { more: 'on' },
    scenario: `${PROBLEM}&B=4,0,4,2,2,0&lambda=0.2&start=0.6,0.2,0.2&speed=5`,
    bookmark: 2,
    minutes: 2,
    guess: true,
    frame: 'left',
    ends: 'best permutation',
  },
  tie: {
    parts: { more: 'on' },
    scenario: `${PROBLEM}&A=0,0,0,1,0,1,0,0,0,0&B=0,1,1,1,0,1,1,0,0,0&shape=all&lambda=0.3&ramp=150&start=${BETWEEN}&speed=50`,
    bookmark: 500,
    minutes: 2,
    guess: false,
    frame: 'left',
    ends: 'tie best',
  },
  slowly: {
    parts: { more: 'on' },
    scenario: `${PROBLEM}&A=3,1,1,3,3,1,0,4,2,2&B=0,3,1,1,2,1,2,3,1,1&shape=all&ramp=200&start=${BETWEEN}&speed=20`,
    bookmark: 200,
    minutes: 2,
    guess: false,
    ends: 'rounds best',
  },
} as const satisfies SceneSettings<string>;
