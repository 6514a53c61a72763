import type { SideName } from '../../../engine/contract.ts';
import type { FedRound, FedUpdate, PlaneTerms } from '../../../engine/problems/federated/types.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { Shown, Stage } from '../../session/picture/extra-marks.ts';
import { arrowMark } from '../kit/arrow-mark.ts';
import { halos } from '../kit/halo-marks.ts';
import { colourOf, drawable, endMarks, FEW } from './plane/marks.ts';

export const roundOf = (update: FedUpdate | null, side: SideName): FedRound | null =>
  (side === 'left' ? update?.leftRound : update?.round) ?? null;

/** Pixels at scale 1 between the point that is sent to the clients and each of them. */
const AROUND = 17;

/** The points of a path up to a share of its steps, flat. */
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

/** A stage of a round on the map of its side, in the place of the whole round; `share`: how much of the local steps is drawn. */
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

/** What a stage of a round shows over the circle of its side, in the place of the local models. */
export interface WalkedCurves {
  /** The clients' models, where they have walked; empty before and after. */
  readonly locals: ArrayLike<number>;
  /** Whether they are what the stage is about. */
  readonly isBold: boolean;
  /** The curve that the stage comes to: of the average, and of the next state. */
  readonly over: ArrayLike<number> | null;
}

/** Null where no stage of a round of the network is walked. */
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
