import { expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS, scenarioParams } from '../catalog.ts';
import { defineCard } from '../define-problem.ts';
import { type ParamSpec, shaping } from '../params.ts';
import { PAGE_PARAMS } from './page-keys.ts';

it('what shapes the run is kept by no other scenario, is in every link and can be set', () => {
  for (const problem of PROBLEM_IDS)
    for (const [key, spec] of Object.entries(scenarioParams(problem)))
      if (spec.group !== 'view' && spec.group !== 'ensemble')
        expect([key, spec.keeps, spec.part]).toEqual([key, 'run', 'run']);
});

it('no problem repeats a key of the page, which the types refuse too', () => {
  for (const problem of PROBLEM_IDS) {
    const own: object = CATALOG[problem].params;
    expect(Object.keys(own).filter((key) => key in PAGE_PARAMS)).toEqual([]);
  }
  const twice = { k: { kind: 'flag', default: true, ...shaping('loss') } } as const;
  // @ts-expect-error: "k" is a key of the page already
  defineCard({ id: 'twice', params: twice, opening: 'twice', presets: [{ id: 'twice', values: {} }] });
});

it('an opening that is no preset is refused by the types', () => {
  const presets = [{ id: 'one', values: {} }] as const;
  expect(defineCard({ id: 'some', params: {}, opening: 'one', presets }).opening).toBe('one');
  // @ts-expect-error: no preset is called so.
  defineCard({ id: 'some', params: {}, opening: 'other', presets });
  // @ts-expect-error: an opening is missing.
  defineCard({ id: 'some', params: {}, presets });
});

it('a declaration that leaves one of its answers out is refused by the types', () => {
  const { keeps: _, ...without } = { kind: 'flag', default: true, ...shaping('loss') } as const;
  // @ts-expect-error: Property 'keeps' is missing
  const spec: ParamSpec = without;
  expect(spec.kind).toBe('flag');
});
