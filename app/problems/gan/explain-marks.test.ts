import { describe, expect, it } from 'vitest';
import type { Values } from '../../../engine/params.ts';
import { problem } from '../../../engine/problems/gan/problem.ts';
import type { GameUpdate } from '../../../engine/problems/gan/types.ts';
import type { RunValues } from '../../../engine/run/create-run.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { createUpdateWalk } from '../../../engine/update/read-update.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { Mark, PathMark } from '../../charts/display-list.ts';
import { createPlane } from '../../charts/geometry.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import { type RoundScene, stageMarks } from './explain-marks.ts';

const drawStyle = { scale: 1, palette: PALETTES.light };
const plane = createPlane({ x0: -3, x1: 3, y0: -3, y1: 3 }, { x: 0, y: 0, width: 600, height: 600 });

function updateOf(given: Values, k: number): GameUpdate {
  const { values } = createScenario('gan', given);
  const instance = problem.prepare(values, null);
  const walk = createUpdateWalk(instance, values as Values & RunValues, problem.parts);
  while (!walk.approach({ left: k, right: k }, 5));
  return walk.read({ left: k, right: k }) as GameUpdate;
}

const PLANE: RoundScene = {
  side: 'left',
  isPair: true,
  mean: null,
  arrow: () => null,
  place: ({ generator, discriminator }) => [generator[0]!, discriminator[0]!],
};
const OUTPUTS: RoundScene = {
  side: 'left',
  isPair: false,
  mean: [1, 0.5],
  arrow: (d) => [d[0]!, d[1]!],
  place: ({ mean }) => [mean[0]!, mean[1]!],
};

/** Returns the ends of the first line. */
function lineOf(marks: readonly Mark[]): number[] {
  const { lines } = marks.find((mark): mark is PathMark => mark.kind === 'path')!;
  const [x, y, ex, ey] = Array.from(lines[0]!);
  return [...plane.toData(x!, y!), ...plane.toData(ex!, ey!)];
}

function leads(given: Values, k: number, scene: RoundScene, stage: Stage, expected: readonly number[]): void {
  const update = updateOf(given, k);
  const line = lineOf(stageMarks({ stage, update }, scene, plane, drawStyle));
  for (const [i, value] of expected.entries()) expect(line[i]).toBeCloseTo(value, 9);
}

describe('a stage of a round on its picture', () => {
  // From (2, -.2), round 1 of x = 1 with eta = mu = .2 and no brake; d would go to -.4.
  const from = { level: 'plane', start: [2, -0.2] };

  it('moves d up and down and w from side to side, in the order of the rule', () => {
    const simultaneous = { ...from, rule: 'simultaneous' };
    leads(simultaneous, 0, PLANE, 'residuals', [2, -0.2, 2, -0.4]);
    leads(simultaneous, 0, PLANE, 'gradient', [2, -0.2, 1.96, -0.2]);
    leads(simultaneous, 0, PLANE, 'step', [2, -0.2, 1.96, -0.4]);
    const alternating = { ...from, rule: 'alternating' };
    leads(alternating, 0, PLANE, 'residuals', [2, -0.2, 2, -0.4]);
    leads(alternating, 0, PLANE, 'gradient', [2, -0.4, 1.92, -0.4]);
    leads(alternating, 0, PLANE, 'step', [2, -0.2, 1.92, -0.4]);
  });

  it('looks ahead first where the rule does', () => {
    const ahead = { ...from, rule: 'extragradient' };
    leads(ahead, 0, PLANE, 'residuals', [2, -0.2, 1.96, -0.4]);
    // e = 1 - 1.96 and d = -.4 ahead move the old point.
    leads(ahead, 0, PLANE, 'step', [2, -0.2, 1.92, -0.392]);
  });

  it('has e as a line to x and d as an arrow among the outputs', () => {
    const { leftRound } = updateOf({}, 2);
    const { before, after } = leftRound!;
    const [g, next] = [Array.from(before.mean), Array.from(after!.mean)];
    leads({}, 2, OUTPUTS, 'forward', [...g, 1, 0.5]);
    leads({}, 2, OUTPUTS, 'step', [...g, ...next]);
    const d = Array.from(after!.discriminator);
    leads({}, 2, OUTPUTS, 'residuals', [...g, g[0]! + d[0]!, g[1]! + d[1]!]);
  });

  it('is nothing without a stage, without an update, and of a round that diverges', () => {
    const update = updateOf(from, 0);
    expect(stageMarks({ stage: null, update }, PLANE, plane, drawStyle)).toEqual([]);
    expect(stageMarks({ stage: 'step', update: null }, PLANE, plane, drawStyle)).toEqual([]);
    const last = { ...update, leftRound: { ...update.leftRound!, after: null } };
    expect(stageMarks({ stage: 'step', update: last }, PLANE, plane, drawStyle)).toEqual([]);
  });
});
