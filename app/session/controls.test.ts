import { describe, expect, test } from 'vitest';
import { CONTROL_NAMES, PAGE_CONTROLS } from '../../engine/scenario/control-names.ts';
import { createScenario } from '../../engine/scenario/create-scenario.ts';
import { KEY_NAMES } from '../../engine/scenario/key-names.ts';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { controlState, isKeyOn, isLimited, joinLimits, sceneLimits } from './controls.ts';

const of = (link: string) => parseLink(link).scenario;

test('without limits everything is shown', () => {
  const scenario = createScenario('one-neuron');
  for (const name of CONTROL_NAMES) expect(controlState(scenario, name), name).toBe('shown');
  expect(isLimited(scenario)).toBe(false);
});

test('a name limits its own control alone, and hidden counts before locked', () => {
  const scenario = of('#v=1&hide=c,undo&lock=undo,scrub');
  const limited = [...CONTROL_NAMES].filter((name) => controlState(scenario, name) !== 'shown');
  expect(limited.sort()).toEqual(['c', 'scrub', 'undo']);
  expect(controlState(scenario, 'c')).toBe('hidden');
  expect(controlState(scenario, 'undo')).toBe('hidden');
  expect(controlState(scenario, 'scrub')).toBe('locked');
  expect(isLimited(scenario)).toBe(true);
});

test('one step is not the step length', () => {
  expect(controlState(of('#v=1&lock=step'), 'steps')).toBe('shown');
  expect(controlState(of('#v=1&lock=steps'), 'step')).toBe('shown');
});

test('a group stands for its parameters', () => {
  const scenario = of('#v=1&lock=descent,start');
  for (const name of ['rule', 'c', 'step', 'start', 'sseed', 'place'])
    expect(controlState(scenario, name), name).toBe('locked');
  for (const name of ['seed', 'plant', 'speed', 'steps'])
    expect(controlState(scenario, name), name).toBe('shown');
});

test('the projector’s button and the profile are one', () => {
  expect(controlState(of('#v=1&lock=projector'), 'profile')).toBe('locked');
  expect(controlState(of('#v=1&hide=profile'), 'projector')).toBe('hidden');
});

test('what a person needs to use the page cannot be taken away', () => {
  const scenario = of(`#v=1&lock=${[...CONTROL_NAMES].join(',')}`);
  expect(PAGE_CONTROLS.every((name) => controlState(scenario, name) === 'locked')).toBe(true);
  for (const name of ['keys', 'keysoff', 'theme', 'lang', 'hide', 'lock'])
    expect(controlState(scenario, name), name).toBe('shown');
});

test('single keys go off one by one, or all at once', () => {
  const some = of('#v=1&keysoff=r,n');
  expect(KEY_NAMES.filter((name) => !isKeyOn(some, name))).toEqual(['r', 'n']);
  expect(KEY_NAMES.some((name) => isKeyOn(of('#v=1&keys=0'), name))).toBe(false);
});

describe('an open scene', () => {
  const scene = (more: string) =>
    sceneLimits({
      title: '',
      sentence: '',
      notes: '',
      question: '',
      scenario: `#v=1&problem=one-neuron${more}`,
      bookmark: null,
      guess: false,
    });

  test('limits beside the page’s link, and neither takes back what the other has limited', () => {
    const page = of('#v=1&hide=dice&lock=c,undo');
    const limits = scene('&hide=c&lock=dice,scrub');
    const state = (name: string) => controlState(page, name, limits);
    expect(['dice', 'c', 'undo', 'scrub', 'play'].map(state)).toEqual([
      'hidden',
      'hidden',
      'locked',
      'locked',
      'shown',
    ]);
    expect(joinLimits(page, limits)).toEqual({ hide: 'dice,c', lock: 'c,undo,dice,scrub' });
    // After its end only the page's limits remain.
    expect(controlState(page, 'scrub')).toBe('shown');
  });

  test('may limit a page that nothing else does, but not what a person needs', () => {
    const page = createScenario('one-neuron');
    const limits = scene('&hide=undo&lock=scrub');
    expect(isLimited(page, limits)).toBe(true);
    expect(controlState(page, 'undo', limits)).toBe('hidden');
    expect(controlState(page, 'lang', limits)).toBe('shown');
    expect(isLimited(page, scene(''))).toBe(false);
    expect(isLimited(page, sceneLimits(null))).toBe(false);
  });
});
