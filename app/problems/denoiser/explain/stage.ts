import type { SideName, Vector } from '../../../../engine/contract.ts';
import type {
  ImageInfo,
  ImageTerms,
  PixelsInfo,
  PixelTerms,
} from '../../../../engine/problems/denoiser/types.ts';
import { formatCount, formatDigits, formatFour as short } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { SideStage, SideTable } from '../../../session/explanation.ts';
import type { Stage } from '../../../session/picture/extra-marks.ts';
import { stageOf } from '../../network-stage.ts';
import { isWitness } from '../witness.ts';
import type { ImageFacts, PixelFacts } from './words.en.ts';

/** Formats a number; empty if not finite. */
const told = (value: number) => (Number.isFinite(value) ? formatDigits(value) : '');

/** Classifies a gradient step; `away` ends farther from the line than it began. */
function wayOf(c: number): PixelFacts['way'] {
  if (c === 1) return 'onto';
  return c < 1 ? 'short' : c <= 2 ? 'past' : 'away';
}

export function pixelStage(
  round: PixelTerms,
  { c, sides }: PixelsInfo,
  side: SideName,
  stage: Stage,
  t: Translate,
): SideStage {
  const { residual, slopes, objective, sure, radius } = round;
  const facts: PixelFacts = {
    residual: formatDigits(residual),
    way: wayOf(c),
    left: short(1 - c),
    cap: sides[side].cap === null ? '' : short(sides[side].cap),
    stretches: slopes.some((slope) => slope > 1) ? 'yes' : '',
    before: formatDigits(objective[0]),
    after: formatDigits(objective[1]),
    sure: sure < 0 ? '' : formatDigits(sure),
    radius: told(radius),
  };
  return stageOf('dn.pixels', stage, { ...facts }, pixelTable(round, stage), t);
}

function pixelTable({ before, z, slopes, after, objective }: PixelTerms, stage: Stage): SideTable | null {
  const columns = (of: Readonly<Record<string, readonly number[]>>): SideTable => ({
    of: 'dnPixel',
    columns: Object.keys(of),
    rows: [0, 1].map((i) => ({ name: i + 1, cells: Object.values(of).map((values) => values[i]!) })),
    count: 2,
  });
  switch (stage) {
    case 'forward':
      return columns({ dnX: before });
    case 'gradient':
      return columns({ dnX: before, dnZ: z });
    case 'off':
      return columns({ dnZ: z, dnSlope: slopes, dnD: after });
    case 'step':
      return quantityTable([
        ['dnX1', before[0], after[0]],
        ['dnX2', before[1], after[1]],
        ['dnF', ...objective],
      ]);
    default:
      return null;
  }
}

const quantityTable = (rows: readonly (readonly [string, number, number])[]): SideTable => ({
  of: 'quantity',
  columns: ['before', 'after'],
  rows: rows.map(([name, ...cells]) => ({ name, cells })),
  count: rows.length,
});

export function imageStage(
  round: ImageTerms,
  info: ImageInfo,
  side: SideName,
  stage: Stage,
  t: Translate,
): SideStage {
  const { lifted, residual, snr, moves, step, ratio, radius } = round;
  const { c, mask, visibilities, strength, isPositive, right } = info;
  const facts: ImageFacts = {
    residual: formatDigits(residual[0]),
    snr: told(snr[0]),
    onto: c === 1 ? 'yes' : '',
    c: short(c),
    visibilities: formatCount(visibilities),
    others: formatCount(mask.length - visibilities),
    dataMove: formatDigits(moves[0]),
    denoiser: side === 'left' ? 'net' : right,
    strength: short(strength),
    denoiserMove: formatDigits(moves[1]),
    ratio: told(ratio),
    stretches: isWitness(ratio) ? 'yes' : '',
    positive: isPositive ? 'yes' : '',
    lifted: formatCount(lifted),
    move: formatDigits(step),
    radius: told(radius),
  };
  return stageOf('dn.image', stage, { ...facts }, imageTable(round, stage), t);
}

const least = (image: Vector) => image.reduce((now, value) => Math.min(now, value), Number.POSITIVE_INFINITY);
const most = (image: Vector) => image.reduce((now, value) => Math.max(now, value), Number.NEGATIVE_INFINITY);

function imageTable(
  { before, z, denoised, after, residual, snr }: ImageTerms,
  stage: Stage,
): SideTable | null {
  const pair = (from: Vector, to: Vector) =>
    [
      ['dnLeast', least(from), least(to)],
      ['dnMost', most(from), most(to)],
    ] as const;
  switch (stage) {
    case 'gradient':
      return quantityTable(pair(before, z));
    case 'off':
      return quantityTable(pair(z, denoised));
    case 'step':
      return quantityTable([
        ...pair(before, after),
        ['dnResidual', ...residual],
        ...(Number.isFinite(snr[0] + snr[1]) ? ([['dnSnr', ...snr]] as const) : []),
      ]);
    default:
      return null;
  }
}
