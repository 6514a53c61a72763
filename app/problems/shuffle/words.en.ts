import { formatCount, formatFour as short } from '../../i18n/format.ts';
import { formatApart } from '../../i18n/format-bound.ts';
import { english } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';

/** Costs and lambdas in units of E; NaN if unknown. */
export interface Stand {
  /** E; on the right E + lambda_k P. */
  readonly value: number;
  readonly penalty: number;
  /** NaN in a tie. */
  readonly cost: number;
  /** Nearest permutation; empty until read, and in a tie. */
  readonly name: string;
  /** Best cost, NaN unless all are listed; their number. */
  readonly best: number;
  readonly listed: number;
  /** Costs in a tie. */
  readonly least: number;
  readonly largest: number;
  /** lambda above which the nearest corner holds descent, NaN in a tie; lambda. Both are shares of L. */
  readonly threshold: number;
  readonly lambda: number;
  /** True for the short wording. */
  readonly bare: boolean;
  /** True while the nearest permutation is asked for. */
  readonly asks: boolean;
}

export interface Corner {
  readonly name: string;
  readonly cost: string;
}

/** True if each rest point is a single one. */
export interface Rests {
  readonly minima: number;
  readonly saddles: number;
  readonly maxima: number;
  readonly isolated: boolean;
}

const plural = createPlural('en');

const COUNTED: Readonly<Record<number, string>> = { 2: 'the two', 3: 'all three', 6: 'all six' };

const theBest = ({ listed, bare }: Stand) =>
  bare
    ? `the best${listed === 3 ? ' of three' : ''}`
    : `the best of ${COUNTED[listed] ?? `all ${formatCount(listed)}`}`;
const equallyNear = ({ best }: Stand) =>
  `${Number.isNaN(best) ? 'Several permutations' : 'Permutations of different costs'} are equally near.`;

const nearest = (stand: Stand) => {
  if (stand.asks) return '';
  if (Number.isNaN(stand.cost)) return stand.bare ? 'Several are equally near.' : equallyNear(stand);
  return `The nearest permutation costs ${short(stand.cost)}.`;
};

const called = ({ name }: Stand) => (name === '' ? 'a permutation' : name);
const known = (stand: Stand) => {
  if (Number.isNaN(stand.best)) return ' The best cost is not known.';
  return stand.bare
    ? ` ${theBest(stand).replace('the', 'The')}: ${short(stand.best)}.`
    : ` ${theBest(stand).replace('the', 'The')} costs ${short(stand.best)}.`;
};

