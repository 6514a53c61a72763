import type {
  OutputRound,
  OutputsInfo,
  OutputsUpdate,
  TouchTold,
} from '../../../../engine/problems/vector-output/types.ts';
import { formatCount, formatDigits, formatNumberShort } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { SideStage, SideTable } from '../../../session/explanation.ts';
import type { Stage } from '../../../session/picture/extra-marks.ts';
import { MOST_ROWS, stageOf } from '../../network-stage.ts';
import { outputColumns, sampleTable } from './output-stage.ts';

/** Returns a stage of a working-set, Frank-Wolfe or closed-form round. */
export function roundStage(
  round: OutputRound,
  update: OutputsUpdate,
  info: OutputsInfo,
  stage: Stage,
  i: number,
  t: Translate,
): SideStage {
  const { before, after, taken, frankWolfe, classes, beta, outputs, columns, program } = round;
  const kind = classes ? 'closed' : frankWolfe || round.solver === 'fw' ? 'frankWolfe' : 'workingSet';
  const size = sizeOf(before.atoms, columns + outputs);
  const next = after ? sizeOf(after.atoms, columns + outputs) : size;
  const facts = {
    i: formatCount((update.told?.rows[i] ?? 0) + 1),
    p: formatCount(size),
    beta: formatDigits(beta),
    edge: formatDigits(info.samples * beta),
    rms: formatDigits(round.rms),
    largest: taken[0] ? formatDigits(taken[0].height) : '',
    taken: formatCount(taken.length),
    gone: formatCount(Math.max(0, size + taken.length - next)),
    kept: formatCount(classes?.filter(({ target }) => target > 0).length ?? 0),
    share: formatNumberShort(Number((frankWolfe?.share ?? 0).toPrecision(3))),
    certified: program === 'sampled' ? '' : 'yes',
  };
  const told = stageOf(kind, stage, facts, roundTable(round, update, info, stage, i), t);
  const hasEnded = after === null && (stage === 'off' || stage === 'gradient' || stage === 'step');
  return hasEnded && !classes ? { ...told, say: t('explain.walk.ended') } : told;
}

const sizeOf = (atoms: Float64Array, stride: number) => atoms.length / stride;

const DEGREES = 180 / Math.PI;

/** Returns columns that place a direction: its angle in the plane; angle and offset of its line; else none. */
function placing(round: OutputRound, { hasOnes }: OutputsInfo) {
  const angle = (x: number, y: number) => (Math.atan2(y, x) * DEGREES + 360) % 360;
  if (round.columns === 2) return { columns: ['angle'], cells: ([x, y]: Float64Array) => [angle(x!, y!)] };
  if (round.columns === 3 && hasOnes)
    return {
      columns: ['angle', 'offset'],
      cells: ([x, y, w]: Float64Array) => [angle(x!, y!), -w! / Math.hypot(x!, y!)],
    };
  return { columns: [], cells: () => [] };
}

function roundTable(
  round: OutputRound,
  { told }: OutputsUpdate,
  info: OutputsInfo,
  stage: Stage,
  i: number,
): SideTable | null {
  const { columns: d, outputs, before, beta, taken, frankWolfe, classes } = round;
  const place = placing(round, info);
  const digits = { angle: 'short', offset: 'short' } as const;
  const touchTable = (names: readonly string[], cells: (touch: TouchTold) => number[]): SideTable => ({
    of: 'direction',
    columns: [...place.columns, ...names],
    rows: taken.map((touch, at) => ({
      name: at + 1,
      cells: [...place.cells(touch.direction), ...cells(touch)],
    })),
    count: taken.length,
    digits,
  });
  switch (stage) {
    case 'forward': {
      const stride = d + outputs;
      const p = sizeOf(before.atoms, stride);
      return {
        of: 'neuron',
        columns: [...place.columns, 'weight', ...outputColumns(outputs)],
        rows: Array.from({ length: Math.min(p, MOST_ROWS) }, (_, j) => {
          const u = before.atoms.subarray(j * stride, j * stride + d);
          const v = before.atoms.subarray(j * stride + d, (j + 1) * stride);
          return { name: j + 1, cells: [...place.cells(u), Math.hypot(...u) * Math.hypot(...v), ...v] };
        }),
        count: p,
        digits,
      };
    }
    case 'residuals':
      return sampleTable(info.labels, round.fitted, round.residuals, outputs, told!.rows[i]!, i);
    case 'off':
      if (classes) return classTable(round, info);
      return touchTable(['height', 'level', ...outputColumns(outputs)], ({ height, output }) => [
        height,
        beta,
        ...output,
      ]);
    case 'gradient':
      if (classes) return priceTable(round);
      if (round.solver === 'fw') return frankWolfe && segmentTable(frankWolfe);
      return touchTable(['height', 'squares', 'weight'], ({ height, squares, weight }) => [
        height,
        squares,
        weight,
      ]);
    case 'step':
      return endTable(round);
  }
}

/** Compares the labels' singular values with n beta. */
function classTable({ classes, beta }: OutputRound, { samples }: OutputsInfo): SideTable {
  return {
    of: 'class',
    columns: ['samples', 'sigma', 'shift', 'target'],
    rows: classes!.map(({ size, value, target }, k) => ({
      name: k + 1,
      cells: [size, value, samples * beta, target],
      off: target === 0,
    })),
    count: classes!.length,
    digits: { samples: 'count' },
  };
}

/** Returns each class's part of P. */
function priceTable({ classes }: OutputRound): SideTable {
  return {
    of: 'class',
    columns: ['fit', 'decay', 'gradient'],
    rows: classes!.map(({ fit, penalty, target }, k) => ({
      name: k + 1,
      cells: [fit, penalty, fit + penalty],
      off: target === 0,
    })),
    count: classes!.length,
  };
}

function segmentTable({
  cap,
  tau,
  nextTau,
  slope,
  curvature,
  share,
}: NonNullable<OutputRound['frankWolfe']>): SideTable {
  const rows = Object.entries({ cap, slope, curvature, share }).map(([name, value]) => ({
    name,
    cells: [value, Number.NaN],
  }));
  return {
    of: 'quantity',
    columns: ['before', 'after'],
    rows: [...rows, { name: 'tau', cells: [tau, nextTau] }],
    count: 5,
  };
}

/** Returns neurons, objective and bound before and after a round. */
function endTable({ before, after, columns, outputs, program }: OutputRound): SideTable {
  const pair = (name: string, of: (state: OutputRound['before']) => number) => ({
    name,
    cells: [of(before), after ? of(after) : Number.NaN],
  });
  const rows = [
    pair('neurons', ({ atoms }) => sizeOf(atoms, columns + outputs)),
    pair('objective', ({ objective }) => objective),
    ...(program === 'sampled'
      ? []
      : [
          pair('bound', ({ lowerBound }) => lowerBound),
          pair('excess', ({ objective, lowerBound }) => objective - lowerBound),
        ]),
  ];
  return {
    of: 'quantity',
    columns: ['before', 'after'],
    rows,
    count: rows.length,
    digits: { neurons: 'count' },
  };
}
