import { expect, test } from 'vitest';
import type { Scene } from '../../../session/lecture.ts';
import { planOf } from './plan.ts';

const SCENE: Scene = {
  title: '',
  sentence: '',
  notes: '',
  question: '',
  scenario: '',
  bookmark: null,
  guess: false,
};
const scenes = (...minutes: (number | undefined)[]) => minutes.map((each) => ({ ...SCENE, minutes: each }));

test('a plan says when a scene begins and ends, and how long all of them take', () => {
  expect(planOf(scenes(2, 3.5, 4), 1)).toEqual({ from: 0, to: 2, total: 9.5 });
  expect(planOf(scenes(2, 3.5, 4), 2)).toEqual({ from: 2, to: 5.5, total: 9.5 });
  expect(planOf(scenes(2, 3.5, 4), 3)).toEqual({ from: 5.5, to: 9.5, total: 9.5 });
});

test('there is no plan where a scene has none, or where there is no scene', () => {
  expect(planOf(scenes(2, undefined), 1)).toBeNull();
  expect(planOf([], 1)).toBeNull();
});
