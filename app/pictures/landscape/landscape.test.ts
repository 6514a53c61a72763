import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import { createRampTable } from '../../charts/colour/ramp-table.ts';
import type {
  ClipMark,
  DisplayList,
  HatchMark,
  Mark,
  RasterMark,
  TextMark,
} from '../../charts/display-list.ts';
import { createPlane, overlapArea, type Rect } from '../../charts/geometry.ts';
import { textWidth } from '../../charts/text-width.ts';
import { drawLandscapeBase, type LandscapeBaseInput } from './base.ts';
import { conePolygon } from './dead-zone.ts';
import { drawLandscapeOverlay, type LandscapeOverlayInput } from './overlay.ts';
import { isDarkWithin, landscapePicture } from './picture.ts';
import { landscapeRect } from './rect.ts';

const palette = PALETTES.light;
const VIEW = { x0: -2.2, x1: 2.2, y0: -2.2, y1: 2.2 };
const frame = { width: 400, height: 400, scale: 1, palette, view: VIEW };
const rect = landscapeRect(400, 400, 1);
const plane = createPlane(VIEW, rect);
/** The dead zone of the opening scene. */
const DEAD = { from: [-1, -1], to: [1, -1], fromAngle: 1.25 * Math.PI, toAngle: 1.75 * Math.PI } as const;

const base = (more: Partial<LandscapeBaseInput> = {}) =>
  drawLandscapeBase({
    ...frame,
    axes: { x: 'slope', y: 'bias' },
    picture: null,
    ground: null,
    kinks: [],
    valleys: [],
    deadZone: null,
    keepOut: [],
    ...more,
  });

const overlay = (more: Partial<LandscapeOverlayInput> = {}) =>
  drawLandscapeOverlay({
    ...frame,
    side: 'left',
    path: null,
    fading: [],
    head: null,
    arrived: false,
    ended: false,
    start: null,
    targets: [],
    arrows: [],
    crosshair: null,
    pulse: null,
    ...more,
  });

function clip(list: DisplayList): ClipMark {
  return list.find((mark): mark is ClipMark => mark.kind === 'clip')!;
}

function textBox({ text, x, y, size }: TextMark): Rect {
  const width = textWidth(text, size);
  return { x: x - width / 2, y: y - size / 2, width, height: size };
}

function textOf(marks: DisplayList, text: string): TextMark | undefined {
  return marks.find((mark): mark is TextMark => mark.kind === 'text' && mark.text === text);
}

const plant = { kind: 'plant', at: [1, 0.2], label: 'planted minimum' } as const;

describe('a map in a panel of any shape', () => {
  const shapes = [60, 165, 400].flatMap((width) => [80, 165, 640].map((height) => ({ width, height })));

  it.each(shapes)('$width x $height has one scale on both axes, and names that end within it', (size) => {
    for (const scale of [1, 1.5]) {
      const { x, y, width, height } = landscapeRect(size.width, size.height, scale);
      expect(width).toBe(height);
      expect([x, y, size.width - x - width, size.height - y - height].every((left) => left >= 1)).toBe(true);
      const axes = { x: 'distance towards the star', y: 'distance towards the left end' };
      const list = base({ ...size, scale, axes });
      const [below, beside] = [textOf(list, axes.x)!, textOf(list, axes.y)!];
      const long = ({ text, size: letters }: TextMark) => 1.1 * textWidth(text, letters);
      expect(below.x - long(below)).toBeGreaterThanOrEqual(x - 4);
      expect(beside.y + long(beside)).toBeLessThanOrEqual(y + height + 4.001);
      expect(below.y).toBeLessThan(size.height);
      expect(beside.x).toBeGreaterThan(0);
    }
  });
});

