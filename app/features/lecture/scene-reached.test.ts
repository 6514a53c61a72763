import { expect, test } from 'vitest';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import type { Scene } from '../../session/lecture.ts';
import type { SideState } from '../../session/store.ts';
import { isSceneOver, isSceneReached } from './scene-reached.ts';

const link = '#v=1&problem=one-neuron&k=3';

const side = (endedAt: number | null) => ({ status: 'running', last: 50, endedAt }) as unknown as SideState;

/** Returns the state at step k of a scene whose sides end at these steps. */
function page(k: number, bookmark: number | null, left: number | null = null, right: number | null = null) {
  const scene: Scene = {
    title: '',
    sentence: '',
    notes: '',
    question: '',
    scenario: link,
    bookmark,
    guess: false,
  };
  return {
    k,
    lecture: { title: '', scenes: [scene] },
    scenario: parseLink(link).scenario,
    sides: { left: side(left), right: side(right) },
    crowd: null,
  };
}

test('a scene has come to its point at its bookmark, and going back takes that back', () => {
  expect([3, 11, 12, 13].map((k) => isSceneReached(page(k, 12)))).toEqual([false, false, true, true]);
  // With a bookmark, a side's end does not matter.
  expect(isSceneReached(page(11, 12, 5, 6))).toBe(false);
});

test('without one it comes to it where both sides have ended', () => {
  expect(isSceneReached(page(40, null))).toBe(false);
  expect(isSceneReached(page(40, null, 5, null))).toBe(false);
  expect([5, 29, 30].map((k) => isSceneReached(page(k, null, 5, 30)))).toEqual([false, false, true]);
});

test('without a lecture there is nothing to come to', () => {
  expect(isSceneReached({ ...page(40, 12), lecture: null })).toBe(false);
});

test('its end is that of both sides, with a bookmark or without', () => {
  for (const bookmark of [null, 12])
    expect([12, 29, 30].map((k) => isSceneOver(page(k, bookmark, 5, 30)))).toEqual([false, false, true]);
  expect(isSceneOver(page(40, 12, 5, null))).toBe(false);
});

test('a declared last step is the end, though both sides go on or have ended before', () => {
  for (const ends of [
    [null, null],
    [5, 30],
  ] as const)
    expect(
      [39, 40].map((k) => {
        const shown = page(k, 12, ...ends);
        const [scene] = shown.lecture.scenes as [Scene];
        return isSceneOver({ ...shown, lecture: { title: '', scenes: [{ ...scene, last: 40 }] } });
      }),
    ).toEqual([false, true]);
});

test('it is never over before its bookmark', () => {
  expect([30, 49, 50].map((k) => isSceneOver(page(k, 50, 5, 30)))).toEqual([false, false, true]);
});

test('an end that is only a label counts if it is proved or an arrival', () => {
  const shown = page(40, null, 5, 30);
  const over = (status: string, problem: string) =>
    isSceneOver({
      ...shown,
      sides: { ...shown.sides, left: { ...shown.sides.left, status: status as never, labels: true } },
      scenario: parseLink(`#v=1&problem=${problem}`).scenario,
      lecture: {
        title: '',
        scenes: [{ ...(shown.lecture.scenes[0] as Scene), scenario: `#v=1&problem=${problem}` }],
      },
    });
  expect([over('reached', 'gan'), over('cycles', 'gan'), over('global', 'federated')]).toEqual([
    true,
    true,
    true,
  ]);
  expect([over('hovering', 'vector-output'), over('cycles', 'denoiser')]).toEqual([false, false]);
});

test('a scene of many starts is over when the last of them has ended', () => {
  const scenario = `${link}&crowd=200`;
  const shown = page(40, null, 5, 30);
  const [scene] = shown.lecture.scenes as [Scene];
  const lecture = { title: '', scenes: [{ ...scene, scenario }] };
  const over = (crowd: unknown) =>
    isSceneOver({ ...shown, lecture, crowd: crowd as never, scenario: parseLink(scenario).scenario });
  expect([null, { end: null }, { end: 41 }, { end: 40 }, { end: 7 }].map(over)).toEqual([
    false,
    false,
    false,
    true,
    true,
  ]);
});

test('what it says is said of its own run: another start asks again, another layer does not', () => {
  const shown = page(40, 12, 5, 30);
  const changed = (changes: string) => ({ ...shown, scenario: parseLink(`${link}&${changes}`).scenario });
  for (const is of [isSceneReached, isSceneOver])
    expect([is(changed('start=1,1')), is(changed('arrows=1&speed=3&view=-1,1,-1,1'))]).toEqual([false, true]);
});
