import { expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS, scenarioParams } from '../catalog.ts';
import { defineCard } from '../define-problem.ts';
import { type ParamSpec, shaping } from '../params.ts';
import { outcomesOf } from '../run/outcome.ts';
import { PAGE_PARAMS } from './page-keys.ts';

it('what shapes the run is kept by no other scenario, is in every link and can be set', () => {
  for (const problem of PROBLEM_IDS)
    for (const [key, spec] of Object.entries(scenarioParams(problem)))
      if (spec.group !== 'view' && spec.group !== 'ensemble')
        expect([key, spec.keeps, spec.part]).toEqual([key, 'run', 'run']);
});

const arrival = () => 'best' as const;
const compares = () => null;

it('no problem repeats a key of the page, which the types refuse too', () => {
  for (const problem of PROBLEM_IDS) {
    const own: object = CATALOG[problem].params;
    expect(Object.keys(own).filter((key) => key in PAGE_PARAMS)).toEqual([]);
  }
  const twice = { k: { kind: 'flag', default: true, ...shaping('loss') } } as const;
  const twicePresets = [{ id: 'twice', values: {} }] as const;
  // @ts-expect-error: "k" is a key of the page already
  defineCard({ id: 'twice', arrival, compares, params: twice, opening: 'twice', presets: twicePresets });
});

it('an opening that is no preset is refused by the types', () => {
  const presets = [{ id: 'one', values: {} }] as const;
  expect(defineCard({ id: 'some', arrival, compares, params: {}, opening: 'one', presets }).opening).toBe(
    'one',
  );
  // @ts-expect-error: no preset is called so.
  defineCard({ id: 'some', arrival, compares, params: {}, opening: 'other', presets });
  // @ts-expect-error: an opening is missing.
  defineCard({ id: 'some', arrival, compares, params: {}, presets });
});

it('a problem that does not say how its runs count is refused by the types', () => {
  const presets = [{ id: 'one', values: {} }] as const;
  // @ts-expect-error: no outcome of arrived runs is given.
  defineCard({ id: 'some', compares, params: {}, opening: 'one', presets });
  // @ts-expect-error: nothing says by which number the sides are compared.
  defineCard({ id: 'some', arrival, params: {}, opening: 'one', presets });
  // @ts-expect-error: the card records no such series.
  defineCard({ id: 'some', arrival, compares: () => 'none', params: {}, opening: 'one', presets });
  const over = { criterion: {}, stops: true, certified: false, arrived: false };
  // @ts-expect-error: an end has no outcome.
  defineCard({ id: 'some', arrival, compares, params: {}, opening: 'one', presets, ends: { over } });
  const ends = { over: { ...over, outcome: 'stuck' } } as const;
  const card = defineCard({ id: 'some', arrival, compares, params: {}, opening: 'one', presets, ends });
  expect(outcomesOf(card, {})).toMatchObject({ arrived: 'best', missed: { over: 'stuck', dead: 'dead' } });
});

it('a declaration that leaves one of its answers out is refused by the types', () => {
  const { keeps: _, ...without } = { kind: 'flag', default: true, ...shaping('loss') } as const;
  // @ts-expect-error: Property 'keeps' is missing
  const spec: ParamSpec = without;
  expect(spec.kind).toBe('flag');
});
