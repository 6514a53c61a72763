import { tickStep, ticks } from 'd3-array';
import type { Mark, TextMark } from './display-list.ts';
import type { Plane } from './geometry.ts';
import { formatTicks } from './number-label.ts';
import type { Palette } from './palette.ts';
import { textWidth } from './text-width.ts';

/** Ticks of a linear axis with their labels. */
export function linearTicks(from: number, to: number, count: number): { value: number; label: string }[] {
  const values = ticks(from, to, count);
  const labels = formatTicks(values, tickStep(from, to, count));
  return values.map((value, i) => ({ value, label: labels[i]! }));
}

/**
 * Room at the left of a plot for the labels of its y axis: the least · scale, or in steps of 16 · scale what the
 * longest takes, so that it stays as it is while the numbers of a run change.
 */
export function roomFor(values: readonly { label: string }[], scale: number, least = 44): number {
  // In a file all figures are as wide as a zero.
  const wide = Math.max(0, ...values.map(({ label }) => textWidth(label.replaceAll('1', '0'), 12)));
  return (least + 16 * Math.ceil(Math.max(0, wide + 7 - least) / 16)) * scale;
}

/** A quiet text of an axis. */
export function axisText(
  palette: Palette,
  scale: number,
  text: string,
  x: number,
  y: number,
  anchor: TextMark['anchor'],
  options: { rotate?: number; strong?: boolean } = {},
): TextMark {
  return {
    kind: 'text',
    x,
    y,
    text,
    font: 'sans',
    size: 12 * scale,
    weight: options.strong ? 600 : 400,
    anchor,
    baseline: 'middle',
    color: options.strong ? palette.ink : palette.muted,
    tabular: true,
    ...(options.rotate === undefined ? {} : { rotate: options.rotate }),
  };
}

/** Room that the name of an axis takes along it, in pixels: no value stands there. */
export function nameRoom(name: string, scale: number): number {
  return textWidth(name, 12 * scale) + 8 * scale;
}

/** A name that takes no more than `room` pixels: the end of a longer one is left out. */
export function shortName(name: string, room: number, scale: number): string {
  if (nameRoom(name, scale) <= room) return name;
  const letters = Array.from(name);
  while (letters.length > 1 && nameRoom(`${letters.join('')}…`, scale) > room) letters.pop();
  return `${letters.join('')}…`;
}

/** A straight rule, as wide as the palette's. */
export function hairline(palette: Palette, x0: number, y0: number, x1: number, y1: number): Mark {
  return {
    kind: 'path',
    lines: [[x0, y0, x1, y1]],
    strokes: [{ color: palette.hairline, width: palette.rule, cap: 'butt' }],
  };
}

/** Lines across a plot with their values at the left, but for those above which the axis's name stands: `least` · scale from the top. */
export function rowMarks(
  rows: ReturnType<typeof linearTicks>,
  { rect, toPixel }: Plane,
  { palette, scale }: { readonly palette: Palette; readonly scale: number },
  least: number,
): Mark[] {
  return rows.flatMap(({ value, label }) => {
    const y = toPixel(0, value)[1];
    const line = hairline(palette, rect.x, y, rect.x + rect.width, y);
    if (y <= rect.y + least * scale) return [line];
    return [line, axisText(palette, scale, label, rect.x - 6 * scale, y, 'end')];
  });
}

/** Labels of ticks that do not touch: positions in pixels along an axis, dropped where they would run into the last. */
export function withoutCollisions<T extends { label: string; at: number }>(
  items: readonly T[],
  size: number,
): T[] {
  const kept: T[] = [];
  let free = Number.NEGATIVE_INFINITY;
  for (const item of [...items].sort((a, b) => a.at - b.at)) {
    const half = textWidth(item.label, size) / 2;
    if (item.at - half < free) continue;
    kept.push(item);
    free = item.at + half + 0.6 * size;
  }
  return kept;
}
