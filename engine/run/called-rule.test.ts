import { expect, test } from 'vitest';
import { instanceOf, linkInstance } from '../fixtures/instances.ts';
import { createRun } from './create-run.ts';

const rulesOf = ({ instance, values }: ReturnType<typeof instanceOf>) => {
  const { left, right } = createRun(instance, values).settings;
  return [left.rule, right.rule];
};

test('mini-batches of infinitely many samples are gradient descent, and a notice says so', () => {
  const made = instanceOf({ n: Number.POSITIVE_INFINITY, rule: 'sgd' });
  expect(rulesOf(made)).toEqual(['gd', 'gd']);
  expect(made.instance.notices.map(({ code, key, expected, got }) => [code, key, expected, got])).toEqual([
    ['not-with-infinite-n', 'rule', 'gd', 'sgd'],
  ]);
  const unlocked = instanceOf({ n: Number.POSITIVE_INFINITY, unlock: true, rrule: 'sgd', rule: 'adam' });
  expect(rulesOf(unlocked)).toEqual(['adam', 'gd']);
  expect(unlocked.instance.notices.map(({ key }) => key)).toEqual(['rrule']);
  // A rule that does not run is not reported.
  expect(instanceOf({ n: Number.POSITIVE_INFINITY, rrule: 'sgd' }).instance.notices).toEqual([]);
});

test('a batch of all samples is called gradient descent, and a smaller one is not', () => {
  expect(rulesOf(instanceOf({ n: 40, rule: 'sgd', batch: 40 }))).toEqual(['gd', 'gd']);
  expect(rulesOf(instanceOf({ n: 40, rule: 'sgd', batch: 1000 }))).toEqual(['gd', 'gd']);
  expect(rulesOf(instanceOf({ n: 40, rule: 'sgd', batch: 39 }))).toEqual(['sgd', 'sgd']);
  expect(rulesOf(instanceOf({ n: 40, unlock: true, rrule: 'sgd', batch: 40 }))).toEqual(['gd', 'gd']);
  expect(rulesOf(linkInstance('#v=1&n=1&rule=sgd'))).toEqual(['gd', 'gd']);
});
