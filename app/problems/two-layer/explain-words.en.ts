import { english } from '../../i18n/messages.ts';
import type { RoundFacts } from '../network-words.en.ts';

/** The English words of what is explained of two layers. */
export const words = english({
  'explain.topic.network': 'Left: a network of two layers',
  'explain.topic.program': 'The exact convex program',
  'explain.topic.certificate': 'The certificate of a lower bound',
  'explain.topic.collapse': 'The neuron’s relaxation, applied to every neuron',
  'explain.say.network':
    'm neurons, both layers trained. The penalty β weighs all weights. Descent may end in one of many places.',
  'explain.say.networkKept':
    'm neurons; the output weights stay as they began, and still count in the penalty β.',
  'explain.say.freeBias': 'u is the slope of a neuron’s first layer. Biases and the constant cost nothing.',
  'explain.say.collapse':
    'With fixed output weights of one sign it is convex in W, and with equal ones it has a minimiser whose neurons are all the same: it collapses to one. It is not convex for mixed signs, nor in both layers.',
  'explain.say.unchecked':
    'This is the one-neuron regulariser summed over neurons. The paper’s own form for several neurons could not be checked.',
  'explain.say.program':
    'D runs over the patterns of samples that a line through 0 can switch on. Convex, and equal to min F once m is at least the number of blocks that are not zero. A block v becomes the neuron w = v/√‖v‖ with the output weight √‖v‖; for u it is minus that.',
  'explain.say.hinges':
    'A lasso over hinges h with their kinks at the data: the same program for one feature with free biases.',
  'explain.say.sampled':
    'The same program over sampled patterns D alone: with more than two columns there are too many to list. So it is no lower bound.',
  'explain.say.certificate':
    'Every such λ gives a lower bound of F, for any width. A scaled residual is one: the largest value of its curve on the circle is computed exactly.',
  'explain.say.certificateHinges':
    'Every such λ gives a lower bound of F, for any width. A scaled residual is one: between two data points λᵀh is linear in the kink, so that the kinks at the data are enough.',
  'explain.say.notCertified':
    'Every such λ would give a lower bound. With more than two columns the condition is not checked for all u: nothing is certified here.',
  'explain.tex.with': 'with',
  'explain.tex.forAll': 'for all ',
  'explain.step.solved':
    'The right side is solved in rounds, not descended: it has no step length and no gradient. The walk tells its round.',
  'explain.mark.network.left': 'neurons of descent: round dots on the circle, and the head on the map',
  'explain.mark.network.right': 'neurons of the right side: squares on the circle',
  'explain.mark.network.plant': 'neurons of the teacher: stars on the circle',
  'explain.mark.network.slope-left':
    'gradient of the left objective for the neuron of the map, drawn downhill',
  'explain.mark.network.band': 'the band ±β, its edges on the circle',
  'explain.mark.network.dead': 'neurons of descent that no sample switches on',
  'explain.walk.marked': ({ j }: { j: string }) =>
    `Marked in the pictures: the samples that are off for neuron ${j}.`,
  'explain.walk.neuron': 'Neuron',
  'explain.walk.ended': 'The program has ended here: there is no further round.',
  'explain.walk.noCircle':
    'With more than two columns there is no circle of directions to draw on: the tables tell the update.',
  'explain.step.ofNeuron': ({ j }: { j: string }) =>
    `Vectors are those of neuron ${j}: its first-layer weights w, then its output weight α. Objective and penalty are of the whole network.`,
  'explain.step.relaxation': 'part of the relaxation',
  'explain.step.gradientRelaxed': 'gradient: part of the relaxation',
  'explain.step.blocks': 'neurons of the program',
  'explain.step.nextBlocks': 'neurons of the program after',
  'explain.step.bound': 'proved lower bound',
  'explain.step.nextBound': 'proved lower bound after',
  'explain.walk.relaxed.forward': 'forward',
  'explain.walk.relaxed.say.forward': ({ j }: RoundFacts) =>
    `The same network, at the right side’s weights. The columns z, max(z, 0) and α·max(z, 0) are of neuron ${j}.`,
  'explain.walk.relaxed.residuals': 'residuals',
  'explain.walk.relaxed.say.residuals': 'Output less label, at the right side’s weights.',
  'explain.walk.relaxed.off': 'who is off, and still pulls',
  'explain.walk.relaxed.say.off': ({ b }: RoundFacts) =>
    `A sample that is off for a neuron still pulls on it, by −b · y · α: the weight b of the relaxation, ${b} at this step, times its label. So the data may still move a neuron that no sample switches on.`,
  'explain.walk.relaxed.gradient': 'gradient',
  'explain.walk.relaxed.say.gradient': ({ j }: RoundFacts) =>
    `Of neuron ${j}. As on the left, and the relaxation’s part over the samples that are off: for w the mean of −b · y · α · a, for α the mean of −b · y · z.`,
  'explain.walk.relaxed.step': 'step',
  'explain.walk.relaxed.say.step': 'The rule turns the gradient into a move of all weights at once.',
  'explain.walk.exact.forward': 'the program’s network',
  'explain.walk.exact.say.forward': ({ p }: RoundFacts) =>
    p === '0'
      ? 'The program stands at no block at all: its network has no neuron, and says 0 everywhere.'
      : `The program stands at ${p} blocks v. Each is a neuron, w = v/√‖v‖ with α = ±√‖v‖; the last column is ‖v‖ = |α|·‖w‖.`,
  'explain.walk.exact.residuals': 'residuals',
  'explain.walk.exact.say.residuals': 'Output less label of the program’s network.',
  'explain.walk.exact.off': 'the dual curve against the band',
  'explain.walk.exact.say.off': ({ largest, beta, beyond }: RoundFacts) =>
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
  'explain.walk.hinges.say.forward': ({ p }: RoundFacts) =>
    `The program stands at ${p} hinges and a constant. The table has them as neurons; the size |α · slope| is what costs β.`,
  'explain.walk.hinges.residuals': 'residuals',
  'explain.walk.hinges.say.residuals': 'Output less label of the program’s network, the constant included.',
  'explain.walk.hinges.off': 'each kink’s pull against β',
  'explain.walk.hinges.say.off': ({ largest, beta, beyond }: RoundFacts) =>
    `A hinge h helps only where |r·h|/n is above β = ${beta}, r label less output. The largest over all kinks is ${largest}; ${beyond} lie beyond β.`,
  'explain.walk.hinges.gradient': 'new hinges',
  'explain.walk.hinges.say.gradient': ({ came }: RoundFacts) =>
    `The highest peaks beyond β are taken in, each by the soft threshold (pull − β)/q. New once the round is done: ${came}.`,
  'explain.walk.hinges.step': 'all hinges at once, and a new bound',
  'explain.walk.hinges.say.step':
    'Newton’s method moves all hinges together to their best sizes; one that meets 0 is dropped. The new residual proves a lower bound; the best of all rounds is kept.',
  'explain.walk.sampled.forward': 'the program’s network',
  'explain.walk.sampled.say.forward': ({ p }: RoundFacts) =>
    `The best network that the rounds have found so far, of ${p} neurons.`,
  'explain.walk.sampled.residuals': 'residuals',
  'explain.walk.sampled.say.residuals': 'Output less label of that network.',
  'explain.walk.sampled.off': 'each pattern’s pull against β',
  'explain.walk.sampled.say.off': ({ beta, patterns }: RoundFacts) =>
    `For each of ${patterns} sampled patterns D the residual pulls by AᵀDr/n, projected on the pattern’s cone (in the first, gated rounds as it is). Only a pull longer than β = ${beta} helps.`,
  'explain.walk.sampled.gradient': 'new blocks',
  'explain.walk.sampled.say.gradient':
    'Up to eight patterns with the longest pull are taken in, at length 0.',
  'explain.walk.sampled.step': 'proximal steps, a group soft threshold',
  'explain.walk.sampled.say.step':
    'Accelerated proximal gradient (FISTA), 20 to 100 iterations a round: a gradient step of 1/L on all blocks, then each block is projected on its cone and its length shortened by β/L, to 0 where it is not longer. The first rounds may do without the cones (gated ReLU) and are then decomposed into ReLU neurons. The better network is kept; other patterns may do better still, so nothing is certified.',
  'explain.rows.direction': 'new',
  'explain.rows.quantity': 'quantity',
  'explain.row.neurons': 'neurons',
  'explain.row.objective': 'objective',
  'explain.row.bound': 'lower bound',
  'explain.row.excess': 'their difference',
  'explain.row.patterns': 'patterns',
  'explain.row.gap': 'relative gap over these patterns',
  'explain.column.signed': 'size',
  'explain.column.size': 'size',
  'explain.column.slope': 'slope',
  'explain.column.bias': 'bias',
  'explain.column.w1': 'w₁',
  'explain.column.w2': 'w₂',
  'explain.column.length': 'length',
  'explain.column.norm': '‖w‖',
  'explain.column.strength': '‖v‖',
  'explain.column.angle': 'angle °',
  'explain.column.height': 'η(u)',
  'explain.column.edge': '±β',
  'explain.column.pull': 'pull',
  'explain.column.squares': 'q',
  'explain.column.kink': 'kink',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
