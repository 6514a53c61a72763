import type { ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type DisplayList, type Mark, penStroke } from '../../charts/display-list.ts';
import { formatDistance } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { drawObjective, objectiveRect } from '../../pictures/curve/objective-plot.ts';
import { isAsking } from '../../session/guessing.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt } from '../../session/run/kept-steps.ts';
import type { AppState } from '../../session/store.ts';
import type { Curve } from '../../session/view.ts';
import { linesCurve } from '../kit/curve/lines.ts';
import { shuffleOf } from './shuffle-info.ts';
import { toldBound } from './told-bound.ts';

interface CurveFacts {
  readonly info: ShuffleInfo | null;
  readonly asks: boolean;
}

const infoOf = ({ store }: Snapshot): CurveFacts => {
  const state = store.getState();
  return { info: shuffleOf(state), asks: isAsking(state) };
};

/** Returns null if unknown or while a scene asks. */
function bestOf({ info, asks }: CurveFacts, t: Translate): { value: number; label: string } | null {
  if (!info?.best || asks) return null;
  const { cost } = info.best;
  return { value: cost, label: t('shuffle.best', { cost: formatDistance(cost) }) };
}

function litBound(marks: DisplayList, drawStyle: DrawStyle): Mark[] {
  const { palette, scale } = drawStyle;
  const strokes = [penStroke(palette.ink, 5.6 * scale), penStroke(palette.plant, 3.2 * scale)];
  return marks.map((mark) => {
    if (mark.kind === 'clip') return { ...mark, marks: litBound(mark.marks, drawStyle) };
    return mark.kind === 'path' && mark.role === 'bound' ? { ...mark, strokes } : mark;
  });
}

const curve = (name: 'cost' | 'penalty' | 'rounded', series: string) => ({
  name,
  series,
  title: (_: AppState, t: Translate) => t(`shuffle.curve.${name}`),
  label: (_: AppState, t: Translate) => t('aria.shuffle.curve', { title: t(`shuffle.curve.${name}`) }),
  rectOf: objectiveRect,
});

const COST = linesCurve({
  ...curve('cost', 'loss'),
  // `objective` is E + lambda_k P.
  lines: { bound: ['left', 'bound', (_, __, t) => t('shuffle.bound')], objective: ['right', 'objective'] },
  facts: (snapshot) => ({
    ...infoOf(snapshot),
    isLit: snapshot.store.getState().extra?.highlight === 'bound',
  }),
  draw({ bound, objective, isLit, ...input }, t) {
    const marks = drawObjective({
      ...input,
      bound: input.asks ? null : bound,
      guide: bestOf(input, t),
      beside: { ...objective, side: 'right' },
      whole: true,
    });
    return isLit ? litBound(marks, input) : marks;
  },
  told(snapshot, t) {
    const state = snapshot.store.getState();
    if (isAsking(state)) return [];
    const bound = numberAt(snapshot.trajectories.left, 'bound', state.k);
    const best = shuffleOf(state)?.best;
    return [
      ...(Number.isFinite(bound) ? [t('shuffle.why.bound', { bound: toldBound(bound, 3) })] : []),
      ...(best ? [t('alt.shuffle.best', { cost: formatDistance(best.cost) })] : []),
    ];
  },
  more: ({ trajectories }, t) => [
    { label: t('shuffle.column.bound'), at: (step) => numberAt(trajectories.left, 'bound', step) },
    { label: t('shuffle.column.objective'), at: (step) => numberAt(trajectories.right, 'objective', step) },
    { label: t('shuffle.column.lambda'), at: (step) => numberAt(trajectories.right, 'lambda', step) },
  ],
});

/** Linear, so that 0 is visible. */
const PENALTY = linesCurve({
  ...curve('penalty', 'penalty'),
  draw: (input) => drawObjective({ ...input, bound: null, signed: true }),
});

const ROUNDED = linesCurve({
  ...curve('rounded', 'rounded'),
  facts: infoOf,
  draw: (input, t) => drawObjective({ ...input, bound: null, guide: bestOf(input, t), whole: true }),
});

export const CURVES: readonly [Curve, Curve, Curve] = [COST, PENALTY, ROUNDED];
