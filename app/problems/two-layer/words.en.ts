import { formatCount, formatNumberShort, formatShare } from '../../i18n/format.ts';
import { formatAtLeast, formatAtMost, formatTimesAtMost } from '../../i18n/format-bound.ts';
import { english } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';

const plural = createPlural('en');

const NEURONS = { one: 'neuron', other: 'neurons' };

/** What the verdict on the left side of two layers is told from. */
export interface NetworkVerdictFacts {
  /** (F - bound)/bound at the shown step; NaN where no bound is known. */
  readonly excess: number;
  /** (F - F')/F' for the best network known that is no wider, F' attained by it; NaN where none is known. */
  readonly above: number;
  /** Whether the optimum is known to be 0. */
  readonly zero: boolean;
  /** Whether F is within the tolerance of the bound. */
  readonly optimal: boolean;
  /** Whether the run has lost its gradient. */
  readonly atRest: boolean;
  /** F has hardly fallen in the last steps; the run has not ended by it. */
  readonly slow: boolean;
  /** Whether both layers are trained: the bound is of such networks. */
  readonly trained: boolean;
  readonly diverged: boolean;
  readonly k: number;
  /** How the bound is known: proved, or no bound because patterns were sampled. */
  readonly program: 'exact' | 'sampled' | 'hinges' | null;
}

/** How far above the best possible a network is at most. */
const atMost = (excess: number): string =>
  excess < 1
    ? `at most ${formatAtMost(excess)} above the best possible`
    : `at most ${formatTimesAtMost(excess)} times the best possible`;

/** The same, short enough for one line beside a count of neurons. */

const nearBest = (excess: number): string =>
  excess < 1
    ? `within ${formatAtMost(excess)} of the best`
    : `at most ${formatTimesAtMost(excess)} times the best`;

