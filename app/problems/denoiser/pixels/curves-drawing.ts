import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { PixelsInfo } from '../../../../engine/problems/denoiser/types.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import { formatDistance, formatFixed } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { iterateAt, type SideAt, selectSide } from '../../../pictures/side-at.ts';
import { type Canvas, createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import { shownIterate } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';
import { pixelsOf } from '../denoiser-info.ts';
import type { DenoiserMark } from '../denoiser-marks.ts';
import { curveStage } from '../explain-marks.ts';
import { curvesRead, PIXELS, type PixelCurves } from './info.ts';
import {
  type Chart,
  drawPixelDots,
  drawPixelPlot,
  type PixelDots,
  type PixelPlotInput,
  plotPlane,
  valueAt,
} from './plot.ts';
import { saidSlope } from './told.ts';

/** D with its slope, or h, whose prox is D. */
export type CurvesKind = 'denoiser' | 'prox';

interface AxesState {
  readonly info: PixelsInfo | null;
  readonly curves: PixelCurves | null;
}

interface GroundState extends AxesState {
  readonly mark: DenoiserMark | null;
}

interface RunState extends AxesState {
  readonly left: SideAt;
  readonly right: SideAt;
  readonly extra: AppState['extra'];
}

/** Returns D's input in the round from x. */
export function givenAt({ phi: [p, q], y, step }: PixelsInfo, [a, b]: ArrayLike<number> & Iterable<number>) {
  const move = step * (p * a! + q * b! - y);
  return [a! - move * p, b! - move * q] as const;
}

/** Layered: the scenario's curves, and both sides' pixels. `isKept` shows the latest curves until the next arrive. */
export function createPixelCurves(
  kind: CurvesKind,
  pointed: number | null = null,
  isKept = false,
): { readonly ground: Picture<GroundState>; readonly run: Picture<RunState> } {
  const sides = { left: selectSide('left'), right: selectSide('right') };
  return {
    ground: createPicture({
      select({ store }) {
        const state = store.getState();
        const kept = isKept && { curves: PIXELS.latest(state, 'curves') };
        return {
          ...axesState(state),
          ...kept,
          mark: (state.extra?.highlight ?? null) as DenoiserMark | null,
        };
      },
      draw(state, canvas) {
        const input = plotInput(kind, state, pointed, canvas);
        return input ? drawPixelPlot(input) : [];
      },
    }),
    run: createPicture({
      select: (snapshot, t) => ({
        ...axesState(snapshot.store.getState()),
        left: sides.left(snapshot, t),
        right: sides.right(snapshot, t),
        extra: snapshot.store.getState().extra,
      }),
      draw(state, canvas) {
        const { info, extra } = state;
        const input = plotInput(kind, { ...state, mark: null }, null, canvas);
        if (!input || !info) return [];
        const dots = SIDES.flatMap((side): PixelDots[] => {
          const x = iterateAt(state[side]);
          if (!Number.isFinite(x[0]! + x[1]!)) return [];
          return [{ side, at: kind === 'prox' ? [x[0]!, x[1]!] : givenAt(info, x) }];
        });
        const plane = plotPlane(input);
        const staged =
          kind === 'denoiser' && extra
            ? SIDES.flatMap((side) => curveStage(extra, side, plane, canvas.drawStyle))
            : [];
        // A walked stage shows its own dots.
        return staged.length > 0 ? staged : drawPixelDots(input, dots);
      },
    }),
  };
}

const axesState = (state: AppState): AxesState => ({ info: pixelsOf(state), curves: curvesRead(state) });

/** Returns the plot's input without dots; null until curves arrive. */
function plotInput(
  kind: CurvesKind,
  { info, curves, mark }: GroundState,
  pointed: number | null,
  { size, drawStyle, t }: Canvas,
): PixelPlotInput | null {
  if (!info || !curves) return null;
  return {
    ...size,
    ...drawStyle,
    at: curves.at,
    charts: kind === 'prox' ? [proxChart(curves, t)] : denoiserCharts(info, curves, mark, t),
    axis: kind === 'prox' ? 'x' : 'z',
    names: { left: t('denoiser.short.left'), right: t('pixels.capped') },
    sides: info.sides.right.cap === null ? ['left'] : SIDES,
    pointed,
    isLit: mark === 'denoiser',
  };
}

/** Adds lines through the middle: slope 1 and, for a cap, slope cap. */
function denoiserCharts(
  { largestSlope, sides }: PixelsInfo,
  { at, left, right }: PixelCurves,
  mark: DenoiserMark | null,
  t: Translate,
): Chart[] {
  const [low, high] = [at[0]!, at.at(-1)!];
  const { cap } = sides.right;
  const level = (height: number, name: string) => ({ line: [low, height, high, height], isLit: false, name });
  const tangent = (slope: number, isLit: boolean, name: string) => ({
    line: [low, 0.5 + slope * (low - 0.5), high, 0.5 + slope * (high - 0.5)],
    ...{ isLit, name },
  });
  const isCapped = cap !== null;
  return [
    {
      name: t('pixels.chart.value'),
      values: { left: left.value, right: right.value },
      ...{ low: -0.25, high: 1.25, tall: 3 },
      guides: [
        tangent(1, false, isCapped && cap > 0.85 ? '' : t('pixels.chart.identity')),
        ...(isCapped && cap < 1 ? [tangent(cap, mark === 'tangent', '')] : []),
      ],
    },
    {
      name: t('pixels.chart.slope'),
      values: { left: left.slope, right: right.slope },
      ...{ low: 0, high: 1.08 * Math.max(1, largestSlope), tall: 2 },
      guides: [
        level(1, t('pixels.chart.one')),
        ...(isCapped && cap < 1 ? [{ ...level(cap, ''), isLit: mark === 'tangent' }] : []),
      ],
    },
  ];
}

/** Ends the axis slightly beyond 0 and 1: h is unbounded. */
function proxChart({ at, left, right }: PixelCurves, t: Translate): Chart {
  let [low, high] = [0, 1e-3];
  for (const { prox } of [left, right])
    for (let i = 0; i < at.length; i++) {
      low = Math.min(low, prox[i]!);
      if (Math.abs(at[i]! - 0.5) <= 0.54) high = Math.max(high, prox[i]!);
    }
  const room = 0.08 * (high - low);
  return {
    name: t('pixels.chart.prox'),
    values: { left: left.prox, right: right.prox },
    ...{ low: low - room, high: high + room, tall: 1, guides: [] },
  };
}

export function curveWords(state: AppState, kind: CurvesKind, number: number, t: Translate): string {
  const curves = curvesRead(state);
  const info = pixelsOf(state);
  if (!curves || !info) return '';
  const of = (side: SideName) => ({
    value: formatFixed(curves[side].value[number]!, 3),
    slope: formatDistance(curves[side].slope[number]!),
    prox: formatDistance(curves[side].prox[number]!),
  });
  const at = formatFixed(curves.at[number]!, 3);
  const facts = { at, left: of('left'), right: info.sides.right.cap === null ? null : of('right') };
  return t(kind === 'prox' ? 'pixels.read.prox' : 'pixels.read.denoiser', facts);
}

export function curvesHint(state: AppState, kind: CurvesKind, t: Translate): string {
  const info = pixelsOf(state);
  if (!info) return '';
  const slope = saidSlope(info.largestSlope);
  const bends = info.largestSlope > 1;
  const { cap, crossing } = info.sides.right;
  const facts = { slope, bends, cap: cap === null ? null : formatDistance(cap) };
  return kind === 'prox'
    ? t('pixels.hint.prox', facts)
    : t('pixels.hint.denoiser', { ...facts, crossing: crossing === null ? '' : formatFixed(crossing, 3) });
}

export const describeCurves =
  (kind: CurvesKind): Describe =>
  (snapshot, state, t) => {
    const [info, curves] = [pixelsOf(state), curvesRead(state)];
    if (!info || !curves) return t(kind === 'prox' ? 'pixels.prox.title' : 'pixels.denoiser.title');
    const dots = SIDES.map((side) => {
      const x = shownIterate(snapshot, side);
      const at = kind === 'prox' ? [...x] : [...givenAt(info, x)];
      const values = kind === 'prox' ? curves[side].prox : curves[side].value;
      const places = at.map((one) => ({
        at: formatFixed(one, 3),
        value: formatFixed(valueAt(curves.at, values, one), 3),
      }));
      return t('alt.pixels.dots', { side: t(`denoiser.short.${side}`), prox: kind === 'prox', places });
    });
    return t('alt.whole', { parts: [curvesHint(state, kind, t), ...dots] });
  };
