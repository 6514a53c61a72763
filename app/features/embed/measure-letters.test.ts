import { afterEach, expect, test } from 'vitest';
import { placeLabels } from '../../charts/place-labels.ts';
import { textWidth, WIDTHS } from '../../charts/text-width.ts';
import { measureLetters } from './measure-letters.ts';

const shipped = { ...WIDTHS };
afterEach(() => {
  Object.assign(WIDTHS, shipped);
});

test('in a sandbox without Inter no name is cut in a panel of 60 to 300 px: its letters are measured as they are', () => {
  // A system font may be a third wider.
  const share = 1.35;
  const wide = (text: string) => share * textWidth(text, 13);
  const truth = ['non-convex', 'relaxation'].map((text) => [text, wide(text)] as const);
  measureLetters({
    font: '',
    measureText(text: string) {
      const table = this.font.includes('Serif') ? shipped.serif : shipped.sans;
      return { width: share * table[text.charCodeAt(0) - 32]! } as TextMetrics;
    },
  });
  for (const [text, width] of truth) expect(textWidth(text, 13)).toBeCloseTo(width, 9);
  for (let room = 60; room <= 300; room += 20)
    for (const [text, width] of truth)
      for (const at of [0.02, 0.5, 0.98]) {
        const frame = { x: 0, y: 0, width: room, height: 120 };
        const [label] = placeLabels([{ text, x: at * room, y: 60, size: 13, gap: 9 }], frame, [], []);
        const half = (width * label!.size) / 13 / 2;
        expect(label!.x - half, `${text} in ${room}`).toBeGreaterThanOrEqual(-1e-9);
        expect(label!.x + half, `${text} in ${room}`).toBeLessThanOrEqual(room + 1e-9);
      }
});
