import type { SideName } from '../../../engine/contract.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { MessageKey, Translate } from '../../i18n/messages.ts';
import { curveRect } from '../../pictures/curve-plot.ts';
import { numberAt } from '../../session/kept-steps.ts';
import { createPicture, createSelection } from '../../session/picture.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import { shownSpan } from '../../session/span.ts';
import { type Curve, viewOf } from '../../session/view.ts';
import type { DenoiserMark } from './denoiser-marks.ts';
import type { CurveName } from './level-view.ts';
import { drawLines, type LinesInput, type PlotLine } from './lines-plot.ts';

/** A curve of the row: one series of both sides, and what stands beside it. */
interface LinesOf extends Pick<LinesInput, 'isLog' | 'depth'> {
  readonly name: CurveName;
  readonly series: string;
  readonly title: MessageKey;
  /** Further series, of the sides that record them. */
  readonly beside?: readonly {
    readonly series: string;
    readonly side: SideName;
    readonly look: 'bound' | 'third';
    /** Its name in the plot, empty for none, and above its column in the table. */
    readonly label: (t: Translate) => string;
    readonly column: (t: Translate) => string;
  }[];
  /** A value to read the lines against. */
  readonly guide?: number;
  /** What of it the explanation points at, by the name of the mark. */
  readonly lit?: Partial<Record<DenoiserMark, LinesInput['lit']>>;
  readonly told?: Curve['told'];
}

type Line = PlotLine & { readonly version: number };

const say = (t: Translate, key: MessageKey) => (t as (key: MessageKey) => string)(key);

/** Lines that are drawn by `drawLines`, as a curve of the row. */
export function linesCurve(of: LinesOf): Curve {
  const { name, series, title, beside = [], isLog, depth, guide, lit = {}, told } = of;
  const select = (
    side: SideName,
    own: string,
    look: PlotLine['look'],
    label: (t: Translate) => string | null,
  ) =>
    createSelection(({ store, trajectories }: Snapshot, t): Line => {
      const state = store.getState();
      const { series: all, count, stride: perStep, version } = trajectories[side];
      const values = all[own];
      return {
        ...{ side, look, perStep, version },
        values: values ?? [],
        count: values ? count : 0,
        label: label(t) ?? viewOf(state).short(state, side, t),
        ended: state.sides[side].last < state.frontier,
      };
    });
  return {
    name,
    title: (_, t) => say(t, title),
    label: (_, t) => t('aria.denoiser.curve', { title: say(t, title) }),
    createPicture() {
      const lines = [
        ...beside.map((one) => select(one.side, one.series, one.look, one.label)),
        ...SIDES.map((side) => select(side, series, 'main', () => null)),
      ];
      return createPicture({
        select(snapshot, t) {
          const { frontier, k, hoverStep, extra } = snapshot.store.getState();
          const mark = (extra?.highlight ?? '') as DenoiserMark;
          return {
            // One field a line: a selection is compared field by field.
            ...(lines.map((line) => line(snapshot, t)) as unknown as Record<string, Line>),
            ...{ span: shownSpan(frontier), step: k, hover: hoverStep, lit: lit[mark] ?? null },
          } as Record<string, Line> & Pick<LinesInput, 'span' | 'step' | 'hover' | 'lit'>;
        },
        draw: (input, { size, drawStyle, t }) =>
          drawLines({
            ...size,
            ...drawStyle,
            ...{ span: input.span, step: input.step, hover: input.hover, lit: input.lit, isLog },
            ...(depth !== undefined && { depth }),
            ...(guide !== undefined && { guide }),
            lines: lines.map((_, i) => input[i]!).filter(({ count }) => count > 0),
            title: say(t, title),
            axis: t('axis.step'),
          }),
      });
    },
    rectOf: curveRect,
    stepsOf: ({ frontier }) => shownSpan(frontier),
    valueAt: ({ trajectories }, side, step) => numberAt(trajectories[side], series, step),
    ...(told && { told }),
    more: ({ trajectories }, t) =>
      beside
        .filter((one) => trajectories[one.side].series[one.series])
        .map((one) => ({
          label: one.column(t),
          at: (step: number) => numberAt(trajectories[one.side], one.series, step),
        })),
  };
}

/** ||x_k - x_{k-1}|| of both sides with the certified radius of those that have one. */
export const STEP_CURVE = linesCurve({
  ...{ name: 'step', series: 'step', title: 'denoiser.curve.step', isLog: true },
  beside: SIDES.map((side) => ({
    ...{ series: 'radius', side, look: 'bound' as const },
    label: () => '',
    column: (t: Translate) => t('denoiser.column.radius', { side: t(`denoiser.short.${side}`) }),
  })),
  lit: { radius: 'bound' },
});

/** How much D stretched what it was given, against 1. */
export const RATIO_CURVE = linesCurve({
  ...{ name: 'ratio', series: 'ratio', title: 'denoiser.curve.ratio', isLog: false },
  guide: 1,
  lit: { ratio: 'guide' },
});
