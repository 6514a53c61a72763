import type { DrawStyle } from '../../charts/colour/palette.ts';
import type { Mark } from '../../charts/display-list.ts';
import type { Size } from '../../charts/geometry.ts';
import { nameMark } from '../../charts/place-labels.ts';
import { textWidth } from '../../charts/text-width.ts';
import { formatDistance } from '../../i18n/format.ts';

/** From this multiple of β on a compressed curve cannot be read. */
const FAR = 4;

/** Writes the height of a curve's peak in β, centred at a pixel, if the drawing compresses it. */
export function peakName(
  times: number,
  [x, y]: readonly [number, number],
  color: string,
  { width, height, palette, scale }: Size & DrawStyle,
): Mark[] {
  if (!(times >= FAR && times < Number.POSITIVE_INFINITY)) return [];
  const size = 13 * scale;
  const text = `${formatDistance(times)} β`;
  const within = (at: number, half: number, end: number) => Math.max(half, Math.min(end - half, at));
  const place = { x: within(x, textWidth(text, size) / 2, width), y: within(y, size, height) };
  return [nameMark({ text, ...place, size }, color, { color: palette.paper, width: 3 * scale })];
}
