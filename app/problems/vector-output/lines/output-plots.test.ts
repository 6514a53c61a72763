import { describe, expect, it } from 'vitest';
import type { NetworkTold, OutputsInfo } from '../../../../engine/problems/vector-output/types.ts';
import type { Opened } from '../../../../workers/protocol.ts';
import { PALETTES, parseHex } from '../../../charts/colour/palette.ts';
import { createPlane } from '../../../charts/geometry.ts';
import { marksOf, textsOf } from '../../../charts/marks/find-marks.ts';
import { textWidth } from '../../../charts/text-width.ts';
import { outputsMiniatures } from '../miniature.ts';
import { valuesOf } from '../output-drawings.ts';
import { firstLayer, neuronsOf, weightsOf } from '../outputs-info.ts';
import { drawLines, type LinesInput, lineOfNeuron, linesRect, rasterise } from './lines-plot.ts';
import { drawPolygons } from './polygon-plot.ts';
import { drawRegions, type RegionsInput, regionsRect, regionsView } from './regions-plot.ts';
import { drawValues, type ValuesInput } from './values-plot.ts';

const palette = PALETTES.light;
const drawing = { width: 400, height: 400, scale: 1, palette };

describe('class regions', () => {
  const points = [0.5, 0.5, -0.5, 0.5, -0.5, -0.5, 0.5, -0.5];
  const draw = (more: Partial<RegionsInput> = {}) =>
    drawRegions({
      ...drawing,
      axes: { x: 'x', y: 'y' },
      side: 'left',
      hasBias: false,
      points,
      classes: [0, 1, 1, 2],
      answers: [0, 1, 2, 2],
      wedges: null,
      raster: null,
      neurons: [],
      weights: [],
      dead: [],
      pointed: null,
      names: ['a', 'b', 'c'],
      ...more,
    });
  const rect = regionsRect(drawing);
  const plane = createPlane(regionsView(points, drawing, false), rect);

  it('follow data to one side of the origin where there is a bias, and keep the origin in view where there is none', () => {
    const far = [100, 50, 104, 51];
    expect(regionsView(far, drawing, true)).toMatchObject({
      y0: expect.closeTo(48.26, 8),
      y1: expect.closeTo(52.74, 8),
    });
    expect(regionsView(far, drawing, false).x0).toBeLessThan(-100);
    expect(regionsView(points, drawing, true)).toEqual(regionsView(points, drawing, false));
  });

  it('show each sample by its class’s own shape, hollow if it is wrong, and ring those at a tie', () => {
    const list = draw({ answers: [0, 1, 2, -1] });
    const samples = marksOf(list, 'symbols', 'samples');
    expect(samples.map(({ shape }) => shape)).toEqual(['dot', 'square', 'diamond']);
    expect(samples.map(({ points: at }) => at.length / 2)).toEqual([1, 2, 1]);
    expect(Array.from(samples[0]!.points)).toEqual([...plane.toPixel(0.5, 0.5)]);
    const wrong = marksOf(list, 'symbols', 'wrong').flatMap(({ points: at }) => Array.from(at));
    expect(wrong).toEqual([...plane.toPixel(-0.5, -0.5)]);
    const [undecided] = marksOf(list, 'symbols', 'undecided');
    expect(Array.from(undecided!.points)).toEqual([...plane.toPixel(0.5, -0.5)]);
    for (const role of ['wrong', 'undecided'] as const)
      expect(
        marksOf(draw({ answers: [] }), 'symbols', role).flatMap(({ points: at }) => Array.from(at)),
      ).toEqual([]);
    // Before a network answers, all are at a tie: that says nothing of any.
    expect(marksOf(draw({ answers: [-1, -1, -1, -1] }), 'symbols', 'undecided')[0]!.points).toHaveLength(0);
    expect(textsOf(list)).toEqual(expect.arrayContaining(['a', 'b', 'c']));
  });

  it('are exact wedges from the origin: one fill a border, of the class from it on', () => {
    const wedges = { borders: Float64Array.of(1, 0, 0, 1, -1, 0), classes: Int32Array.of(0, 1, 2) };
    const fills = marksOf(draw({ wedges }), 'path', 'regions');
    expect(new Set(fills.map(({ fill }) => fill)).size).toBe(3);
    const [ox, oy] = plane.toPixel(0, 0);
    for (const { lines } of fills) expect([lines[0]![0], lines[0]![1]]).toEqual([ox, oy]);
    // Above and right of the origin; the last below.
    const corners = (i: number) => Array.from(fills[i]!.lines[0]!);
    expect(corners(0).every((value, p) => (p % 2 === 0 ? value >= ox - 1e-6 : value <= oy + 1e-6))).toBe(
      true,
    );
    expect(corners(2).every((value, p) => p % 2 === 0 || value >= oy - 1e-6)).toBe(true);
    const whole = draw({ wedges: { borders: new Float64Array(), classes: Int32Array.of(1) } });
    expect(marksOf(whole, 'rect', 'regions')[0]!.fill).toBe(fills[1]!.fill);
  });

  it('have no colour where outputs tie', () => {
    const wedges = { borders: Float64Array.of(1, 0, 0, 1), classes: Int32Array.of(-1, 1) };
    const fills = marksOf(draw({ wedges }), 'path', 'regions').map(({ fill }) => fill);
    expect(fills[0]).toBe(palette.mapPaper);
    expect(fills[1]).not.toBe(palette.mapPaper);
    const silent = draw({ wedges: { borders: new Float64Array(), classes: Int32Array.of(-1) } });
    expect(marksOf(silent, 'rect', 'regions')[0]!.fill).toBe(palette.mapPaper);
    const raster = { view: { x0: -1, x1: 1, y0: -1, y1: 1 }, size: 2, classes: Int8Array.of(0, -1, 1, 2) };
    const { rgba } = marksOf(draw({ raster }), 'raster', 'regions')[0]!;
    expect(Array.from(rgba.subarray(12, 15))).toEqual(parseHex(palette.mapPaper));
  });

  it('of cells have the first row on top', () => {
    const raster = { view: { x0: -1, x1: 1, y0: -1, y1: 1 }, size: 2, classes: Int8Array.of(0, 0, 1, 2) };
    const { rgba, rect: place } = marksOf(draw({ raster }), 'raster', 'regions')[0]!;
    const at = (cell: number) => Array.from(rgba.subarray(4 * cell, 4 * cell + 3));
    expect(at(2)).toEqual(at(3));
    expect(at(0)).not.toEqual(at(1));
    // The raster stays while lines move in playback.
    const moved = draw({ raster, neurons: [1, 0, -0.25], weights: [1] });
    expect(marksOf(moved, 'raster', 'regions')[0]!.rgba).toBe(rgba);
    expect(place.x).toBeCloseTo(plane.toPixel(-1, 1)[0], 9);
  });

  it('have the line at which each neuron that says something switches, and that of the neuron pointed at', () => {
    const neurons = [1, 0, -0.25, 0, 1, 0, 1, 1, 0];
    const list = draw({ neurons, weights: [1, 2, 0], dead: [0, 1, 0], pointed: [1, 0, -0.25] });
    const lines = marksOf(list, 'path', 'kinks').map((mark) => Array.from(mark.lines[0]!));
    expect(lines).toHaveLength(2);
    // x = 1/4 spans the map's height.
    const [x] = plane.toPixel(0.25, 0);
    expect([lines[0]![0], lines[0]![2]]).toEqual([expect.closeTo(x, 6), expect.closeTo(x, 6)]);
    expect(Math.abs(lines[0]![1]! - lines[0]![3]!)).toBeCloseTo(rect.height, 6);
    const strokes = marksOf(list, 'path', 'kinks').map((mark) => mark.strokes![0]!);
    expect(strokes[1]!.dash).toBeDefined();
    const [, arrow] = marksOf(list, 'path', 'hover')[0]!.lines;
    expect(arrow![2]! - arrow![0]!).toBeCloseTo(14, 6);
  });

  it('have the lines that cross them however far from the origin the data lie: on the map and in small', () => {
    for (const [mx, my] of [
      [0, 0],
      [100, 200],
      [1990, 0.5],
      [-4e5, 3e5],
    ] as const) {
      const at = points.map((value, i) => value + (i % 2 ? my : mx));
      // Five lines through the data, one past them.
      const lines = [0, 1, 2, 3, 4, 5].flatMap((turn) => {
        const [a, b] = [Math.cos(turn + 0.2), Math.sin(turn + 0.2)];
        return [a, b, (turn === 5 ? 5 : 0.1 * turn) - a * mx - b * my];
      });
      const list = draw({
        points: at,
        hasBias: true,
        neurons: lines,
        weights: [1, 1, 1, 1, 1, 1],
        pointed: [lines[0]!, lines[1]!, lines[2]!],
      });
      expect(marksOf(list, 'path', 'kinks')).toHaveLength(5);
      expect(marksOf(list, 'path', 'hover')).toHaveLength(1);
      const info = {
        svdBound: 0,
        kind: 'csv',
        columns: 3,
        outputs: 3,
        neurons: 6,
        hasOnes: true,
        points: Float64Array.from(at),
        classes: Int32Array.of(0, 1, 1, 2),
      } as unknown as OutputsInfo;
      // U (3 x 6), then V (6 x 3), of equal weight.
      const start = Float64Array.from({ length: 36 }, (_, p) => {
        if (p < 18) return lines[3 * (p % 6) + Math.floor(p / 6)]!;
        const j = Math.floor((p - 18) / 3);
        return 1 / Math.hypot(...lines.slice(3 * j, 3 * j + 3));
      });
      const side = { start, dimension: 36 };
      const opened = { info, sides: { left: side, right: side } } as unknown as Opened;
      const { left } = outputsMiniatures(opened, null, 80)!;
      const [drawn] = left.filter((mark) => mark.kind === 'path');
      expect(drawn!.lines.length).toBe(5);
      const dots = left.flatMap((mark) => (mark.kind === 'symbols' ? Array.from(mark.points) : []));
      expect(Math.max(...dots) - Math.min(...dots)).toBeGreaterThan(40);
    }
  });
});

