import '../problems/index.ts';
import { describe, expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS } from '../../engine/catalog.ts';
import type { Mark, SymbolsMark } from '../charts/display-list.ts';
import { stubEngine } from '../session/stub/stub-engine.ts';
import { drawExample } from './example-picture.ts';

const EXAMPLES = PROBLEM_IDS.flatMap((problem) =>
  CATALOG[problem].presets.map(({ id, values }) => ({ problem, id, values })),
);

describe('the small pictures of the examples', () => {
  it.each(EXAMPLES)('$problem, $id: both sides are drawn, and differ', async ({ problem, values }) => {
    const maps = await drawExample(stubEngine({}), problem, values);
    expect(maps).not.toBeNull();
    const marks = (side: 'left' | 'right') =>
      maps![side]
        .flatMap((mark): readonly Mark[] => (mark.kind === 'clip' ? mark.marks : [mark]))
        .filter(({ kind }) => kind !== 'rect');
    // An image is one mark.
    expect(marks('left').length > 1 || marks('left')[0]?.kind === 'raster').toBe(true);
    expect(marks('right')).not.toEqual(marks('left'));
  });

  it('of networks have a spoke for each neuron that adds something, and a star for each of the teacher’s', async () => {
    const { values } = CATALOG['two-layer'].presets.find(({ id }) => id === 'recovers')!;
    const maps = await drawExample(stubEngine({}), 'two-layer', values);
    const spokes = (marks: readonly Mark[]) => marks.filter(({ kind }) => kind === 'path').length;
    const stars = maps!.right.find(
      (mark): mark is SymbolsMark => mark.kind === 'symbols' && mark.shape === 'star',
    );
    expect(spokes(maps!.left)).toBe(values.neurons);
    // The program recovers the teacher: it ends with as many neurons.
    expect(spokes(maps!.right)).toBe(stars!.points.length / 2);
  });
});
