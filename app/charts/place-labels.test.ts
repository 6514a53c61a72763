import { describe, expect, it } from 'vitest';
import { createRandom, STREAMS } from '../../engine/kernels/random.ts';
import { clipSegment, overlapArea, type Rect } from './geometry.ts';
import { type LabelRequest, type PlacedLabel, placeLabels } from './place-labels.ts';
import { textWidth } from './text-width.ts';

const frame = { x: 20, y: 1, width: 380, height: 380 };

function box({ text, x, y, size }: PlacedLabel): Rect {
  const width = textWidth(text, size);
  return { x: x - width / 2, y: y - size / 2, width, height: size };
}

function around(x: number, y: number, size: number): Rect {
  return { x: x - size / 2, y: y - size / 2, width: size, height: size };
}

function request(text: string, x: number, y: number, gap = 13): LabelRequest {
  return { text, x, y, size: 13, gap };
}

function expectApart(rects: readonly Rect[]): void {
  rects.forEach((a, i) => {
    for (const b of rects.slice(0, i)) expect(overlapArea(a, b)).toBe(0);
  });
}

describe('placeLabels', () => {
  it('keeps the opening scene’s labels off each other, the star, the start and the frame', () => {
    const star = around(295, 169, 30);
    const start = around(72, 161, 15);
    const requests = [request('planted minimum', 295, 169, 19), request('start', 72, 161)];
    const path = [72, 161, 109, 209, 124, 227, 146, 249];
    const placed = placeLabels(requests, frame, [star, start], [path]).map(box);
    expectApart([star, start, ...placed]);
    for (const rect of placed) expect(overlapArea(rect, frame)).toBeCloseTo(rect.width * rect.height, 9);
  });

  it('prints words on one another in fewer than 1 of 50 pictures of three arrows', () => {
    const random = createRandom(5, STREAMS.data);
    const pictures = 2000;
    let overprinted = 0;
    for (let i = 0; i < pictures; i++) {
      const requests = ['planted', 'non-convex', 'relaxation'].map((text) => {
        const angle = 2 * Math.PI * random.uniform();
        return request(text, 98 + 70 * Math.cos(angle), 98 + 70 * Math.sin(angle), 10);
      });
      const arrows = requests.map(({ x, y }) => [98, 98, x, y]);
      const tips = requests.map(({ x, y }) => around(x, y, 12));
      const small = { x: 0, y: 0, width: 196, height: 196 };
      const words = placeLabels(requests, small, tips, arrows).map(box);
      const worst = words.flatMap((a, j) =>
        words.slice(0, j).map((b) => overlapArea(a, b) / (b.width * b.height)),
      );
      if (Math.max(...worst) > 0.1) overprinted++;
    }
    expect(overprinted).toBeLessThan(pictures / 50);
  });

  it('keeps off a path between its corners', () => {
    // One long segment: neither of its ends is near the position below the mark.
    const path = [200, 200, 200, 380];
    const [label] = placeLabels([request('start', 200, 200)], frame, [around(200, 200, 15)], [path]);
    const { x, y, width, height } = box(label!);
    expect(clipSegment(200, 200, 200, 380, { x, y, width, height })).toBeNull();
    const [free] = placeLabels([request('start', 200, 200)], frame, [around(200, 200, 15)], []);
    expect(free!.y).toBeGreaterThan(200);
  });

  it('keeps off single points', () => {
    const points = Array.from({ length: 9 }, (_, i) => [190 + 2.5 * i, 221]).flat();
    const [label] = placeLabels([request('fit', 200, 200)], frame, [], [], points);
    const { x, y, width, height } = box(label!);
    for (let i = 0; i < points.length; i += 2)
      expect(overlapArea({ x, y, width, height }, around(points[i]!, points[i + 1]!, 2))).toBe(0);
  });

  it('is not cut in a frame that hardly holds it: moved inward, and smaller where it is wider', () => {
    const small = { x: 28, y: 80, width: 127, height: 100 };
    for (const text of ['best end of 32', 'minimum of the relaxation'])
      for (const x of [40, 90, 137]) {
        const [label] = placeLabels([request(text, x, 130)], small, [around(x, 130, 15)], []);
        const rect = box(label!);
        expect(overlapArea(rect, small)).toBeCloseTo(rect.width * rect.height, 9);
        expect(label!.size).toBeGreaterThan(8);
        // Nor in the wider fallback letters.
        const wide = { ...rect, x: rect.x - 0.07 * rect.width, width: 1.14 * rect.width };
        expect(overlapArea(wide, small)).toBeCloseTo(wide.width * wide.height, 9);
      }
    // The name of an invisible mark is outside of the frame.
    const [away] = placeLabels([request('start', 400, 130)], small, [], []);
    expect(overlapArea(box(away!), small)).toBe(0);
  });

  it('stays within the frame at its corners', () => {
    for (const [x, y] of [
      [22, 3],
      [398, 3],
      [22, 379],
      [398, 379],
    ] as const) {
      const rect = box(placeLabels([request('planted minimum', x, y)], frame, [], [])[0]!);
      expect(overlapArea(rect, frame)).toBeCloseTo(rect.width * rect.height, 9);
    }
  });

  it.each([
    [0, 0],
    [4, 3],
    [-6, 2],
    [0, -8],
    [9, 0],
  ])('sets names of marks %d, %d px apart on different sides, each on its own', (dx, dy) => {
    const requests = [
      request('minimum of the relaxation', 210 + dx, 200 + dy, 19),
      request('planted minimum', 210, 200, 19),
    ];
    const marks = [around(210 + dx, 200 + dy, 30), around(210, 200, 30)];
    const placed = placeLabels(requests, frame, marks, []);
    const [minimum, plant] = placed.map(box) as [Rect, Rect];
    expectApart([minimum, plant]);
    for (const mark of marks) for (const rect of [minimum, plant]) expect(overlapArea(mark, rect)).toBe(0);
    const between = { x: placed[0]!.x - placed[1]!.x, y: placed[0]!.y - placed[1]!.y };
    expect(between.x * dx + between.y * dy).toBeGreaterThanOrEqual(0);
    // Opposite sides: the marks lie between the two names.
    expect(
      (placed[0]!.x - 210) * (placed[1]!.x - 210) + (placed[0]!.y - 200) * (placed[1]!.y - 200),
    ).toBeLessThan(0);
  });

  it('is not led astray by places that are not finite', () => {
    const [label] = placeLabels([request('start', 200, 200)], frame, [], [[200, 200, Number.NaN, 230]]);
    expect(label!.x).toBe(200);
  });
});