it('polygons have a corner at each kink between the ends of the data, round on the left, square on the right', () => {
  const labels = [0, 0, 1, 0, 1, 1];
  const corners = [-1, 0, 0, 0, 0.5, 0.5, 0.5, 1, 0.5, 1, 1, 1];
  const list = drawPolygons({
    ...drawing,
    axes: { x: 'z₁', y: 'z₂' },
    labels,
    left: { corners, label: 'descent' },
    right: { corners: corners.slice(0, 6), label: 'program' },
  });
  const [line] = marksOf(list, 'path', 'curve-left')[0]!.lines;
  expect(line).toHaveLength(8);
  const [dots] = marksOf(list, 'symbols', 'hinges-left');
  expect([dots!.shape, dots!.points.length]).toEqual(['dot', 4]);
  expect(Array.from(dots!.points)).toEqual(Array.from(line!).slice(2, 6));
  const [squares] = marksOf(list, 'symbols', 'hinges-right');
  expect([squares!.shape, squares!.points.length]).toEqual(['square', 0]);
  expect(marksOf(list, 'symbols', 'samples')[0]!.points).toHaveLength(6);
  const [ax, ay, bx, by] = Array.from(line!);
  expect(bx! - ax!).toBeCloseTo(ay! - by!, 6);
});

