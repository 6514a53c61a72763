import { expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import { createPlane } from '../../charts/geometry.ts';
import { discMarks, jumpMarks, lineMarks } from './line-marks.ts';

const view = { x0: -1, x1: 1, y0: -1, y1: 1 };
const plane = createPlane(view, { x: 0, y: 0, width: 200, height: 200 });
const style = { palette: PALETTES.light, scale: 1 };
const pathsOf = (marks: ReturnType<typeof jumpMarks>) =>
  marks.flatMap((mark) => (mark.kind === 'path' ? [mark] : []));

it('a cycle of jumps is closed arrows in its order, there and back apart; points that are too near have none', () => {
  const [arrows, dots] = jumpMarks([-0.5, 0, 0.5, 0], plane, style);
  const lines = (arrows as unknown as { lines: number[][] }).lines;
  expect(lines).toHaveLength(4);
  const [there, , back] = lines;
  // There and back, ending short of the points, each bowed to its own left.
  expect([there![0], there!.at(-2)].map((x) => Math.round(x!))).toEqual([57, 143]);
  expect([back![0], back!.at(-2)].map((x) => Math.round(x!))).toEqual([143, 57]);
  expect(Math.min(...there!.filter((_, i) => i % 2 === 1))).toBeCloseTo(100 - 14, 6);
  expect(Math.max(...back!.filter((_, i) => i % 2 === 1))).toBeCloseTo(100 + 14, 6);
  expect(dots).toMatchObject({ kind: 'symbols', points: [50, 100, 150, 100] });
  expect(pathsOf(jumpMarks([0, 0, 0.1, 0], plane, style))[0]!.lines).toEqual([]);
  expect(pathsOf(jumpMarks([0, 0, 0.5, 0, 0, 0.5], plane, style))[0]!.lines).toHaveLength(6);
});

it('other lines are told by their kind', () => {
  const of = (kind: string) => lineMarks({ kind, at: [0, 0, 1, 0, 1, 1] }, plane, style);
  expect(['cycle', 'line', 'box', 'segment', 'jumps'].map((kind) => pathsOf(of(kind))[0]!.role)).toEqual([
    'orbit',
    'line',
    'box',
    'valleys',
    'jumps',
  ]);
  expect(pathsOf(of('box'))[0]).toMatchObject({ closed: true });
  expect(pathsOf(of('line'))[0]).toMatchObject({ closed: false });
});

it('of a line of minima without an end the window alone is drawn, in one piece about its corner', () => {
  const at = [-1000, -1000, 0, 0, 1000, -1000];
  const [valley] = pathsOf(lineMarks({ kind: 'segment', at }, plane, style));
  const [line, ...others] = valley!.lines.map((line) => Array.from(line, Math.round));
  expect(others).toEqual([]);
  // Clipped four pixels beyond the window, whose centre is the corner.
  expect(line).toEqual([-4, 204, 100, 100, 204, 204]);
});

it('a disc has its radius on both axes; one without a radius is not drawn, and a boundless one covers the window', () => {
  const [fill, edge] = pathsOf(discMarks([0, 0], 0.5, 'right', plane, style));
  const { mapRight } = PALETTES.light;
  expect(fill).toMatchObject({ closed: true, fill: mapRight });
  expect(edge).toMatchObject({ role: 'disc', strokes: [{}, { color: mapRight }] });
  const at = edge!.lines[0]!;
  for (let i = 0; i < at.length; i += 2)
    expect(Math.hypot(at[i]! - 100, at[i + 1]! - 100)).toBeCloseTo(50, 9);
  expect(discMarks([0, 0], Number.NaN, 'left', plane, style)).toEqual([]);
  const [wide] = pathsOf(discMarks([0, 0], Number.POSITIVE_INFINITY, 'left', plane, style));
  expect(Math.max(...Array.from(wide!.lines[0]!))).toBeGreaterThan(1e4);
});
