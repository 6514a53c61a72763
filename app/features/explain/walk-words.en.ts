import { english } from '../../i18n/messages.ts';

/** What a round's words may tell: all of it is given, each takes what it needs. */
interface Facts {
  /** The neuron that is told, and how many there are. */
  readonly j: string;
  readonly m: string;
  /** Of a program: neurons, beta, the largest pull, how many lie beyond beta, how many came, patterns. */
  readonly p: string;
  readonly beta: string;
  readonly largest: string;
  readonly beyond: string;
  readonly came: string;
  readonly patterns: string;
  /** Of a relaxed side: its weight at the step. */
  readonly b: string;
}

/** The English words of the walk through an update whose sides do different things: part of the explanation's words. */
export const words = english({
  'explain.mark.network.left': 'neurons of descent: round dots on the circle, and the head on the map',
  'explain.mark.network.right': 'neurons of the right side: squares on the circle',
  'explain.mark.network.plant': 'neurons of the teacher: stars on the circle',
  'explain.mark.network.slope-left':
    'gradient of the left objective for the neuron of the map, drawn downhill',
  'explain.mark.network.band': 'the band ±β, its edges on the circle',
  'explain.mark.network.dead': 'neurons of descent that no sample switches on',
  'explain.walk.marked': ({ j }: { j: string }) =>
    `Marked in the pictures: the samples that are off for neuron ${j}.`,
  'explain.walk.side': ({ side, name }: { side: string; name: string }) => `${side}: ${name}`,
  'explain.walk.neuron': 'Neuron',
  'explain.walk.batch': ({ rows }: { rows: string }) =>
    `This gradient is of all samples. The step takes that of its mini-batch alone: row ${rows}.`,
  'explain.walk.some': ({ shown, n }: { shown: string; n: string }) => `${shown} of ${n} are listed.`,
  'explain.walk.ended': 'The program has ended here: there is no further round.',
  'explain.walk.noCircle':
    'With more than two columns there is no circle of directions to draw on: the tables tell the update.',
  'explain.step.ofNeuron': ({ j }: { j: string }) =>
    `Vectors are those of neuron ${j}: its first-layer weights w, then its output weight α. Objective and penalty are of the whole network.`,
  'explain.step.relaxation': 'part of the relaxation',
  'explain.step.gradientFit': 'gradient: part of the data',
  'explain.step.gradientDecay': 'gradient: penalty, β times the weights',
  'explain.step.gradientRelaxed': 'gradient: part of the relaxation',
  'explain.step.gradientNormAll': 'length of the whole gradient',
  'explain.step.blocks': 'neurons of the program',
  'explain.step.nextBlocks': 'neurons of the program after',
  'explain.step.bound': 'proved lower bound',
  'explain.step.nextBound': 'proved lower bound after',

  'explain.walk.network.forward': 'forward',
  'explain.walk.network.say.forward': ({ j, m }: Facts) =>
    m === '1'
      ? 'A sample goes through the neuron: z is its first-layer weights times the sample. Where z is above 0 the neuron says α·z, elsewhere 0.'
      : `Each sample goes through all ${m} neurons: z = w·a. Where z is above 0 a neuron adds α·z to the output, elsewhere nothing. The columns z, max(z, 0) and α·max(z, 0) are of neuron ${j}.`,
  'explain.walk.network.residuals': 'residuals',
  'explain.walk.network.say.residuals': ({ m }: Facts) =>
    `Output less label, sample by sample.${m === '1' ? '' : ' All neurons share it.'}`,
  'explain.walk.network.off': 'who is off',
  'explain.walk.network.say.off':
    'A sample that is off for a neuron (z not above 0) contributes nothing to that neuron’s gradient. A neuron that no sample switches on is dead: only the penalty still moves it.',
  'explain.walk.network.gradient': 'gradient',
  'explain.walk.network.say.gradient': ({ j, m }: Facts) =>
    `${m === '1' ? '' : `Of neuron ${j}. `}Part of the data: for the first layer the mean over all samples of residual · α · a, for α the mean of residual · max(z, 0); samples that are off count as 0. Part of the penalty: β times the weight. What is not trained has gradient 0.`,
  'explain.walk.network.step': 'step',
  'explain.walk.network.say.step': 'The rule turns the gradient into a move of all weights at once.',

  'explain.walk.relaxed.forward': 'forward',
  'explain.walk.relaxed.say.forward': ({ j }: Facts) =>
    `The same network, at the right side’s weights. The columns z, max(z, 0) and α·max(z, 0) are of neuron ${j}.`,
  'explain.walk.relaxed.residuals': 'residuals',
  'explain.walk.relaxed.say.residuals': 'Output less label, at the right side’s weights.',
  'explain.walk.relaxed.off': 'who is off, and still pulls',
  'explain.walk.relaxed.say.off': ({ b }: Facts) =>
    `A sample that is off for a neuron still pulls on it, by −b · y · α: the weight b of the relaxation, ${b} at this step, times its label. So the data may still move a neuron that no sample switches on.`,
  'explain.walk.relaxed.gradient': 'gradient',
  'explain.walk.relaxed.say.gradient': ({ j }: Facts) =>
    `Of neuron ${j}. As on the left, and the relaxation’s part over the samples that are off: for w the mean of −b · y · α · a, for α the mean of −b · y · z.`,
  'explain.walk.relaxed.step': 'step',
  'explain.walk.relaxed.say.step': 'The rule turns the gradient into a move of all weights at once.',

  'explain.walk.lifted.forward': 'output',
  'explain.walk.lifted.say.forward': 'The program says v − w of the datum: nothing switches.',
  'explain.walk.lifted.residuals': 'residual',
  'explain.walk.lifted.say.residuals': 'Output less label.',
  'explain.walk.lifted.off': 'who is held',
  'explain.walk.lifted.say.off':
    'v and w may not fall below 0. One that is 0 and whose slope would push it lower is held there.',
  'explain.walk.lifted.gradient': 'gradient',
  'explain.walk.lifted.say.gradient':
    'The slope is residual + β for v, and −residual + β for w. The projected gradient is the same, but 0 for what is held.',
  'explain.walk.lifted.step': 'step and projection',
  'explain.walk.lifted.say.step':
    'The rule moves both. What it leads below 0 is set to 0: the nearest point that is allowed.',

  'explain.walk.exact.forward': 'the program’s network',
  'explain.walk.exact.say.forward': ({ p }: Facts) =>
    p === '0'
      ? 'The program stands at no block at all: its network has no neuron, and says 0 everywhere.'
      : `The program stands at ${p} blocks v. Each is a neuron, w = v/√‖v‖ with α = ±√‖v‖; the last column is ‖v‖ = |α|·‖w‖.`,
  'explain.walk.exact.residuals': 'residuals',
  'explain.walk.exact.say.residuals': 'Output less label of the program’s network.',
  'explain.walk.exact.off': 'the dual curve against the band',
  'explain.walk.exact.say.off': ({ largest, beta, beyond }: Facts) =>
    beyond === '0'
      ? `For each direction u the dual curve is η(u) = r·max(Au, 0)/n, r label less output. A new neuron along u helps only where |η(u)| is above β = ${beta}. The largest |η| is ${largest}: nothing is taken in.`
      : `For each direction u the dual curve is η(u) = r·max(Au, 0)/n, r label less output. A new neuron along u helps only where |η(u)| is above β = ${beta}. The largest |η| is ${largest}. Its highest peaks beyond the band are taken in, eight at most: the sign is that of the new output weight.`,
  'explain.walk.exact.gradient': 'new blocks, by a soft threshold',
  'explain.walk.exact.say.gradient':
    'One after the other each gets the length that is best while all others stay: (pull − β)/q with q = ‖max(Au, 0)‖²/n. A pull of β or less would get length 0. The pull is |η| once the blocks before it are in.',
  'explain.walk.exact.step': 'all blocks at once, and a new bound',
  'explain.walk.exact.say.step':
    'Newton’s method moves all blocks together to their best lengths and directions. One that meets 0 is dropped, two of one sign in one sector are joined. The new residual, scaled until |η| is at most β, proves a lower bound; the best of all rounds is kept.',

  'explain.walk.hinges.forward': 'the program’s hinges',
  'explain.walk.hinges.say.forward': ({ p }: Facts) =>
    `The program stands at ${p} hinges and a constant. The table has them as neurons; the size |α · slope| is what costs β.`,
  'explain.walk.hinges.residuals': 'residuals',
  'explain.walk.hinges.say.residuals': 'Output less label of the program’s network, the constant included.',
  'explain.walk.hinges.off': 'each kink’s pull against β',
  'explain.walk.hinges.say.off': ({ largest, beta, beyond }: Facts) =>
    `A hinge h helps only where |r·h|/n is above β = ${beta}, r label less output. The largest over all kinks is ${largest}; ${beyond} lie beyond β.`,
  'explain.walk.hinges.gradient': 'new hinges',
  'explain.walk.hinges.say.gradient': ({ came }: Facts) =>
    `The highest peaks beyond β are taken in, each by the soft threshold (pull − β)/q. New once the round is done: ${came}.`,
  'explain.walk.hinges.step': 'all hinges at once, and a new bound',
  'explain.walk.hinges.say.step':
    'Newton’s method moves all hinges together to their best sizes; one that meets 0 is dropped. The new residual proves a lower bound; the best of all rounds is kept.',

  'explain.walk.sampled.forward': 'the program’s network',
  'explain.walk.sampled.say.forward': ({ p }: Facts) =>
    `The best network that the rounds have found so far, of ${p} neurons.`,
  'explain.walk.sampled.residuals': 'residuals',
  'explain.walk.sampled.say.residuals': 'Output less label of that network.',
  'explain.walk.sampled.off': 'each pattern’s pull against β',
  'explain.walk.sampled.say.off': ({ beta, patterns }: Facts) =>
    `For each of ${patterns} sampled patterns D the residual pulls by AᵀDr/n, projected on the pattern’s cone (in the first, gated rounds as it is). Only a pull longer than β = ${beta} helps.`,
  'explain.walk.sampled.gradient': 'new blocks',
  'explain.walk.sampled.say.gradient':
    'Up to eight patterns with the longest pull are taken in, at length 0.',
  'explain.walk.sampled.step': 'proximal steps, a group soft threshold',
  'explain.walk.sampled.say.step':
    'Accelerated proximal gradient (FISTA), 20 to 100 iterations a round: a gradient step of 1/L on all blocks, then each block is projected on its cone and its length shortened by β/L, to 0 where it is not longer. The first rounds may do without the cones (gated ReLU) and are then decomposed into ReLU neurons. The better network is kept; other patterns may do better still, so nothing is certified.',

  'explain.rows.sample': 'row',
  'explain.rows.neuron': 'neuron',
  'explain.rows.weight': 'weight',
  'explain.rows.direction': 'new',
  'explain.rows.quantity': 'quantity',
  'explain.offRow.sample': 'off',
  'explain.offRow.neuron': 'dead',
  'explain.offRow.weight': 'held',
  'explain.row.neurons': 'neurons',
  'explain.row.objective': 'objective',
  'explain.row.bound': 'lower bound',
  'explain.row.excess': 'their difference',
  'explain.row.patterns': 'patterns',
  'explain.row.gap': 'relative gap over these patterns',
  'explain.column.z': 'z',
  'explain.column.hidden': 'max(z, 0)',
  'explain.column.part': 'α·max(z, 0)',
  'explain.column.output': 'output',
  'explain.column.y': 'y',
  'explain.column.residual': 'output − y',
  'explain.column.signed': 'size',
  'explain.column.size': 'size',
  'explain.column.slope': 'slope',
  'explain.column.bias': 'bias',
  'explain.column.alpha': 'α',
  'explain.column.on': 'on',
  'explain.column.off': 'off',
  'explain.column.fit': 'data',
  'explain.column.decay': 'penalty',
  'explain.column.relaxed': 'relaxation',
  'explain.column.gradient': 'sum',
  'explain.column.w1': 'w₁',
  'explain.column.w2': 'w₂',
  'explain.column.length': 'length',
  'explain.column.norm': '‖w‖',
  'explain.column.strength': '‖v‖',
  'explain.column.angle': 'angle °',
  'explain.column.height': 'η(u)',
  'explain.column.beta': 'β',
  'explain.column.edge': '±β',
  'explain.column.pull': 'pull',
  'explain.column.squares': 'q',
  'explain.column.kink': 'kink',
  'explain.column.before': 'before',
  'explain.column.after': 'after',
  'explain.column.v': 'v',
  'explain.column.w': 'w',
  'explain.column.value': 'value',
  'explain.column.plusMinus': '±residual',
  'explain.column.raw': 'slope',
  'explain.column.unprojected': 'by the rule',
  'explain.column.projected': 'projected',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
