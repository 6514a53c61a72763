import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../../engine/contract.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { containsPixel, overlapArea } from '../../../charts/geometry.ts';
import { marksOf, textsOf } from '../../../charts/marks/find-marks.ts';
import { textBox } from '../../../charts/paint/part-names.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { type Canvas, drawNow } from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { loadView } from '../../../session/view.ts';
import '../../index.ts';
import { textsIn } from '../../kit/laws.ts';
import { gameAt } from '../game-at.ts';
import { GAME, generatorsOf } from '../game-info.ts';
import { createCone } from './cone-drawing.ts';
import { conePlane } from './cone-ground.ts';
import { readWords } from './cone-panel.tsx';
import { readAt } from './cone-pick.ts';
import { sceneOf } from './cone-scene.ts';
import { describeCone } from './describe-cone.ts';
import { describeNeurons } from './describe-neurons.ts';

const t = createTranslate('en');
const canvas: Canvas = {
  size: { width: 440, height: 440 },
  drawStyle: { scale: 1, palette: PALETTES.light },
  t,
};
await loadView('gan');
const at = gameAt;

const planeOf = ({ store }: Snapshot) =>
  conePlane({ ...canvas.size, ...canvas.drawStyle, view: store.getState().autoView });
const sceneAt = (snapshot: Snapshot, side: SideName) =>
  sceneOf(generatorsOf(snapshot.store.getState())!, side);
const ground = (snapshot: Snapshot, side: SideName) => drawNow(createCone(side).ground, snapshot, canvas);
const runOf = (snapshot: Snapshot, side: SideName, on = canvas) =>
  drawNow(createCone(side).run, snapshot, on);

const OPENING = {};
const FIVE = { m: 5, dz: 5, n: 50, width: 4, width2: 100, seed: 7, c: 2 };

describe('what columns reach', () => {
  it('is shaded with two edges on the left of the opening, and is the whole window on the right', () => {
    const snapshot = at(OPENING, 0);
    expect(marksOf(ground(snapshot, 'left'), 'path', 'regions')).toHaveLength(1);
    expect(marksOf(ground(snapshot, 'left'), 'path', 'band-edge')[0]!.lines).toHaveLength(2);
    const [whole] = marksOf(ground(snapshot, 'right'), 'path', 'regions');
    const { rect } = planeOf(snapshot);
    const corners = Array.from(whole!.lines[0]!).map(Math.round);
    expect(new Set(corners.filter((_, i) => i % 2 === 0))).toEqual(new Set([rect.x, rect.x + rect.width]));
    expect(marksOf(ground(snapshot, 'right'), 'path', 'band-edge')).toHaveLength(0);
    expect(textsOf(ground(snapshot, 'left'))).toContain('what 3 columns can reach');
    expect(textsOf(ground(snapshot, 'right'))).toContain('12 columns reach every mean');
  });

  it('has an arrow from the origin to the tip of each column, and of many one thin line each', () => {
    const snapshot = at({ width: 3, width2: 200 }, 0);
    const arrows = marksOf(ground(snapshot, 'left'), 'path', 'weights-left');
    const plane = planeOf(snapshot);
    const { columns } = sceneAt(snapshot, 'left');
    const tips = arrows.map(({ lines }) => Array.from(lines[0]!).slice(2));
    for (let j = 0; j < 3; j++)
      expect(tips).toContainEqual([...plane.toPixel(columns[2 * j]!, columns[2 * j + 1]!)]);
    const many = marksOf(ground(snapshot, 'right'), 'path', 'weights-right');
    expect(many.map(({ lines }) => lines.length)).toEqual([200]);
    expect(many[0]!.strokes![0]!.width).toBeLessThan(arrows[0]!.strokes![0]!.width);
  });

  it('is parted from x by a line through the origin, at a right angle to d*: no column points past it', () => {
    for (const values of [OPENING, { seed: 2 }, FIVE]) {
      const snapshot = at(values, 0);
      const plane = planeOf(snapshot);
      const { nearest, mean, columns } = sceneAt(snapshot, 'left');
      const d = [mean[0] - nearest![0], mean[1] - nearest![1]] as const;
      const [{ lines }] = marksOf(ground(snapshot, 'left'), 'path', 'bound') as unknown as [
        { lines: ArrayLike<number>[] },
      ];
      const [ax, ay, bx, by] = Array.from(lines[0]!) as [number, number, number, number];
      const [p, q] = [plane.toData(ax, ay), plane.toData(bx, by)];
      expect(p[0] * d[0] + p[1] * d[1]).toBeCloseTo(0, 9);
      expect(q[0] * d[0] + q[1] * d[1]).toBeCloseTo(0, 9);
      for (let j = 0; j < columns.length; j += 2)
        expect(columns[j]! * d[0] + columns[j + 1]! * d[1]).toBeLessThan(1e-9);
      expect(marksOf(ground(snapshot, 'right'), 'path', 'bound')).toHaveLength(0);
    }
  });

  it('is not shaded where columns are projected, and of one number it is shaded at every d', () => {
    expect(marksOf(ground(at(FIVE, 0), 'left'), 'path', 'regions')).toHaveLength(0);
    const one = at({ m: 1, xmean: [-1], seed: 3, width: 1 }, 0);
    const { cone, columns, nearest } = sceneAt(one, 'left');
    expect(cone!.kind).toBe('half-plane');
    expect(Math.sign(cone!.edges[0]![0]) || Math.sign(columns[0]!)).toBe(Math.sign(columns[0]!));
    expect(nearest === null).toBe(columns[0]! < 0);
  });
});

