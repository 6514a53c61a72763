import type { SideName } from '../../../engine/contract.ts';
import type { FedUpdate, PlaneTerms } from '../../../engine/problems/federated/types.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { Shown, Stage } from '../../session/picture/extra-marks.ts';
import { arrowMark } from '../kit/arrow-mark.ts';
import { roundOf } from '../kit/explain/round-of.ts';
import { halos } from '../kit/halo-marks.ts';
import { colourOf, drawable, endMarks, FEW } from './plane/marks.ts';

/** Radius in pixels at scale 1 of the clients' circle around the broadcast point. */
const AROUND = 17;

/** Returns the flat points of a path up to a share of its steps. */
export function grown(path: ArrayLike<number>, share: number): number[] {
  const steps = path.length / 2 - 1;
  const at = Math.min(1, Math.max(0, share)) * steps;
  const whole = Math.floor(at);
  const points = Array.from(path).slice(0, 2 * whole + 2);
  if (whole === steps) return points;
  const part = (q: number) =>
    path[2 * whole + q]! + (at - whole) * (path[2 * whole + 2 + q]! - path[2 * whole + q]!);
  return [...points, part(0), part(1)];
}

/** Draws a stage in place of the whole round; `share` is the drawn part of the local steps. */
export function stageMarks(
  stage: Stage,
  share: number,
  { paths, average, before, next }: PlaneTerms,
  side: SideName,
  plane: Plane,
  drawStyle: DrawStyle,
): Mark[] {
  const { palette, scale } = drawStyle;
  const [from, mean, to] = [before.at, average, next].map((point) => drawable(plane, point));
  const paper = (width: number) => penStroke(palette.mapPaper, width * scale);
  const walked = (width: number, opacity: number, of = 1): Mark[] =>
    paths.map((path, c) =>
      pathMark(
        [drawable(plane, grown(path, of))],
        [
          penStroke(palette.mapPaper, (width + 2) * scale, { opacity: 0.9 * opacity }),
          penStroke(colourOf(c), width * scale, { opacity }),
        ],
        { role: 'locals' },
      ),
    );
  const isFew = paths.length <= FEW;
  const dots = (places: readonly number[][]): Mark[] =>
    places.flatMap((at, c) =>
      endMarks(at, c, (isFew ? 13 : 6) * scale, isFew && paths.length > 1, drawStyle),
    );
  const ends = (of = 1) => paths.map((path) => drawable(plane, grown(path, of)).slice(-2));
  const middle = symbolsMark('dot', mean!, 10 * scale, {
    role: 'average',
    fill: palette.mapPaper,
    strokes: [paper(6), penStroke(palette.mapInk, 2.6 * scale)],
  });
  switch (stage) {
    case 'forward': {
      const [x, y] = from as [number, number];
      const turn = (c: number) => (2 * Math.PI * c) / paths.length - Math.PI / 2;
      const apart = paths.length === 1 ? 0 : AROUND * scale;
      return [
        ...halos(from!, drawStyle),
        ...dots(paths.map((_, c) => [x + apart * Math.cos(turn(c)), y + apart * Math.sin(turn(c))])),
      ];
    }
    case 'residuals':
      return [...walked(3, 1, share), ...dots(ends(share))];
    case 'gradient':
      return [
        ...walked(1.8, 0.6),
        pathMark(
          ends().map((end) => [...end, ...mean!]),
          [paper(3.6), penStroke(palette.mapInk, 1.8 * scale, { dash: [4 * scale, 3 * scale], cap: 'butt' })],
          { role: 'average' },
        ),
        ...dots(ends()),
        ...halos(mean!, drawStyle),
        middle,
      ];
    case 'step':
      return [
        ...walked(1.6, 0.5),
        middle,
        ...arrowMark(
          [from![0]!, from![1]!],
          [to![0]!, to![1]!],
          [penStroke(palette.mapInk, 6 * scale), penStroke(palette.plant, 3.2 * scale)],
          'hover',
          scale,
        ),
        symbolsMark(side === 'left' ? 'dot' : 'square', to!, 11 * scale, {
          role: 'average',
          fill: palette.mapPaper,
          strokes: [
            penStroke(palette.mapInk, 5.6 * scale),
            penStroke(side === 'left' ? palette.mapLeft : palette.mapRight, 3.4 * scale),
          ],
        }),
      ];
    default:
      return [];
  }
}

export interface WalkedCurves {
  /** The clients' models after their local steps; empty in other stages. */
  readonly locals: ArrayLike<number>;
  /** True if the stage is about the local models. */
  readonly isBold: boolean;
  /** The stage's result: the curve of the average or of the next state. */
  readonly over: ArrayLike<number> | null;
}

/** Returns null outside a stage of a network round. */
export function walkedCurves(
  shown: Pick<Shown, 'stage' | 'update'> | null,
  side: SideName,
): WalkedCurves | null {
  const round = roundOf((shown?.update ?? null) as FedUpdate | null, side);
  if (!shown?.stage || round?.level !== 'network') return null;
  const { locals, average, after } = round;
  switch (shown.stage) {
    case 'residuals':
      return { locals, isBold: true, over: null };
    case 'gradient':
      return { locals, isBold: false, over: average.curve };
    case 'step':
      return { locals: [], isBold: false, over: after?.curve ?? null };
    default:
      return { locals: [], isBold: false, over: null };
  }
}
