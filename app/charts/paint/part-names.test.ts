import { describe, expect, it } from 'vitest';
import type { DisplayList, Mark, TextMark } from '../display-list.ts';
import { overlapArea } from '../geometry.ts';
import { nameMark } from '../place-labels.ts';
import { partNames, textBox } from './part-names.ts';

const rect = { x: 20, y: 0, width: 200, height: 200 };
const name = (text: string, x: number, y: number) =>
  nameMark({ text, x, y, size: 11 }, '#000', { color: '#fff', width: 2 });
const textsOf = (list: DisplayList): TextMark[] =>
  list.flatMap((mark) => (mark.kind === 'clip' ? textsOf(mark.marks) : mark.kind === 'text' ? [mark] : []));

describe('partNames', () => {
  it('leaves a list whose names are free as it is', () => {
    const list: Mark[] = [
      { kind: 'clip', rect, marks: [name('start', 60, 40), name('plant', 60, 80)] },
      name('−∇g', 120, 40),
    ];
    expect(partNames(list, rect)).toBe(list);
  });

  it('moves the later of two that overlap, within clips too, and one at the edge inward', () => {
    const list: Mark[] = [
      { kind: 'clip', rect, marks: [name('lowest minimum 20 %', 120, 100), name('plant', 110, 104)] },
      name('minimum of the relaxation', 30, 20),
    ];
    const [first, second, third] = textsOf(partNames(list, rect));
    expect(first).toMatchObject({ x: 120, y: 100 });
    expect(overlapArea(textBox(first!), textBox(second!))).toBe(0);
    expect(Math.abs(second!.y - 104)).toBeLessThan(20);
    expect(textBox(third!).x).toBeGreaterThanOrEqual(rect.x);
  });

  it('parts seven names that lie on one another', () => {
    const names = Array.from({ length: 7 }, (_, i) => name(`spurious minimum ${i} %`, 110 + i, 95 + i));
    const boxes = textsOf(partNames(names, rect)).map(textBox);
    boxes.forEach((box, i) => {
      for (const other of boxes.slice(0, i)) expect(overlapArea(box, other)).toBe(0);
      expect(overlapArea(box, rect)).toBeCloseTo(box.width * box.height, 6);
    });
  });
});
