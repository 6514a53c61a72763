import { expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import { createPlane } from '../../charts/geometry.ts';
import { isoLevels } from '../../pictures/landscape/iso-lines.ts';
import { singleScale } from '../../pictures/landscape/picture.ts';
import { underLines, underMarks } from './under-marks.ts';

const view = { x0: -2, x1: 2, y0: -1, y1: 3 };
const SIZE = 128;
const cell = (from: number, i: number) => from + (4 * (i + 0.5)) / SIZE;
const beneath = (x: number, y: number) => 2 + (x - 0.5) ** 2 + 3 * (y - 1) ** 2;
const under = Float64Array.from({ length: SIZE * SIZE }, (_, i) =>
  beneath(cell(-2, i % SIZE), cell(-1, Math.floor(i / SIZE))),
);
const ground = { name: 'f', view, size: SIZE, heights: under.map(() => 0), under, streamlines: [] };

it('the lines run where the function has their level, spaced over its own range whatever the height is', () => {
  const lines = underLines(ground);
  const scale = singleScale({ columns: SIZE, rows: SIZE, values: under }, null);
  expect(lines.map(({ excess }) => excess)).toEqual(isoLevels(scale).map(({ excess }) => excess));
  expect(lines.length).toBeGreaterThan(8);
  for (const { excess, lines: paths } of lines.filter(({ excess }) => excess > 0.05)) {
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths)
      for (let i = 0; i < path.length; i += 2)
        expect((beneath(path[i]!, path[i + 1]!) - scale.reference) / excess).toBeCloseTo(1, 1);
  }
});

it('they are dashed over paper, so that no colour of the ramp hides them; none without such a function', () => {
  const plane = createPlane(view, { x: 0, y: 0, width: 300, height: 300 });
  const { mapInk, mapPaper } = PALETTES.dark;
  expect(underMarks(underLines(ground), plane, { palette: PALETTES.dark, scale: 2 })).toMatchObject([
    { role: 'iso-line-under', strokes: [{ color: mapPaper }, { color: mapInk, dash: [8, 6] }] },
  ]);
  expect(underLines({ ...ground, under: null })).toEqual([]);
  expect(underMarks([], plane, { palette: PALETTES.dark, scale: 2 })).toEqual([]);
});
