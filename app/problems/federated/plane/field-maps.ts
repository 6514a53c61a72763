import type { SideName } from '../../../../engine/contract.ts';
import type {
  FedUpdate,
  PlaneInfo,
  PlaneRoundTold,
  Point,
} from '../../../../engine/problems/federated/types.ts';
import type { DrawStyle } from '../../../charts/colour/palette.ts';
import { type Mark, pathMark, penStroke } from '../../../charts/display-list.ts';
import type { Plane } from '../../../charts/geometry.ts';
import { type Arrow, arrowMarks } from '../../../charts/marks/arrow-marks.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { cornerWords } from '../../../pictures/landscape/frame.ts';
import { iterateAt, selectSide } from '../../../pictures/side-at.ts';
import { isAsking, openScene } from '../../../session/guessing.ts';
import { hasPart } from '../../../session/scene-parts.ts';
import type { AppState } from '../../../session/store.ts';
import type { Panel } from '../../../session/view.ts';
import type { FieldMap, FieldOverlay } from '../../fields/field-map.ts';
import { createFieldPanel } from '../../fields/field-panel.tsx';
import { roundOf } from '../../kit/explain/round-of.ts';
import { finite, halos } from '../../kit/halo-marks.ts';
import { stageMarks } from '../explain-marks.ts';
import type { FedMark } from '../fed-marks.ts';
import { FED, planeOf } from '../federated-info.ts';
import { describeRound } from './describe-round.ts';
import { GROWTH } from './growth.ts';
import { contourThrough, minimaMarks, restMarks, roundMarks } from './marks.ts';
import { RestButtons } from './RestButtons.tsx';
import { forecastWords } from './told.ts';

/** A side's map: F_K in colour over F's contours (a lecture stays with F), the shown round, rests over K. */

interface Scene {
  readonly info: PlaneInfo | null;
  readonly round: PlaneRoundTold | null;
  /** True for a scene of a lecture, which stays with F and shows the clients' minima. */
  readonly inLecture: boolean;
  readonly asks: boolean;
  /** True where the curve of rests is drawn. */
  readonly curve: boolean;
  /** True before the first round, when the walks are a preview. */
  readonly isFirst: boolean;
  readonly arrows: boolean;
  readonly extra: AppState['extra'];
  /** Drawn share of the local steps in their stage. */
  readonly growth: number;
  /** The side's point. */
  readonly x: number;
  readonly y: number;
}

function overlayOf(side: SideName): FieldOverlay<Scene> {
  const at = selectSide(side);
  return {
    select(snapshot, t) {
      const state = snapshot.store.getState();
      const [x = Number.NaN, y = Number.NaN] = iterateAt(at(snapshot, t));
      return {
        info: planeOf(state),
        round: FED.latest(state, 'round')?.[side] ?? null,
        inLecture: openScene(state) !== null,
        asks: isAsking(state),
        curve: !isAsking(state) && hasPart(state, 'more'),
        isFirst: state.k === 0,
        arrows: state.scenario.values.arrows,
        extra: state.extra,
        growth: GROWTH.of(state),
        x,
        y,
      };
    },
    draw(scene, plane, { drawStyle, t }) {
      const { info, asks, inLecture } = scene;
      if (!info) return {};
      const walked = walkedMarks(scene, side, plane, drawStyle);
      // A stage replaces the whole round.
      const round = walked ? null : scene.round;
      const stepsOf = (k: number) =>
        Number.isFinite(k) ? t('fed.mark.steps', { k }) : t('mark.federated.limit');
      const rests = side === 'left' && scene.curve ? restMarks(info, plane, drawStyle, stepsOf) : null;
      const parts = [
        ...(rests ? [rests] : []),
        ...(asks && !inLecture
          ? []
          : [minimaMarks(info, side, plane, drawStyle, (client) => t('fed.minimum.of', { client }))]),
        ...(round ? [roundMarks(round, side, plane, drawStyle, t('fed.average'))] : []),
      ];
      const arrows =
        scene.arrows && round
          ? arrowMarks(plane, [scene.x, scene.y], arrowsOf(round, side, t), [], drawStyle)
          : null;
      const all = [...parts, ...(arrows ? [arrows] : [])];
      const shown = scene.isFirst && round ? round.paths.length : 0;
      const caption = cornerWords(groundWords(scene, shown, t), plane.rect, drawStyle);
      return {
        below: [...litBelow(scene, side, plane, drawStyle), ...caption.marks],
        named: {
          marks: all.flatMap(({ marks }) => marks),
          labels: all.flatMap(({ labels }) => labels),
          lines: all.flatMap(({ lines }) => lines),
          written: [...all.flatMap(({ written }) => written), ...caption.box],
        },
        above: [...(walked ?? []), ...litAbove(scene, side, plane, drawStyle)],
      };
    },
    tell: describeRound(side),
  };
}