export const words = english({
  'side.left.shuffle': 'Relax, then round',
  'side.right.shuffle': 'Penalise',
  'help.shuffleCost':
    'A permutation matrix M matches the nodes of two graphs A and B; E(M) = ‖AM − MB‖² sums the squared edge disagreements. The mixtures of permutations are the doubly stochastic matrices, and on them E is convex.',
  'help.shuffleSides':
    'Left: descend on E over the mixtures, then round to the nearest permutation. Right: the same descent on E + λP. The penalty P is 0 at permutations only; up to a factor of two it is the distance to the nearest one (proved). Here the left side is the convex one, and neither side always wins.',
  'help.shuffleTraps':
    'For large λ the minimisers of E + λP are exactly the best permutations (proved). But each permutation has a λ above which it becomes a trap, a strict local minimum (proved): exact is not easy.',
  'help.shuffleOurs':
    'The idea and the words “exact” and “Lipschitz” are from the abstract of the paper (AutoShuffleNet), the formula of P from code that restates it. All instances here are ours, and the small channel shuffle is not the paper’s network.',
  'help.shuffleSource': 'arXiv 1901.08624 (abstract)',
  'shuffle.title.left': 'Relax, then round',
  'shuffle.title.right': ({ share, ramp }: { share: string; ramp: number }) =>
    `Penalise, λ = ${share} L${ramp === 0 ? '' : `, ramp ${formatCount(ramp)}`}`,
  'shuffle.short.left': 'relaxed',
  'shuffle.short.right': 'penalised',
  'shuffle.about.left': 'Descend on the cost; round at the end.',
  'shuffle.about.right': 'Descend on cost + λ × penalty.',
  'shuffle.knob.none': 'no penalty',
  'shuffle.knob.full': 'penalty λ = L',
  'shuffle.knob.lambda': 'λ',
  'shuffle.knob.once': 'at once',
  'shuffle.knob.slow': 'over 2,000 steps',
  'shuffle.knob.ramp': 'ramp',
  'shuffle.readout': ({ number }: { number: string }) => `E ${number}`,
  'shuffle.moving.left': (stand: Stand) =>
    `${stand.bare ? 'The mixture costs' : 'E'} ${short(stand.value)}. ${nearest(stand)}`.trim(),
  'shuffle.moving.right': (stand: Stand) =>
    `${stand.bare ? 'Cost + λ × penalty:' : 'E + λP'} ${short(stand.value)}. ${nearest(stand)}`.trim(),
  'end.shuffle.left.best': (stand: Stand) =>
    `Rounds to ${called(stand)} at cost ${short(stand.cost)}: ${theBest(stand)}.`,
  'end.shuffle.left.rounds': (stand: Stand) =>
    `Rounds to ${called(stand)}${stand.bare ? ': cost' : ' at cost'} ${short(stand.cost)}.${known(stand)}`,
  'end.shuffle.left.tie': (stand: Stand) =>
    Number.isNaN(stand.least)
      ? 'A tie: several permutations are equally near.'
      : `A tie: permutations of cost ${short(stand.least)} to ${short(stand.largest)} are equally near.${known(stand)}`,
  'end.shuffle.right.best': (stand: Stand) =>
    `${stand.bare ? 'At' : 'Ends at'} ${called(stand)}: cost ${short(stand.cost)}, ${theBest(stand)}.`,
  'end.shuffle.right.permutation': (stand: Stand) =>
    `${stand.bare ? 'At' : 'Ends at'} ${called(stand)}: cost ${short(stand.cost)}.${known(stand)}`,
  'end.shuffle.right.between': (stand: Stand) => {
    const stopped = `Stopped between permutations${stand.bare ? '' : `, P ${short(stand.penalty)}`}`;
    if (Number.isNaN(stand.threshold)) return `${stopped}. Several are equally near.`;
    const [lambda, threshold] = formatApart(stand.lambda, stand.threshold);
    return stand.lambda > stand.threshold
      ? `${stopped}. The nearest holds descent, but this start does not lead there.`
      : `${stopped}: λ is ${lambda} L, and the nearest holds descent above ${threshold} L only.`;
  },
  'shuffle.settings.left': ({ smoothness, step }: { smoothness: string; step: string }) =>
    `L ${smoothness}, step ${step}`,
  'shuffle.settings.right': ({ lambda, step }: { lambda: string; step: string }) =>
    `λ ${lambda} L, step ${step}`,
  'shuffle.lambda.now': ({ lambda }: { lambda: string }) => `, now λ ${lambda} L`,
  'shuffle.why.bound': ({ bound }: { bound: string }) =>
    `No permutation within reach costs less than ${bound}: E is convex, and solving one assignment problem bounds it from below (proved).`,
  'shuffle.why.monotone':
    'While λ stays and c < 2, no step raises E + λP, however large λ is: P is concave (proved).',
  'shuffle.why.rests':
    'E is at its minimum (proved): it exceeds a lower bound by at most 10⁻⁹ of the larger of E now and E at the start, or by rounding alone. The nearest permutation X has the largest ⟨X, M⟩: an assignment problem.',
  'shuffle.why.tie':
    'E is at its minimum (proved, up to rounding), and M stays: neither the next step nor one of 1/L moves M by more than 10⁻¹². Another permutation’s ⟨X, M⟩ is within 10⁻⁹ of the largest.',
  'shuffle.why.corner': (stand: Pick<Stand, 'threshold' | 'lambda'>) => {
    const [lambda, threshold] = formatApart(stand.lambda, stand.threshold);
    return `P is at most 10⁻⁹, and neither the next step nor one of 1/L moves M by more than 10⁻¹². This permutation holds descent for λ above ${threshold} L (proved); λ is ${lambda} L.`;
  },
  'shuffle.why.between':
    'Neither the next step nor one of 1/L moves M by more than 10⁻¹², and P is above 10⁻⁹.',
  'shuffle.curve.cost': 'Cost E (thin: E + λP)',
  'shuffle.curve.penalty': 'Penalty P: 0 at permutations only',
  'shuffle.curve.rounded': 'Cost of the nearest permutation',
  'shuffle.column.bound': 'lower bound',
  'shuffle.column.objective': 'E + λP, penalised',
  'shuffle.column.lambda': 'λ now',
  'shuffle.corner': ({ name, cost }: Corner) => `${name}\ncost ${cost}`,
  'shuffle.shown.left': 'map: the cost',
  'shuffle.shown.right': 'map: cost + λ × penalty',
  'shuffle.lambda.grown': ({ lambda }: { lambda: string }) => `now\nλ = ${lambda} L`,
  'shuffle.mark.relaxed': 'cheapest mixture',
  'shuffle.height.left': 'E',
  'shuffle.height.right': 'E + λP',
  'shuffle.basins': 'Basins',
  'shuffle.basin.corner': ({ share, name }: { share: string; name: string }) => `${share} to ${name}`,
  'shuffle.basin.rest': ({ share, value }: { share: string; value: string }) =>
    `${share} to a stationary point between permutations, E + λP ${value}`,
  'alt.shuffle.holds': ({ held }: { held: readonly string[] }) =>
    `At this λ ${held.join(', ')} ${plural(held.length, { one: 'is a strict minimum: descent that comes near stays there', other: 'are strict minima: descent that comes near stays there' })}.`,
  'alt.shuffle.basins': ({ parts }: { parts: readonly string[] }) =>
    `Of evenly spaced starts, ${parts.join('; ')}.`,
  'shuffle.cyclic': 'Only the three cyclic permutations can be reached here.',
  'shuffle.all': 'All six',
  'alt.shuffle.rests': ({ minima, saddles, maxima, isolated }: Rests) =>
    `All stationary points: ${minima} ${plural(minima, { one: 'minimum', other: 'minima' })}, ${saddles} ${plural(saddles, { one: 'saddle', other: 'saddles' })}, ${maxima} ${plural(maxima, { one: 'maximum', other: 'maxima' })}${isolated ? '' : ', a continuum counted as one'}.`,
  'shuffle.bound': 'lower bound (proved)',
  'shuffle.best': ({ cost }: { cost: string }) => `best ${cost}`,
  'aria.shuffle.curve': ({ title }: { title: string }) => `${title}: the two sides against the step`,
  'alt.shuffle.best': ({ cost }: { cost: string }) => `The best permutation within reach costs ${cost}.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