describe('drawLandscapeBase', () => {
  const size = 32;
  const values = new Float64Array(size * size).map((_, i) => {
    const [x, y] = [
      -2.2 + (4.4 * ((i % size) + 0.5)) / size,
      -2.2 + (4.4 * (Math.floor(i / size) + 0.5)) / size,
    ];
    return (x - 1) ** 2 + (y - 0.2) ** 2;
  });
  const grid = { view: VIEW, size, left: values, right: values };
  const table = createRampTable(palette.ramp);
  const picture = landscapePicture(grid, 'shared', { left: 0, right: 0 }, table);

  it('fills the map with the colours of its window', () => {
    const raster = clip(base({ picture: { view: VIEW, size, ...picture.left } })).marks.find(
      (mark): mark is RasterMark => mark.kind === 'raster',
    )!;
    expect(raster.rect.x).toBeCloseTo(rect.x, 9);
    expect(raster.rect.y).toBeCloseTo(rect.y, 9);
    expect(raster.rect.width).toBeCloseTo(rect.width, 9);
  });

  it('lets the colours follow their own window when the shown one has moved', () => {
    const view = { x0: -1.1, x1: 3.3, y0: -2.2, y1: 2.2 };
    const list = base({ view, picture: { view: VIEW, size, ...picture.left } });
    const raster = clip(list).marks.find((mark): mark is RasterMark => mark.kind === 'raster')!;
    expect(raster.rect.x).toBeCloseTo(rect.x - rect.width / 4, 9);
    expect(raster.rect.width).toBeCloseTo(rect.width, 9);
    expect(raster.rect.y).toBeCloseTo(rect.y, 9);
    expect(clip(list).rect).toEqual(rect);
  });

  it('gives the same picture twice and another for other references', () => {
    expect(landscapePicture(grid, 'shared', { left: 0, right: 0 }, table)).toBe(picture);
    expect(landscapePicture(grid, 'shared', { left: 0.1, right: 0 }, table)).not.toBe(picture);
    // Without a reference the least value in view is used.
    const least = landscapePicture(grid, 'shared', { left: null, right: null }, table);
    expect(least.scale.left.reference).toBe(Math.min(...values));
  });

  it('keeps labels of iso-lines off the places that it is given', () => {
    const labels = (keepOut: readonly Rect[]) =>
      clip(base({ picture: { view: VIEW, size, ...picture.left }, keepOut })).marks.filter(
        (mark): mark is TextMark => mark.kind === 'text',
      );
    const [one] = labels([]);
    const place = { x: one!.x - 15, y: one!.y - 15, width: 30, height: 30 };
    const moved = labels([place]);
    expect(moved.length).toBeGreaterThan(0);
    for (const mark of moved) expect(overlapArea(textBox(mark), place)).toBe(0);
  });

  describe('the words of the dead zone', () => {
    const cone = conePolygon(DEAD, VIEW);
    const zone = { polygon: cone, rooms: [cone], label: 'dead zone: gradient zero', isDark: false };
    const words = (more: Partial<LandscapeBaseInput> = {}) =>
      textOf(clip(base({ deadZone: zone, ...more })).marks, zone.label);

    it('stand inside it, clear of the frame', () => {
      const { x, y, width, height } = textBox(words()!);
      for (const px of [x, x + width])
        for (const py of [y, y + height]) {
          const [wx, wy] = plane.toData(px, py);
          expect(wy).toBeLessThan(-Math.abs(wx));
        }
      expect(y + height).toBeLessThan(rect.y + rect.height - 8);
    });

    it('give way to a mark', () => {
      const taken = textBox(words()!);
      const moved = words({ keepOut: [taken] });
      expect(moved).toBeDefined();
      expect(overlapArea(textBox(moved!), taken)).toBe(0);
    });

    it('leave room for a mark’s name beside it where they can', () => {
      const { x, y, height } = textBox(words()!);
      const mark = { x: x - 60, y, width: 30, height };
      const moved = textBox(words({ keepOut: [mark] })!);
      expect(overlapArea(moved, { ...mark, x: mark.x - 100, width: 230 })).toBe(0);
    });

    it('stand in the next part where the first has no place, and the whole is hatched', () => {
      const polygon = [-2.2, -2.2, 2.2, -2.2, 2.2, -2, 0, -2, 0, 2.2, -2.2, 2.2];
      const rooms = [
        [-2.2, -2.2, 2.2, -2.2, 2.2, -2, -2.2, -2],
        [-2.2, -2.2, 0, -2.2, 0, 2.2, -2.2, 2.2],
      ];
      const { marks } = clip(base({ deadZone: { ...zone, polygon, rooms } }));
      const { x, y, width } = textBox(textOf(marks, zone.label)!);
      expect(plane.toData(x + width, y)[0]).toBeLessThan(0);
      const hatch = marks.find((mark): mark is HatchMark => mark.kind === 'hatch')!;
      expect(hatch.polygon.length).toBe(polygon.length);
    });

    it('are left out where there is no room, with the hatching kept', () => {
      const wedge = [0, 0, -0.3, -2.2, 0.3, -2.2];
      const narrow = { ...zone, polygon: wedge, rooms: [wedge] };
      const { marks } = clip(base({ deadZone: narrow }));
      expect(textOf(marks, zone.label)).toBeUndefined();
      expect(marks.some((mark): mark is HatchMark => mark.kind === 'hatch')).toBe(true);
    });

    it('are not written on a zone without an area', () => {
      const { marks } = clip(
        base({ deadZone: { ...zone, polygon: [0, 0, 0, 0, 0, 0], rooms: [[0, 0, 0, 0, 0, 0]] } }),
      );
      expect(textOf(marks, zone.label)).toBeUndefined();
    });
  });
});

