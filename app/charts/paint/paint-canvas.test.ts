import { beforeEach, describe, expect, it } from 'vitest';
import type { DisplayList, Mark, TextMark } from '../display-list.ts';
import { hatchLines, paint } from './paint-canvas.ts';

type Call = readonly [name: string, ...args: unknown[]];

/** A context that records calls and settings; its texts are ten pixels per character. */
function recorder() {
  const calls: Call[] = [];
  const state: Record<string, unknown> = {};
  const ctx = new Proxy(state, {
    get: (_, name: string) => {
      if (name === 'measureText') return (text: string) => ({ width: 10 * text.length });
      if (name in state) return state[name];
      return (...args: unknown[]) => {
        calls.push([name, ...args]);
      };
    },
    set: (_, name: string, value) => {
      state[name] = value;
      calls.push([`set ${name}`, value]);
      return true;
    },
  });
  return { calls, ctx: ctx as unknown as CanvasRenderingContext2D };
}

const SIZE = { width: 300, height: 200, dpr: 2 };

function paintAll(list: DisplayList): Call[] {
  const { calls, ctx } = recorder();
  paint(ctx, list, SIZE);
  return calls;
}

const named = (calls: readonly Call[], ...names: string[]) => calls.filter(([name]) => names.includes(name));

const text = (more: Partial<TextMark>): TextMark => ({
  kind: 'text',
  x: 50,
  y: 40,
  text: 'start',
  font: 'sans',
  size: 10,
  weight: 600,
  anchor: 'start',
  baseline: 'alphabetic',
  color: '#000000',
  ...more,
});

