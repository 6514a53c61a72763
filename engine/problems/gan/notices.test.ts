import { expect, it } from 'vitest';
import { describeNotice } from '../../scenario/describe-notice.ts';
import { parseLink } from '../../scenario/scenario.ts';
import { problem } from './problem.ts';

function said(more: string): string[] {
  const { scenario, notices } = parseLink(`#v=1&problem=gan${more}`);
  return [...notices, ...problem.prepare(scenario.values, null).notices].map(describeNotice);
}

it('a key without a meaning at its level is ignored and named; a right side that the level has not gives way', () => {
  expect(said('&level=plane&width=9&versus=width&seed=4')).toEqual([
    'versus: expected brake, rule, best beside the other values; got "width". It gave way.',
    'seed: has no effect beside level=plane, versus=brake; got 4. It was ignored.',
    'width: has no effect beside level=plane, versus=brake; got 9. It was ignored.',
  ]);
  expect(said('&versus=brake&width2=40')).toEqual([
    'width2: has no effect beside level=network, versus=brake; got 40. It was ignored.',
  ]);
  expect(said('&level=plane&rule2=optimistic&versus=rule')).toEqual([]);
});

it('a brake of 0 beside the best discriminator is taken as .01, on either side', () => {
  expect(said('&rule=best&rho=0')).toEqual([
    'rho: expected 0.01 to 10 with best; got 0. The nearest bound is used.',
  ]);
  expect(said('&versus=best&rho=0')).toHaveLength(1);
  expect(said('&rule=best&versus=brake&rho2=0')).toHaveLength(1);
  expect(said('&rho=0')).toEqual([]);
});

it('a mean and a start of another length are named', () => {
  expect(said('&xmean=1,2,3')[0]).toMatch(/^xmean: .*2.*3/);
  expect(said('&level=plane&start=1')[0]).toMatch(/^start: .*2.*1/);
});