describe('drawLandscapeOverlay', () => {
  const circles = (marks: DisplayList) =>
    marks.filter((mark): mark is Extract<Mark, { kind: 'circle' }> => mark.kind === 'circle');

  it('sets the start’s handle where its weights are', () => {
    const [handle] = circles(clip(overlay({ start: { at: [-1.6, 0.3], label: 'start' } })).marks);
    expect([handle!.x, handle!.y]).toEqual([...plane.toPixel(-1.6, 0.3)]);
  });

  it('clips everything to the map', () => {
    const path = { lines: [Float64Array.of(-500, 10, 900, 10)], marks: Float64Array.of(-500, 10) };
    const list = overlay({ path, head: [9, 9], targets: [plant], crosshair: [0, 0] });
    expect(list).toHaveLength(1);
    expect(clip(list).rect).toEqual(rect);
  });

  it.each([
    ['left', 'circle'],
    ['right', 'rect'],
  ] as const)('turns the head of the %s that has arrived into an outline within 9 px', (side, kind) => {
    const unit = plane.kx;
    const at = (px: number): [number, number] => [1 + px / unit / Math.SQRT2, 0.2 + px / unit / Math.SQRT2];
    const outline = (px: number) => {
      const { marks } = clip(overlay({ side, head: at(px), arrived: true, ended: true, targets: [plant] }));
      return marks.filter((mark) => mark.kind === kind).length;
    };
    expect(outline(8.9)).toBe(1);
    expect(outline(9.1)).toBe(0);
  });

  it('draws no ring round the star before arrival, nor where a run has ended beside it', () => {
    const circlesAt = (more: Partial<LandscapeOverlayInput>) =>
      circles(clip(overlay({ head: [1, 0.2], targets: [plant], ...more })).marks).length;
    expect(circlesAt({})).toBe(0);
    expect(circlesAt({ ended: true })).toBe(0);
    expect(circlesAt({ arrived: true, ended: true })).toBe(1);
    // At a minimum the outline appears once the run has ended; the small head leaves the star visible.
    const minimum = { ...plant, kind: 'minimum' } as const;
    expect(circlesAt({ ended: true, targets: [minimum] })).toBe(circlesAt({ targets: [minimum] }) + 1);
    // On a map with a star the outline means arrival at it: not at a minimum, near the star or far from it.
    for (const at of [plant.at, [-2, -2]] as const) {
      const targets = [{ ...plant, at }, minimum];
      expect(circlesAt({ ended: true, targets })).toBe(circlesAt({ targets }));
    }
    const heads = clip(overlay({ head: [1, 0.2], targets: [plant] })).marks.flatMap((mark) =>
      mark.kind === 'symbols' && mark.shape === 'dot' ? [mark.size] : [],
    );
    expect(heads).toEqual([7 * frame.scale]);
  });

  it('draws heads and steps of both sides in different shapes', () => {
    const shapes = (side: 'left' | 'right') => {
      const path = { lines: [], marks: Float64Array.of(100, 100) };
      const { marks } = clip(overlay({ side, path, head: [-1, -1] }));
      return marks.flatMap((mark) => (mark.kind === 'symbols' ? [mark.shape] : []));
    };
    expect(shapes('left')).toEqual(['dot', 'dot']);
    expect(shapes('right')).toEqual(['square', 'square']);
  });

  it('names no mark that is out of view', () => {
    const { marks } = clip(
      overlay({ start: { at: [-9, 0], label: 'start' }, targets: [{ ...plant, at: [1, 30] }] }),
    );
    expect(marks.filter(({ kind }) => kind === 'text')).toEqual([]);
  });

  it('does not move the plant’s name when the head arrives', () => {
    const label = (head: [number, number]) =>
      textOf(clip(overlay({ head, targets: [plant] })).marks, plant.label)!;
    expect([label([1, 0.2]).x, label([1, 0.2]).y]).toEqual([label([-2, 2]).x, label([-2, 2]).y]);
  });

  it('lays what comes from beside it over everything else, inside the map', () => {
    const halo = { kind: 'circle', x: 1, y: 2, r: 3 } as const;
    const { marks } = clip(
      overlay({ head: [-1, -1], targets: [plant], extra: (of) => [{ ...halo, x: of.rect.x }] }),
    );
    expect(marks.at(-1)).toEqual({ ...halo, x: rect.x });
    expect(clip(overlay({ extra: null })).marks).toEqual(clip(overlay()).marks);
  });

  it('pulses about the star and fades', () => {
    const ring = (pulse: number) => circles(clip(overlay({ targets: [plant], pulse })).marks)[0]!;
    expect(ring(0.8).r).toBeGreaterThan(ring(0.2).r);
    expect(ring(0.8).opacity).toBeCloseTo(0.2, 9);
  });
});

describe('the shade of the dead zone', () => {
  it('is taken from the left map in the middle of the polygon', () => {
    const size = 4;
    // The left half is at the lower end of the scale, the right half at the upper one.
    const left = Float64Array.from({ length: size * size }, (_, i) => (i % size < 2 ? 1e-3 : 1));
    const grid = { view: VIEW, size, left, right: left };
    const picture = landscapePicture(grid, 'shared', { left: 0, right: 0 }, createRampTable(palette.ramp));
    expect(isDarkWithin([-2, -1, -1, -1, -1, 1, -2, 1], grid, picture.scale)).toBe(true);
    expect(isDarkWithin([1, -1, 2, -1, 2, 1, 1, 1], grid, picture.scale)).toBe(false);
    expect(isDarkWithin([], grid, picture.scale)).toBe(false);
  });
});
