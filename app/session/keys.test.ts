import { expect, test } from 'vitest';
import { KEY_NAMES } from '../../engine/scenario/key-names.ts';
import { KEYS, rowOf } from './keys.ts';

const READING = { lecture: false, presenting: false };
const LECTURE = { lecture: true, presenting: false };
const PRESENTING = { lecture: true, presenting: true };

test('no key means two things at one time, and every name that switches a key off has one', () => {
  for (const when of ['always', 'lecture', 'presenting'] as const) {
    const keys: string[] = KEYS.filter((row) => row.when === when).flatMap((row) => [...row.keys]);
    expect(new Set(keys).size).toBe(keys.length);
  }
  expect(new Set(KEYS.map(({ name }) => name))).toEqual(new Set(KEY_NAMES));
});

test('arrows step the run, and change the scene while it is presented', () => {
  for (const now of [READING, LECTURE]) {
    expect(rowOf('arrowright', now)?.does).toBe('step');
    expect(rowOf('arrowdown', now)).toBeUndefined();
  }
  for (const key of ['arrowleft', 'arrowup', 'arrowright', 'arrowdown'])
    expect(rowOf(key, PRESENTING)?.does).toBe('walk');
});

test('page keys and M count in a lecture alone, the clicker’s dot while it is presented', () => {
  for (const key of ['pageup', 'pagedown', 'm', '.']) expect(rowOf(key, READING)).toBeUndefined();
  expect(rowOf('pagedown', LECTURE)?.does).toBe('pages');
  expect(rowOf('m', LECTURE)?.does).toBe('bookmark');
  expect(rowOf('.', LECTURE)).toBeUndefined();
  expect(rowOf('.', PRESENTING)?.does).toBe('dot');
  expect(rowOf('b', PRESENTING)?.does).toBe('blank');
});
