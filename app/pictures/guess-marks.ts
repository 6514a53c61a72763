import { type DisplayList, type Mark, pathMark, penStroke, symbolsMark } from '../charts/display-list.ts';
import { containsPixel, createPlane, type Rect } from '../charts/geometry.ts';
import { type LabelRequest, placeLabels } from '../charts/place-labels.ts';
import { type LandscapeFrame, landscapeRect, mapText } from './landscape-frame.ts';
import { cased } from './landscape-overlay.ts';

/** The flag at scale 1, in pixels: its pole, and the width and height of its cloth. */
const FLAG = { pole: 30, width: 20, height: 14 } as const;

/** Up to this many pixels at scale 1 a line has no room for a name of its own. */
const SHORT_LINE = 100;

export interface GuessInput extends LandscapeFrame {
  readonly side: 'left' | 'right';
  /** Where the side is guessed to end, in data coordinates; null for no guess, and nothing is drawn. */
  readonly guess: readonly [number, number] | null;
  /** Where it stands, once that is told; null before. */
  readonly end: readonly [number, number] | null;
  readonly label: string;
  /** Words of the distance between both, and of the label with it, which stands alone at a short line. */
  readonly distance: string;
  readonly both: string;
}

/**
 * A guess as a flag of its side's colour, cased like the paths: a pennant on the left, a square cloth on the right. Once
 * the end is told a dashed line leads there, with its length. Non-finite coordinates draw nothing.
 */
export function drawGuess(input: GuessInput): DisplayList {
  const { width, height, scale, palette, view, side, guess, end } = input;
  if (!guess) return [];
  const rect = landscapeRect(width, height, scale);
  const plane = createPlane(view, rect);
  const [x, y] = plane.toPixel(guess[0], guess[1]);
  if (!Number.isFinite(x + y)) return [];
  const color = side === 'left' ? palette.mapLeft : palette.mapRight;
  const marks: Mark[] = [];
  const labels: LabelRequest[] = [];
  let label = input.label;
  if (end) {
    const [ex, ey] = plane.toPixel(end[0], end[1]);
    const isShort = Math.hypot(ex - x, ey - y) < SHORT_LINE * scale;
    if (isShort) label = input.both;
    marks.push(
      pathMark(
        [[x, y, ex, ey]],
        [
          penStroke(palette.mapInk, 5 * scale, { opacity: 0.6 }),
          penStroke(palette.mapPaper, 4 * scale),
          penStroke(color, 2 * scale, { dash: [7 * scale, 5 * scale], cap: 'butt' }),
        ],
      ),
    );
    const [mx, my] = middleWithin(rect, x, y, ex, ey);
    if (!isShort) labels.push({ text: input.distance, x: mx, y: my, size: 14 * scale, gap: 6 * scale });
  }
  const flag = flagOf(x, y, rect, scale, side);
  marks.push(pathMark([flag.pole], cased(palette.mapInk, 2 * scale, palette, scale)));
  marks.push(
    pathMark([flag.cloth], [penStroke(palette.mapPaper, 4 * scale), penStroke(palette.mapInk, 1.4 * scale)], {
      closed: true,
      fill: color,
    }),
  );
  // Once more over the casing, which is drawn half inside.
  marks.push({ kind: 'path', lines: [flag.cloth], closed: true, fill: color });
  marks.push(
    symbolsMark(side === 'left' ? 'dot' : 'square', [x, y], 6 * scale, {
      fill: palette.mapInk,
      strokes: [{ color: palette.mapPaper, width: 3 * scale }],
    }),
  );
  if (containsPixel(rect, x, y)) labels.push({ text: label, x, y, size: 13 * scale, gap: 8 * scale });
  for (const placed of placeLabels(labels, rect, [flag.box], end ? [lineOf(marks)] : []))
    marks.push(mapText(placed.text, placed.x, placed.y, placed.size, palette, scale));
  return [{ kind: 'clip', rect, marks }];
}

/** The pole from the guessed place up (down where the map ends above), and the cloth at its top. */
function flagOf(x: number, y: number, rect: Rect, scale: number, side: 'left' | 'right') {
  const up = y - FLAG.pole * scale > rect.y ? -1 : 1;
  const right = x + FLAG.width * scale < rect.x + rect.width ? 1 : -1;
  const top = y + up * FLAG.pole * scale;
  const bottom = top - up * FLAG.height * scale;
  const far = x + right * FLAG.width * scale;
  const cloth =
    side === 'left'
      ? [x, top, far, (top + bottom) / 2, x, bottom]
      : [x, top, far, top, far, bottom, x, bottom];
  return {
    pole: [x, y, x, top],
    cloth,
    box: { x: Math.min(x, far), y: Math.min(y, top), width: FLAG.width * scale, height: FLAG.pole * scale },
  };
}

/** The middle of a line, or of what is seen of it: its far end may lie outside of the map. */
function middleWithin({ x, y, width, height }: Rect, ax: number, ay: number, bx: number, by: number) {
  const inside = (value: number, from: number, size: number) => Math.min(from + size, Math.max(from, value));
  return [
    (inside(ax, x, width) + inside(bx, x, width)) / 2,
    (inside(ay, y, height) + inside(by, y, height)) / 2,
  ] as const;
}

function lineOf([first]: readonly Mark[]): ArrayLike<number> {
  return first?.kind === 'path' ? first.lines[0]! : [];
}
