import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { type Mark, penStroke } from '../../../charts/display-list.ts';
import { growRect } from '../../../charts/geometry.ts';
import { formatDistance, formatFixed } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import {
  type CurveInput,
  type CurveSeries,
  curveRect,
  drawCurves,
} from '../../../pictures/curve/curve-plot.ts';
import { floorMarks } from '../../../pictures/landscape/floor-marks.ts';
import { rayMarks } from '../../../pictures/landscape/ray-marks.ts';
import {
  type Canvas,
  createPicture,
  createSelection,
  type Picture,
} from '../../../session/picture/picture.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { numberAt, shownStep } from '../../../session/run/kept-steps.ts';
import { shownSpan } from '../../../session/run/span.ts';
import { type Curve, viewOf } from '../../../session/view.ts';
import { fixedFactor, saidBand, saidFactor } from '../factor-words.ts';
import type { FedMark } from '../fed-marks.ts';
import { networkOf } from '../federated-info.ts';
import { drawShare } from './share-curve.ts';

/** Curves of the network over rounds: both losses with the certified band, the gap between the sides, the share of flipped signs. */

/** Losses up to this count as 0, as for the end `global`. */
const NOTHING = 1e-12;

type SideOf = CurveSeries & { readonly version: number };

interface CurveState {
  readonly info: NetworkInfo | null;
  readonly left: SideOf;
  readonly right: SideOf;
  readonly span: number;
  readonly step: number;
  readonly hover: number | null;
  /** The right side's step and loss at which the band begins. */
  readonly from: number;
  readonly loss: number;
  readonly highlight: string | null;
}

/** Selects the numbers of both sides. A curve of one side has no label at its end. */
function selectCurve(name: string, isOne: boolean) {
  const sideOf = (side: SideName) =>
    createSelection(({ store, trajectories }: Snapshot, t): SideOf => {
      const { series, count, stride: perStep, version } = trajectories[side];
      const values = series[name];
      const label = isOne ? '' : viewOf(store.getState()).short(store.getState(), side, t);
      // The 0 at the start cannot be drawn on a logarithmic axis.
      const floor = isOne ? Number.MIN_VALUE : 0;
      return {
        values: values ?? [],
        count: values ? count : 0,
        reference: 0,
        floor,
        version,
        perStep,
        label,
      };
    });
  const [left, right] = [sideOf('left'), sideOf('right')];
  return (snapshot: Snapshot, t: Translate): CurveState => {
    const state = snapshot.store.getState();
    const { frontier, k, hoverStep, extra } = state;
    const from = shownStep(state, 'right');
    return {
      info: networkOf(state),
      left: left(snapshot, t),
      right: right(snapshot, t),
      span: shownSpan(frontier),
      step: k,
      hover: hoverStep,
      from,
      loss: numberAt(snapshot.trajectories.right, 'loss', from),
      highlight: extra?.highlight ?? null,
    };
  };
}

/** Returns the rest of the linearisation; null also if it depends on eigenvalues that may be 0. */
const restOf = ({ rest, isRankSure }: NetworkInfo) => (isRankSure ? rest : null);

/** Returns the band of the right side's long-run loss, and its rest if that is not 0. */
function raysOf({ info, from, loss }: CurveState, t: Translate): Pick<CurveInput, 'rays' | 'floors'> {
  if (!info) return {};
  const { bracket } = info;
  const rest = restOf(info);
  const isOpen = bracket !== null && bracket[0] < 1 && loss > 0;
  const band = isOpen
    ? bracket.map((end, i) => ({
        side: 'right' as const,
        from,
        value: loss,
        factor: Math.max(0, end) ** 2,
        ...(i === 1 && { label: t('fed.loss.band') }),
      }))
    : [];
  if (!rest || !(rest.loss > NOTHING)) return { rays: { all: band, pen: rayMarks } };
  const least = rest.leastSquares > NOTHING ? rest.leastSquares : 0;
  const stays = { side: 'right', from: 0, value: rest.loss, factor: 1, label: t('fed.loss.rest') } as const;
  return {
    rays: { all: [...band, ...(rest.excess > NOTHING ? [stays] : [])], pen: rayMarks },
    ...(least > 0 && {
      floors: { all: [{ side: 'right', value: least, label: t('fed.loss.least') }], pen: floorMarks },
    }),
  };
}

type Title = 'fed.curve.loss' | 'fed.curve.gap' | 'fed.curve.flipped';

