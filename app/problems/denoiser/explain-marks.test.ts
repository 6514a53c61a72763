import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../engine/contract.ts';
import type { Values } from '../../../engine/params.ts';
import { problem as coming } from '../../../engine/problems/denoiser/problem.ts';
import type { DenoiserInfo, DenoiserUpdate, PixelsInfo } from '../../../engine/problems/denoiser/types.ts';
import type { RunValues } from '../../../engine/run/create-run.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { createUpdateWalk } from '../../../engine/update/read-update.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { Mark, PathMark, SymbolsMark } from '../../charts/display-list.ts';
import { createPlane, type Plane } from '../../charts/geometry.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import { roundOf } from '../kit/explain/round-of.ts';
import { labelled } from '../kit/explain/told-sides.ts';
import { denoiserMarks } from './denoiser-marks.ts';
import {
  curveStage,
  DENOISER_STAGES,
  imageTerms,
  landscapeStage,
  pixelTerms,
  walkedImage,
} from './explain-marks.ts';

const problem = await coming;
const drawStyle = { scale: 1, palette: PALETTES.light };
const plane = createPlane({ x0: -0.3, x1: 1.3, y0: -0.3, y1: 1.3 }, { x: 0, y: 0, width: 600, height: 600 });

function opened(given: Values, k = 0): { readonly info: DenoiserInfo; readonly update: DenoiserUpdate } {
  const { values } = createScenario('denoiser', given);
  const instance = problem.prepare(values, null);
  const walk = createUpdateWalk(instance, values as Values & RunValues, problem.parts);
  while (!walk.approach({ left: k, right: k }, 5));
  return { info: instance.info, update: walk.read({ left: k, right: k }) as DenoiserUpdate };
}

type Place = readonly [number, number];

function arrowsOf(marks: readonly Mark[], of: Plane): { from: Place; to: Place }[] {
  return marks
    .filter((one): one is PathMark => one.kind === 'path' && one.role === 'criterion')
    .map(({ lines }) => {
      const [x0, y0, x1, y1] = Array.from(lines[0]!) as [number, number, number, number];
      return { from: of.toData(x0, y0), to: of.toData(x1, y1) };
    });
}

function near(got: Place | undefined, expected: Place): void {
  for (const i of [0, 1] as const) expect(got?.[i]).toBeCloseTo(expected[i], 9);
}

const symbolsOf = (marks: readonly Mark[]) =>
  marks.filter((mark): mark is SymbolsMark => mark.kind === 'symbols');

describe('a stage of a round of two pixels', () => {
  const { info, update } = opened({ level: 'pixels', c: 1.5 });
  const draw = (stage: Stage | null, side: SideName) =>
    landscapeStage({ stage, update }, side, plane, drawStyle);

  it.each(['left', 'right'] as const)('goes to z, then along one axis and the other, %s', (side) => {
    const { before, z, after } = pixelTerms(roundOf(update, side))!;
    expect(arrowsOf(draw('forward', side), plane)).toEqual([]);
    expect(symbolsOf(draw('forward', side))[0]!.shape).toBe('ring');
    const [data] = arrowsOf(draw('gradient', side), plane);
    near(data?.from, before);
    near(data?.to, z);
    const [first, second] = arrowsOf(draw('off', side), plane);
    near(first?.from, z);
    near(first?.to, [after[0], z[1]]);
    near(second?.from, [after[0], z[1]]);
    near(second?.to, after);
    const [whole] = arrowsOf(draw('step', side), plane);
    near(whole?.from, before);
    near(whole?.to, after);
    expect(symbolsOf(draw('step', side))[0]!.shape).toBe(side === 'left' ? 'dot' : 'square');
  });

  it('steps at a right angle to the line, on both sides the same from the same state', () => {
    const { phi } = info as PixelsInfo;
    const [left, right] = (['left', 'right'] as const).map((side) => pixelTerms(roundOf(update, side))!);
    expect(left!.z).toEqual(right!.z);
    const [dx, dy] = [left!.z[0] - left!.before[0], left!.z[1] - left!.before[1]];
    expect(dx * phi[1] - dy * phi[0]).toBeCloseTo(0, 12);
  });

  it('stands on the curve of D at both pixels, in its stage alone', () => {
    const { z, after } = pixelTerms(roundOf(update, 'left'))!;
    const marks = curveStage({ stage: 'off', update }, 'left', plane, drawStyle);
    const { points } = symbolsOf(marks)[0]!;
    for (const i of [0, 1] as const) near(plane.toData(points[2 * i]!, points[2 * i + 1]!), [z[i], after[i]]);
    for (const stage of DENOISER_STAGES)
      if (stage !== 'off') expect(curveStage({ stage, update }, 'left', plane, drawStyle)).toEqual([]);
  });

  it('is nothing without a stage or a round, or on an image', () => {
    expect(draw(null, 'left')).toEqual([]);
    const image = opened({}).update;
    for (const stage of DENOISER_STAGES) {
      for (const told of [image, { ...update, leftRound: null }, null])
        expect(landscapeStage({ stage, update: told }, 'left', plane, drawStyle)).toEqual([]);
      expect(curveStage({ stage, update: image }, 'left', plane, drawStyle)).toEqual([]);
      expect(walkedImage({ stage, update }, 'left')).toBeNull();
    }
    expect(
      labelled((side) => pixelTerms(roundOf({ ...update, round: null }, side))).map(({ side }) => side),
    ).toEqual(['left']);
    expect(labelled((side) => imageTerms(roundOf(update, side)))).toEqual([]);
  });
});

describe('a stage of a round of an image', () => {
  const { update } = opened({ strength: 0.5 }, 3);

  it.each(['left', 'right'] as const)('shows the image that it comes to, %s', (side) => {
    const { before, z, denoised, after } = imageTerms(roundOf(update, side))!;
    const shown = DENOISER_STAGES.map((stage) => walkedImage({ stage, update }, side));
    expect(shown).toEqual([before, z, denoised, after]);
    expect(after).toEqual(denoised.map((value) => Math.max(0, value)));
  });

  it('is that of the run without a stage, and of a side that has ended', () => {
    expect(walkedImage(null, 'left')).toBeNull();
    expect(walkedImage({ stage: null, update }, 'left')).toBeNull();
    expect(walkedImage({ stage: 'off', update: { ...update, leftRound: null } }, 'left')).toBeNull();
  });
});

describe('what can be pointed at', () => {
  const marks = (given: Values) => denoiserMarks(opened(given).info);

  it('is what the pictures of the level have', () => {
    expect(marks({ level: 'pixels' })).toEqual([
      'left',
      'right',
      'truth',
      'line',
      'rests',
      'disc',
      'denoiser',
      'tangent',
    ]);
    expect(marks({ level: 'pixels', cap: 1 })).toContain('box');
    expect(marks({ level: 'pixels', cap: 1 })).not.toContain('disc');
    expect(marks({ level: 'pixels', sigma: 0.5, cap: 1 })).not.toContain('tangent');
    expect(marks({})).toEqual(['left', 'right', 'error', 'dirty', 'measured', 'clean', 'ratio', 'radius']);
    expect(marks({ right: 'handmade' })).not.toContain('radius');
    expect(marks({ c: 3 })).not.toContain('radius');
  });
});
