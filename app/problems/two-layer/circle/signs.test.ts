import { expect, it } from 'vitest';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { Mark } from '../../../charts/display-list.ts';
import { CIRCLE_SIGNS, drawCircleSign } from './signs.ts';

const panel = { width: 44, height: 18, scale: 1, palette: PALETTES.light };

function reach(mark: Mark): { low: number; high: number } {
  if (mark.kind === 'rect') return { low: mark.rect.x, high: mark.rect.x + mark.rect.width };
  if (mark.kind === 'path') {
    const xs = mark.lines.flatMap((line) => Array.from(line).filter((_, i) => i % 2 === 0));
    return { low: Math.min(...xs), high: Math.max(...xs) };
  }
  if (mark.kind !== 'symbols') throw new Error(`no ${mark.kind} among the signs`);
  const xs = Array.from(mark.points).filter((_, i) => i % 2 === 0);
  return { low: Math.min(...xs) - mark.size / 2, high: Math.max(...xs) + mark.size / 2 };
}

it.each(CIRCLE_SIGNS)('%s stands within its panel, unlike every other', (sign) => {
  const list = drawCircleSign(sign, panel);
  const drawn = list.filter((mark) => mark.kind !== 'symbols' || mark.points.length > 0);
  expect(drawn.length).toBeGreaterThan(0);
  for (const mark of drawn) {
    const { low, high } = reach(mark);
    expect(low).toBeGreaterThanOrEqual(0);
    expect(high).toBeLessThanOrEqual(panel.width);
  }
  for (const other of CIRCLE_SIGNS)
    if (other !== sign) expect(drawCircleSign(other, panel)).not.toEqual(list);
});
