import { expect, test } from 'vitest';
import { CONTROL_NAMES, PAGE_CONTROLS } from '../../engine/scenario/control-names.ts';
import { KEY_NAMES } from '../../engine/scenario/key-names.ts';
import { createScenario, parseLink } from '../../engine/scenario/scenario.ts';
import { controlState, isKeyOn, isLimited } from './controls.ts';

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