const curveInput = (input: CurveState, { size, drawStyle, t }: Canvas, title: Title): CurveInput => ({
  ...size,
  ...drawStyle,
  ...input,
  title: t(title),
  axis: t('axis.step'),
  missing: null,
});

/** Draws an amber frame around a highlighted plot. */
function litMarks({ highlight }: CurveState, mark: FedMark, { size, drawStyle }: Canvas): Mark[] {
  const { palette, scale } = drawStyle;
  const rect = growRect(curveRect(size.width, size.height, scale), 2 * scale);
  const strokes = [penStroke(palette.ink, 4.6 * scale), penStroke(palette.plant, 2.6 * scale)];
  return highlight === mark ? [{ kind: 'rect', rect, strokes }] : [];
}

/** Names the loss curve. If the loss goes to 0, adds its late factor per round, the square of the residuals' factor. */
function lossTitle(info: NetworkInfo | null, t: Translate): string {
  const falls = info && (info.rank === info.samples || (restOf(info)?.loss ?? 1) <= NOTHING);
  return falls ? t('fed.loss.title', { factor: saidFactor(info.expected ** 2) }) : t('fed.curve.loss');
}

function createLoss(): Picture<CurveState> {
  return createPicture({
    select: selectCurve('loss', false),
    draw: (input, canvas) => [
      ...litMarks(input, 'band', canvas),
      ...drawCurves({
        ...curveInput(input, canvas, 'fed.curve.loss'),
        title: lossTitle(input.info, canvas.t),
        ...raysOf(input, canvas.t),
      }),
    ],
  });
}

function createGap(): Picture<CurveState> {
  return createPicture({
    select: selectCurve('gap', true),
    draw: (input, canvas) => [
      ...litMarks(input, 'gap', canvas),
      ...drawCurves(curveInput(input, canvas, 'fed.curve.gap')),
    ],
  });
}

function createFlipped(): Picture<CurveState> {
  return createPicture({
    select: selectCurve('flipped', true),
    draw: (input, canvas) => drawShare(curveInput(input, canvas, 'fed.curve.flipped')),
  });
}

/** Returns the residuals' long-run factor per round; without a certificate, over the directions that can move. */
function rateWords({ factor, expected, bracket }: NetworkInfo) {
  if (bracket === null || bracket[0] >= 1) return { factor: fixedFactor(expected, DIGITS), band: null };
  const { digits, ...band } = saidBand(bracket, DIGITS);
  return { factor: formatFixed(factor, digits), band };
}

const DIGITS = 6;

const curve = (name: string, title: Title, more: Pick<Curve, 'createPicture'> & Partial<Curve>): Curve => ({
  name,
  title: (_, t) => t(title),
  label: (_, t) => t('aria.curve', { title: t(title), isOne: name !== 'loss', isLinear: name === 'flipped' }),
  rectOf: curveRect,
  stepsOf: ({ frontier }) => shownSpan(frontier),
  valueAt: ({ trajectories }, side, step) => numberAt(trajectories[side], name, step),
  ...more,
});

const LOSS = curve('loss', 'fed.curve.loss', {
  createPicture: createLoss,
  told({ store }, t) {
    const info = networkOf(store.getState());
    if (!info) return [];
    const rest = restOf(info);
    const { factor, band } = rateWords(info);
    const rests = rest !== null && rest.loss > NOTHING && info.expected < 1;
    return [
      band ? t('alt.fed.band', { factor, ...band }) : t('alt.fed.noBand', { factor }),
      ...(rests
        ? [
            t('alt.fed.rest', {
              loss: formatDistance(rest.loss),
              least: formatDistance(Math.max(0, rest.leastSquares)),
            }),
          ]
        : []),
    ];
  },
});

const driftAt = ({ trajectories }: Snapshot, step: number) => numberAt(trajectories.left, 'drift', step);

const GAP = curve('gap', 'fed.curve.gap', {
  isOne: () => true,
  createPicture: createGap,
  told(snapshot, t) {
    const drift = driftAt(snapshot, shownStep(snapshot.store.getState(), 'left'));
    return Number.isNaN(drift) ? [] : [t('alt.fed.drift', { drift: formatDistance(drift) })];
  },
  more: (snapshot, t) => [{ label: t('fed.gap.drift'), at: (step: number) => driftAt(snapshot, step) }],
});

const FLIPPED = curve('flipped', 'fed.curve.flipped', {
  isOne: () => true,
  createPicture: createFlipped,
});

/** One for each curve of the plane. */
export const NETWORK_CURVES: readonly [Curve, Curve, Curve] = [LOSS, GAP, FLIPPED];
