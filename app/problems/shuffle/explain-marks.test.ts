import { describe, expect, it } from 'vitest';
import { onMap, TRIANGLE_VIEW } from '../../../engine/landscapes/triangle.ts';
import type { Values } from '../../../engine/params.ts';
import { problem } from '../../../engine/problems/shuffle/problem.ts';
import type { ShuffleUpdate } from '../../../engine/problems/shuffle/types.ts';
import type { RunValues } from '../../../engine/run/create-run.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { createUpdateWalk } from '../../../engine/update/read-update.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { Mark, PathMark, SymbolsMark } from '../../charts/display-list.ts';
import { createPlane, type Plane } from '../../charts/geometry.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import { roundOf } from '../kit/explain/round-of.ts';
import { labelled } from '../kit/explain/told-sides.ts';
import { SHUFFLE_STAGES } from './explain/stage.ts';
import { inTriangle, onTriangle, stageMarks, walkedMatrix } from './explain-marks.ts';

const drawStyle = { scale: 1, palette: PALETTES.light };
const plane = createPlane(TRIANGLE_VIEW, { x: 0, y: 0, width: 600, height: 600 });

function updateOf(given: Values, k = 0): ShuffleUpdate {
  const { values } = createScenario('shuffle', given);
  const walk = createUpdateWalk(problem.prepare(values, null), values as Values & RunValues, problem.parts);
  while (!walk.approach({ left: k, right: k }, 5));
  return walk.read({ left: k, right: k }) as ShuffleUpdate;
}

type Place = readonly [number, number];

function arrowOf(marks: readonly Mark[], of: Plane): { from: Place; to: Place } | null {
  const mark = marks.find((one): one is PathMark => one.kind === 'path' && one.role === 'criterion');
  if (!mark) return null;
  const [x0, y0, x1, y1] = Array.from(mark.lines[0]!) as [number, number, number, number];
  return { from: of.toData(x0, y0), to: of.toData(x1, y1) };
}

function near(got: Place | undefined, expected: Place): void {
  for (const i of [0, 1] as const) expect(got?.[i]).toBeCloseTo(expected[i], 9);
}

describe('a stage of a step on the triangle', () => {
  // The opening's second step leaves the triangle; the projection returns it to an edge.
  const update = updateOf({ start: [0.2, 0.6, 0.2] }, 1);
  const right = roundOf(update, 'right')!;
  const draw = (stage: Stage, side: 'left' | 'right' = 'right') =>
    stageMarks({ stage, update }, { side, ...onTriangle }, plane, drawStyle);
  const place = (x: ArrayLike<number>) => onMap(x[1]!, x[2]!);
  const ledBy = (move: ArrayLike<number>) =>
    place(Array.from(right.before.at, (value, i) => value + move[i]!));

  it('leads down E, away from the centre, both, and back to the triangle', () => {
    const from = place(right.before.at);
    for (const [stage, start, end] of [
      ['forward', from, ledBy(right.moves.cost)],
      ['residuals', from, ledBy(right.moves.penalty)],
      ['off', from, place(right.off)],
      ['gradient', place(right.off), place(right.after.at)],
    ] as const) {
      const arrow = arrowOf(draw(stage), plane);
      near(arrow?.from, start);
      near(arrow?.to, end);
    }
    expect(Math.min(...right.off)).toBeLessThan(0);
    expect(Math.min(...right.after.at)).toBe(0);
    // The map keeps angles: the projection is perpendicular to the edge.
    const [back, edge] = [
      [0, 1].map((i) => place(right.after.at)[i]! - place(right.off)[i]!),
      [0, 1].map((i) => onMap(1, 0)[i]! - onMap(0, 0)[i]!),
    ] as const;
    expect(back[0]! * edge[0]! + back[1]! * edge[1]!).toBeCloseTo(0, 12);
  });

  it('ends at the nearest corner, and draws none in a tie', () => {
    const halo = (marks: readonly Mark[]) =>
      marks.find((mark): mark is SymbolsMark => mark.kind === 'symbols' && mark.shape === 'ring');
    const [x, y] = halo(draw('step'))!.points as unknown as Place;
    near(plane.toData(x, y), onMap(1, 0));
    const tie = updateOf({ start: [1 / 3, 1 / 3, 1 / 3], A: [1, 1, 1, 1, 1, 1], B: [1, 1, 1, 1, 1, 1] });
    expect(tie.round!.after.rounded.tie).toBe(true);
    const marks = stageMarks(
      { stage: 'step', update: tie },
      { side: 'right', ...onTriangle },
      plane,
      drawStyle,
    );
    expect(halo(marks)).toBeUndefined();
    expect(marks).toHaveLength(1);
  });

  it('has no pull on the left, and nothing without a stage or a step', () => {
    expect(arrowOf(draw('residuals', 'left'), plane)).toBeNull();
    expect(stageMarks({ stage: null, update }, { side: 'left', ...onTriangle }, plane, drawStyle)).toEqual(
      [],
    );
    const ended = { ...update, round: null };
    for (const stage of SHUFFLE_STAGES)
      expect(
        stageMarks({ stage, update: ended }, { side: 'right', ...onTriangle }, plane, drawStyle),
      ).toEqual([]);
    expect(labelled((side) => roundOf(ended, side)).map(({ side }) => side)).toEqual(['left']);
    expect(labelled((side) => roundOf<unknown>(null, side))).toEqual([]);
  });
});