describe('paint', () => {
  it('scales to device pixels and clears in CSS pixels', () => {
    const calls = paintAll([]);
    expect(calls[0]).toEqual(['setTransform', 2, 0, 0, 2, 0, 0]);
    expect(calls[1]).toEqual(['clearRect', 0, 0, 300, 200]);
  });

  it('saves and restores as often about nested clips', () => {
    const rect = { x: 1, y: 2, width: 30, height: 40 };
    const inner = { x: 3, y: 4, width: 5, height: 6 };
    const calls = named(
      paintAll([
        { kind: 'clip', rect, marks: [{ kind: 'clip', rect: inner, marks: [text({ text: 'a' })] }] },
        text({ text: 'b' }),
      ]),
      'save',
      'restore',
      'rect',
      'clip',
      'fillText',
    ).map(([name, first]) => (name === 'rect' || name === 'fillText' ? `${name} ${first}` : name));
    expect(calls).toEqual([
      'save',
      ...['save', 'rect 1', 'clip'],
      ...['save', 'rect 3', 'clip'],
      ...['save', 'fillText a', 'restore'],
      'restore',
      'restore',
      ...['save', 'fillText b', 'restore'],
      'restore',
    ]);
  });

  it('moves the marks of a group, groups within it too, and comes back', () => {
    const calls = named(
      paintAll([
        {
          kind: 'group',
          x: 5,
          y: 6,
          marks: [
            { kind: 'group', x: 7, y: 8, marks: [{ kind: 'circle', x: 1, y: 2, r: 3, fill: '#000000' }] },
          ],
        },
        { kind: 'circle', x: 9, y: 9, r: 3, fill: '#000000' },
      ]),
      'save',
      'restore',
      'translate',
      'arc',
    ).map((call) => call.slice(0, 3));
    expect(calls).toEqual([
      ['save'],
      ...[['save'], ['translate', 5, 6], ['save'], ['translate', 7, 8], ['arc', 1, 2]],
      ...[['restore'], ['restore'], ['arc', 9, 9], ['restore']],
    ]);
  });

  it('anchors text by what it measures and turns it about its place', () => {
    const calls = paintAll([text({ anchor: 'end', baseline: 'middle', rotate: -90 })]);
    expect(named(calls, 'translate', 'rotate')).toEqual([
      ['translate', 50, 40],
      ['rotate', -Math.PI / 2],
    ]);
    const [, words, x, y] = named(calls, 'fillText')[0]!;
    expect([words, x]).toEqual(['start', -50]);
    expect(y).toBeCloseTo(3.6, 9);
    expect(named(paintAll([text({ anchor: 'middle' })]), 'fillText')[0]![2]).toBe(-25);
  });

  it('raises superscripts as ordinary digits in a smaller size', () => {
    const calls = paintAll([text({ text: '10⁻³' })]);
    const runs = named(calls, 'fillText');
    expect(runs.map(([, words, x]) => [words, x])).toEqual([
      ['10', 0],
      ['−3', 20],
    ]);
    expect(runs[1]![3]).toBeLessThan(runs[0]![3] as number);
    expect(Number.parseFloat((named(calls, 'set font').at(-1)![1] as string).slice(4))).toBeCloseTo(7.2, 9);
  });

  it('draws the halo below the words, at twice its width', () => {
    const calls = paintAll([text({ halo: { color: '#FFFFFF', width: 2, opacity: 0.5 } })]);
    expect(named(calls, 'strokeText', 'fillText').map(([name]) => name)).toEqual(['strokeText', 'fillText']);
    expect(named(calls, 'set lineWidth')[0]![1]).toBe(4);
    expect(named(calls, 'set globalAlpha').map(([, alpha]) => alpha)).toEqual([0.5, 1]);
  });

  it('strokes the layers of a path in their order and leaves no dash behind', () => {
    const calls = paintAll([
      {
        kind: 'path',
        lines: [
          [1, 2, 3, 4],
          [5, 6, 7, 8, 9, 10],
        ],
        strokes: [
          { color: '#FFFFFF', width: 5 },
          { color: '#E8590C', width: 2, dash: [9, 5], opacity: 0.5 },
        ],
        opacity: 0.5,
      },
    ]);
    expect(named(calls, 'moveTo', 'lineTo')).toEqual([
      ['moveTo', 1, 2],
      ['lineTo', 3, 4],
      ['moveTo', 5, 6],
      ['lineTo', 7, 8],
      ['lineTo', 9, 10],
    ]);
    expect(named(calls, 'set lineWidth').map(([, width]) => width)).toEqual([5, 2]);
    expect(named(calls, 'set globalAlpha').map(([, alpha]) => alpha)).toEqual([0.5, 0.25, 1]);
    expect(named(calls, 'setLineDash')).toEqual([
      ['setLineDash', []],
      ['setLineDash', [9, 5]],
      ['setLineDash', []],
    ]);
    expect(named(calls, 'stroke')).toHaveLength(2);
  });

  it('casings of symbols lie under their fill', () => {
    const calls = paintAll([
      {
        kind: 'symbols',
        shape: 'square',
        points: [10, 10, 40, 10],
        size: 6,
        fill: '#1C6DD0',
        strokes: [{ color: '#FFFFFF', width: 2 }],
      },
    ]);
    expect(named(calls, 'stroke', 'fill').map(([name]) => name)).toEqual([
      'stroke',
      'fill',
      'stroke',
      'fill',
    ]);
    expect(named(calls, 'moveTo')).toEqual([
      ['moveTo', 7, 7],
      ['moveTo', 37, 7],
    ]);
  });

  describe('a raster', () => {
    const rgba = new Uint8ClampedArray(16);
    const raster = {
      kind: 'raster',
      rect: { x: 1, y: 2, width: 3, height: 4 },
      columns: 2,
      rows: 2,
      rgba,
    } as const;
    let made = 0;

    beforeEach(() => {
      made = 0;
      class FakeCanvas {
        constructor() {
          made++;
        }
        getContext() {
          return { putImageData: () => undefined };
        }
      }
      Object.assign(globalThis, { OffscreenCanvas: FakeCanvas, ImageData: class {} });
    });

    it('is made once and stretched over its rect', () => {
      const calls = [...paintAll([raster]), ...paintAll([raster])];
      expect(made).toBe(1);
      const drawn = named(calls, 'drawImage');
      expect(drawn.map((call) => call.slice(2))).toEqual([
        [1, 2, 3, 4],
        [1, 2, 3, 4],
      ]);
    });

    it('is stretched smoothly, or pixel by pixel where it is crisp', () => {
      const smoothing = (mark: Mark) =>
        named(paintAll([mark]), 'set imageSmoothingEnabled').map((call) => call[1]);
      expect([smoothing(raster), smoothing({ ...raster, crisp: true })]).toEqual([[true], [false]]);
    });

    it('is left out when its bytes do not fit its size', () => {
      expect(named(paintAll([{ ...raster, columns: 3 }]), 'drawImage')).toEqual([]);
    });
  });
});

describe('hatchLines', () => {
  const stroke = { color: '#000000', width: 1 };

  it('are parallel, evenly apart and cover the polygon', () => {
    const polygon = [0, 0, 90, 0, 90, 60, 0, 60];
    const lines = hatchLines({ kind: 'hatch', polygon, spacing: 9, angle: 45, stroke });
    const offsets = lines.map(([x0, y0]) => (y0! - x0!) / Math.SQRT2);
    for (const [x0, y0, x1, y1] of lines) expect(y1! - y0!).toBeCloseTo(x1! - x0!, 9);
    for (let i = 1; i < offsets.length; i++)
      expect(Math.abs(offsets[i]! - offsets[i - 1]!)).toBeCloseTo(9, 9);
    expect(lines.length).toBeGreaterThanOrEqual(Math.floor(150 / Math.SQRT2 / 9));
  });

  it('are none for a polygon that is not finite', () => {
    expect(
      hatchLines({ kind: 'hatch', polygon: [0, 0, Number.NaN, 0, 1, 1], spacing: 9, angle: 0, stroke }),
    ).toEqual([]);
  });
});
