import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { MessageKey, Translate } from '../../i18n/messages.ts';
import { curveRect } from '../../pictures/curve/step-plot.ts';
import { numberAt, shownStep } from '../../session/run/kept-steps.ts';
import type { AppState } from '../../session/store.ts';
import { type Curve, viewOf } from '../../session/view.ts';
import { type LineOf, linesCurve } from '../kit/curve/lines.ts';
import { say } from '../kit/say.ts';
import { shortName } from './denoiser-info.ts';
import type { DenoiserMark } from './denoiser-marks.ts';
import { drawLines, type LinesInput, type PlotLine, type Witness } from './lines-plot.ts';
import { firstWitness, largestRatio, ROUNDING, saidRadius, saidRatio } from './witness.ts';

/** In the order of the row. */
export type CurveName = 'snr' | 'step' | 'ratio' | 'fit';

/** A curve of the row: one series of both sides, with further lines. */
interface LinesOf extends Pick<LinesInput, 'isLog' | 'depth' | 'within'> {
  readonly name: CurveName;
  readonly series: string;
  readonly title: MessageKey;
  /** Further series; a side without one has no line. */
  readonly beside?: readonly {
    readonly series: string;
    readonly side: SideName;
    readonly look: 'bound' | 'third';
    /** Label in the plot (empty for none), and table heading. */
    readonly label: (t: Translate) => string;
    readonly column: (t: Translate, state: AppState) => string;
    readonly floor?: number;
  }[];
  readonly guide?: (state: AppState, t: Translate) => LinesInput['guide'] | null;
  readonly witness?: (lines: readonly PlotLine[], t: Translate) => Witness | null;
  readonly lit?: Partial<Record<DenoiserMark, LinesInput['lit']>>;
  readonly told?: Curve['told'];
}

export function denoiserCurve(of: LinesOf): Curve {
  const { name, series, title, beside = [], isLog, depth, within, guide, witness, lit = {}, told } = of;
  return linesCurve({
    ...{ name, series, rectOf: curveRect },
    title: (_, t) => say(t, title, {}),
    label: (_, t) => t('aria.denoiser.curve', { title: say(t, title, {}) }),
    lines: Object.fromEntries(
      beside.map((one, i) => [
        `${i}`,
        [one.side, one.series, (_: AppState, __: SideName, t: Translate) => one.label(t)] as const,
      ]),
    ) as Record<string, LineOf>,
    facts({ store }, t) {
      const state = store.getState();
      const against = guide?.(state, t) ?? null;
      const mark = (state.extra?.highlight ?? '') as DenoiserMark;
      // NaN for no level.
      return { lit: lit[mark] ?? null, level: against?.value ?? Number.NaN, levelName: against?.label ?? '' };
    },
    draw({ level, levelName, ...input }, t) {
      const shown = [
        ...beside.map(({ side, look, floor = 0 }, i) => ({ ...input[i]!, side, look, floor })),
        ...SIDES.map((side) => ({ ...input[side], side, look: 'main' as const })),
      ].filter(({ count }) => count > 0);
      return drawLines({
        ...input,
        isLog,
        ...(depth !== undefined && { depth }),
        ...(within && { within }),
        ...(Number.isFinite(level) && { guide: { value: level, label: levelName } }),
        ...(witness && { witness: witness(shown, t) }),
        lines: shown,
      });
    },
    ...(told && { told }),
    more: ({ store, trajectories }, t) =>
      beside
        .filter((one) => trajectories[one.side].series[one.series])
        .map((one) => ({
          label: one.column(t, store.getState()),
          at: (step: number) => numberAt(trajectories[one.side], one.series, step),
        })),
  });
}

/** ||x_k - x_{k-1}|| of both sides with the certified radius, if any. */
export const STEP_CURVE = denoiserCurve({
  ...{ name: 'step', series: 'step', title: 'denoiser.curve.step', isLog: true },
  beside: SIDES.map((side) => ({
    ...{ series: 'radius', side, look: 'bound' as const, floor: ROUNDING },
    label: (t: Translate) => t('denoiser.curve.radius'),
    column: (t: Translate, state: AppState) =>
      t('denoiser.column.radius', { side: shortName(state, side, t) }),
  })),
  lit: { radius: 'bound' },
  told: ({ store, trajectories }, t) =>
    SIDES.flatMap((side) => {
      const state = store.getState();
      const radius = numberAt(trajectories[side], 'radius', shownStep(state, side));
      const facts = { side: viewOf(state).short(state, side, t), radius: saidRadius(radius) };
      return Number.isFinite(radius) ? [t('alt.denoiser.radius', facts)] : [];
    }),
});

/** Ratio by which D stretched its input; above 1, D is not nonexpansive. */
export const RATIO_CURVE = denoiserCurve({
  ...{ name: 'ratio', series: 'ratio', title: 'denoiser.curve.ratio', isLog: false },
  within: [0, 2],
  guide: () => ({ value: 1, label: '' }),
  witness(lines, t) {
    const found = lines.map(firstWitness).find((one) => one !== null);
    if (!found) return null;
    return { ...found, label: t('denoiser.curve.witness', { k: found.step, ratio: saidRatio(found.value) }) };
  },
  lit: { ratio: 'guide' },
  told: ({ store, trajectories }, t) =>
    SIDES.flatMap((side) => {
      const state = store.getState();
      const found = largestRatio(trajectories[side], shownStep(state, side));
      const name = viewOf(state).short(state, side, t);
      return found
        ? [t('alt.denoiser.witness', { side: name, k: found.k, ratio: saidRatio(found.ratio) })]
        : [];
    }),
});
