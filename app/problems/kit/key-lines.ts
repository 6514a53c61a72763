import type { Mark } from '../../charts/display-list.ts';
import { axisText, type Drawing } from '../../charts/frame.ts';
import type { KeyEntry } from '../../charts/marks/key-marks.ts';
import { textWidth } from '../../charts/text-width.ts';

/** Line pitch in pixels at scale 1. */
export const KEY_LINE = 16;

/** Lays out entries after a name, wrapped to `room` pixels. */
export function keyLines(name: string, entries: readonly KeyEntry[], room: number, scale: number) {
  const before = 20 * scale;
  let [x, line] = [textWidth(name, 12.6 * scale) + 14 * scale, 0];
  const places = entries.map(({ label }) => {
    const wide = before + textWidth(label, 12 * scale);
    if (x + wide > room) [x, line] = [0, line + 1];
    x += wide + 12 * scale;
    return { x: x - wide - 12 * scale, line };
  });
  return { places, lines: line + 1, before };
}

/** Takes the middle of the first line as `y`, and the maximum width as `room`. */
export function keyLineMarks(
  input: Drawing,
  name: string,
  y: number,
  entries: readonly KeyEntry[],
  room: number,
): Mark[] {
  const { scale } = input;
  const { places, before } = keyLines(name, entries, room, scale);
  const left = 8 * scale;
  return [
    axisText(input, name, left, y, 'start', { strong: true, room }),
    ...entries.flatMap(({ label, color, sign }, i) => {
      const [x, middle] = [left + places[i]!.x, y + places[i]!.line * KEY_LINE * scale];
      return [sign(x, middle), { ...axisText(input, label, x + before, middle, 'start'), color }];
    }),
  ];
}