describe('both players over it', () => {
  it('are a dot and a square at g with d as an arrow, the star at x, and the cloud of the noise samples', () => {
    const snapshot = at(OPENING, 10);
    const plane = planeOf(snapshot);
    const players = GAME.now(snapshot.store.getState(), 'players')!;
    for (const [side, shape] of [
      ['left', 'dot'],
      ['right', 'square'],
    ] as const) {
      const { mean, discriminator, cloud } = players[side];
      const list = runOf(snapshot, side);
      const [head] = marksOf(list, 'symbols', `head-${side}`);
      expect(head!.shape).toBe(shape);
      const [gx, gy] = plane.toPixel(mean[0]!, mean[1]!);
      expect(head!.points[0]).toBeCloseTo(gx, 6);
      expect(head!.points[1]).toBeCloseTo(gy, 6);
      const [arrow] = marksOf(list, 'path', `direction-${side}`);
      const [tx, ty] = plane.toPixel(mean[0]! + discriminator[0]!, mean[1]! + discriminator[1]!);
      expect(arrow!.lines[0]![2]).toBeCloseTo(tx, 6);
      expect(arrow!.lines[0]![3]).toBeCloseTo(ty, 6);
      const [dots] = marksOf(list, 'symbols', 'samples');
      expect(Array.from(dots!.points)).toEqual(plane.toPixels(cloud));
      expect(marksOf(list, 'symbols', 'star')).toHaveLength(1);
      expect(marksOf(list, 'path', `path-${side}`)).toHaveLength(1);
    }
  });

  it('d* runs from the nearest point to x, and says that it cannot be answered; where x is reached there is none', () => {
    const snapshot = at(OPENING, 173);
    const plane = planeOf(snapshot);
    const { nearest, mean } = sceneAt(snapshot, 'left');
    const [arrow] = marksOf(runOf(snapshot, 'left'), 'path', 'criterion');
    expect(Array.from(arrow!.lines[0]!)).toEqual([...plane.toPixel(...nearest!), ...plane.toPixel(...mean)]);
    expect(marksOf(runOf(snapshot, 'left'), 'circle', 'minimum')).toHaveLength(1);
    expect(textsOf(runOf(snapshot, 'left'))).toEqual(
      expect.arrayContaining(['d*: out of reach', 'x, the real mean', 'nearest: mse 1.69', 'start']),
    );
    expect(marksOf(runOf(snapshot, 'right'), 'path', 'criterion')).toHaveLength(0);
    expect(textsOf(ground(snapshot, 'right')).join(' ')).toContain(
      'Only the mean is matched; a linear discriminator sees no more.',
    );
    // A read-out replaces the note.
    const pointed = at(OPENING, 173, { crosshair: [0, 0] });
    expect(textsOf(ground(pointed, 'right')).join(' ')).not.toContain('Only the mean');
    // Arrived: an outline around the star.
    expect(marksOf(runOf(snapshot, 'right'), 'rect', 'head-right')).toHaveLength(1);
  });

  it('have short names on a small map, and no note where it does not fit', () => {
    const small = { ...canvas, size: { width: 170, height: 170 } };
    const snapshot = at(OPENING, 10);
    const said = [
      ...textsOf(runOf(snapshot, 'left', small)),
      ...textsOf(drawNow(createCone('right').ground, snapshot, small)),
    ];
    expect(said).toEqual(expect.arrayContaining(['x', 'mse ≥ 1.69']));
    expect(said.join(' ')).not.toContain('Only the mean');
  });
});