describe('singular values', () => {
  const draw = (more: Partial<ValuesInput> = {}) =>
    drawValues({
      ...drawing,
      axis: 'singular value',
      bars: [
        { name: 'large', note: '4 samples', labels: 2, target: 1 },
        { name: 'small', note: '1 sample', labels: 1, target: 0 },
      ],
      left: [1.5, 0.5],
      right: null,
      names: {
        left: 'descent',
        right: 'program',
        labels: 'labels',
        target: 'optimum',
        forgotten: 'forgotten',
      },
      ...more,
    });

  it('are bars within outlines of the labels, on one scale', () => {
    const list = draw();
    const bars = marksOf(list, 'rect', 'outputs-left').map(({ rect }) => rect);
    const outlines = marksOf(list, 'rect', 'outputs-planted').map(({ rect }) => rect);
    expect(bars).toHaveLength(2);
    expect(bars[0]!.height / outlines[0]!.height).toBeCloseTo(0.75, 9);
    expect(bars[1]!.height / outlines[0]!.height).toBeCloseTo(0.25, 9);
    expect(bars[0]!.y + bars[0]!.height).toBeCloseTo(outlines[0]!.y + outlines[0]!.height, 9);
    expect(marksOf(draw({ left: null, right: [1, 0] }), 'rect', 'outputs-right')).toHaveLength(2);
  });

  it('have a key that never meets the name of the axis, nor a bar, whatever the width', () => {
    for (const width of [150, 180, 220, 300, 400, 700])
      for (const scale of [1, 1.5]) {
        const list = draw({ width, scale, right: [1, 0], axis: 'strength of each class' });
        const placed = list.flatMap((mark) =>
          mark.kind === 'group' ? mark.marks.map((one) => ({ one, y: mark.y })) : [{ one: mark, y: 0 }],
        );
        const boxes = placed.flatMap(({ one, y }) => {
          if (one.kind !== 'text') return [];
          const wide = textWidth(one.text, one.size);
          const left =
            one.anchor === 'start' ? one.x : one.anchor === 'end' ? one.x - wide : one.x - wide / 2;
          return [{ text: one.text, left, right: left + wide, y: one.y + y }];
        });
        const named = boxes.filter(({ text }) =>
          ['strength of each class', 'descent', 'program', 'optimum'].includes(text),
        );
        expect(named).toHaveLength(4);
        for (const a of named)
          for (const b of named)
            if (a !== b && Math.abs(a.y - b.y) < 10 * scale)
              expect(a.right <= b.left || b.right <= a.left, `${a.text} and ${b.text} at ${width}`).toBe(
                true,
              );
        const top = Math.min(...marksOf(list, 'rect', 'outputs-planted').map(({ rect }) => rect.y));
        for (const { y } of named) expect(y).toBeLessThan(top);
        // Small pictures have an enlarge button there.
        const key = named.filter(({ text }) => text !== 'strength of each class');
        if (width < 300) for (const { right } of key) expect(right).toBeLessThan(width - 27.9);
      }
  });

  it('have a tick that stands on the optimum, where a bar ends; a class that it forgets is crossed out and said to be', () => {
    const list = draw();
    const ticks = marksOf(list, 'path', 'criterion').map(({ lines }) => lines[0]![1]!);
    const { rect } = marksOf(list, 'rect', 'outputs-planted')[0]!;
    const half = marksOf(list, 'path', 'criterion')[0]!.strokes![0]!.width / 2;
    expect(ticks[0]! + half).toBeCloseTo(rect.y + rect.height / 2, 9);
    expect(ticks[1]! + half).toBeCloseTo(rect.y + rect.height, 9);
    expect(marksOf(list, 'symbols', 'wrong')).toHaveLength(1);
    expect(textsOf(list).filter((text) => text === 'forgotten')).toHaveLength(1);
    const none = draw({ bars: [{ name: '1', note: '', labels: 1, target: null }] });
    expect(marksOf(none, 'path', 'criterion')).toEqual([]);
    expect(textsOf(none)).not.toContain('optimum');
  });
});

