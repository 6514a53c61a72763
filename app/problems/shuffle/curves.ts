import type { SideName } from '../../../engine/contract.ts';
import type { ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type DisplayList, type Mark, penStroke } from '../../charts/display-list.ts';
import { formatDistance } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import {
  drawObjective,
  type ObjectiveInput,
  type ObjectiveSeries,
  objectiveRect,
} from '../../pictures/curve/objective-plot.ts';
import { isAsking } from '../../session/guessing.ts';
import { createPicture, createSelection, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import { shownSpan } from '../../session/run/span.ts';
import { type Curve, viewOf } from '../../session/view.ts';
import { shuffleOf } from './shuffle-info.ts';
import { toldBound } from './told-bound.ts';

/** Numbers of both sides over the steps: E between its proved bound and the best cost, P, and what rounding would cost now. */

type Name = 'cost' | 'penalty' | 'rounded';

/** The series of each curve. */
const SERIES = { cost: 'loss', penalty: 'penalty', rounded: 'rounded' } as const;

type Line = ObjectiveSeries & { readonly ended: boolean; readonly version: number };

interface CurveState {
  readonly info: ShuffleInfo | null;
  readonly left: Line;
  readonly right: Line;
  readonly bound: Line;
  /** E + lambda_k P of the right. */
  readonly objective: Line;
  readonly asks: boolean;
  readonly span: number;
  readonly step: number;
  readonly hover: number | null;
  /** Whether the explanation points at the bound. */
  readonly isLit: boolean;
}

/** A series of a side as pictures select it. */
const lineOf = (side: SideName, name: string) =>
  createSelection(({ store, trajectories }: Snapshot, t): Line => {
    const state = store.getState();
    const { series, count, stride, version } = trajectories[side];
    const values = series[name];
    return {
      values: values ?? [],
      count: values ? count : 0,
      version,
      perStep: stride,
      label: viewOf(state).short(state, side, t),
      ended: state.sides[side].last < state.frontier,
    };
  });

function selectCurve(name: Name) {
  const [left, right] = [lineOf('left', SERIES[name]), lineOf('right', SERIES[name])];
  const [bound, objective] = [lineOf('left', 'bound'), lineOf('right', 'objective')];
  return (snapshot: Snapshot, t: Translate): CurveState => {
    const state = snapshot.store.getState();
    return {
      info: shuffleOf(state),
      left: left(snapshot, t),
      right: right(snapshot, t),
      bound: bound(snapshot, t),
      objective: objective(snapshot, t),
      asks: isAsking(state),
      span: shownSpan(state.frontier),
      step: state.k,
      hover: state.hoverStep,
      isLit: state.extra?.highlight === 'bound',
    };
  };
}

/** The cost of the best permutation, as a line with its number; a scene of a lecture that still asks shows none. */
function bestOf({ info, asks }: CurveState, t: Translate): { value: number; label: string } | null {
  if (!info?.best || asks) return null;
  const { cost } = info.best;
  return { value: cost, label: t('shuffle.best', { cost: formatDistance(cost) }) };
}

/** What a curve has beside the lines of both sides. */
const BESIDE: Readonly<Record<Name, (state: CurveState, t: Translate) => Partial<ObjectiveInput>>> = {
  cost: (state, t) => ({
    bound: { ...state.bound, label: t('shuffle.bound') },
    guide: bestOf(state, t),
    beside: { ...state.objective, side: 'right' },
    whole: true,
  }),
  // 0 is what counts: it has its place on a linear axis.
  penalty: () => ({ signed: true }),
  rounded: (state, t) => ({ guide: bestOf(state, t), whole: true }),
};

/** The line of the bound in amber. */
function litBound(marks: DisplayList, drawStyle: DrawStyle): Mark[] {
  const { palette, scale } = drawStyle;
  const strokes = [penStroke(palette.ink, 5.6 * scale), penStroke(palette.plant, 3.2 * scale)];
  return marks.map((mark) => {
    if (mark.kind === 'clip') return { ...mark, marks: litBound(mark.marks, drawStyle) };
    return mark.kind === 'path' && mark.role === 'bound' ? { ...mark, strokes } : mark;
  });
}

function createCurve(name: Name): Picture<CurveState> {
  return createPicture({
    select: selectCurve(name),
    draw(state, { size, drawStyle, t }) {
      const marks = drawObjective({
        ...size,
        ...drawStyle,
        ...state,
        bound: null,
        ...BESIDE[name](state, t),
        title: t(`shuffle.curve.${name}`),
        axis: t('axis.step'),
      });
      return state.isLit ? litBound(marks, drawStyle) : marks;
    },
  });
}

const curve = (name: Name, rest: Partial<Curve> = {}): Curve => ({
  name,
  title: (_, t) => t(`shuffle.curve.${name}`),
  label: (_, t) => t('aria.shuffle.curve', { title: t(`shuffle.curve.${name}`) }),
  createPicture: () => createCurve(name),
  rectOf: objectiveRect,
  stepsOf: ({ frontier }) => shownSpan(frontier),
  valueAt: ({ trajectories }, side, step) => numberAt(trajectories[side], SERIES[name], step),
  ...rest,
});

const COST = curve('cost', {
  told(snapshot, t) {
    const { k } = snapshot.store.getState();
    const bound = numberAt(snapshot.trajectories.left, 'bound', k);
    const best = shuffleOf(snapshot.store.getState())?.best;
    return [
      ...(Number.isFinite(bound) ? [t('shuffle.why.bound', { bound: toldBound(bound, 3) })] : []),
      ...(best && !isAsking(snapshot.store.getState())
        ? [t('alt.shuffle.best', { cost: formatDistance(best.cost) })]
        : []),
    ];
  },
  more: ({ trajectories }, t) => [
    { label: t('shuffle.column.bound'), at: (step) => numberAt(trajectories.left, 'bound', step) },
    { label: t('shuffle.column.objective'), at: (step) => numberAt(trajectories.right, 'objective', step) },
    { label: t('shuffle.column.lambda'), at: (step) => numberAt(trajectories.right, 'lambda', step) },
  ],
});

export const CURVES: readonly [Curve, Curve, Curve] = [COST, curve('penalty'), curve('rounded')];
