import type { SideName } from '../../../../engine/contract.ts';
import type {
  FedInfo,
  FedRound,
  NetworkTerms,
  PlaneTerms,
} from '../../../../engine/problems/federated/types.ts';
import { formatCount, formatReadout, formatFour as short } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { SideStage, SideTable } from '../../../session/explanation.ts';
import type { Stage } from '../../../session/picture/extra-marks.ts';
import { MOST_ROWS, stageOf } from '../../network-stage.ts';
import { letterOf } from '../fed-marks.ts';

/** Stages of a round: broadcast, local steps, average, server step. */
export const FED_STAGES: readonly Stage[] = ['forward', 'residuals', 'gradient', 'step'];

export function fedStage(
  round: FedRound,
  info: FedInfo,
  side: SideName,
  stage: Stage,
  t: Translate,
): SideStage {
  const { local, eta, server, clients } = round;
  const facts = {
    local: formatCount(local),
    eta: short(eta),
    server: short(server),
    clients: formatCount(clients.length),
    loss: formatReadout(round.level === 'plane' ? round.before.excess : round.before.loss),
    drift: round.level === 'plane' ? '' : formatReadout(round.drift),
  };
  const table = round.level === 'plane' ? planeTable(round, stage) : networkTable(round, info, stage);
  const told = stageOf(`fed.${kindOf(info, side, stage)}`, stage, facts, table, t);
  return stage === 'step' && !round.after ? { ...told, say: t('explain.step.diverges') } : told;
}

/** Returns the key of a stage's words: other right sides have own words where their rounds differ. */
function kindOf(info: FedInfo, side: SideName, stage: Stage): string {
  if (info.level === 'network') return side === 'left' ? 'network' : 'linear';
  if (side === 'right' && info.versus === 'work' && stage !== 'step') return 'work';
  const { method } = info.sides[side];
  if (method !== 'average' && stage === 'residuals') return method;
  return side === 'right' && info.versus === 'equal' && stage === 'forward' ? 'equal' : 'plane';
}

function clientTable(
  count: number,
  columns: readonly string[],
  cells: (c: number) => readonly number[],
  nameOf: (c: number) => string | number = (c) => c + 1,
): SideTable {
  const rows = Array.from({ length: count }, (_, c) => ({ name: nameOf(c), cells: cells(c) }));
  return { of: 'client', columns, rows, count, digits: { fedSamples: 'count' } };
}

type Pair = readonly [name: string, before: number, after: number];

function pairTable(pairs: readonly Pair[]): SideTable {
  const rows = pairs
    .filter(([, before]) => Number.isFinite(before))
    .map(([name, ...cells]) => ({ name, cells }));
  return { of: 'quantity', columns: ['before', 'after'], rows, count: rows.length };
}

function planeTable({ clients, paths, average, before, after }: PlaneTerms, stage: Stage): SideTable | null {
  const count = clients.length;
  switch (stage) {
    case 'forward':
      return clientTable(
        count,
        ['fedOwnLoss', 'fedFlat', 'fedSteep'],
        (c) => {
          const { before: loss, curvatures } = clients[c]!;
          return [loss, ...curvatures];
        },
        letterOf,
      );
    case 'residuals':
      return clientTable(
        count,
        ['fedOwnAfter', 'fedWalked', 'fedFlatShare', 'fedSteepShare'],
        (c) => {
          const { after: loss, walked, shares } = clients[c]!;
          return [loss, walked, ...shares];
        },
        letterOf,
      );
    case 'gradient': {
      const table = clientTable(
        count,
        ['fedTheta1', 'fedTheta2'],
        (c) => Array.from(paths[c]!.slice(-2)),
        letterOf,
      );
      return { ...table, rows: [...table.rows, { name: 'θ̄', cells: average }], count: count + 1 };
    }
    case 'step': {
      const pair = (name: string, of: (point: typeof before) => number): Pair => [
        name,
        of(before),
        after ? of(after) : Number.NaN,
      ];
      return pairTable([
        pair('fedTheta1', ({ at }) => at[0]),
        pair('fedTheta2', ({ at }) => at[1]),
        pair('fedExcess', ({ excess }) => excess),
        pair('fedSurrogate', ({ surrogate }) => surrogate),
        pair('fedDistance', ({ distance }) => distance),
        pair('fedFromRest', ({ fromRest }) => fromRest),
      ]);
    }
    default:
      return null;
  }
}

function networkTable(round: NetworkTerms, info: FedInfo, stage: Stage): SideTable | null {
  const { clients, before, average, after, linear } = round;
  const n = before.residual.length;
  const sampleTable = (columns: readonly string[], cells: (i: number) => readonly number[]): SideTable => ({
    of: 'sample',
    columns,
    rows: Array.from({ length: Math.min(n, MOST_ROWS) }, (_, i) => ({ name: i + 1, cells: cells(i) })),
    count: n,
    digits: { fedOwner: 'count' },
  });
  switch (stage) {
    case 'forward':
      return clientTable(clients.length, ['fedSamples', 'fedOwnLoss'], (c) => [
        clients[c]!.samples,
        clients[c]!.before,
      ]);
    case 'residuals':
      if (linear && info.level === 'network')
        return sampleTable(['fedOwner', 'fedU', 'fedGu'], (i) => [
          info.owners[i]! + 1,
          before.residual[i]!,
          linear.pull[i]!,
        ]);
      return clientTable(clients.length, ['fedOwnAfter', 'fedWalked'], (c) => [
        clients[c]!.after,
        clients[c]!.walked,
      ]);
    case 'gradient':
      if (linear)
        return sampleTable(['fedU', 'fedMu', 'fedAveraged'], (i) => [
          before.residual[i]!,
          before.residual[i]! - average.residual[i]!,
          average.residual[i]!,
        ]);
      return {
        of: 'quantity',
        columns: ['before', 'fedAtAverage'],
        rows: [{ name: 'fedLoss', cells: [before.loss, average.loss] }],
        count: 1,
      };
    case 'step':
      return pairTable([
        ['fedLoss', before.loss, after?.loss ?? Number.NaN],
        ['fedWeighted', ...(linear?.weighted ?? ([Number.NaN, Number.NaN] as const))],
      ]);
    default:
      return null;
  }
}
