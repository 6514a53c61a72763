import './explain-words.en.ts';
import type { LiftTerms, LiftUpdate } from '../../../engine/problems/lift/types.ts';
import type { SideUpdate, Update } from '../../../workers/protocol.ts';
import type { Explanation, SideTable, Topic } from '../../session/explanation.ts';
import type { Stage } from '../../session/picture/extra-marks.ts';
import {
  networkStage,
  neuronSigns,
  partCells,
  plainSigns,
  residualTable,
  stageOf,
  toldRows,
} from '../network-stage.ts';

const LIFTED: Topic = {
  id: 'lift',
  lines: [
    {
      tex: '\\begin{aligned}F(u,\\alpha)=\\ &\\tfrac12\\bigl(\\alpha\\max(u,0)-y\\bigr)^2\\\\ &+\\tfrac\\beta2\\bigl(u^2+\\alpha^2\\bigr)\\end{aligned}',
      say: 'explain.say.liftLeft',
    },
    {
      tex: '\\begin{aligned}P(v,w)=\\ &\\tfrac12(v-w-y)^2+\\beta\\,(v+w),\\\\ &v,w\\ge0\\end{aligned}',
      say: 'explain.say.liftRight',
    },
    {
      tex: '\\min F=\\min P=\\begin{cases}\\beta y-\\tfrac12\\beta^2 & y>\\beta\\\\ \\tfrac12y^2 & y\\le\\beta\\end{cases}',
      say: 'explain.say.liftOptimum',
      standing: 'proved',
    },
  ],
};

export const explanation: Partial<Explanation<LiftUpdate>> = {
  topics: () => [LIFTED, 'rule'],
  notation: () => ({
    iterates: { left: (k) => `(u,\\alpha)_{${k}}`, right: (k) => `(v,w)_{${k}}` },
    slopes: { left: '\\nabla F', right: '\\nabla P' },
    projects: 'right',
    isLong: true,
    lines: [{ say: 'explain.say.scale' }],
  }),
  isApart: true,
  samples(update, side) {
    const own = update[side];
    if (own?.network) return neuronSigns(own.network, 0);
    return own?.lift
      ? plainSigns(Float64Array.of(own.lift.output), Float64Array.of(own.lift.residual))
      : null;
  },
  terms: (told, side) => partCells(told[side]),
  walk: {
    ofSide({ update }, side, stage, t) {
      const own = update[side];
      if (own?.network) return networkStage(own, own.network, update, stage, 0, t);
      if (own?.lift) return stageOf('lifted', stage, {}, liftTable(own, own.lift, update, stage), t);
      return { title: null, say: t('explain.step.diverges'), table: null };
    },
  },
};

function liftTable(own: SideUpdate, lift: LiftTerms, update: Update, stage: Stage): SideTable {
  const { output, residual, beta, slopes, held } = lift;
  const [v, w] = own.weights;
  const both = (cells: (i: 0 | 1) => readonly number[]) =>
    (['v', 'w'] as const).map((name, i) => ({ name, cells: cells(i as 0 | 1), off: held[i]! }));
  const weights = { of: 'weight', count: 2 } as const;
  switch (stage) {
    case 'forward':
      return { columns: ['v', 'w', 'output'], ...toldRows(update, () => ({ cells: [v!, w!, output] })) };
    case 'residuals':
      return residualTable(update, Float64Array.of(output), Float64Array.of(residual));
    case 'off':
      return { ...weights, columns: ['value', 'raw'], rows: both((i) => [own.weights[i]!, slopes[i]!]) };
    case 'gradient':
      return {
        ...weights,
        columns: ['plusMinus', 'beta', 'raw', 'projected'],
        rows: both((i) => [i === 0 ? residual : -residual + 0, beta, slopes[i]!, own.gradient[i]!]),
      };
    case 'step':
      return {
        ...weights,
        columns: ['before', 'unprojected', 'after'],
        rows: both((i) => [own.weights[i]!, own.unprojected?.[i] ?? Number.NaN, own.next?.[i] ?? Number.NaN]),
      };
  }
}
