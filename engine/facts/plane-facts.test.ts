import { describe, expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { linkInstance } from '../fixtures/instances.ts';
import { sampleBasins } from '../landscapes/basins.ts';
import { describePlane } from '../landscapes/plane-structure.ts';
import { createSideBasins } from '../landscapes/side-basins.ts';
import { FINEST_MAP } from '../landscapes/window.ts';
import { loadProblem } from '../problems/index.ts';
import { parseLink } from '../scenario/scenario.ts';
import { SIDES } from '../side-names.ts';
import { findFacts } from './scenario-facts.ts';

describe('the share of starts that arrive', () => {
  const links = [
    '#v=1&features=csv&data=trap&plant=1,1',
    '#v=1&n=12&seed=5',
    '#v=1&features=line&n=8&plant=1,0.2',
  ];
  it.each(runsAll ? links : links.slice(0, 1))(
    'is that of the finest map of basins over [-3, 3]^2, cell by cell: %s',
    async (link) => {
      const { problem, values } = parseLink(link).scenario;
      const found = findFacts(await loadProblem(problem), values, [
        'left.basin',
        'left.missed',
        'right.basin',
      ]);
      const { instance, values: forRun } = linkInstance(link);
      const structure = describePlane(instance)!;
      const [p, q] = instance.plant!;
      const view = { x0: -3, x1: 3, y0: -3, y1: 3 };
      for (const side of SIDES) {
        const basins = createSideBasins(instance, forRun, structure, side)!;
        const labels = new Uint16Array(FINEST_MAP ** 2);
        sampleBasins(labels, basins, view, FINEST_MAP, 0, labels.length);
        const plant = basins.ends.findIndex(({ kind, index }) => {
          const [x, y] = structure[side].minima[index]?.at ?? [Number.NaN, Number.NaN];
          return kind === 'minimum' && Math.hypot(x - p!, y - q!) < 1e-6;
        });
        const share = labels.filter((label) => label === plant).length / labels.length;
        expect(found[`${side}.basin`]).toBe(share);
        if (side === 'left') expect(found['left.missed']).toBe(1 - share);
      }
    },
  );
});
