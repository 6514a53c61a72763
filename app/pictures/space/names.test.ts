import { describe, expect, it } from 'vitest';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { DisplayList, TextMark } from '../../charts/display-list.ts';
import { overlapArea, type Rect } from '../../charts/geometry.ts';
import { textWidth } from '../../charts/text-width.ts';
import { drawNames, type NamesInput } from './names.ts';

/** An affine view of a block from the front right: x to the right, y up and to the right, z up. */
const project = (x: number, y: number, z: number) =>
  [200 + 90 * x + 60 * y, 220 - 70 * y + 30 * x - 80 * z] as const;

const draw = (more: Partial<NamesInput> = {}) =>
  drawNames({
    width: 400,
    height: 400,
    scale: 1,
    palette: PALETTES.light,
    view: { x0: -2, x1: 2, y0: -1, y1: 3 },
    axes: { x: 'slope', y: 'bias' },
    eye: [1, -2],
    named: [],
    lines: [],
    head: null,
    deadZone: null,
    project,
    ...more,
  });

const texts = (list: DisplayList) => list.filter((mark): mark is TextMark => mark.kind === 'text');
const textOf = (list: DisplayList, text: string) => texts(list).find((mark) => mark.text === text);

function boxOf({ text, x, y, size }: TextMark): Rect {
  const width = textWidth(text, size);
  return { x: x - width / 2, y: y - 0.4 * size, width, height: 0.8 * size };
}

describe('drawNames', () => {
  it('graduates the edges that face the eye, outside of the block', () => {
    const front = textOf(draw(), 'slope')!;
    expect(front.y).toBeGreaterThan(project(0, -1, -0.07)[1]);
    const back = textOf(draw({ eye: [1, 2] }), 'slope')!;
    expect(back.y).toBeLessThan(project(0, 1, -0.07)[1]);
    expect(textOf(draw({ eye: [-1, -2] }), 'bias')!.x).toBeLessThan(project(-1, 0, 0)[0]);
  });

  it('writes no number on another nor on a name', () => {
    for (const scale of [1, 1.5]) {
      const boxes = texts(draw({ scale })).map(boxOf);
      expect(boxes.length).toBeGreaterThan(6);
      boxes.forEach((a, i) => {
        for (const b of boxes.slice(i + 1)) expect(overlapArea(a, b)).toBe(0);
      });
    }
  });

  it('writes no number of one edge on one of the other, however long they are', () => {
    for (const far of [1e3, 1e6, 1e9, 1e12])
      for (const scale of [1, 1.5]) {
        const view = { x0: -far, x1: far, y0: -far, y1: far };
        const boxes = texts(draw({ scale, view })).map(boxOf);
        expect(boxes.length).toBeGreaterThan(3);
        boxes.forEach((a, i) => {
          for (const b of boxes.slice(i + 1)) expect(overlapArea(a, b), `${far}`).toBe(0);
        });
      }
  });

  it('leaves an edge that is seen end on without numbers', () => {
    const list = draw({ project: (x, y, z) => [200 + 120 * x, 220 - 5 * y - 80 * z] });
    expect(textOf(list, 'bias')).toBeUndefined();
    expect(textOf(list, 'slope')).toBeDefined();
  });

  it('names what is in the window, off the present iterate', () => {
    const list = draw({
      head: [200, 226],
      named: [
        { at: [200, 200], text: 'planted minimum', kind: 'plant' },
        { at: null, text: 'start', kind: 'start' },
        { at: [-30, 100], text: 'lowest', kind: 'minimum' },
      ],
    });
    expect(textOf(list, 'start')).toBeUndefined();
    expect(textOf(list, 'lowest')).toBeUndefined();
    const name = boxOf(textOf(list, 'planted minimum')!);
    expect(overlapArea(name, { x: 193, y: 219, width: 13, height: 13 })).toBe(0);
  });

  it('writes on the dead zone where the words fit, and not where they do not', () => {
    const zone = (outline: number[]) => ({ deadZone: { outline, text: 'dead zone' } });
    expect(textOf(draw(zone([100, 100, 300, 100, 300, 200, 100, 200])), 'dead zone')).toMatchObject({
      x: 200,
      y: 150,
    });
    expect(textOf(draw(zone([100, 100, 140, 100, 140, 200, 100, 200])), 'dead zone')).toBeUndefined();
    expect(textOf(draw(zone([])), 'dead zone')).toBeUndefined();
    // Nor cut off by the frame.
    expect(textOf(draw(zone([-100, 100, 60, 100, 60, 200, -100, 200])), 'dead zone')).toBeUndefined();
  });
});
