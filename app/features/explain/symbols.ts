import type { SideName } from '../../../engine/contract.ts';
import type { MarkName } from '../../session/extra-marks.ts';
import type { FormulaFacts } from './formula-facts.ts';

/** A number in TeX, to four digits. */
export function texNumber(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return '\\text{–}';
  const size = Math.abs(value);
  const rounded = Number(value.toPrecision(digits));
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) {
    const [mantissa, power] = rounded.toExponential().split('e');
    return `${mantissa}\\cdot10^{${Number(power)}}`;
  }
  return String(rounded);
}

/** A number in TeX with the digits that the read-outs have, so that a formula works out to what stands beside it. */
export function texReadout(value: number): string {
  if (!Number.isFinite(value)) return '\\text{–}';
  const size = Math.abs(value);
  if (size === 0 || (size >= 1e-4 && size < 1e5)) return value.toFixed(5);
  const [mantissa, power] = value.toExponential(3).split('e');
  return `${mantissa}\\cdot10^{${Number(power)}}`;
}

/** A symbol that has its mark on the plot: in its colour, with its own underline, found by its name. */
export function symbol(mark: MarkName, tex: string): string {
  return `\\htmlClass{symbol ${mark}}{\\htmlData{mark=${mark}}{${tex}}}`;
}

/** What each side's weights are called at step k and after it; the sides of a lift are over other weights. */
const ITERATES: Readonly<Record<string, Readonly<Record<SideName, (k: string) => string>>>> = {
  'one-neuron': { left: (k) => `w_{${k}}^{f}`, right: (k) => `w_{${k}}^{g}` },
  lift: { left: (k) => `(u,\\alpha)_{${k}}`, right: (k) => `(v,w)_{${k}}` },
  'two-layer': { left: (k) => `\\theta_{${k}}`, right: (k) => `\\theta_{${k}}^{g}` },
};

/** Another problem's weights and losses are called as those of one neuron are. */
export function iteratesOf(problem: string): Readonly<Record<SideName, (k: string) => string>> {
  return ITERATES[problem] ?? ITERATES['one-neuron']!;
}

const SLOPES: Readonly<Record<string, Readonly<Record<SideName, string>>>> = {
  'one-neuron': { left: '\\nabla f', right: '\\nabla g' },
  lift: { left: '\\nabla F', right: '\\nabla P' },
  'two-layer': { left: '\\nabla F', right: '\\nabla F_b' },
};

function slopesOf(problem: string): Readonly<Record<SideName, string>> {
  return SLOPES[problem] ?? SLOPES['one-neuron']!;
}

export const STAR = symbol('plant', 'w^\\star');
export const SLOPE: Readonly<Record<SideName, string>> = {
  left: symbol('slope-left', '\\nabla f'),
  right: symbol('slope-right', '\\nabla g'),
};

export function slopeName(side: SideName, { problem, blend }: FormulaFacts): string {
  const blended = side === 'right' && problem === 'one-neuron' && blend < 1;
  return symbol(`slope-${side}`, blended ? '\\nabla f_b' : slopesOf(problem)[side]);
}

/** What the marks of two layers are called. */
const NETWORK_TEX: Readonly<Partial<Record<MarkName, string>>> = {
  left: 'w_j,\\alpha_j',
  right: 'v_i,u_i',
  plant: 'w_j^\\star,\\alpha_j^\\star',
  'slope-left': '\\nabla F',
  'slope-right': '\\nabla F_b',
  band: '\\pm\\beta',
};

/** A symbol by itself, without a mark of its own; null where a word says it. `relaxed`: the right side is a network too. */
export function symbolTex(mark: MarkName, problem: string, blended: boolean, relaxed = false): string | null {
  if (problem === 'two-layer')
    return (relaxed && mark === 'right' ? 'w_j^g,\\alpha_j^g' : NETWORK_TEX[mark]) ?? null;
  const iterates = iteratesOf(problem);
  const slopes = slopesOf(problem);
  const right = problem === 'one-neuron' && blended ? '\\nabla f_b' : slopes.right;
  switch (mark) {
    case 'left':
    case 'right':
      return iterates[mark]('k');
    case 'plant':
      return 'w^\\star';
    case 'slope-left':
      return slopes.left;
    case 'slope-right':
      return right;
    case 'difference':
      return `${right}-${slopes.left}`;
    case 'samples':
      return 'z=Aw';
    default:
      return null;
  }
}