/** The English words of the problems beyond one neuron: loaded when one of them is first opened. */
export const words = english({
  'question.two-layer': 'How good is descent, and how would you know?',
  'question.relaxed': 'Does the relaxation carry over to many neurons?',
  'question.other': 'Two losses, one start, one step. Where will each end?',
  'question.lift': 'One problem in two pictures. Where is its optimum?',

  'param.teacher': 'Teacher’s neurons m*',
  'param.negative': 'of them with output −1',
  'param.neurons': 'Hidden neurons m',
  'param.beta': 'Weight of the penalty β',
  'param.outputs': 'Second layer',
  'param.free': 'Biases without penalty, free constant',
  'param.right': 'Right side',
  'param.anneal': 'Steps until the regulariser is gone',
  'param.patterns': 'Sampled patterns',
  'param.qseed': 'Seed of the patterns',
  'param.init': 'Start drawn',
  'param.size': 'Size of the start',
  'param.signs': 'Output weights',
  'param.neuron': 'Neuron shown',
  'param.y': 'Label y',
  'choice.outputs.trained': 'trained',
  'choice.outputs.fixed': 'fixed',
  'choice.right.program': 'exact convex program',
  'choice.right.relaxed': 'relaxation of every neuron',
  'choice.init.gauss': 'Gaussian',
  'choice.init.circle': 'on the circle',
  'choice.signs.drawn': 'drawn',
  'choice.signs.ones': 'all one',
  'choice.signs.signs': 'plus or minus one',

  'preset.recovers.title': 'Recovers the teacher',
  'preset.recovers.sentence':
    'Twenty neurons for a teacher of three: descent has room to find its directions.',
  'preset.stuck.title': 'Stuck',
  'preset.stuck.sentence':
    'The same teacher and exactly its three neurons: is the end of descent the best there is?',
  'preset.too-few.title': 'Too few neurons',
  'preset.too-few.sentence': 'Two neurons for a teacher of three: how near to the bound can they come?',
  'preset.two-left.title': 'Two are left',
  'preset.two-left.sentence':
    'A strong penalty: the optimal network keeps only two neurons, whatever the width.',
  'preset.annealed.title': 'Annealed relaxation',
  'preset.annealed.sentence':
    'The regulariser fades out over 200 steps: a graduated start. Here it helps; other seeds tell whether always.',
  'preset.collapse.title': 'It collapses',
  'preset.collapse.sentence':
    'Equal output weights: the relaxation’s minimum has every neuron in one place (proved).',
  'preset.spline.title': '1-D spline',
  'preset.spline.sentence': 'One input: both networks are broken lines. Where do they break?',
  'preset.five-points.title': '5 points',
  'preset.five-points.sentence':
    'With free biases the program is a lasso over hinges with kinks at the data. Descent at a fixed step hops about a kink.',
  'preset.stopping-distance-two.title': 'Stopping distance, two layers',
  'preset.stopping-distance-two.sentence':
    'Fifty cars of the 1920s: how many kinks does the best network have?',

  'preset.lift.title': 'The lift',
  'preset.lift.sentence':
    'One neuron on one datum, and the convex program that it is lifted to: one optimum value.',
  'preset.lift-dead.title': 'Into the dead half',
  'preset.lift-dead.sentence':
    'With a negative output weight the neuron walks to where it says nothing, and stays.',
  'preset.lift-saddle.title': 'On the saddle',
  'preset.lift-saddle.sentence': 'From u = −α descent comes to rest at a saddle, exactly.',
  'preset.lift-zero.title': 'Nothing is left',
  'preset.lift-zero.sentence':
    'With β above y the penalty wins: the best network says nothing, on both sides.',

  'lift.outside': 'not allowed: v < 0 or w < 0',
  'lift.projected': 'gradient norm (projected)',
  'side.left.other': 'Left loss',
  'side.right.other': 'Right loss',
  'side.left.other.short': 'left',
  'side.right.other.short': 'right',
  'about.lift.left': 'One neuron’s weights (u, α): not convex.',
  'about.lift.right': 'The same, lifted to (v, w): convex.',
  'about.network.left': 'Squared error plus weight decay: not convex.',
  'about.network.solved': 'The same network as a convex program over activation patterns.',
  'about.network.relaxed': 'The same, with every neuron’s loss relaxed.',
  'side.left.lift': 'Network over (u, α)',
  'side.right.lift': 'Lifted, over (v, w)',
  'side.left.lift.short': 'network',
  'side.right.lift.short': 'lifted',
  'mark.optimum': ({ loss }: { loss: string }) => `optimum ${loss}`,
  'axis.u': 'u',
  'axis.alpha': 'α',
  'axis.v': 'v',
  'axis.w': 'w',
  'data.one': 'one datum',
  'side.left.network': ({ neurons }: { neurons: number }) =>
    `Gradient descent, ${formatCount(neurons)} ${plural(neurons, NEURONS)}`,
  'side.right.exact': 'Exact convex program',
  'side.right.hinges': 'Exact lasso over hinges',
  'side.right.sampled': 'Convex program, sampled patterns',
  'side.right.relaxed': ({ blend }: { blend: number }) =>
    `Relaxation of every neuron, weight ${formatNumberShort(blend)}`,
  'side.left.descent': 'descent',
  'side.right.program': 'program',
  'side.teacher': 'teacher',

  'network.output': 'The network’s output',
  'network.residual': 'Residual: network − teacher',
  'network.residualData': 'Residuals at the data',
  'network.choose': 'Neuron shown',
  'network.fit': 'Predicted against label',
  'network.label': 'label',
  'network.output.short': 'network',
  'network.low': 'too low',
  'network.high': 'too high',
  'network.angle': 'angle to the teacher’s nearest neuron',
  'network.angleRight': ({ right }: { right: string }) => `angle to the ${right}’s strongest neuron`,
  'network.noSign': ({ positive, negative }: { positive: boolean; negative: boolean }) =>
    positive ? 'no α < 0' : negative ? 'no α > 0' : 'none',
  'network.strength': 'strength |α| ‖w‖',
  'network.deadNeuron': 'dead',
  'network.atStart': 'Ready at the start.',
  'network.ready': 'Ready: no neuron yet.',
  'network.criterion': 'a round: new neurons where the curve leaves ±β, then an exact solve',
  'network.objective': 'objective F',
  'network.bound': 'proved lower bound',
  'network.gap': 'excess over the bound',
  'network.noExcess': 'no bound is proved for sampled patterns',
  'network.merged': ({ merged }: { merged: number }) => `merges to ${formatCount(merged)}`,
  'network.dead': ({ dead, neurons }: { dead: number; neurons: number }) =>
    `${formatCount(dead)} of ${formatCount(neurons)} neurons dead`,
  'network.within': ({
    excess,
    sampled,
    zero,
    diverged,
  }: {
    excess: number;
    sampled: boolean;
    zero: boolean;
    diverged: boolean;
  }) =>
    diverged
      ? 'diverged'
      : zero
        ? 'the best possible is F = 0 (proved)'
        : Number.isNaN(excess)
          ? sampled
            ? 'no bound is proved for sampled patterns'
            : 'no bound yet'
          : excess <= 1e-9
            ? 'the best possible (proved to 10⁻⁹)'
            : excess < 1
              ? `within ${formatAtMost(excess)} of the best possible (proved)`
              : `${atMost(excess)} (proved)`,
  'network.notCertified': 'Not certified: patterns were sampled, so the bound is not proved.',
  'network.verdict': ({
    excess,
    above,
    zero,
    optimal,
    atRest,
    slow,
    trained,
    diverged,
    k,
    program,
  }: NetworkVerdictFacts): string => {
    if (k === 0) return 'Ready at the start.';
    if (diverged) return 'Diverged: the step is too long for this network.';
    if (program === 'sampled')
      return atRest ? 'At rest; no bound is proved here.' : 'Moving; no bound is proved here.';
    const state = atRest ? 'At rest' : slow ? 'Hardly moving' : 'Moving';
    if (zero) return `${state}: the best possible is F = 0 (proved).`;
    if (Number.isNaN(excess)) return `${state}.`;
    if (optimal) return `Optimal to tolerance: within ${formatAtMost(excess)}, proved.`;
    if (atRest && above > 1e-3)
      return `Spurious: at least ${formatAtLeast(above)} above the optimum, proved.`;
    if (atRest)
      return `At rest, ${formatAtLeast(excess)} above the bound of ${trained ? 'any width' : 'trained outputs'}.`;
    return `${state}, ${atMost(excess)}.`;
  },
  'network.verdictProgram': ({
    status,
    excess,
    endedAt,
    kept,
  }: {
    status: string;
    /** (F - bound)/bound; NaN where no bound above 0 is known. */
    excess: number;
    endedAt: number | null;
    kept: number;
  }): string => {
    const neurons = `${formatCount(kept)} ${plural(kept, NEURONS)}`;
    if (status === 'optimal')
      return `Optimal after ${formatCount(endedAt ?? 0)} ${plural(endedAt ?? 0, { one: 'round', other: 'rounds' })}: ${neurons}.`;
    if (status === 'resists')
      return `At rest, ${Number.isNaN(excess) ? 'above the bound' : nearBest(excess)}, and no nearer: ${neurons}.`;
    if (status === 'stationary') return `At rest: ${neurons}, not certified.`;
    return Number.isNaN(excess) ? `Solving: ${neurons}.` : `Solving: ${nearBest(excess)}, ${neurons}.`;
  },
  'network.verdictRelaxed': ({
    objective,
    directions,
    signs,
    neurons,
  }: {
    objective: string;
    directions: number;
    signs: number;
    neurons: number;
  }) =>
    neurons > signs && directions === signs
      ? signs > 1
        ? 'Collapsed: all its neurons of one sign point one way.'
        : 'Collapsed: all its neurons point one way.'
      : `F = ${objective} without the regulariser, ${formatCount(directions)} ${plural(directions, { one: 'direction', other: 'directions' })}.`,
  'network.honest': 'Not the paper’s own form, which could not be checked.',
  'network.successes': 'How often does descent get there?',
  'network.count': 'Run 200 starts',
  'network.counting': ({ done, seeds }: { done: number; seeds: number }) => `${done} of ${seeds}`,
  'network.rate': ({
    successes,
    seeds,
    low,
    high,
    steps,
    tolerance,
  }: {
    successes: number;
    seeds: number;
    low: number;
    high: number;
    steps: number;
    tolerance: number;
  }) =>
    `${successes} of ${seeds} starts come within ${formatShare(tolerance)} of the bound in ${formatCount(steps)} steps: ${formatShare(successes / seeds)} (Wilson’s 95 %: ${formatShare(low)} to ${formatShare(high)}).`,
  'network.cancel': 'Cancel',
  'network.direction': 'direction of w',
  'network.held': ({ k }: { k: number }) =>
    `Diverged: pictured at step ${formatCount(k)}, the last within the scale`,
  'network.atStep': ({ name, k }: { name: string; k: number }) => `${name}, step ${formatCount(k)}`,
  'network.residuals': 'Residuals and fit',
  'network.over': ({ j }: { j: number }) => `F over w of neuron ${formatCount(j)}, the others held`,
  'network.overBound': 'colour: F − proved bound',
  'network.overLeast': 'colour: F − least in view',
  'readout.neuron': ({
    j,
    w,
    alpha,
    angle,
    strength,
    dead,
    match,
    taught,
  }: {
    j: number;
    w: string;
    alpha: string;
    angle: string;
    strength: string;
    dead: boolean;
    match: { teacher: number; degrees: string } | null;
    taught: boolean;
  }) =>
    [
      `neuron ${formatCount(j)}${dead ? ', dead' : ''}  w (${w})  α ${alpha}`,
      [
        `angle ${angle}°  strength ${strength}`,
        ...(match
          ? [`matches teacher’s ${formatCount(match.teacher)}, ${match.degrees}° off`]
          : taught
            ? ['no match']
            : []),
      ].join('  '),
    ].join('\n'),
  'readout.overNeuron': ({ at, loss, gradient }: { at: string; loss: string; gradient: string }) =>
    `w ${at}  F ${loss}  ‖∂F/∂w‖ ${gradient}`,
  'circle.how': 'How to read this',
  'circle.positive':
    'A neuron of descent in the direction of its w. Outside the ring of zero: α > 0. As far from that ring as the root of its strength |α| ‖w‖.',
  'circle.negative': 'Hollow, inside the ring of zero: α < 0.',
  'circle.dead': 'Crossed: dead. No sample switches it on, or α = 0.',
  'circle.chosen': 'Ringed: that of the landscape, with its whole way.',
  'circle.trail': 'Threads: where dots came from, paler the longer ago.',
  'circle.teacher': 'Star on a bar: a neuron of the teacher, hollow for α < 0.',
  'circle.match': ({ degrees, share }: { degrees: number; share: number }) =>
    `Dotted: this dot stands for that star. Of one sign, within ${degrees}°, with at least ${formatShare(share)} of its strength; otherwise no match.`,
  'circle.program': ({ right }: { right: string }) =>
    `Square on a bar: a neuron of the ${right}, hollow for α < 0.`,
  'circle.band': 'Grey: the band ±β about the ring of zero.',
  'circle.curves':
    'What the residual of each side would gain by a new neuron there. Within ±β it does not pay for its penalty; beyond (the right’s is tinted) a small one would lower F.',
  'aria.neurons':
    'Descent’s neurons on the circle: arrow keys go round and read them, Enter chooses the one that is read, Home goes back to the chosen one',
  'aria.overNeuron': ({ j }: { j: number }) =>
    `Arrow keys move a crosshair that reads F over the weights of neuron ${formatCount(j)}`,
  'aria.circle':
    'The circle of directions with the dual curves, the teacher’s neurons, the program’s and descent’s. {{Press}} it to choose the nearest of descent’s neurons.',
  'aria.angles': ({ side, right }: { side: string; right: string | null }) =>
    `${side}: each neuron’s strength against its angle to the ${
      right === null ? 'teacher’s nearest neuron' : `${right}’s strongest neuron`
    } of the same sign, from 0 to 180 degrees; a neuron with none of its sign stands beyond them`,
  'aria.network': ({ k, left, right }: { k: number; left: string; right: string }) =>
    `Step ${k}. Descent: ${left} Right side: ${right}`,
  'aria.output': 'The outputs of teacher, descent and program over the input, with the data',
  'aria.residual': ({ side }: { side: string }) => `${side}: residual over the plane of the features`,
  'aria.neuron': ({ j }: { j: number }) =>
    `The objective over the two first-layer weights of neuron ${j}; the others are held where they are`,
  'aria.objective': 'The objective of both sides against steps, with the proved lower bound',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