describe('the map of lines', () => {
  const grid = { width: 4, height: 2, reach: 1, values: [0, 1, 2, 3, 0, 0, 0, 0].map((value) => value / 10) };
  const draw = (more: Partial<LinesInput> = {}) =>
    drawLines({
      ...drawing,
      axes: { x: 'angle', y: 'offset' },
      beta: 0.2,
      reach: 1,
      grid,
      atoms: { places: [Math.PI, 0, 0, 5, 0, Number.NaN], weights: [4, 1, 1], dead: [] },
      neurons: { places: [0, 0, 1, 1], weights: [1, 1], dead: [0, 1] },
      pointed: 1,
      names: { left: 'descent', right: 'program', beta: 'β' },
      ...more,
    });

  it('has a neuron where its line is, at the side on which it is active', () => {
    // x + y > sqrt 2, and y < -1.
    expect(lineOfNeuron(1, 1, -Math.SQRT2)).toEqual([expect.closeTo(Math.PI / 4, 12), expect.closeTo(1, 12)]);
    expect(lineOfNeuron(0, -2, -2)).toEqual([expect.closeTo(1.5 * Math.PI, 12), 1]);
    expect(lineOfNeuron(0, 0, 1)[1]).toBeNaN();
  });

  it('puts pins at their lines, those beyond it at its edge, larger for more weight; the one that is read is ringed', () => {
    const rect = linesRect(drawing);
    const pins = marksOf(draw(), 'symbols', 'neurons-positive-right');
    expect(pins).toHaveLength(2);
    expect(pins[0]!.points[0]).toBeCloseTo(rect.x + rect.width / 2, 9);
    expect(pins[0]!.points[1]).toBeCloseTo(rect.y + rect.height / 2, 9);
    expect(pins[1]!.points[1]).toBeCloseTo(rect.y, 9);
    expect(pins[0]!.size).toBeGreaterThan(pins[1]!.size);
    expect(Array.from(marksOf(draw(), 'symbols', 'hover')[0]!.points)).toEqual(Array.from(pins[1]!.points));
    expect(marksOf(draw(), 'symbols', 'dead')[0]!.points).toHaveLength(2);
  });

  it('is light at 0, dark at beta and amber beyond it, rows from below', () => {
    const rgba = rasterise(grid, 0.2, palette);
    const light = (cell: number) => rgba[4 * cell]! + rgba[4 * cell + 1]! + rgba[4 * cell + 2]!;
    // The image's first row is the grid's last.
    expect(light(0)).toBe(light(4));
    expect(light(5)).toBeLessThan(light(4));
    expect(light(6)).toBeLessThan(light(5));
    expect(Array.from(rgba.subarray(28, 31))).toEqual(parseHex('#FFC857'));
    expect(marksOf(draw(), 'path', 'iso-line')[0]!.lines.length).toBeGreaterThan(0);
  });

  it('is coloured once a grid and beta, wherever neurons stand on it', () => {
    const ground = (more: Partial<LinesInput> = {}) => marksOf(draw(more), 'raster', 'regions')[0]!.rgba;
    const moved = { places: [2, 0.5], weights: [1], dead: [] };
    expect(ground({ neurons: moved, pointed: -1 })).toBe(ground());
    expect(ground({ beta: 0.1 })).not.toEqual(ground());
    expect(ground({ grid: { ...grid, values: grid.values.map((value) => 2 * value) } })).not.toEqual(
      ground(),
    );
  });
});

