import { formatCount, formatNumberShort, formatShare } from './format.ts';
import { addWords } from './words.ts';

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
  readonly diverged: boolean;
  readonly k: number;
  /** How the bound is known: proved, or no bound because patterns were sampled. */
  readonly program: 'exact' | 'sampled' | 'hinges' | null;
}

const percent = (share: number): string => {
  const value = 100 * share;
  if (value >= 100) return `${formatCount(Math.floor(value))} %`;
  // Rounded down: what is said to be proved is.
  const digits = value >= 10 ? 1 : value >= 0.1 ? 2 : 4;
  return `${(Math.floor(value * 10 ** digits) / 10 ** digits).toFixed(digits)} %`;
};

const percentUp = (share: number): string => {
  const value = 100 * share;
  const digits = value >= 10 ? 0 : value >= 1 ? 1 : value >= 0.01 ? 3 : 6;
  return `${(Math.ceil(value * 10 ** digits) / 10 ** digits).toFixed(digits)} %`;
};

/** The English words of the problems beyond one neuron: loaded when one of them is first opened. */
export const enNetwork = {
  'question.two-layer': 'How good is descent, and how would you know?',
  'question.relaxed': 'Does the relaxation carry over to many neurons?',
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
  'preset.recovers.sentence': 'Twenty neurons for a teacher of three: descent has room to find it.',
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
    'With free biases the program is a lasso over hinges with kinks at the data.',
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
    `Gradient descent, ${formatCount(neurons)} neuron${neurons === 1 ? '' : 's'}`,
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
  'network.within': ({ excess, sampled, zero }: { excess: number; sampled: boolean; zero: boolean }) =>
    zero
      ? 'the best possible is F = 0 (proved)'
      : Number.isNaN(excess)
        ? sampled
          ? 'no bound is proved for sampled patterns'
          : 'no bound yet'
        : excess <= 1e-9
          ? 'the best possible (proved to 10⁻⁹)'
          : excess < 1
            ? `within ${percentUp(excess)} of the best possible (proved)`
            : `at most ${percentUp(excess)} above the best possible (proved)`,
  'network.notCertified': 'Not certified: patterns were sampled, so the bound is not proved.',
  'network.verdict': ({
    excess,
    above,
    zero,
    optimal,
    atRest,
    diverged,
    k,
    program,
  }: NetworkVerdictFacts): string => {
    if (k === 0) return 'Ready at the start.';
    if (diverged) return 'Diverged: the step is too long for this network.';
    if (program === 'sampled')
      return atRest ? 'At rest; no bound is proved here.' : 'Moving; no bound is proved here.';
    const state = atRest ? 'At rest' : 'Moving';
    if (zero) return `${state}: the best possible is F = 0 (proved).`;
    if (Number.isNaN(excess)) return `${state}.`;
    if (optimal) return `Optimal to tolerance: within ${percentUp(excess)} of the proved bound.`;
    if (atRest && above > 1e-3) return `Spurious: at least ${percent(above)} above the optimum, proved.`;
    if (atRest) return `At rest, ${percent(excess)} above the bound for networks of any width.`;
    return `${percent(excess)} above the proved bound, moving.`;
  },
  'network.verdictProgram': ({
    status,
    gap,
    endedAt,
    kept,
  }: {
    status: string;
    gap: number;
    endedAt: number | null;
    kept: number;
  }): string => {
    const neurons = `${formatCount(kept)} neuron${kept === 1 ? '' : 's'}`;
    if (status === 'optimal')
      return `Optimal after ${formatCount(endedAt ?? 0)} round${endedAt === 1 ? '' : 's'}: ${neurons}.`;
    if (status === 'resists')
      return `At rest with a gap of ${formatNumberShort(gap)} that does not close: ${neurons}.`;
    if (status === 'stationary') return `At rest: ${neurons}, not certified.`;
    return Number.isNaN(gap) ? `Solving: ${neurons}.` : `Solving: gap ${percentUp(gap)}, ${neurons}.`;
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
      : `F = ${objective} without the regulariser, ${formatCount(directions)} direction${directions === 1 ? '' : 's'}.`,
  'network.honest': 'Not the paper’s own form for many neurons, which could not be checked.',
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
  'aria.circle':
    'The circle of directions with the dual curves, the teacher’s neurons, the program’s and descent’s. A click chooses the nearest of descent’s neurons; the field “Neuron shown” does so by keyboard.',
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
} as const;

addWords('en', enNetwork);