describe('a pointer on the output plane', () => {
  const snapshot = at(OPENING, 10);
  const plane = planeOf(snapshot);
  const scene = sceneAt(snapshot, 'left');
  const standing = { g: [0.329, -0.643] as const, cloud: [0.9, 0.9, -0.9, 0.9] };
  const read = (x: number, y: number) => readAt(plane, scene, standing, [x, y], 1);

  it('reads a mark, then a sample, then a column as an arrow, else the column of the nearest direction', () => {
    expect(read(...scene.mean)).toEqual({ kind: 'mean' });
    expect(read(standing.g[0] - 0.01, standing.g[1])).toEqual({ kind: 'g' });
    expect(read(...scene.nearest!)).toEqual({ kind: 'nearest' });
    expect(read(0.9, 0.91)).toEqual({ kind: 'sample', at: 0 });
    for (let j = 0; j < scene.width; j++) {
      const [x, y] = [scene.columns[2 * j]!, scene.columns[2 * j + 1]!];
      expect(read(0.9 * x, 0.9 * y)).toEqual({ kind: 'column', at: j });
    }
    // Far beyond its tip.
    const [x, y] = [scene.columns[0]!, scene.columns[1]!];
    const far = 1.2 / Math.hypot(x, y);
    expect(read(far * x, far * y)).toEqual({ kind: 'column', at: 0 });
  });

  it('reads an arrow from farther where letters are larger', () => {
    const [x, y] = [0.9 * scene.columns[2]!, 0.9 * scene.columns[3]!];
    const length = Math.hypot(x, y);
    const off = 15 / plane.kx;
    const beside = [x - (off * y) / length, y + (off * x) / length] as const;
    const without = { g: null, cloud: [] };
    const far = [1e-3 * beside[0], 1e-3 * beside[1]];
    const columns = Float64Array.of(...scene.columns.slice(0, 4), ...far);
    const farther = { ...scene, nearest: null, columns };
    expect(readAt(plane, farther, without, beside, 1)).toEqual({ kind: 'column', at: 2 });
    expect(readAt(plane, farther, without, beside, 2.25)).toEqual({ kind: 'column', at: 1 });
  });

  it('names h, h*, v.d and the way the neuron is pushed', () => {
    const column = at(OPENING, 10, {
      crosshair: [0.9 * scene.columns[2]!, 0.9 * scene.columns[3]!],
    });
    const say = (of: Snapshot, side: SideName) => readWords(of, of.store.getState(), side, plane, 1, t);
    expect(say(column, 'left')).toMatch(
      /^column 2: h 0\.\d+, h\* 0\.776, v·d −?[\d.]+( × 10.*)?, (growing|shrinking)$/,
    );
    const onMean = at(OPENING, 10, { crosshair: [...scene.mean] });
    expect(say(onMean, 'left')).toMatch(/outside the cone$/);
    expect(say(onMean, 'right')).toMatch(/inside the cone$/);
    const onNearest = at(OPENING, 0, { crosshair: [...scene.nearest!] });
    expect(say(onNearest, 'left')).toContain('mse 1.69, proved');
  });
});

describe('the output plane in words', () => {
  const told = (snapshot: Snapshot, side: SideName) =>
    describeCone(side)(snapshot, snapshot.store.getState(), t);

  it('says whether x is in the cone, and how far g is from the best possible', () => {
    const snapshot = at(OPENING, 10);
    expect(told(snapshot, 'left')).toContain(
      'lies outside the cone of 3 columns: no mixture comes closer than mse 1.68916',
    );
    expect(told(snapshot, 'left')).toContain('close: mse 1.79, 6 % above the floor.');
    expect(told(snapshot, 'right')).toContain('lies inside the cone of 12 columns.');
    expect(told(snapshot, 'right')).toContain('far off: mse 0.528, 23 % of the mse at the start is left.');
    expect(told(at(OPENING, 173), 'right')).toContain('at x: mse');
    const weak = at({ ...FIVE, width: 100, versus: 'brake', rho: 0.1 }, 100);
    expect(told(weak, 'left')).toMatch(/far off: mse \d+\.\d+, \d+(\.\d)? times the mse at the start\./);
  });

  it('counts the neurons that are pushed out, pulled in and dead', () => {
    const snapshot = at(OPENING, 10);
    const words = describeNeurons(snapshot, snapshot.store.getState(), t);
    const [, out, inwards, dead] = /Width 3: 3 neurons, (\d+) growing, (\d+) shrinking, (\d+) dead/.exec(
      words,
    )!;
    expect(Number(out) + Number(inwards) + Number(dead)).toBe(3);
    expect(words).toContain('Width 12: 12 neurons');
  });
});

it.each([2, 3, 4, 8, 12])('width %d: no name lies on 0, on the mean or on another name', (width) => {
  for (const seed of [11, 1, 2, 3, 7])
    for (const language of ['en', 'zh'] as const)
      for (const [side, scale] of [
        [414, 1],
        [328, 1],
        [350, 1.5],
        [580, 2.25],
      ] as const)
        for (const of of ['left', 'right'] as const) {
          const snapshot = gameAt({ width, seed }, 0, {}, false);
          const size = { width: side, height: side };
          const on = { size, drawStyle: { ...canvas.drawStyle, scale }, t: createTranslate(language) };
          const plane = conePlane({ ...size, ...on.drawStyle, view: snapshot.store.getState().autoView });
          const where = `${width}, seed ${seed}, ${language}, ${side} x ${scale}, ${of}`;
          const names = textsIn(runOf(snapshot, of, on)).map((text) => ({
            text: text.text,
            box: textBox(text),
          }));
          const { mean } = sceneAt(snapshot, of);
          const marked = [plane.toPixel(0, 0), plane.toPixel(...mean)];
          for (const [i, { text, box }] of names.entries()) {
            expect(
              marked.filter(([x, y]) => containsPixel(box, x, y)),
              `${text}: ${where}`,
            ).toEqual([]);
            for (const other of names.slice(0, i))
              expect(overlapArea(box, other.box), `${text} / ${other.text}: ${where}`).toBe(0);
          }
        }
});
