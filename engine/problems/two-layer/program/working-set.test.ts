import { describe, expect, it } from 'vitest';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { norm } from '../../../kernels/vector.ts';
import { shorten } from './block-descent.ts';
import { samplePatterns } from './sampled-patterns.ts';
import { type Cones, createGroupProgram, type GroupData } from './working-set.ts';

const [n, d] = [40, 4];
const features = new Float64Array(n * d);
const labels = new Float64Array(n);
const random = createRandom(1, 0);
fillNormal(features, random);
fillNormal(labels, random);
const data: GroupData = { features, labels, beta: 1e-3, patterns: samplePatterns(features, n, d, 100, 1) };

/** The whole space as every cone, with a count of how often it is asked. */
function counted(isCheap: boolean) {
  const seen: number[] = [];
  const cones: Cones = {
    signs: [1],
    reach: (pattern, _sign, pull) => {
      seen.push(pattern);
      return norm(pull);
    },
    isCheap,
    createShrink: () => shorten,
  };
  return { cones, seen };
}

describe('the working set', () => {
  it('claims no bound where it has not looked at every cone', () => {
    expect(createGroupProgram(data, counted(true).cones).lowerBound).toBeGreaterThan(0);
    expect(createGroupProgram(data, counted(false).cones).lowerBound).toBe(0);
  });

  it('looks at few cones where looking is dear, and comes to the same optimum', () => {
    const [dear, cheap] = [counted(false), counted(true)];
    const programs = [dear, cheap].map(({ cones }) => createGroupProgram(data, cones));
    expect([dear.seen.length, cheap.seen.length]).toEqual([24, data.patterns.count]);
    for (const program of programs) for (let k = 0; k < 200 && program.gap > 1e-8; k++) program.step();
    for (const program of programs) expect(program.gap).toBeLessThanOrEqual(1e-8);
    expect(Math.abs(programs[0]!.objective / programs[1]!.objective - 1)).toBeLessThan(1e-8);
  });

  it('does not look again while the residual rests', () => {
    const { cones, seen } = counted(false);
    const program = createGroupProgram({ ...data, beta: 0.1 }, cones);
    for (let k = 0; k < 200; k++) program.step();
    expect(program.gap).toBeLessThan(1e-12);
    const before = seen.length;
    program.step();
    expect(seen.length - before).toBeLessThanOrEqual(program.blocks.length);
  });
});
