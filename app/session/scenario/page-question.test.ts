import { expect, it } from 'vitest';
import type { Opened } from '../../../workers/protocol.ts';
import { isUnequal } from './page-question.ts';

it('calls a race unequal only where both sides descend, by other rules or steps', () => {
  const side = { rule: 'gd', step: 0.5, evaluationsPerStep: 1 };
  const of = (right: object, left: object = {}) => ({
    opened: { sides: { left: { ...side, ...left }, right: { ...side, ...right } } } as unknown as Opened,
  });
  expect(isUnequal(of({}))).toBe(false);
  expect([isUnequal(of({ step: 0.25 })), isUnequal(of({ rule: 'adam' }))]).toEqual([true, true]);
  expect(isUnequal(of({ step: 0.25, iterates: true }, { iterates: true }))).toBe(false);
  expect(isUnequal({ opened: null })).toBe(false);
});
