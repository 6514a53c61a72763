import { formatCount, formatNumberShort, formatShare } from '../../i18n/format.ts';
import { english, type Numbers, type Texts } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';
import { type AboveBest, aboveBest, atLeast, optimalTo } from '../kit/curve/above-best.ts';
import type { Gap } from '../kit/gap/gap-drawing.ts';

const plural = createPlural('en');

const NEURONS = { one: 'neuron', other: 'neurons' };

/** `excess` is that of the shown step, NaN without a bound. */
export interface NetworkVerdictFacts extends AboveBest {
  /** (F - F')/F' with F' of the best known network no wider; NaN if none. */
  readonly above: number;
  /** True if the optimum is known to be 0. */
  readonly zero: boolean;
  readonly optimal: boolean;
  readonly atRest: boolean;
  /** True if F has hardly changed recently; this does not end the run. */
  readonly slow: boolean;
  /** True if both layers are trained, as the bound requires. */
  readonly trained: boolean;
  readonly diverged: boolean;
  readonly k: number;
  /** The program behind the bound; sampled patterns prove none. */
  readonly program: 'exact' | 'sampled' | 'hinges' | null;
}

/** English words beyond one neuron, loaded when such a problem is first opened. */
export const words = english({
  'question.two-layer': 'How can you tell how good a network is?',
  'question.relaxed': 'Does the relaxation carry over to many neurons?',
  'question.other': 'Two losses, one start, one step size. Where will each one end up?',
  'question.lift': 'One problem in two pictures. Does each side reach its optimum?',

  'param.teacher': 'Teacher’s neurons m*',
  'param.negative': 'Teacher’s neurons with output −1',
  'param.neurons': 'Hidden neurons m',
  'param.beta': 'Weight of the penalty β',
  'param.outputs': 'Second layer',
  'param.free': 'Biases without penalty, free constant',
  'param.right': 'Right side',
  'param.anneal': 'Steps until the regulariser fades out',
  'param.patterns': 'Sampled patterns',
  'param.qseed': 'Seed of the patterns',
  'param.init': 'Distribution of the start',
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
    'Twenty neurons learn from a teacher with three: plenty of room to find its directions.',
  'preset.stuck.title': 'Stuck',
  'preset.stuck.sentence': 'Same teacher, only three neurons: is where descent ends the best possible?',
  'preset.too-few.title': 'Too few neurons',
  'preset.too-few.sentence':
    'Two neurons learn from a teacher with three: how close to the bound can they get?',
  'preset.two-left.title': 'Only two survive',
  'preset.two-left.sentence':
    'A strong penalty: the optimal network keeps only two neurons, whatever the width.',
  'preset.annealed.title': 'Annealed relaxation',
  'preset.annealed.sentence':
    'The regulariser fades out over 200 steps: a gradual hand-over. Here it helps; try other seeds.',
  'preset.collapse.title': 'Collapse',
  'preset.collapse.sentence':
    'With equal output weights the relaxation has a minimum where all neurons coincide (proved).',
  'preset.spline.title': '1-D spline',
  'preset.spline.sentence': 'With one input each network is piecewise linear. Where are its kinks?',
  'preset.five-points.title': '5 points',
  'preset.five-points.sentence':
    'With free biases the program is a lasso over hinges with kinks at the data. With a fixed step size, descent hops back and forth across a kink.',
  'preset.stopping-distance-two.title': 'Stopping distance, two layers',
  'preset.stopping-distance-two.sentence':
    'Fifty cars from the 1920s: how many kinks does the best network have?',

  'preset.lift.title': 'The lift',
  'preset.lift.sentence':
    'One neuron fits one data point. The lifted convex program has the same optimal value.',
  'preset.lift-dead.title': 'Into the dead half',
  'preset.lift-dead.sentence':
    'With a negative output weight the neuron drifts to where it outputs nothing, and stays there.',
  'preset.lift-saddle.title': 'On the saddle',
  'preset.lift-saddle.sentence': 'From u = −α descent stops exactly at a saddle.',
  'preset.lift-zero.title': 'Everything vanishes',
  'preset.lift-zero.sentence':
    'With β above y the penalty wins: the best network outputs zero, on both sides.',

  'lift.outside': 'not feasible: v < 0 or w < 0',
  'lift.projected': 'gradient norm (projected)',
  'side.left.other': 'Left loss',
  'side.right.other': 'Right loss',
  'side.left.other.short': 'left',
  'side.right.other.short': 'right',
  'knob.small': 'small penalty',
  'knob.large': 'large penalty',
  'knob.narrow': 'one neuron',
  'knob.wide': '40 neurons',
  'about.lift.left': 'One neuron’s weights (u, α): not convex.',
  'about.lift.right': 'The same, lifted to (v, w): convex.',
  'about.lift.data': 'A small penalty pulls the fit off the point.',
  'lift.idea': 'The idea.',
  'lift.idea.words':
    'Along each line every pair of weights has the same fit. Over the two weights of a neuron these lines are bent, because the fit is their product. Over v and w they are straight.',
  'lift.idea.left': 'equal fits, over u and α',
  'lift.idea.right': 'equal fits, over v and w',
  'about.network.left': 'Squared error plus weight decay: not convex.',
  'about.network.solved': 'The same network, made convex.',
  'about.network.relaxed': 'The same, with every neuron’s loss relaxed.',
  'side.left.lift': 'Network over (u, α)',
  'side.right.lift': 'Lifted, over (v, w)',
  'side.left.lift.short': 'network',
  'side.right.lift.short': 'lifted',
  'mark.optimum': 'the optimum',
  'axis.u': 'u',
  'axis.alpha': 'α',
  'axis.v': 'v',
  'axis.w': 'w',
  'data.one': 'one data point',
  'side.left.network': ({ neurons }: { neurons: number }) =>
    `Descent, ${formatCount(neurons)} ${plural(neurons, NEURONS)}`,
  'side.right.exact': 'Exact convex program',
  'side.right.open': 'Convex program, gap left open',
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
  'network.atStart': 'Ready.',
  'network.instead.neuron': 'one neuron’s landscape',
  'network.instead.circle': 'circle of directions',
  'network.instead.angles': 'angles of the neurons',
  'network.unsolved': 'not solved yet',
  'network.idea': 'The idea.',
  'network.idea.one': 'one neuron',
  'network.idea.all': ({ neurons }: { neurons: number }) => `${neurons} of them at the start`,
  'network.idea.bends':
    'A neuron is zero on one side of its tick and a straight line on the other: it bends the sum once. Descent moves all bends at once; the convex program weighs every place for a bend.',
  'network.idea.cuts':
    'A neuron is zero on one side of a line and rises on the other. Descent turns all these lines at once; the convex program weighs every direction.',
  'network.idea.axis': 'along its weights',
  'aria.network.idea': ({ of, neurons }: { of: 'one' | 'all'; neurons: number }) =>
    of === 'one'
      ? 'The output of one neuron at the start'
      : `The outputs of all ${neurons} neurons at the start`,
  'network.criterion': 'each round adds neurons where the curve leaves ±β, then re-solves for all',
  'network.dual': 'dual curves',
  'network.objective': 'objective F',
  'network.bound': 'proved lower bound',
  'network.lead': ({ bounded }: { bounded: boolean }) => (bounded ? 'Objective and floor' : 'Objective'),
  'network.floor': 'no network of any size gets below this',
  'network.gap': 'gap to the bound',
  'network.noExcess': 'no bound is proved for sampled patterns',
  'network.merged': ({ merged }: { merged: number }) =>
    `in ${formatCount(merged)} ${plural(merged, { one: 'direction', other: 'different directions' })}`,
  'network.dead': ({ dead, neurons }: { dead: number; neurons: number }) =>
    `${formatCount(dead)} of ${formatCount(neurons)} neurons dead`,
  'network.within': ({ sampled, zero, diverged, ...above }: Gap) =>
    diverged
      ? 'diverged'
      : zero
        ? 'the best possible is F = 0 (proved)'
        : Number.isNaN(above.excess)
          ? sampled
            ? 'no bound is proved for sampled patterns'
            : 'no bound yet'
          : above.excess <= 1e-9
            ? 'optimal (proved to 10⁻⁹)'
            : `${aboveBest(above)} (proved)`,
  'network.notCertified': 'Not certified: the patterns are only a sample, so the bound is not proved.',
  'network.verdict': ({
    excess,
    least,
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
    if (k === 0) return 'Ready.';
    if (diverged) return 'Diverged: the step size is too large for this network.';
    if (program === 'sampled')
      return atRest ? 'Stopped; no bound is proved here.' : 'Still moving; no bound is proved here.';
    const state = atRest ? 'Stopped' : slow ? 'Barely moving' : 'Still moving';
    if (zero) return `${state}: the best possible is F = 0 (proved).`;
    if (Number.isNaN(excess)) return `${state}.`;
    if (optimal) return optimalTo(excess);
    if (atRest && above > 1e-3)
      return `Spurious: at least ${atLeast(above)} the best network of this width (proved).`;
    return `${state}, ${aboveBest({ excess, least })}${trained ? '' : ' with trained outputs'}.`;
  },
  'network.verdictProgram': ({
    status,
    endedAt,
    kept,
    ...above
  }: AboveBest & {
    status: string;
    endedAt: number | null;
    kept: number;
  }): string => {
    const neurons = `${formatCount(kept)} ${plural(kept, NEURONS)}`;
    if (status === 'optimal')
      return `Optimal after ${formatCount(endedAt ?? 0)} ${plural(endedAt ?? 0, { one: 'round', other: 'rounds' })}: ${neurons}.`;
    if (status === 'resists')
      return `Stopped ${Number.isNaN(above.excess) ? 'above the bound' : aboveBest(above)}; it gets no closer: ${neurons}.`;
    if (status === 'stationary') return `Stopped: ${neurons}, not certified.`;
    return Number.isNaN(above.excess) ? `Solving: ${neurons}.` : `Solving: ${aboveBest(above)}, ${neurons}.`;
  },
  'network.verdictRelaxed': ({
    objective,
    directions,
    signs,
    neurons,
  }: Record<'directions' | 'signs' | 'neurons', number> & { objective: string }) =>
    neurons > signs && directions === signs
      ? signs > 1
        ? 'Collapsed: all neurons of the same sign point the same way.'
        : 'Collapsed: all neurons point the same way.'
      : `F = ${objective} without the regulariser, ${formatCount(directions)} ${plural(directions, { one: 'direction', other: 'directions' })}.`,
  'network.honest': 'This is not the paper’s own form, which we could not check.',
  'network.successes': 'How often does descent get there?',
  'network.count': 'Try 200 random starts',
  'network.counting': ({ done, seeds }: { done: number; seeds: number }) => `${done} of ${seeds}`,
  'network.rate': ({
    successes,
    seeds,
    low,
    high,
    steps,
    tolerance,
  }: Record<'successes' | 'seeds' | 'low' | 'high' | 'steps' | 'tolerance', number>) =>
    `${successes} of ${seeds} starts get within ${formatShare(tolerance)} of the bound in ${formatCount(steps)} steps: ${formatShare(successes / seeds)} (Wilson’s 95 %: ${formatShare(low)} to ${formatShare(high)}).`,
  'network.cancel': 'Cancel',
  'network.direction': 'direction of w',
  'network.held': ({ k }: { k: number }) =>
    `Diverged: shown at step ${formatCount(k)}, the last one within the scale`,
  'network.atStep': ({ name, k }: { name: string; k: number }) => `${name}, step ${formatCount(k)}`,
  'network.residuals': 'Residuals and fit',
  'network.over': ({ j }: { j: number }) => `F as neuron ${formatCount(j)} moves, the others fixed`,
  'network.overBound': 'colour: F − proved bound',
  'network.overLeast': 'colour: F − lowest in view',
  'readout.neuron': ({
    j,
    w,
    alpha,
    angle,
    strength,
    dead,
    match,
    taught,
  }: Numbers<'j'> &
    Texts<'w' | 'alpha' | 'angle' | 'strength'> & {
      dead: boolean;
      taught: boolean;
      match: { teacher: number; degrees: string } | null;
    }) =>
    [
      `neuron ${formatCount(j)}${dead ? ', dead' : ''}  w (${w})  α ${alpha}`,
      [
        `angle ${angle}°  strength ${strength}`,
        ...(match
          ? [`matches teacher neuron ${formatCount(match.teacher)}, ${match.degrees}° off`]
          : taught
            ? ['no match']
            : []),
      ].join('  '),
    ].join('\n'),
  'readout.overNeuron': ({ at, loss, gradient }: { at: string; loss: string; gradient: string }) =>
    `w ${at}  F ${loss}  ‖∂F/∂w‖ ${gradient}`,
  'circle.how': 'How to read this',
  'circle.positive':
    'Dot: one of descent’s neurons, in the direction of its w. Outside the zero ring: α > 0. Distance from that ring = √strength, with strength |α| ‖w‖.',
  'circle.negative': 'Hollow, inside the zero ring: α < 0.',
  'circle.dead': 'Crossed out: dead (no active sample, or α = 0).',
  'circle.chosen': 'Ringed: the neuron whose landscape you see, with its whole path.',
  'circle.trail': 'Trails: past positions, fading with age.',
  'circle.teacher': 'Star on a bar: one of the teacher’s neurons, hollow for α < 0.',
  'circle.match': ({ degrees, share }: { degrees: number; share: number }) =>
    `Dotted line: this dot matches that star. The two have the same sign, are within ${degrees}°, and the dot has at least ${formatShare(share)} of the star’s strength; otherwise there is no match.`,
  'circle.program': ({ right }: { right: string }) =>
    `Square on a bar: one of the ${right}’s neurons, hollow for α < 0.`,
  'circle.band': 'Grey: the band ±β around the zero ring.',
  'circle.curves':
    'Curves: how much a new neuron in that direction would reduce the error. Inside ±β it costs more than it gains; outside (tinted for the right side), adding a small one lowers F.',
  'aria.neurons':
    'Descent’s neurons on the circle: arrow keys move around and read them, Enter chooses the one just read, Home returns to the chosen one',
  'aria.overNeuron': ({ j }: { j: number }) =>
    `Arrow keys move a crosshair that reads F over the weights of neuron ${formatCount(j)}`,
  'aria.circle':
    'The circle of directions with the dual curves, the teacher’s neurons, the program’s and descent’s. {{Press}} it to choose the nearest of descent’s neurons.',
  'aria.angles': ({ side, right }: { side: string; right: string | null }) =>
    `${side}: each neuron’s strength against its angle to the ${
      right === null ? 'teacher’s nearest neuron' : `${right}’s strongest neuron`
    } of the same sign, from 0 to 180 degrees; a neuron with no match of its sign is shown beyond them`,
  'aria.network': ({ k, left, right }: { k: number; left: string; right: string }) =>
    `Step ${k}. Descent: ${left} Right side: ${right}`,
  'aria.output': 'The outputs of teacher, descent and program over the input, with the data',
  'aria.output.side': ({ side }: { side: string }) => `The output of ${side} over the input, with the data`,
  'aria.fit.side': ({ side }: { side: string }) => `The output of ${side} against the labels`,
  'aria.residual': ({ side }: { side: string }) => `${side}: residual over the plane of the features`,
  'aria.neuron': ({ j }: { j: number }) =>
    `The objective over the two first-layer weights of neuron ${j}; the others stay fixed`,
  'aria.objective': 'The objective of both sides against steps',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
