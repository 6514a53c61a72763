import './words.en.ts';
import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { type Mark, penStroke } from '../../../charts/display-list.ts';
import type { Drawing } from '../../../charts/frame.ts';
import { growRect } from '../../../charts/geometry.ts';
import { formatDistance, formatFixed } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { type CurveInput, drawCurves } from '../../../pictures/curve/curve-plot.ts';
import { curveRect } from '../../../pictures/curve/step-plot.ts';
import { floorMarks } from '../../../pictures/landscape/floor-marks.ts';
import { rayMarks } from '../../../pictures/landscape/ray-marks.ts';
import { isAsking } from '../../../session/guessing.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { numberAt, shownStep } from '../../../session/run/kept-steps.ts';
import type { Curve } from '../../../session/view.ts';
import { type LinesPlot, linesCurve } from '../../kit/curve/lines.ts';
import { fixedFactor, saidBand, saidFactor } from '../factor-words.ts';
import type { FedMark } from '../fed-marks.ts';
import { networkOf } from '../federated-info.ts';
import { drawShare } from './share-curve.ts';

/** Curves of the network: both losses with the certified band, the gap between the sides, the share of flipped signs. */

/** Losses up to this count as 0, as for the end `global`. */
const NOTHING = 1e-12;

interface LossState {
  readonly info: NetworkInfo | null;
  /** Step and loss of the right side where the band begins. */
  readonly from: number;
  readonly loss: number;
}

/** Returns the linearisation's rest; null also if it depends on eigenvalues that may be 0. */
const restOf = ({ rest, isRankSure }: NetworkInfo) => (isRankSure ? rest : null);

/** Returns the band of the right side's long-run loss, and its rest unless 0. */
function raysOf({ info, from, loss }: LossState, t: Translate): Pick<CurveInput, 'rays' | 'floors'> {
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

function litMarks({ palette, scale, width, height }: Drawing): Mark[] {
  const rect = growRect(curveRect(width, height, scale), 2 * scale);
  const strokes = [penStroke(palette.ink, 4.6 * scale), penStroke(palette.plant, 2.6 * scale)];
  return [{ kind: 'rect', rect, strokes }];
}

/** Names the loss curve. If the loss goes to 0, adds its late factor per round, the square of the residuals' factor. */
function lossTitle(info: NetworkInfo | null, t: Translate): string {
  const falls = info && (info.rank === info.samples || (restOf(info)?.loss ?? 1) <= NOTHING);
  return falls ? t('fed.loss.title', { factor: saidFactor(info.expected ** 2) }) : t('fed.curve.loss');
}

/** Returns the residuals' long-run factor per round; without a certificate, over the directions that can move. */
function rateWords({ factor, expected, bracket }: NetworkInfo) {
  if (bracket === null || bracket[0] >= 1) return { factor: fixedFactor(expected, DIGITS), band: null };
  const { digits, ...band } = saidBand(bracket, DIGITS);
  return { factor: formatFixed(factor, digits), band };
}

const DIGITS = 6;

const isLit = ({ store }: Snapshot, mark: FedMark) => store.getState().extra?.highlight === mark;

const LOSS = linesCurve({
  ...{ name: 'loss', series: 'loss', rectOf: curveRect },
  title: (_, t) => t('fed.curve.loss'),
  facts(snapshot) {
    const state = snapshot.store.getState();
    const from = shownStep(state, 'right');
    const loss = numberAt(snapshot.trajectories.right, 'loss', from);
    const info = isAsking(state) ? null : networkOf(state);
    return { info, from, loss, isLit: isLit(snapshot, 'band') };
  },
  draw: (input, t) => [
    ...(input.isLit ? litMarks(input) : []),
    ...drawCurves({ ...input, title: lossTitle(input.info, t), ...raysOf(input, t) }),
  ],
  told({ store }, t) {
    const state = store.getState();
    const info = networkOf(state);
    if (!info || isAsking(state)) return [];
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

/** The left's plot without a name; the 0 at the start leaves a gap. */
const oneLine = (input: LinesPlot) => ({
  ...input,
  left: { ...input.left, label: '', floor: Number.MIN_VALUE },
  right: { ...input.right, label: '', floor: Number.MIN_VALUE },
});

const GAP = linesCurve({
  ...{ name: 'gap', series: 'gap', rectOf: curveRect, isOne: () => true },
  title: (_, t) => t('fed.curve.gap'),
  label: (_, t) => t('aria.curve', { title: t('fed.curve.gap'), isOne: true }),
  facts: (snapshot) => ({ isLit: isLit(snapshot, 'gap') }),
  draw: (input) => [...(input.isLit ? litMarks(input) : []), ...drawCurves(oneLine(input))],
  told(snapshot, t) {
    const drift = driftAt(snapshot, shownStep(snapshot.store.getState(), 'left'));
    return Number.isNaN(drift) ? [] : [t('alt.fed.drift', { drift: formatDistance(drift) })];
  },
  more: (snapshot, t) => [{ label: t('fed.gap.drift'), at: (step: number) => driftAt(snapshot, step) }],
});

const FLIPPED = linesCurve({
  ...{ name: 'flipped', series: 'flipped', rectOf: curveRect, isOne: () => true },
  title: (_, t) => t('fed.curve.flipped'),
  label: (_, t) => t('aria.curve', { title: t('fed.curve.flipped'), isOne: true, isLinear: true }),
  draw: (input) => drawShare(oneLine(input)),
});

/** One per curve of the plane. */
export const NETWORK_CURVES: readonly [Curve, Curve, Curve] = [LOSS, GAP, FLIPPED];
