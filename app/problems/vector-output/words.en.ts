import { formatCount, formatNumberShort } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';
import { type AboveBest, aboveBest, optimalTo } from '../kit/curve/above-best.ts';

const plural = createPlural('en');

const NEURONS = { one: 'neuron', other: 'neurons' };
const SAMPLES = { one: 'sample', other: 'samples' };

type Of<Names extends string> = Readonly<Record<Names, string>>;

/** `excess` is that of the shown step, NaN without a bound above 0. */
export interface VerdictFacts extends AboveBest {
  /** True if the optimum is known to be 0. */
  readonly zero: boolean;
  /** True within the tolerance of the bound. */
  readonly isOptimal: boolean;
  readonly sampled: boolean;
  /** True if F has hardly changed recently; this does not end the run. */
  readonly slow: boolean;
  /** Step at which the side ended, or its rounds. */
  readonly k: number | null;
  /** The right's neurons. */
  readonly kept: number;
}

/** Wrong: in another class. Undecided: in none. */
export interface AnswerCounts {
  readonly samples: number;
  readonly wrong: number;
  readonly undecided: number;
}

/** `open`: ended above its bound. */
const PROGRAMS = {
  closed: 'Optimum in closed form',
  exact: 'Exact convex program',
  open: 'Convex program, gap left open',
  sampled: 'Convex program, sampled patterns',
} as const;

const undecidedToo = ({ undecided }: AnswerCounts) =>
  undecided > 0 ? `, ${formatCount(undecided)} undecided` : '';

/** Empty if there is no bound. */
const above = (facts: VerdictFacts): string =>
  facts.sampled
    ? ', sampled patterns prove no bound'
    : facts.zero
      ? ', the best possible is F = 0 (proved)'
      : Number.isNaN(facts.excess)
        ? ''
        : `, ${aboveBest(facts)}`;

const near = (facts: VerdictFacts): string => (Number.isNaN(facts.excess) ? '' : `${aboveBest(facts)}, `);

const neurons = (count: number) => `${formatCount(count)} ${plural(count, NEURONS)}`;