it('bars of a closed form are each class’s own, not what the order of singular values would give it', () => {
  // The network has learned only the small class.
  const info = {
    program: 'closed',
    outputs: 2,
    classes: Int32Array.of(0, 1, 1, 1, 1),
  } as OutputsInfo;
  const fitted = Float64Array.of(0.9, 0, 0, 0, 0, 0, 0, 0, 0, 0);
  const told = { fitted, singularValues: Float64Array.of(0.9, 0) } as NetworkTold;
  expect(valuesOf(info, told)).toEqual([0, 0.9]);
  const whole = fitted.map((_, at) => (at > 0 && at % 2 === 1 ? 0.5 : 0));
  expect(valuesOf(info, { ...told, fitted: whole })).toEqual([1, 0]);
  expect(valuesOf({ ...info, program: 'exact' }, told)).toBe(told.singularValues);
});

describe('neurons of a state', () => {
  const info = { columns: 2, outputs: 3, neurons: 2 } as OutputsInfo;

  it('are taken from U and V on the left, one after the other on the right, without what is padded', () => {
    const left = neuronsOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 'left', info);
    expect(Array.from(left.flat)).toEqual([1, 3, 5, 6, 7, 2, 4, 8, 9, 10]);
    const right = neuronsOf([3, 4, 0, 0, 2, 0, 0, 0, 0, 0], 'right', info);
    expect(right.count).toBe(1);
    expect(firstLayer(right)).toEqual([3, 4]);
    expect(weightsOf(right)).toEqual([10]);
  });
});
