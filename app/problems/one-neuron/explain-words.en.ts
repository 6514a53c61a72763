import { english } from '../../i18n/messages.ts';

export const words = english({
  'explain.mark.difference': 'difference of the two gradients, drawn downhill from both heads',
  'explain.mark.samples': 'activations of the samples, in the data panel',
  'explain.mark.dead': 'samples that are off at the left side’s weights, in the data panel',
  'explain.topic.data': 'Data and conventions',
  'explain.topic.loss': 'Left: the loss of the neuron',
  'explain.topic.relaxation': 'Right: the convex relaxation',
  'explain.topic.regulariser': 'The relaxation as a regulariser',
  'explain.topic.inequality': 'One step from the same point',
  'explain.topic.population': 'Infinitely many samples, in closed form',
  'explain.say.data':
    'n samples, one per row of A. A sample is active (“on”) where its pre-activation z is positive, and off otherwise, including at 0.',
  'explain.say.dataInfinite':
    'The features are standard normal, and a mean over all of them replaces every sum over samples.',
  'explain.say.relu': 'This is the ReLU. Its derivative is 1 where a sample is on and 0 where it is off.',
  'explain.say.leak':
    'This is the leaky ReLU. Its derivative is 1 where a sample is on and s where it is off.',
  'explain.say.labels': 'The labels come from planted weights, the star; ε is noise.',
  'explain.say.labelsExact': 'The planted weights, the star, produce the labels exactly.',
  'explain.say.ownLabels': 'The labels come with the data; there are no planted weights.',
  'explain.say.standardised':
    'The features are standardised: descent moves the weights of the scaled features, the maps show those of the original ones.',
  'explain.say.slope': 'Samples that are off drop out: where every sample is off, the gradient is zero.',
  'explain.say.slopeLeak': 'Samples that are off count only with weight s.',
  'explain.say.relaxed':
    'The squared output stays, but the cross term with the label uses the pre-activation z instead of the output σ(z).',
  'explain.say.fenchel':
    'This is a Fenchel–Young loss: Φ is the integral of σ and Φ* its conjugate, y²/2 for y ≥ 0 and y²/(2s) for y < 0.',
  'explain.say.slopeRight':
    'This is the gradient of f without the derivative of σ: a sample that is off still pulls, in proportion to its label.',
  'explain.say.noCost':
    'There is no additional computational cost. Here, each gradient costs the same two products with A.',
  'explain.say.preserves':
    'For a single neuron and under a planted model the relaxation preserves the location of the global minimum.',
  'explain.say.convex':
    'g is convex because each of its terms is: σ is non-decreasing. This holds for any labels.',
  'explain.say.sameZero':
    'With noiseless planted labels the two losses are zero at the same weights, the star among them.',
  'explain.say.mayFall':
    'Some labels are negative: then g can be negative and even unbounded below, along a direction where every sample is off.',
  'explain.say.blend':
    'The right side is a blend of the two losses, with a share b of relaxation. The term of a sample with a positive label is convex only for b = 1.',
  'explain.say.identity':
    'Since σ(t) − t = max(−t, 0): when no label is negative, g penalises a sample for being off, in proportion to its label.',
  'explain.say.identityNegative':
    'Since σ(t) − t = max(−t, 0): this holds for any labels. But the term of a negative label rewards being off; it is not a penalty.',
  'explain.say.asRegulariser': 'The relaxation can be read as a regulariser.',
  'explain.say.identityLeak':
    'With a leak the difference is this for each sample whose label is not negative. It vanishes while a sample is on.',
  'explain.say.identityLeakNegative':
    'For negative labels the difference takes another form and does not vanish while a sample is on. It is never negative: g ≥ f.',
  'explain.say.smooth': 'Between the kinks of f, the curvature of either loss is at most L.',
  'explain.say.smoothPopulation':
    'L is the curvature of the features. The relaxation’s own curvature is 1/2: with c = 2 one step lands on the star.',
  'explain.say.safe':
    'Gradient descent with c < 2 lowers g at every step until its gradient is zero, and converges to a minimum where g has one. Nothing is claimed here for the other rules.',
  'explain.say.noPlant':
    'This compares how far each gradient points towards the planted weights. This data has none.',
  'explain.say.pull':
    'This is how much more the relaxation’s gradient points towards the star, with both gradients at the same point.',
  'explain.say.proof':
    'The two gradients agree on samples that are on. A sample that is off adds −y·(z − z*). Where y > 0 it is on at the star, so z* = y, while z ≤ 0: y·(y − z) is positive. The proof needs noiseless labels.',
  'explain.say.proofLeak':
    'The two gradients agree on samples that are on. For one that is off y = σ(z*), and σ is increasing, so the two brackets have the same sign. The proof needs noiseless labels.',
  'explain.say.noiseInside':
    'With noisy labels nothing forces the sign. Noise inside the ReLU never makes a label negative: with n = 60, d = 2 and noise 0.3, seeds 1 to 200 (95 % interval), Δ is negative on 0.65 % (0.55 to 0.74 %) of a grid of points.',
  'explain.say.noiseOutside':
    'With noisy labels nothing forces the sign: with n = 60, d = 2 and noise 0.3 outside the ReLU, seeds 1 to 200 (95 % interval), Δ is negative on 9.80 % (8.83 to 10.77 %) of a grid of points.',
  'explain.say.pullBlend':
    'The right side is a blend: its Δ, on the map and in the numbers, is b times this.',
  'explain.say.firstOrder':
    'It compares the direction of one small step, not whole runs. There are runs in which the relaxation is farther from the star at some step.',
  'explain.say.always':
    'Descent on the relaxation always outperforms descent on the loss. If this meant every step of every run, the runs mentioned above would contradict it.',
  'explain.say.bowl': 'The relaxation is a round bowl around the star: descent goes straight there.',
  'explain.say.angle': 't is the angle between w and w*.',
  'explain.say.flow':
    'The gradient of f vanishes at the star and, by convention, at w = 0. In the limit of small steps from one start, the relaxation is never farther from the star.',
  'explain.tex.off': ' when off',
  'explain.step.pulling': 'off, and pulling',
  'explain.step.loss.left': 'left loss f at these weights',
  'explain.step.loss.right': 'right loss at these weights',
  'explain.walk.forward.say':
    'Each sample’s pre-activation z = a·w goes through the neuron. Filled marks are on, hollow ones off.',
  'explain.walk.residuals.say': 'Output minus label: the error of each side, sample by sample.',
  'explain.walk.off.say':
    'On the left a sample that is off contributes nothing, however wrong it is. On the right it still pulls, in proportion to its label.',
  'explain.walk.off.sayLeak':
    'On the left a sample that is off counts only with weight s. On the right it pulls with its whole residual.',
  'explain.walk.gradient.say':
    'The contributions of all samples, laid head to tail, add up to the downhill direction on each side’s map.',
  'explain.walk.gradient.sayThinned':
    'The arrow is the downhill direction on its side’s map: the sum over all samples, of which only some are shown here.',
  'explain.walk.gradient.sayMean': 'The arrow is the downhill direction on its side’s map.',
  'explain.walk.step.say': 'The rule turns it into a move: from the current weights to the next.',
  'explain.walk.key':
    'In the data panel, round marks are left and square marks are right. Filled marks are on, hollow ones off.',
  'explain.walk.noArrows': 'The maps show a slice: each arrow there is the projection of the true one.',
  'explain.walk.noMaps': 'With a single weight there are no maps; see the table.',
  'explain.walk.noData': 'With more than two features there is no data panel; see the table below.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
