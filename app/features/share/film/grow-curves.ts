import type { Palette } from '../../../charts/colour/palette.ts';
import type { DisplayList, GroupMark, Mark, PathMark, TextMark } from '../../../charts/display-list.ts';
import type { Rect } from '../../../charts/geometry.ts';
import { textWidth } from '../../../charts/text-width.ts';

/** Space between a curve's end and its name, and between names, in font sizes. */
const BESIDE = 0.5;
const APART = 1.15;

/** Room at a plot's right edge in font sizes. */
const EDGE = 14 / 12;

/**
 * Cuts the curves at the shown step, so that they grow within fixed axes; moves names to their ends. `share`: elapsed part of the axis, 0
 * to 1.
 */
export function growCurves(list: DisplayList, share: number, palette: Palette): DisplayList {
  return list.map((mark): Mark => {
    if (mark.kind !== 'group') return mark;
    if (mark.name === 'curve') return growOne(mark, share, palette);
    return { ...mark, marks: growCurves(mark.marks, share, palette) };
  });
}

interface Tip {
  readonly x: number;
  readonly y: number;
  readonly goesOn: boolean;
}

function growOne(plot: GroupMark, share: number, palette: Palette): GroupMark {
  const sides = [
    { path: palette.leftPath, text: palette.leftText },
    { path: palette.rightPath, text: palette.rightText },
  ];
  // Curves are in a clip as wide as the axis.
  const clip = plot.marks.find((mark) => mark.kind === 'clip');
  if (!clip) return plot;
  const { rect } = clip;
  const at = rect.x + share * rect.width;
  const curveOf = (mark: Mark) =>
    mark.kind === 'path'
      ? sides.find(({ path }) => mark.strokes?.some(({ color }) => color === path))
      : undefined;
  const gone = { ...rect, width: share * rect.width };
  const inside = clip.marks.map(
    (mark): Mark => (curveOf(mark) ? { kind: 'clip', rect: gone, marks: [mark] } : mark),
  );
  const tips = sides.map((side) => {
    const curves = clip.marks.filter((mark): mark is PathMark => curveOf(mark) === side);
    return tipOf(
      curves.flatMap(({ lines }) => lines),
      at,
    );
  });
  const isName = (mark: Mark, side: number) =>
    mark.kind === 'text' && mark.weight === 600 && mark.color === sides[side]!.text;
  const marks = plot.marks.map((mark): Mark => (mark === clip ? { ...clip, marks: inside } : mark));
  // At the curves' ends names stay.
  if (!tips.some((tip) => tip?.goesOn)) return { ...plot, marks };
  const places = sides.map((_, side) => {
    const tip = tips[side];
    const name = plot.marks.find((mark): mark is TextMark => isName(mark, side));
    return tip && name ? placeName(name, tip, rect) : null;
  });
  spread(places, rect);
  return {
    ...plot,
    marks: marks.map((mark): Mark => {
      const place = places.find((_, side) => isName(mark, side));
      return place ? ({ ...mark, x: place.x, y: place.y } as TextMark) : mark;
    }),
  };
}

/** Returns the last point of left-to-right polylines up to x; null before them. */
function tipOf(lines: readonly ArrayLike<number>[], x: number): Tip | null {
  let tip: Tip | null = null;
  let goesOn = false;
  for (const line of lines)
    for (let i = 0; i + 1 < line.length; i += 2) {
      const here = line[i]!;
      if (here > x) {
        goesOn = true;
        if (i === 0) break;
        const part = (x - line[i - 2]!) / (here - line[i - 2]!);
        tip = { x, y: line[i - 1]! + part * (line[i + 1]! - line[i - 1]!), goesOn };
        break;
      }
      if (!tip || here >= tip.x) tip = { x: here, y: line[i + 1]!, goesOn: false };
    }
  return tip && { ...tip, goesOn };
}

interface Place {
  x: number;
  y: number;
  readonly size: number;
}

function placeName({ text, size }: TextMark, tip: Tip, { x, width }: Rect): Place {
  const right = x + width + EDGE * size - textWidth(text, size);
  return { x: Math.min(tip.x + BESIDE * size, right), y: tip.y, size };
}

function spread(places: readonly (Place | null)[], { y, height }: Rect): void {
  const [first, second] = places;
  if (first && second) {
    const least = APART * first.size;
    const [upper, lower] = first.y <= second.y ? [first, second] : [second, first];
    const missing = least - (lower.y - upper.y);
    if (missing > 0) {
      upper.y -= missing / 2;
      lower.y += missing / 2;
    }
    const half = first.size / 2;
    const over = Math.max(0, y + half - upper.y);
    const under = Math.max(0, lower.y - (y + height - half));
    upper.y += over;
    lower.y = Math.max(lower.y - under, over > 0 ? upper.y + least : Number.NEGATIVE_INFINITY);
    if (under > 0) upper.y = Math.min(upper.y, lower.y - least);
  }
}