/** Says what the ground is and, before the first round, what the walks are; longest first. */
function groundWords({ inLecture, asks, isFirst }: Scene, clients: number, t: Translate): string[] {
  if (inLecture) return [isFirst, false].map((first) => t('fed.ground.mean', { isFirst: first }));
  if (clients > 0) return [t('fed.preview', { clients }), t('fed.preview.short')];
  return [asks ? t('fed.ground.mean', { isFirst: false }) : t('fed.ground.both')];
}

/** Returns -grad F, the round as long, and their difference unless it is negligible. */
function arrowsOf({ gradient, move, difference }: PlaneRoundTold, side: SideName, t: Translate): Arrow[] {
  const [size, off] = [gradient, difference].map(([x, y]) => Math.hypot(x, y)) as [number, number];
  const isSame = off <= 1e-9 * size;
  return [
    {
      move: gradient,
      label: t(isSame ? 'fed.arrow.both' : 'fed.arrow.gradient'),
      style: isSame ? side : 'plain',
    },
    ...(isSame
      ? []
      : ([
          { move, label: t('fed.arrow.move'), style: side },
          { move: difference, label: t('fed.arrow.difference'), style: 'difference' },
        ] as const)),
  ];
}

/** Draws a round's active stage; null if none. */
function walkedMarks({ extra, growth }: Scene, side: SideName, plane: Plane, drawStyle: DrawStyle) {
  const round = roundOf((extra?.update ?? null) as FedUpdate | null, side);
  if (!extra?.stage || round?.level !== 'plane') return null;
  return stageMarks(extra.stage, growth, round, side, plane, drawStyle);
}

const pointedAt = ({ extra }: Scene) => (extra?.highlight ?? null) as FedMark | null;

/** Draws the highlighted contour of F_K through the side's point, below paths. */
function litBelow(scene: Scene, side: SideName, plane: Plane, { palette, scale }: DrawStyle): Mark[] {
  if (pointedAt(scene) !== 'surrogate' || !scene.info) return [];
  const { surrogate } = scene.info.sides[side];
  // SCAFFOLD's surrogate moves.
  const at = scene.round?.memory?.target ?? surrogate.at;
  const contour = contourThrough({ ...surrogate, at }, [scene.x, scene.y]);
  const strokes = [penStroke(palette.mapInk, 7 * scale), penStroke(palette.plant, 4 * scale)];
  return contour.length > 0 ? [pathMark([plane.toPixels(contour)], strokes)] : [];
}

/** Draws the other highlights as rings above everything. */
function litAbove(scene: Scene, side: SideName, plane: Plane, drawStyle: DrawStyle): Mark[] {
  const { info, round, x, y } = scene;
  const pointed = pointedAt(scene);
  if (!info || !pointed) return [];
  const own = info.sides[side];
  const flat = (point: Point | null) => point ?? [];
  const places: Partial<Record<FedMark, ArrayLike<number>>> = {
    [side]: [x, y],
    best: info.mean.at,
    minima: own.clients.minima,
    rest: flat(own.rest),
    limit: side === 'left' ? flat(own.limit) : [],
    locals: round?.paths.flatMap((path) => [...path.slice(-2)]) ?? [],
    average: flat(round?.average ?? null),
  };
  return halos(finite(plane.toPixels(places[pointed] ?? [])), drawStyle);
}

export const planeMap = (side: SideName): FieldMap<Scene> => ({
  side,
  axes: () => ({ x: 'θ₁', y: 'θ₂' }),
  overlay: overlayOf(side),
  mark({ kind }, state, t) {
    if (kind === 'minimum') return { kind: 'plant', label: t('mark.federated.minimum') };
    if (state.asks) return null;
    if (kind === 'rest') return { kind: 'minimum', label: t('fed.mark.rest') };
    // The curve of rests draws and names its end.
    return null;
  },
  isUnnumbered: ({ asks }) => asks,
  clear: (state) => planeOf(state)?.sides[side].clients.minima ?? [],
  height: (t) => t('fed.height'),
  under: (t) => t('fed.under'),
  staysBeneath: (state) => openScene(state) !== null,
  ...(side === 'left' && { Buttons: RestButtons }),
});

export const planePanel = (side: SideName): Panel =>
  createFieldPanel({ ...planeMap(side), facts: (state, t) => forecastWords(state, side, t) });
