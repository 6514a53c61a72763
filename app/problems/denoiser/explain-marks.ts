import type { SideName, Vector } from '../../../engine/contract.ts';
import type { DenoiserRound, DenoiserUpdate } from '../../../engine/problems/denoiser/types.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke, symbolsMark } from '../../charts/display-list.ts';
import type { Plane } from '../../charts/geometry.ts';
import type { Shown, Stage } from '../../session/picture/extra-marks.ts';
import { arrowMark, headMark, thinMark } from '../kit/arrow-mark.ts';
import { roundOf } from '../kit/explain/round-of.ts';
import { finite, halos } from '../kit/halo-marks.ts';

/** Stages of a round: state, gradient step, denoiser, result. */
export const DENOISER_STAGES: readonly Stage[] = ['forward', 'gradient', 'off', 'step'];

type Walked = Pick<Shown, 'stage' | 'update'>;

/** Null without a round of two pixels. */
export const pixelTerms = (round: DenoiserRound | null) => (round?.level === 'pixels' ? round : null);

/** Null without a round of an image. */
export const imageTerms = (round: DenoiserRound | null) => (round?.level === 'image' ? round : null);

const shownRound = ({ update }: Pick<Shown, 'update'>, side: SideName) =>
  roundOf(update as DenoiserUpdate | null, side);

/** Draws a stage of a two-pixel round on its landscape; empty outside a walk. */
export function landscapeStage(shown: Walked, side: SideName, plane: Plane, drawStyle: DrawStyle): Mark[] {
  const { stage } = shown;
  const round = pixelTerms(shownRound(shown, side));
  if (!stage || !round) return [];
  const { palette, scale } = drawStyle;
  const [from, z, to] = [round.before, round.z, round.after].map((point) => plane.toPixel(...point));
  // D acts per pixel: first one axis, then the other.
  const bend = plane.toPixel(round.after[0], round.z[1]);
  const strokes = [penStroke(palette.mapInk, 5.6 * scale), penStroke(palette.plant, 3 * scale)];
  const arrow = (start: Place, end: Place) => arrowMark(start, end, strokes, 'criterion', scale);
  const thin = (...path: Place[]) => thinMark(path.flat(), drawStyle);
  const head = (at: Place) => headMark(at, side, drawStyle);
  switch (stage) {
    case 'forward':
      return halos(finite(from!), drawStyle);
    case 'gradient':
      return arrow(from!, z!);
    case 'off':
      return [thin(from!, z!), ...arrow(z!, bend), ...arrow(bend, to!)];
    case 'step':
      return [thin(from!, z!, bend, to!), ...arrow(from!, to!), head(to!)];
    default:
      return [];
  }
}

type Place = readonly [x: number, y: number];

/** Draws the denoiser stage over D(z): both pixels, from z axis to curve. */
export function curveStage(shown: Walked, side: SideName, plane: Plane, drawStyle: DrawStyle): Mark[] {
  const round = pixelTerms(shownRound(shown, side));
  if (shown.stage !== 'off' || !round) return [];
  const { palette, scale } = drawStyle;
  const places = [0, 1].map((i) => [round.z[i]!, round.after[i]!] as const);
  const foot = plane.rect.y + plane.rect.height;
  const points = places.map((place) => plane.toPixel(...place));
  const colour = side === 'left' ? palette.leftPath : palette.rightPath;
  return [
    pathMark(
      points.map(([x, y]) => [x, foot, x, y]),
      [penStroke(palette.paper, 4 * scale), penStroke(palette.ink, 1.6 * scale)],
    ),
    symbolsMark(side === 'left' ? 'dot' : 'square', finite(points.flat()), 10 * scale, {
      fill: palette.paper,
      strokes: [penStroke(palette.ink, 5 * scale), penStroke(colour, 3 * scale)],
    }),
  ];
}

/** Returns a stage's image in place of the estimate; null outside a walk. */
export function walkedImage(shown: Walked | null, side: SideName): Vector | null {
  const round = shown && imageTerms(shownRound(shown, side));
  if (!shown?.stage || !round) return null;
  const { before, z, denoised, after } = round;
  switch (shown.stage) {
    case 'forward':
      return before;
    case 'gradient':
      return z;
    case 'off':
      return denoised;
    case 'step':
      return after;
    default:
      return null;
  }
}
