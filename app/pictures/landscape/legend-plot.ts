import type { SideScale } from '../../charts/colour/loss-colour.ts';
import { type DisplayList, type Mark, pathMark } from '../../charts/display-list.ts';
import { axisText, borderMark, type Drawing, withoutCollisions } from '../../charts/frame.ts';
import { formatLevel } from '../../charts/number-label.ts';
import { LEADING, type TextStyle, textLine, wrapText } from '../../charts/text-lines.ts';
import { textWidth } from '../../charts/text-width.ts';

export interface LegendInput extends Drawing {
  readonly colours: SideScale;
  readonly table: Uint8ClampedArray;
  readonly title: string;
  readonly note: string;
}

/**
 * Draws two lines of words next to a bar of the loss ramp with powers of ten; the bar goes below if words would shrink and there is height.
 */
export function drawLegend(input: LegendInput): DisplayList {
  const { width, height, scale, palette, colours, table, title, note } = input;
  const size = 12 * scale;
  const low = Math.log10(colours.lo);
  const high = Math.log10(colours.hi);
  const levels = levelsBetween(low, high);
  // Half of the last label must fit to the right of the bar.
  const roomFor = (level = 0) => Math.max(10 * scale, 1 + textWidth(formatLevel(level), size) / 2);
  const beside = roomFor(levels.at(-1));
  // Half of the first label extends left of the bar. Words that leave no room shrink.
  const gap = 20 * scale;
  const wide = Math.max(textWidth(title, size), textWidth(note, size));
  const shrink = Math.min(1, Math.max(1, width - gap - beside - 40) / wide);
  const strong: TextStyle = { font: 'sans', size, weight: 600, color: palette.ink };
  const quiet: TextStyle = { ...strong, weight: 400, color: palette.muted };
  const above = [
    ...wrapText(title, 0.96 * width, strong).map((text) => ({ text, style: strong })),
    ...wrapText(note, 0.96 * width, quiet).map((text) => ({ text, style: quiet })),
  ];
  const foot = ((above.length - 1) * LEADING + 1.2) * size;
  const isBelow = shrink < 1 && height >= foot + 27 * scale;
  const x = isBelow ? roomFor(levels[0]) : wide * shrink + gap;
  const bar = {
    x,
    y: isBelow ? foot + 2 * scale : 5 * scale,
    width: Math.max(40, width - x - beside),
    height: 9 * scale,
  };
  const rgba = new Uint8ClampedArray(4 * 256);
  for (let i = 0; i < 256; i++) rgba.set([table[3 * i]!, table[3 * i + 1]!, table[3 * i + 2]!, 255], 4 * i);
  const marks: Mark[] = [
    ...(isBelow
      ? above.map(({ text, style }, i) => textLine(text, 0, i * LEADING * size, style))
      : [
          {
            ...axisText(input, title, 0, bar.y + bar.height / 2, 'start', { strong: true }),
            size: size * shrink,
          },
          { ...axisText(input, note, 0, bar.y + bar.height + 10 * scale, 'start'), size: size * shrink },
        ]),
    { role: 'colours', kind: 'raster', rect: bar, columns: 256, rows: 1, rgba },
    borderMark(bar, palette.frame, palette),
  ];
  const items = levels.map((level) => ({
    label: formatLevel(level),
    at: bar.x + (bar.width * (Math.log10(level) - low)) / (high - low),
  }));
  for (const { label, at } of withoutCollisions(items, size)) {
    marks.push(
      pathMark(
        [[at, bar.y + bar.height, at, bar.y + bar.height + 3 * scale]],
        [{ color: palette.frame, width: palette.rule, cap: 'butt' }],
      ),
    );
    marks.push(axisText(input, label, at, bar.y + bar.height + 10 * scale, 'middle'));
  }
  return marks;
}

/** Returns the powers of ten between two logarithms; if fewer than two, also their doubles and fivefolds. */
function levelsBetween(low: number, high: number): number[] {
  const multiples = (digits: readonly number[]): number[] => {
    const found: number[] = [];
    for (let power = Math.floor(low); power <= high + 1e-9; power++)
      for (const digit of digits) {
        const at = power + Math.log10(digit);
        if (at >= low - 1e-9 && at <= high + 1e-9) found.push(digit * 10 ** power);
      }
    return found;
  };
  const powers = multiples([1]);
  return powers.length < 2 ? multiples([1, 2, 5]) : powers;
}
