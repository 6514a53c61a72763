import { english } from '../../i18n/messages.ts';

/** The English words of what is explained of one neuron. */
export const words = english({
  'explain.mark.difference': 'difference of both gradients, drawn downhill from both heads',
  'explain.mark.samples': 'activations of the samples, in the data panel',
  'explain.mark.dead': 'samples that are off at the left side’s weights, in the data panel',
  'explain.topic.data': 'Data and conventions',
  'explain.topic.loss': 'Left: the loss of the neuron',
  'explain.topic.relaxation': 'Right: the convex relaxation',
  'explain.topic.regulariser': 'The relaxation as a regulariser',
  'explain.topic.inequality': 'One step from the same point',
  'explain.topic.population': 'Infinitely many samples, in closed form',
  'explain.say.data':
    'n samples, one a row of A. A sample is on where its activation z is above 0, and off elsewhere, also at exactly 0.',
  'explain.say.dataInfinite':
    'The features are standard normal, and every sum over samples is a mean over all of them.',
  'explain.say.relu': 'The ReLU. Its derivative is 1 where a sample is on and 0 where it is off.',
  'explain.say.leak': 'The leaky ReLU. Its derivative is 1 where a sample is on and s where it is off.',
  'explain.say.labels': 'The labels come from planted weights; ε is noise.',
  'explain.say.labelsExact': 'The labels are exactly those of the planted weights.',
  'explain.say.ownLabels': 'The labels are given with the data; nobody planted weights.',
  'explain.say.standardised':
    'The features are standardised: descent moves the weights of the scaled features, the maps show those of the original ones.',
  'explain.say.slope': 'Samples that are off drop out: where all of them are off the gradient is zero.',
  'explain.say.slopeLeak': 'Samples that are off count with the factor s alone.',
  'explain.say.relaxed':
    'The squared output is kept, but the product with the label takes the activation z in place of the output σ(z).',
  'explain.say.fenchel':
    'A Fenchel–Young loss: Φ is the integral of σ and Φ* its conjugate, y²/2 for y ≥ 0 and y²/(2s) below.',
  'explain.say.slopeRight':
    'The gradient of f without the derivative of σ: a sample that is off still pulls, by its label.',
  'explain.say.noCost':
    'There is no additional computational cost. Here: both gradients take the same two products with A.',
  'explain.say.preserves':
    'For a single neuron and under a planted model the relaxation preserves the location of the global minimum.',
  'explain.say.convex':
    'g is convex: each of its terms is, since σ never falls. That holds whatever the labels are.',
  'explain.say.sameZero':
    'With the plant’s own labels both losses are zero at the same weights, those of the plant among them.',
  'explain.say.mayFall':
    'Some labels are below zero: then g may be negative, and may fall for ever along a direction in which all samples are off.',
  'explain.say.blend':
    'The right side is a blend of both losses, b of it relaxation. A sample with a label above zero is convex in it for b = 1 alone.',
  'explain.say.identity':
    'Since σ(t) − t = max(−t, 0): with labels of zero or more, g charges a sample for being off, the more the larger its label.',
  'explain.say.identityNegative':
    'Since σ(t) − t = max(−t, 0): true for all labels. But where a label is below zero its term rewards being off, and is no penalty.',
  'explain.say.asRegulariser': 'The relaxation can be read as a regulariser.',
  'explain.say.identityLeak':
    'With a leak the difference is this, sample by sample, for labels of zero or more: nothing while a sample is on.',
  'explain.say.identityLeakNegative':
    'For labels below zero the difference is another one, and does not vanish while a sample is on. It is never negative: g ≥ f.',
  'explain.say.smooth': 'Between the kinks of f neither loss curves more than L.',
  'explain.say.smoothPopulation':
    'L is the curvature of the features. The relaxation’s own is 1/2: with c = 2 one step lands on the plant.',
  'explain.say.safe':
    'Gradient descent with c < 2 lowers g at every step until its gradient is zero, and converges to a minimum where g has one. Of the other rules nothing is claimed here.',
  'explain.say.noPlant': 'Compares how far both gradients lead towards planted weights. This data has none.',
  'explain.say.pull':
    'How much more the relaxation’s gradient leads towards the plant, both taken at the same point.',
  'explain.say.proof':
    'Both gradients agree on samples that are on. One that is off adds −y·(z − z*); where y > 0 the plant has it on, so z* = y, while z ≤ 0: y·(y − z) is above zero. Needs labels without noise.',
  'explain.say.proofLeak':
    'Both gradients agree on samples that are on. For one that is off y = σ(z*), and σ rises, so that both brackets have the same sign. Needs labels without noise.',
  'explain.say.noiseInside':
    'With noise in the labels nothing forces the sign. Noise inside the ReLU keeps labels from falling below zero, and a negative Δ is rare, but was found.',
  'explain.say.noiseOutside':
    'With noise in the labels nothing forces the sign: points with a negative Δ were found, more often than with noise inside the ReLU.',
  'explain.say.pullBlend':
    'The right side is a blend: its Δ, on the map and in the numbers, is b times this.',
  'explain.say.firstOrder':
    'It orders the direction of one small step, not whole runs: runs were found in which the relaxation is farther from the plant at some step.',
  'explain.say.always':
    'Descent on the relaxation always outperforms descent on the loss. Taken literally of every step of every run, the runs found above contradict it.',
  'explain.say.bowl': 'A round bowl about the plant: descent goes straight there.',
  'explain.say.angle': 't is the angle between w and w*.',
  'explain.say.flow':
    'The gradient of f vanishes at the plant and, by convention, at w = 0. In the limit of small steps from one start the relaxation is never farther from the plant.',
  'explain.tex.off': ' when off',
  'explain.step.pulling': 'off, and pulling',
  'explain.step.loss.left': 'left loss f there',
  'explain.step.loss.right': 'right loss there',
  'explain.walk.forward.say':
    'Each sample’s activation z = a·w goes through the neuron. Full marks are on, hollow ones off.',
  'explain.walk.residuals.say': 'Output less label: what each side gets wrong, sample by sample.',
  'explain.walk.off.say':
    'On the left a sample that is off contributes nothing, however wrong it is. On the right it still pulls, by its label.',
  'explain.walk.off.sayLeak':
    'On the left a sample that is off counts with the factor s alone. On the right it pulls with its whole residual.',
  'explain.walk.gradient.say':
    'Every sample’s part, laid head to tail, sums to the downhill direction on its side’s map.',
  'explain.walk.gradient.sayThinned':
    'The arrow is the downhill direction on its side’s map: the sum over all samples, of which only some are told here.',
  'explain.walk.gradient.sayMean': 'The arrow is the downhill direction on its side’s map.',
  'explain.walk.step.say': 'The rule turns it into a move: from the present weights to the next.',
  'explain.walk.key':
    'In the data panel: round and solid is left, square is right. Full is on, hollow is off.',
  'explain.walk.noArrows': 'The maps show a slice: what is drawn there is the shadow of each arrow on it.',
  'explain.walk.noMaps': 'There are no maps of a single weight: the table tells the update.',
  'explain.walk.noData':
    'With more than two features there is no data panel: the table below tells the samples.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
