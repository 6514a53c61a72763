import '../problems/index.ts';
import { expect, test } from 'vitest';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { asksGuess, flagsOf, guessKind, isGuessing, openScene, outcomeOf } from './guessing.ts';
import type { Scene } from './lecture.ts';
import { type AppState, createAppStore, type SideState } from './store.ts';
import { loadView } from './view.ts';

const LINK = '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=10';
const MOVING: SideState = { status: 'moving', endedAt: null, arrivedAt: null, last: 100 };

function stateOf(more: Partial<AppState> = {}, scene: Partial<Scene> = {}, dimension = 2): AppState {
  const full: Scene = {
    title: '',
    sentence: '',
    notes: '',
    question: '',
    scenario: LINK,
    bookmark: null,
    guess: true,
    ...scene,
  };
  return {
    ...createAppStore().getState(),
    scenario: parseLink(LINK).scenario,
    lecture: { title: '', scenes: [full] },
    opened: { dimension } as AppState['opened'],
    k: 10,
    sides: { left: MOVING, right: MOVING },
    ...more,
  };
}

test('a room guesses in a scene that asks it, on flat maps over two weights', async () => {
  await loadView('two-layer');
  expect(asksGuess(stateOf())).toBe(true);
  expect(asksGuess(stateOf({}, { guess: false }))).toBe(false);
  expect(asksGuess(stateOf({}, {}, 3))).toBe(false);
  const opened = { dimension: 2, sides: { left: { fields: {} }, right: { fields: {} } } } as never;
  expect(asksGuess(stateOf({ openedProblem: 'two-layer', opened }))).toBe(false);
  expect(asksGuess(stateOf({ scenario: parseLink(`${LINK}&solid=1`).scenario }))).toBe(false);
  expect(asksGuess(stateOf({ lecture: null }))).toBe(false);
});

test('a room guesses on maps of fields too, of one side or both, over a plane or a triangle', async () => {
  await loadView('two-layer');
  const asks = (left: string | null, right: string | null): boolean => {
    // A map has a window.
    const view = [0, 1, 0, 1];
    const domainOf = (kind: string) => (kind === 'circle' ? { kind } : { kind, view });
    const of = (kind: string | null) => ({ fields: kind ? { map: { domain: domainOf(kind) } } : {} });
    const opened = { dimension: 0, sides: { left: of(left), right: of(right) } } as never;
    return asksGuess(stateOf({ openedProblem: 'two-layer', opened }));
  };
  expect(asks('plane', 'plane')).toBe(true);
  expect(asks(null, 'plane')).toBe(true);
  expect(asks('triangle', 'triangle')).toBe(true);
  expect(asks('circle', 'circle')).toBe(false);
  expect(asks(null, null)).toBe(false);
});

test('where nothing holds flags a room votes for a side, of images whose truth is known', async () => {
  await loadView('denoiser');
  const kind = (info: object) =>
    guessKind(
      stateOf({
        openedProblem: 'denoiser',
        opened: { dimension: 0, info, sides: { left: { fields: {} }, right: { fields: {} } } } as never,
      }),
    );
  expect(kind({ level: 'image', truth: new Float64Array(1024) })).toBe('votes');
  expect(kind({ level: 'image', truth: null })).toBeNull();
  expect(guessKind(stateOf())).toBe('flags');
});

test('flags stand on a map while its scene asks for them', () => {
  const guesses = { left: [[1, 2]], right: [] } as const;
  expect(flagsOf(stateOf({ guesses }), 'left')).toBe(guesses.left);
  expect(flagsOf(stateOf({ guesses }, { guess: false }), 'left')).toEqual([]);
});

test('guesses are placed until play, and again back at the step where the scene opens', () => {
  expect(isGuessing(stateOf())).toBe(true);
  expect(isGuessing(stateOf({ playing: true }))).toBe(false);
  expect(isGuessing(stateOf({ k: 11 }))).toBe(false);
  expect(isGuessing(stateOf({ k: 0 }))).toBe(true);
});

test('the end is told where a side ended, or where play was stopped', () => {
  const ended: SideState = { status: 'dead', endedAt: 73, arrivedAt: null, last: 100 };
  const sides = { left: ended, right: MOVING };
  expect(outcomeOf(stateOf({ sides }), 'left')).toBeNull();
  expect(outcomeOf(stateOf({ sides, k: 40, playing: true }), 'left')).toBeNull();
  expect(outcomeOf(stateOf({ sides, k: 40 }), 'left')).toEqual({ how: 'paused', k: 40 });
  // The ended side is reported while the other still moves.
  expect(outcomeOf(stateOf({ sides, k: 73, playing: true }), 'left')).toEqual({ how: 'ended', k: 73 });
  expect(outcomeOf(stateOf({ sides, k: 73, playing: true }), 'right')).toBeNull();
});

test('a side without an end is told as such', () => {
  const diverged: SideState = { status: 'diverged', endedAt: 31, arrivedAt: null, last: 30 };
  const falling: SideState = { status: 'unbounded', endedAt: 0, arrivedAt: null, last: 200 };
  const sides = { left: diverged, right: falling };
  expect(outcomeOf(stateOf({ sides, k: 50 }), 'left')).toEqual({ how: 'diverged', k: 30 });
  expect(outcomeOf(stateOf({ sides, k: 50, playing: true }), 'right')).toBeNull();
  expect(outcomeOf(stateOf({ sides, k: 100, playing: true }), 'right')).toEqual({ how: 'falling', k: 100 });
});

test('a scene beyond the last is the last', () => {
  expect(
    openScene(stateOf({ scenario: parseLink(`${LINK}&lecture=stuck&scene=9`).scenario })),
  ).not.toBeNull();
});
