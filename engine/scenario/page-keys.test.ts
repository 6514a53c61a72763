import { expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS, scenarioParams } from '../catalog.ts';
import { defineCard } from '../define-problem.ts';
import { type ParamSpec, shaping } from '../params.ts';
import { FREE_KEYS } from './control-names.ts';
import { keysThatKeep, LAYER_KEYS, PAGE_KEYS, PAGE_PARAMS } from './page-keys.ts';

it('the lists that links and presets went by before they were derived', () => {
  expect([...PAGE_KEYS].sort()).toEqual(
    [
      ...['theme', 'profile', 'lang', 'keys', 'keysoff', 'hide', 'lock', 'scale', 'axis', 'autostop'],
      ...['embed', 'panels'],
    ].sort(),
  );
  expect(LAYER_KEYS).toEqual(['ground', 'points', 'dead', 'rays', 'arrows', 'solid']);
  expect(keysThatKeep('counts')).toEqual(['runs', 'limit', 'within']);
  expect(keysThatKeep('scene')).toEqual(['lecture', 'scene']);
  expect(keysThatKeep('display')).toEqual(['scale', 'axis', 'autostop']);
  expect([...FREE_KEYS].sort()).toEqual(
    [
      ...['k', 'view', 'decimal', 'columns', 'lecture', 'scene', 'hide', 'lock', 'keys', 'keysoff', 'theme'],
      ...['lang', 'embed', 'panels', 'runs', 'vary', 'startlaw', 'limit', 'within', 'audit'],
      ...['xkey', 'xat', 'ykey', 'yat', 'measure', 'starts', 'skies'],
    ].sort(),
  );
});

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
  defineCard({ id: 'twice', params: twice, presets: [{ id: 'twice', values: {} }] });
});

it('a declaration that leaves one of its answers out is refused by the types', () => {
  const { keeps: _, ...without } = { kind: 'flag', default: true, ...shaping('loss') } as const;
  // @ts-expect-error: Property 'keeps' is missing
  const spec: ParamSpec = without;
  expect(spec.kind).toBe('flag');
});