describe('a stage of a step in the two triangles of B_3', () => {
  const update = updateOf({ shape: 'all', lambda: 0.3 }, 1);
  const view = createPlane({ x0: 0, x1: 1, y0: 0, y1: 1 }, { x: 0, y: 0, width: 500, height: 500 });

  it.each([0, 1] as const)('leads in triangle %i from M to where both moves lead', (which) => {
    const { place } = inTriangle(which);
    const marks = stageMarks(
      { stage: 'off', update },
      { side: 'right', ...inTriangle(which) },
      view,
      drawStyle,
    );
    const arrow = arrowOf(marks, view);
    near(arrow?.from, place(update.round!.before.at));
    near(arrow?.to, place(update.round!.off));
  });

  it('has each permutation as the corner of one triangle', () => {
    for (const permutation of [
      [0, 1, 2],
      [1, 2, 0],
      [2, 0, 1],
      [0, 2, 1],
      [1, 0, 2],
      [2, 1, 0],
    ]) {
      const corners = [inTriangle(0).corner(permutation), inTriangle(1).corner(permutation)];
      expect(corners.filter((corner) => corner === null)).toHaveLength(1);
    }
    // The other point is at the centre.
    near(
      inTriangle(1).place(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1)),
      inTriangle(1).place(new Float64Array(9).fill(1 / 3)),
    );
  });
});

describe('a stage of a step on a heat map', () => {
  const update = updateOf({ graphs: 'weighted', n: 5, shape: 'all' }, 1);

  it('shows where moves lead, then the next matrix with what it rounds to', () => {
    const { before, after, off, moves } = update.round!;
    const shown = (stage: Stage) => walkedMatrix({ stage, update }, 'right')!;
    const moved = (move: ArrayLike<number>) => Array.from(before.at, (value, i) => value + move[i]!);
    expect(Array.from(shown('forward').matrix)).toEqual(moved(moves.cost));
    expect(Array.from(shown('residuals').matrix)).toEqual(moved(moves.penalty));
    expect(shown('off').matrix).toBe(off);
    expect(shown('off').rounded).toBe(before.rounded);
    for (const stage of ['gradient', 'step'] as const) expect(shown(stage)).toBe(after);
  });

  it('is that of the run without a stage, and of a side that has ended before', () => {
    expect(walkedMatrix(null, 'left')).toBeNull();
    expect(walkedMatrix({ stage: null, update }, 'left')).toBeNull();
    expect(walkedMatrix({ stage: 'off', update: { ...update, leftRound: null } }, 'left')).toBeNull();
  });
});
