import type { RoundTerms } from '../../../../engine/problems/two-layer/types.ts';
import type { Update } from '../../../../workers/protocol.ts';
import { formatCount, formatDigits } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { SideStage, SideTable } from '../../../session/explanation.ts';
import type { Stage } from '../../../session/picture/extra-marks.ts';
import { MOST_ROWS, residualTable, stageOf } from '../../network-stage.ts';

export function roundStage(round: RoundTerms, update: Update, stage: Stage, t: Translate): SideStage {
  const { before, beta, columns, exact, hinges, sampled } = round;
  const facts = {
    p: formatCount(before.network.length / (columns + 1)),
    beta: formatDigits(beta),
    largest: formatDigits(exact?.largest ?? hinges?.largest ?? Number.NaN),
    beyond: formatCount(hinges?.beyond ?? exact?.taken.length ?? 0),
    came: formatCount(hinges?.came.length ?? exact?.taken.length ?? 0),
    patterns: formatCount(sampled?.before.patterns ?? 0),
  };
  const told = stageOf(round.program, stage, facts, roundTable(round, update, stage), t);
  const hasEnded = round.after === null && (stage === 'gradient' || stage === 'step');
  return hasEnded ? { ...told, say: t('explain.walk.ended') } : told;
}

const DEGREES = 180 / Math.PI;

/** Returns a direction's angle from the features' first column, in [0, 360) degrees. */
function angleOf(x: number, y: number): number {
  return (Math.atan2(y, x) * DEGREES + 360) % 360;
}

/** Lists hinges; each costs its slope alone. */
function hingeTable(network: Float64Array, p: number): SideTable {
  const rows = Array.from({ length: Math.min(p, MOST_ROWS) }, (_, j) => {
    const [slope, bias, alpha] = [network[2 * j]!, network[2 * j + 1]!, network[2 * p + j]!];
    return { name: j + 1, cells: [slope, bias, alpha, Math.abs(alpha * slope)] };
  });
  return { of: 'neuron', columns: ['slope', 'bias', 'alpha', 'size'], rows, count: p };
}

function roundTable(round: RoundTerms, update: Update, stage: Stage): SideTable | null {
  const { columns: d, beta, before, after, exact, hinges, sampled } = round;
  switch (stage) {
    case 'forward': {
      const p = before.network.length / (d + 1);
      if (hinges) return hingeTable(before.network, p);
      return {
        of: 'neuron',
        columns: [...(d === 2 ? ['w1', 'w2'] : ['norm']), 'alpha', 'strength'],
        rows: Array.from({ length: Math.min(p, MOST_ROWS) }, (_, j) => {
          const w = before.network.subarray(j * d, j * d + d);
          const length = Math.hypot(...w);
          const alpha = before.network[p * d + j]!;
          return {
            name: j + 1,
            cells: [...(d === 2 ? [w[0]!, w[1]!] : [length]), alpha, Math.abs(alpha) * length],
          };
        }),
        count: p,
      };
    }
    case 'residuals':
      return residualTable(update, round.outputs, round.residuals);
    case 'off':
      if (!exact) return null;
      return {
        of: 'direction',
        columns: ['angle', 'height', 'edge'],
        rows: exact.taken.map(({ direction, sign, height }, i) => ({
          name: i + 1,
          cells: [angleOf(...direction), sign * height, sign * beta],
        })),
        count: exact.taken.length,
        digits: { angle: 'short' },
      };
    case 'gradient':
      if (hinges)
        return {
          of: 'direction',
          columns: ['kink', 'signed'],
          rows: hinges.came.map(({ kink, sign, length }, i) => ({
            name: i + 1,
            cells: [kink, sign * length],
          })),
          count: hinges.came.length,
          digits: { kink: 'short' },
        };
      if (!exact) return null;
      return {
        of: 'direction',
        columns: ['angle', 'pull', 'squares', 'length'],
        rows: exact.taken.map(({ direction, pull, squares, length }, i) => ({
          name: i + 1,
          cells: [angleOf(...direction), pull, squares, length],
        })),
        count: exact.taken.length,
        digits: { angle: 'short' },
      };
    case 'step': {
      const pair = (name: string, from: number, to: number | undefined) => ({
        name,
        cells: [from, to ?? Number.NaN],
      });
      const rows = [
        pair(
          'neurons',
          before.network.length / (d + 1),
          (after && after.network.length / (d + 1)) || undefined,
        ),
        pair('objective', before.objective, after?.objective),
        ...(sampled
          ? [
              pair('patterns', sampled.before.patterns, sampled.after?.patterns),
              pair('gap', sampled.before.gap, sampled.after?.gap),
            ]
          : [
              pair('bound', before.lowerBound, after?.lowerBound),
              pair(
                'excess',
                before.objective - before.lowerBound,
                after ? after.objective - after.lowerBound : undefined,
              ),
            ]),
      ];
      const digits = { neurons: 'count', patterns: 'count' } as const;
      return { of: 'quantity', columns: ['before', 'after'], rows, count: rows.length, digits };
    }
  }
}
