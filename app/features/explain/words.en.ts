import { english } from '../../i18n/messages.ts';

/** The English words of the explanation beside the picture: they come with the code that says them. */
export const words = english({
  'explain.title': 'Explanation',
  'explain.close': 'Close',
  'explain.parts': 'Parts of the explanation',
  'explain.part.mathematics': 'Mathematics',
  'explain.part.step': 'This step',
  'explain.part.sources': 'Sources',

  'explain.symbols': 'Show on the picture',
  'explain.symbols.note':
    'Point at a symbol, here or in a formula, and its mark lights up. {{Press}} it to keep the mark lit.',
  'explain.mark.left': 'present weights of the left side: the head of its path',
  'explain.mark.right': 'present weights of the right side: the head of its path',
  'explain.mark.plant': 'the plant: the star',
  'explain.mark.start': 'the start',
  'explain.mark.slope-left': 'gradient of the left loss, drawn downhill from both heads',
  'explain.mark.slope-right': 'gradient of the right loss, drawn downhill from both heads',
  'explain.mark.difference': 'difference of both gradients, drawn downhill from both heads',
  'explain.mark.samples': 'activations of the samples, in the data panel',
  'explain.mark.dead': 'samples that are off at the left side’s weights, in the data panel',
  'explain.mark.next': 'next',
  'explain.symbol.start': 'start',
  'explain.symbol.dead': 'off',

  'explain.standing.proved': 'proved',
  'explain.standing.measured': 'measured',
  'explain.standing.abstract': 'the paper’s abstract says',

  'explain.topic.data': 'Data and conventions',
  'explain.topic.loss': 'Left: the loss of the neuron',
  'explain.topic.relaxation': 'Right: the convex relaxation',
  'explain.topic.regulariser': 'The relaxation as a regulariser',
  'explain.topic.rule': 'The update rule, as it is set now',
  'explain.topic.inequality': 'One step from the same point',
  'explain.topic.population': 'Infinitely many samples, in closed form',
  'explain.topic.network': 'Left: a network of two layers',
  'explain.topic.program': 'The exact convex program',
  'explain.topic.certificate': 'The certificate of a lower bound',
  'explain.topic.collapse': 'The neuron’s relaxation, applied to every neuron',
  'explain.topic.lift': 'One datum, lifted',
  'explain.topic.other': 'This problem',

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
  'explain.say.gd': 'Gradient descent: the full gradient, times the step η.',
  'explain.say.heavyball': 'Heavy ball (Polyak): the velocity v is kept from step to step, 0 at first.',
  'explain.say.nesterov':
    'Nesterov: the gradient is taken where the velocity v leads, not at the present weights; v is 0 at first.',
  'explain.say.adam':
    'Adam: running means of the gradient and of its square, weight by weight; a hat corrects for their start at 0.',
  'explain.say.sgd':
    'Mini-batches B: each epoch takes the samples once, newly shuffled. Both sides see the same batches.',
  'explain.say.other': 'There is no explanation of this problem yet. What its sides do is what follows.',
  'explain.say.scale':
    'No L holds everywhere for such a loss: L is the curvature at the size of the start or of the labels.',
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
  'explain.say.liftLeft': 'One neuron u with its output weight α on one datum x = 1: not convex.',
  'explain.say.liftRight':
    'v stands for the product of both weights of a neuron with a positive output weight, w for a negative one: convex.',
  'explain.say.liftOptimum':
    'A given product is cheapest when both weights are equal; so both problems have the same minimum.',

  // Within formulae.
  'explain.tex.off': ' when off',
  'explain.tex.left': 'left: ',
  'explain.tex.right': 'right: ',
  'explain.tex.with': 'with',
  'explain.tex.forAll': 'for all ',
  'explain.tex.move': 'move',

  'explain.step.title': ({ k }: { k: string }) => `From step ${k} to the next`,
  'explain.step.coming': ({ k }: { k: string }) => `Taking the run again up to step ${k}…`,
  'explain.step.lost': 'The numbers of this step could not be had.',
  'explain.step.quantity': 'quantity',
  'explain.step.left': 'left',
  'explain.step.right': 'right',
  'explain.step.solved':
    'The right side is solved in rounds, not descended: it has no step length and no gradient. The walk tells its round.',
  'explain.step.diverges': 'not finite: the side diverges',
  'explain.step.k': 'step k',
  'explain.step.weights': 'weights at step k',
  'explain.step.weightsScaled': 'weights at step k (scaled)',
  'explain.step.more': ({ count }: { count: string }) => `and ${count} more`,
  'explain.step.on': 'samples on',
  'explain.step.off': 'samples off',
  'explain.step.pulling': 'off, and pulling',
  'explain.step.rms': 'root mean square residual',
  'explain.step.loss.left': 'left loss f there',
  'explain.step.loss.right': 'right loss there',
  'explain.step.fit': 'part of the data in F',
  'explain.step.penalty': 'part of the penalty',
  'explain.step.gradient': 'own gradient',
  'explain.step.gradientNorm': 'its length',
  'explain.step.eta': 'step length η',
  'explain.step.velocity': 'velocity before',
  'explain.step.velocityAfter': 'velocity after',
  'explain.step.ahead': 'gradient ahead',
  'explain.step.batch': 'batch (rows)',
  'explain.step.batchGradient': 'gradient of the batch',
  'explain.step.mean': 'mean of the gradient',
  'explain.step.square': 'mean of its square',
  'explain.step.next': 'weights at step k + 1',
  'explain.step.nextScaled': 'weights at step k + 1 (scaled)',
  'explain.step.before': 'loss before',
  'explain.step.after': 'loss after',
  'explain.step.pull': 'Δ at these weights',
  'explain.step.own': 'Each side’s numbers are taken at its own weights.',
  'explain.step.digits':
    'Every number comes from the engine; the next weights are those of the run, digit for digit.',
  'explain.step.formula': ({ side }: { side: string }) => `Update of the ${side} side with its numbers`,
  'explain.step.samples': 'Sample by sample',
  'explain.step.thinned': ({ shown, n }: { shown: string; n: string }) =>
    `${shown} of ${n} samples are told, evenly chosen; sums and counts are over all.`,
  'explain.sample.row': 'row',
  'explain.sample.y': 'y',
  'explain.sample.z': 'z',
  'explain.sample.output': 'σ(z)',
  'explain.sample.residual': 'σ(z) − y',
  'explain.sample.slope': 'pull on z',
  'explain.sample.on': 'on',
  'explain.sample.off': 'off',

  'explain.walk.title': 'Walk one update',
  'explain.walk.start': 'Walk one update',
  'explain.walk.end': 'End the walk',
  'explain.walk.previous': 'Back',
  'explain.walk.next': 'Next',
  'explain.walk.again': 'Take the step',
  'explain.walk.keys': 'Left and right arrow keys go through the stages, Escape ends the walk.',
  'explain.walk.stage': ({ at, of, name }: { at: string; of: string; name: string }) =>
    `${at} of ${of}: ${name}`,
  'explain.walk.forward': 'forward',
  'explain.walk.forward.say':
    'Each sample’s activation z = a·w goes through the neuron. Full marks are on, hollow ones off.',
  'explain.walk.residuals': 'residuals',
  'explain.walk.residuals.say': 'Output less label: what each side gets wrong, sample by sample.',
  'explain.walk.off': 'who is off',
  'explain.walk.off.say':
    'On the left a sample that is off contributes nothing, however wrong it is. On the right it still pulls, by its label.',
  'explain.walk.off.sayLeak':
    'On the left a sample that is off counts with the factor s alone. On the right it pulls with its whole residual.',
  'explain.walk.gradient': 'gradient',
  'explain.walk.gradient.say':
    'Every sample’s part, laid head to tail, sums to the downhill direction on its side’s map.',
  'explain.walk.gradient.sayThinned':
    'The arrow is the downhill direction on its side’s map: the sum over all samples, of which only some are told here.',
  'explain.walk.gradient.sayMean': 'The arrow is the downhill direction on its side’s map.',
  'explain.walk.step': 'step',
  'explain.walk.step.say': 'The rule turns it into a move: from the present weights to the next.',
  'explain.walk.key':
    'In the data panel: round and solid is left, square is right. Full is on, hollow is off.',
  'explain.walk.noArrows': 'The maps show a slice: what is drawn there is the shadow of each arrow on it.',
  'explain.walk.noMaps': 'There are no maps of a single weight: the table tells the update.',
  'explain.walk.noData':
    'With more than two features there is no data panel: the table below tells the samples.',

  'explain.sources.intro': 'References, in plain text. A link opens only when it is followed.',
  'explain.sources.abstract':
    'Known here by its abstract: the full text was not at hand, and no theorem of it is quoted.',
  'explain.sources.newTab': 'opens in a new tab',
  'explain.source.relaxation':
    'T. Ergen and M. Pilanci: Convex Optimization for Shallow Neural Networks. 57th Allerton Conference on Communication, Control, and Computing, 2019.',
  'explain.source.glmtron':
    'S. M. Kakade, V. Kanade, O. Shamir and A. Kalai: Efficient Learning of Generalized Linear and Single Index Models with Isotonic Regression. NIPS 2011.',
  'explain.source.glmtron.say':
    'Its gradient step is the update of their GLMtron, which takes it with step 1.',
  'explain.source.matching':
    'P. Auer, M. Herbster and M. K. Warmuth: Exponentially many local minima for single neurons. NIPS 1995, published 1996.',
  'explain.source.matching.say': 'The matching loss of a neuron; the relaxation is that of the ReLU.',
  'explain.source.program':
    'M. Pilanci and T. Ergen: Neural Networks are Convex Regularizers: Exact Polynomial-time Convex Optimization Formulations for Two-layer Networks. ICML 2020, arXiv 2002.10553.',
  'explain.source.program.say': 'The exact convex program of two layers.',
  'explain.source.hinges':
    'T. Ergen and M. Pilanci: Convex Geometry and Duality of Over-parameterized Neural Networks. arXiv 2002.11219.',
  'explain.source.hinges.say': 'One feature: the program is a lasso over hinges.',
  'explain.source.gated':
    'A. Mishkin, A. Sahiner and M. Pilanci: Fast Convex Optimization for Two-Layer ReLU Networks: Equivalent Model Classes and Cone Decompositions. ICML 2022, arXiv 2202.01331.',
  'explain.source.gated.say':
    'Sampled patterns, gated ReLU and its decomposition: for more than two columns.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