export const words = english({
  'side.left.vector-output': ({ m }: { m: number }) => `Descent, ${neurons(m)}`,
  'side.right.vector-output': ({ program }: { program: keyof typeof PROGRAMS }) => PROGRAMS[program],
  'help.outputsLead':
    'Left: gradient descent on a network of m hidden neurons with K outputs. Right: its exact convex program, solved in rounds.',
  'help.outputsLoss':
    'Both are measured by F = 1/(2n) ‖relu(A U) V − Y‖² + β/2 (‖U‖² + ‖V‖²), a mean over n samples.',
  'help.outputsProgram':
    'The program adds neurons where the dual curve η/n exceeds β and re-solves for all of them. At its optimum η/n is nowhere above β.',
  'help.outputsBound':
    'Each round proves a lower bound that no network of any width can cross. With sampled directions nothing is proved, and the page says so.',
  'help.outputsSource': 'Sahiner et al. 2021, arXiv 2012.13329',
  'outputs.class': ({ k }: { k: number }) => `class ${formatCount(k)}`,
  'outputs.output': ({ k }: { k: number }) => `output ${formatCount(k)}`,
  'outputs.lead': ({ bounded }: { bounded: boolean }) => (bounded ? 'Objective and floor' : 'Objective'),
  'outputs.svdBound': 'floor from singular values',
  'outputs.separate': 'separate networks, in all',
  'outputs.sigmas': 'singular values',
  'outputs.sigma': ({ k }: { k: number }) => `singular value ${formatCount(k)}`,
  'outputs.about.regions': 'Colours: the largest output; none at a tie.',
  'outputs.about.polygon': 'Each network traces a polygon; kinks are its corners.',
  'outputs.about.values': 'How much of each class the outputs hold.',
  'outputs.about.fit': 'On the diagonal a network is right.',
  'outputs.about.closed': 'A formula: nothing to search.',
  'outputs.about.right': 'The same network, made convex.',
  'outputs.about.empty': 'Made convex. Its classes will appear here.',
  'outputs.about.circle': 'Optimal neurons sit where η/n = β.',
  'outputs.circle': 'Circle of directions',
  'outputs.circle.right': 'gain η/n, program',
  'outputs.circle.left': 'gain η/n, descent',
  'outputs.circle.bar': 'program’s neuron',
  'outputs.circle.dot': 'descent’s neuron',
  'outputs.lines': 'Map of lines',
  'outputs.lines.hint': ({ classes }: { classes: boolean }) =>
    classes ? 'Point at a square: its line shows among the classes.' : 'Point at a square to read its line.',
  'outputs.lines.angle': 'angle of the line (degrees)',
  'outputs.lines.offset': 'offset',
  'outputs.lines.beta': 'where η/n = β',
  'outputs.value': 'singular value',
  'outputs.strength': 'strength of each class',
  'outputs.values': 'Singular values',
  'outputs.size': ({ size }: { size: number }) => `${formatCount(size)} ${plural(size, SAMPLES)}`,
  'outputs.ofLabels': 'labels',
  'outputs.target': 'optimum',
  'outputs.forgotten': 'forgotten',
  'outputs.formula': 'Closed form',
  'outputs.formula.rule': 'Each singular value s of the labels shrinks by nβ; below that it vanishes.',
  'outputs.formula.class': 'class',
  'outputs.formula.size': 'samples',
  'outputs.formula.forgets': 'A class of c samples is forgotten when nβ ≥ √c: the smallest first (proved).',
  'outputs.ready': 'Ready.',
  'outputs.idea': 'The idea.',
  'outputs.idea.one': 'one neuron',
  'outputs.idea.all': ({ neurons }: { neurons: number }) => `all ${neurons} at the start`,
  'outputs.idea.wedge':
    'A neuron is zero on one side of its line. On the other side it adds to every output at once. Where several overlap, their sum decides the class.',
  'outputs.idea.other':
    'A neuron is zero in one direction and rises in the other, and it adds its rise, times its weights, to every output at once.',
  'aria.outputs.idea': ({ of, neurons }: { of: 'one' | 'all'; neurons: number }) =>
    of === 'one'
      ? 'The half of the plane in which the first neuron is active, with the samples'
      : `The halves in which the ${neurons} neurons are active at the start, with the samples`,
  'outputs.optimalLeft': (facts: VerdictFacts) => optimalTo(facts.excess),
  'end.vector-output.moving': (facts: VerdictFacts) =>
    `${facts.slow ? 'Barely moving' : 'Still moving'}${above(facts)}.`,
  'end.vector-output.stationary': (facts: VerdictFacts) => `Stopped${above(facts)}.`,
  'end.vector-output.hovering': (facts: VerdictFacts) =>
    `Hovering: it keeps moving but gets no lower${above(facts)}.`,
  'end.vector-output.dead': 'Dead: every neuron is off on every sample.',
  'end.vector-output.diverged': 'Diverged: the step size is too large for this network.',
  'end.vector-output.optimal': ({ k, kept }: VerdictFacts) =>
    `Optimal after ${formatCount(k ?? 0)} ${plural(k ?? 0, { one: 'round', other: 'rounds' })}: ${neurons(kept)}.`,
  'end.vector-output.resists': (facts: VerdictFacts) =>
    facts.sampled
      ? `Stopped: ${neurons(facts.kept)}, not certified.`
      : `Stopped: ${near(facts)}it gets no closer, ${neurons(facts.kept)}.`,
  'outputs.solving': (facts: VerdictFacts) => `Solving: ${near(facts)}${neurons(facts.kept)}.`,
  'outputs.why.hovering':
    'Its gradient is above the threshold, and in 1,000 steps F has not fallen below its lowest value by 10⁻¹² of it. Where neurons sit on a kink, a fixed step size does that.',
  'outputs.wrong': (counts: AnswerCounts) =>
    `${formatCount(counts.wrong)} of ${formatCount(counts.samples)} wrong${undecidedToo(counts)}`,
  'outputs.dead': ({ dead, m }: { dead: number; m: number }) =>
    `${formatCount(dead)} of ${formatCount(m)} dead`,
  'outputs.criterion.newton': 'adds neurons where η/n exceeds β, re-solves for all',
  'outputs.criterion.fw': 'Frank–Wolfe: each round mixes in one neuron',
  'outputs.criterion.closed': 'soft-thresholded singular values: nothing to search',
  'outputs.most':
    'Proved for plain gradient descent from Gaussian starts, with step size × β at most 1: a neuron that is off on a word stays off on it, and every class without which the criterion cannot be met needs a neuron that starts active on all of its words.',
  'outputs.notCertified': 'Not certified: the patterns are only a sample, so the bound is not proved.',
  'outputs.wedges': 'Without a bias every class is a set of wedges from the origin (proved).',
  'outputs.hint': 'Point at a direction: the test of its sector says whether any direction in it exceeds β.',
  'outputs.read': ({ degrees, share, output }: { degrees: string; share: string; output: string }) =>
    `${degrees}°  η/n = ${share} β  output ${output}`,
  'outputs.sector': ({ active, holds, ...of }: Of<'a' | 'c' | 'root'> & { active: number; holds: boolean }) =>
    `a ${of.a}  c ${of.c}  b + √(a·c) ${of.root}  (in β²)\n${formatCount(active)} active ${plural(active, SAMPLES)}: ${
      holds ? 'no direction in this sector exceeds β' : 'some direction in this sector exceeds β'
    }`,
  'outputs.pin': ({ j, count, ...of }: Of<'degrees' | 'offset' | 'weight'> & { j: number; count: number }) =>
    `neuron ${formatCount(j)} of ${formatCount(count)}  angle ${of.degrees}°  offset ${of.offset}  weight ${of.weight}`,
  'aria.outputs.circle':
    'The circle of directions: η/n of both residuals against β, with the neurons of both networks',
  'aria.outputs.directions':
    'Directions of the circle: arrow keys turn (Shift: 15 degrees), Home goes to 0 degrees, End to the largest η, Escape clears. The three numbers of the sector are read out.',
  'aria.outputs.lines':
    'η/n of the program’s residual over all lines of the plane, with the neurons of both networks',
  'aria.outputs.pins':
    'The program’s neurons on the map of lines: arrow keys move from one to the next, Escape clears. The line is shown among the class regions too.',
  'aria.outputs.regions': ({ side }: { side: string }) =>
    `${side}: the class of the largest output over the plane of the features`,
  'aria.outputs.polygon': 'Both networks’ outputs over the input as polygons in their plane, with the data',
  'aria.outputs.values': ({ side }: { side: string }) =>
    `${side}: singular values of the outputs on the data`,
  'aria.outputs.strengths': ({ side }: { side: string }) =>
    `${side}: how much of each class the outputs hold, against the labels and the optimum`,
  'aria.outputs.fit': ({ side }: { side: string }) => `${side}: outputs against labels`,
  'aria.outputs.sigmas': 'The singular values of both networks’ outputs against steps',
  'alt.outputs.accuracy': ({ side, share, ...counts }: AnswerCounts & { side: string; share: string }) =>
    `${side}: accuracy ${share}, ${formatCount(counts.wrong)} of ${formatCount(counts.samples)} ${plural(counts.samples, SAMPLES)} wrong${undecidedToo(counts)}.`,
  'alt.outputs.values': ({ side, values, classes }: { side: string; values: string; classes: boolean }) =>
    `${side}: ${classes ? 'strengths' : 'singular values'} ${values}.`,
  'alt.outputs.target': ({ name, labels, target }: Of<'name' | 'labels'> & { target: string | null }) =>
    target === null
      ? `${name}: ${labels} in the labels, forgotten by the optimum.`
      : `${name}: ${labels} in the labels, ${target} at the optimum.`,
  'alt.outputs.corners': ({ side, corners }: { side: string; corners: number }) =>
    `${side}: ${formatCount(corners)} ${plural(corners, { one: 'corner', other: 'corners' })} within the data.`,
  'alt.outputs.misfit': ({ side, mean }: { side: string; mean: string }) =>
    `${side}: root mean square of the residuals ${mean}.`,
  'alt.outputs.dual': ({ side, largest }: { side: string; largest: number }) =>
    `${side}: the largest η/n is ${formatNumberShort(Number(largest.toPrecision(4)))} times β.`,
  'alt.outputs.neurons': ({ side, count, dead }: { side: string; count: number; dead: number }) =>
    `${side}: ${neurons(count)}${dead > 0 ? `, ${formatCount(dead)} dead` : ''}.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
