import { english } from '../../../i18n/messages.ts';
import type { RoundFacts } from '../../network-words.en.ts';

export const words = english({
  'explain.topic.network': 'Left: a two-layer network',
  'explain.topic.program': 'The exact convex program',
  'explain.topic.collapse': 'The neuron’s relaxation, applied to every neuron',
  'explain.say.network':
    'The network has m neurons, and both layers are trained. The penalty β applies to all weights. Descent can end in many different places.',
  'explain.say.networkKept':
    'The network has m neurons. The output weights keep their initial values and still count in the penalty β.',
  'explain.say.freeBias': 'u is the slope in a neuron’s first layer. Biases and the constant cost nothing.',
  'explain.say.collapse':
    'With fixed output weights of one sign the relaxation is convex in W. With equal ones it has a minimiser whose neurons are all the same: it collapses to one. It is not convex for mixed signs, nor jointly in the two layers.',
  'explain.say.unchecked':
    'This is the one-neuron regulariser summed over neurons. We could not check the paper’s own multi-neuron form.',
  'explain.say.program':
    'D runs over the patterns of samples that a line through 0 can switch on. The program is convex, and its value equals min F once m is at least the number of nonzero blocks. A block v becomes the neuron w = v/√‖v‖ with output weight √‖v‖; a block u gets −√‖u‖.',
  'explain.say.hinges':
    'For one feature with free biases, the same program is a lasso over hinges h with their kinks at the data.',
  'explain.say.sampled':
    'This is the same program, but only over sampled patterns D: with more than two columns there are too many to list. So it gives no lower bound.',
  'explain.say.certificate':
    'Every such λ gives a lower bound on F, for any width. A scaled residual is such a λ: the engine computes the largest value of its curve on the circle exactly.',
  'explain.say.certificateHinges':
    'Every such λ gives a lower bound on F, for any width. A scaled residual is such a λ: between two data points λᵀh is linear in the kink, so the kinks at the data are enough.',
  'explain.say.notCertified':
    'Every such λ would give a lower bound. With more than two columns the engine does not check the condition for all u, so nothing is proved here.',
  'explain.mark.network.left': 'descent’s neurons: round dots on the circle, and the head on the map',
  'explain.mark.network.right': 'the right side’s neurons: squares on the circle',
  'explain.mark.network.plant': 'the teacher’s neurons: stars on the circle',
  'explain.mark.network.slope-left':
    'gradient of the left objective for the neuron on the map, drawn downhill',
  'explain.mark.network.band': 'the band ±β, its edges on the circle',
  'explain.mark.network.dead': 'descent’s neurons with no active sample',
  'explain.walk.marked': ({ j }: { j: string }) =>
    `Marked in the pictures: the samples that are off for neuron ${j}.`,
  'explain.walk.noCircle': 'With more than two columns there is no circle of directions; see the tables.',
  'explain.step.relaxation': 'relaxation term',
  'explain.step.gradientRelaxed': 'gradient: relaxation term',
  'explain.walk.relaxed.forward': 'forward',
  'explain.walk.relaxed.say.forward': ({ j }: RoundFacts) =>
    `This is the same network at the right side’s weights. The columns z, max(z, 0) and α·max(z, 0) belong to neuron ${j}.`,
  'explain.walk.relaxed.residuals': 'residuals',
  'explain.walk.relaxed.say.residuals': 'The residual is output minus label, at the right side’s weights.',
  'explain.walk.relaxed.off': 'which samples are off and still pull',
  'explain.walk.relaxed.say.off': ({ b }: RoundFacts) =>
    `A sample that is off for a neuron still pulls on it, by −b · y · α: the weight b of the relaxation, ${b} at this step, times its label. So the data can still move a neuron with no active sample.`,
  'explain.walk.relaxed.gradient': 'gradient',
  'explain.walk.relaxed.say.gradient': ({ j }: RoundFacts) =>
    `For neuron ${j} it is the gradient on the left, plus the relaxation’s term over the samples that are off: for w the mean of −b · y · α · a, for α the mean of −b · y · z.`,
  'explain.walk.relaxed.step': 'step',
  'explain.walk.relaxed.say.step': 'The rule turns the gradient into a move of all weights at once.',
  'explain.walk.exact.forward': 'the program’s network',
  'explain.walk.exact.say.forward': ({ p }: RoundFacts) =>
    p === '0'
      ? 'The program has no blocks yet: its network has no neurons and outputs 0.'
      : `The program has ${p} blocks v. Each is a neuron, w = v/√‖v‖ with α = ±√‖v‖; the last column is ‖v‖ = |α|·‖w‖.`,
  'explain.walk.exact.residuals': 'residuals',
  'explain.walk.exact.say.residuals': 'The residual is the output of the program’s network minus label.',
  'explain.walk.exact.off': 'the dual curve against the band',
  'explain.walk.exact.say.off': ({ largest, beta, beyond }: RoundFacts) =>
    beyond === '0'
      ? `For each direction u the dual curve is η(u) = r·max(Au, 0)/n, with r = label − output. A new neuron along u helps only where |η(u)| is above β = ${beta}. The largest |η| is ${largest}: nothing is added.`
      : `For each direction u the dual curve is η(u) = r·max(Au, 0)/n, with r = label − output. A new neuron along u helps only where |η(u)| is above β = ${beta}. The largest |η| is ${largest}. Its highest peaks outside the band are added, at most eight: the sign is that of the new output weight.`,
  'explain.walk.exact.gradient': 'new blocks, by a soft threshold',
  'explain.walk.exact.say.gradient':
    'One after the other, each new block gets its best length while all others stay fixed: (pull − β)/q with q = ‖max(Au, 0)‖²/n. A pull of β or less would get length 0. The pull is |η| after the blocks before it are in place.',
  'explain.walk.exact.step': 'all blocks at once, and a new bound',
  'explain.walk.exact.say.step':
    'Newton’s method moves all blocks together to their best lengths and directions. A block that reaches 0 is dropped; two of the same sign in one sector are merged. The new residual, scaled until |η| is at most β, proves a lower bound; the program keeps the best one of all rounds.',
  'explain.walk.hinges.forward': 'the program’s hinges',
  'explain.walk.hinges.say.forward': ({ p }: RoundFacts) =>
    `The program has ${p} hinges and a constant. The table lists them as neurons; β multiplies the size |α · slope|.`,
  'explain.walk.hinges.residuals': 'residuals',
  'explain.walk.hinges.say.residuals': 'The residual is the output, constant included, minus label.',
  'explain.walk.hinges.off': 'each kink’s pull against β',
  'explain.walk.hinges.say.off': ({ largest, beta, beyond }: RoundFacts) =>
    `A hinge h helps only where |r·h|/n is above β = ${beta}, with r = label − output. The largest over all kinks is ${largest}; ${beyond} exceed β.`,
  'explain.walk.hinges.gradient': 'new hinges',
  'explain.walk.hinges.say.gradient': ({ came }: RoundFacts) =>
    `The highest peaks above β are added, each with the soft threshold (pull − β)/q. New after this round: ${came}.`,
  'explain.walk.hinges.step': 'all hinges at once, and a new bound',
  'explain.walk.hinges.say.step':
    'Newton’s method moves all hinges together to their best sizes; a hinge that reaches 0 is dropped. The new residual proves a lower bound; the program keeps the best one of all rounds.',
  'explain.walk.sampled.forward': 'the program’s network',
  'explain.walk.sampled.say.forward': ({ p }: RoundFacts) =>
    `This is the best network that the rounds have found so far. It has ${p} neurons.`,
  'explain.walk.sampled.residuals': 'residuals',
  'explain.walk.sampled.say.residuals': 'The residual is the output of that network minus label.',
  'explain.walk.sampled.off': 'each pattern’s pull against β',
  'explain.walk.sampled.say.off': ({ beta, patterns }: RoundFacts) =>
    `For each of ${patterns} sampled patterns D the residual’s pull is AᵀDr/n, projected onto the pattern’s cone (in the first, gated rounds without the projection). Only a pull longer than β = ${beta} helps.`,
  'explain.walk.sampled.gradient': 'new blocks',
  'explain.walk.sampled.say.gradient': 'Up to eight patterns with the longest pull are added, with length 0.',
  'explain.walk.sampled.step': 'proximal steps, a group soft threshold',
  'explain.walk.sampled.say.step':
    'A round runs 20 to 100 iterations of accelerated proximal gradient (FISTA). Each takes a gradient step of 1/L on all blocks, projects each block onto its cone and shortens it by β/L, to 0 where it is no longer than that. The first rounds may leave out the cones (gated ReLU); their result is then decomposed into ReLU neurons. The better network is kept. Other patterns may do better still, so nothing is proved.',
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
  'explain.column.edge': '±β',
  'explain.column.pull': 'pull',
  'explain.column.kink': 'kink',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
