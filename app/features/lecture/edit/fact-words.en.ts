import type { FactName } from '../../../../engine/scenario/fact-names.ts';
import { english } from '../../../i18n/messages.ts';

/** The English words of the numbers that a scene's texts may name, one line each: they come with the code that says them. */
export const words = english({
  'fact.n': 'Samples n',
  'fact.d': 'Weights d of a neuron',
  'fact.c': 'Step size c, as a multiple of 1/L',
  'fact.L': 'Smoothness L',
  'fact.noise': 'Size of the noise',
  'fact.blend': 'Blend of the right side',
  'fact.end': 'Step at which both sides have ended',
  'fact.step': 'The step itself: @mark is the bookmark, @now the step at which the scene opens',
  'fact.left.end': 'Step at which the left side ended',
  'fact.right.end': 'Step at which the right side ended',
  'fact.left.arrived': '1 if the left side arrived, else 0',
  'fact.right.arrived': '1 if the right side arrived, else 0',
  'fact.left.loss': 'Loss of the left side at the end, or at a step (@40)',
  'fact.right.loss': 'Loss of the right side at the end, or at a step',
  'fact.left.distance': 'Distance of the left side from the star at the end, or at a step',
  'fact.right.distance': 'Distance of the right side from the star at the end, or at a step',
  'fact.left.gradient': 'Length of the left gradient at the end, or at a step',
  'fact.right.gradient': 'Length of the right gradient at the end, or at a step',
  'fact.left.slow':
    'First step at which the left side hardly moves: its gradient is at most 0.001 L, and (except with gradient descent) its last ten moves are at most 0.001 each',
  'fact.left.near': 'First step at which the left side is within 1 % of the star’s length from it',
  'fact.right.near': 'First step at which the right side is within 1 % of the star’s length from it',
  'fact.left.within': 'First step at which the left side is within 0.1 % of the star’s length from it',
  'fact.right.within': 'First step at which the right side is within 0.1 % of the star’s length from it',
  'fact.left.pull': 'Extra pull Δ(w) at the left iterate at the end, or at a step',
  'fact.right.pull': 'Extra pull Δ(w) at the right iterate at the end, or at a step',
  'fact.ahead.step':
    'First step at which the right side is farther from the star than the left (by more than 10⁻⁹)',
  'fact.ahead.by': 'By how much it is farther there',
  'fact.ahead.steps': 'How many such steps there are up to the end',
  'fact.ahead.last': 'The last such step',
  'fact.ahead.most': 'The most by which it is farther',
  'fact.ahead.mostAt': 'The step at which that happens',
  'fact.dead.share': 'Share of the directions that lie in the dead zone',
  'fact.left.minima': 'Strict minima of the left loss',
  'fact.right.minima': 'Strict minima of the right loss',
  'fact.left.valleys': 'Valleys (lines of minima) of the left loss',
  'fact.left.stuck': 'Share of the directions in which the left loss does not fall from the origin',
  'fact.right.stuck': 'Share of the directions in which the right loss does not fall from the origin',
  'fact.left.basin': 'Share of 61 × 61 starts over [−3, 3]² from which the left side reaches the star',
  'fact.right.basin': 'Share of those starts from which the right side reaches the star',
  'fact.left.missed': 'Share of those starts from which the left side does not',
  'fact.pull.least': 'Smallest Δ(w) on that grid',
  'fact.pull.negative': 'Share of that grid where Δ(w) is negative',
  'fact.blend.least':
    'Smallest blend, in hundredths, such that it and every larger one arrive from this start (in at most 10,000 steps)',
  'fact.runs.count': 'Runs of this scenario with other seeds (at most 200, with 1,000 steps each)',
  'fact.runs.ahead':
    'Runs in which the right side is farther from the star than the left at some step (by more than 10⁻⁹)',
  'fact.runs.aheadShare': 'Their share',
  'fact.runs.aheadLow': 'Lower end of the 95 % interval of that share (Wilson)',
  'fact.runs.aheadHigh': 'Upper end of that interval',
  'fact.runs.left': 'Runs in which the left side reaches the star or a loss of zero',
  'fact.runs.right': 'Runs in which the right side does',
  'fact.runs.leftStuck': 'Runs in which the left side stops elsewhere',
  'fact.runs.rightStuck': 'Runs in which the right side does',
  'fact.runs.rightNotFarther':
    'Runs in which the right side ends no farther from the star than the left (by more than 10⁻⁹)',
  'fact.runs.leftMedian': 'Median distance of the left side from the star at the end of those runs',
  'fact.runs.rightMedian': 'Median distance of the right side from the star at the end of those runs',
  'fact.m': 'Hidden neurons m',
  'fact.teacher': 'Neurons of the teacher',
  'fact.beta': 'Weight of the penalty β',
  'fact.patterns': 'Activation patterns that a neuron of two weights can make on the data: the sectors',
  'fact.optimum': 'Smallest objective: the optimum of the convex program',
  'fact.bound': 'The proved lower bound',
  'fact.gap': 'Relative gap between the two, rounded up',
  'fact.program.neurons': 'Neurons of the program’s network',
  'fact.program.rounds': 'Rounds of the program',
  'fact.program.touches': 'Angles at which the program’s curve touches the band ±β',
  'fact.left.above': 'How far the left objective lies above the bound at the end, or at a step; rounded down',
  'fact.left.aboveKnown':
    'How far it lies above the best known network of at most the same width, at the end or at a step; rounded down, 0 where it is the best known itself',
  'fact.left.dual':
    'Largest |η| of the left network divided by β, at the end or at a step: above 1 the network is not optimal',
  'fact.outputs': 'Outputs of the network K',
  'fact.svdbound': 'Lower bound from singular values alone (proved)',
  'fact.separate': 'Sum of the optima of the outputs, each solved alone',
  'fact.separate.neurons': 'Neurons of those networks together',
  'fact.startshare':
    'Upper bound of the share of Gaussian starts from which descent reaches the optimum, on words (proved)',
  'fact.forgotten': 'Classes that the optimum gives up, on words',
  'fact.threshold': 'What the optimum takes off each singular value, on words: nβ',
  'fact.sigma.least': 'Smallest singular value of the labels',
  'fact.start.lacks':
    'Kept classes without a neuron that starts active on all their samples, on words: with one the optimum is out of reach',
  'fact.left.accuracy':
    'Share of the samples that the left network puts in their class, at the end or at a step',
  'fact.right.accuracy':
    'Share of the samples that the right network puts in their class, at the end or at a step',
  'fact.mean.length': 'Numbers per sample m, of a game',
  'fact.width': 'Width of the left generator, or of the network',
  'fact.width.right': 'Width of the right generator',
  'fact.left.factor': 'Spectral radius of one round on the left, on the plane',
  'fact.right.factor': 'Spectral radius of one round on the right, on the plane or of the linearisation',
  'fact.left.floor': 'Least mse that the left width can reach (certified)',
  'fact.right.floor': 'Least mse that the right width can reach (certified)',
  'fact.left.reachable':
    'Probability that random columns of the left width reach the mean: P(Bin(k, 1/2) ≥ m)',
  'fact.right.reachable': 'The same for the right width',
  'fact.left.push':
    'The left generator’s push ησ² at the end, or at a step: at a saddle the brake ρ outweighs it or not',
  'fact.right.push': 'The right generator’s push ησ² at the end, or at a step',
  'fact.left.excess': 'How far the left mse lies above its floor at the end, or at a step: mse/floor − 1',
  'fact.right.excess': 'How far the right mse lies above its floor at the end, or at a step',
  'fact.local': 'Local steps a round K',
  'fact.clients': 'Clients N',
  'fact.left.bias': 'How far the rest of the left is from the minimum, on the plane',
  'fact.band.low': 'Lower end of the certified range of the linearisation’s slowest factor',
  'fact.band.high': 'Upper end of that range',
  'fact.rest.loss': 'Loss of the linearisation at rest',
  'fact.rest.least': 'Least loss of the linearisation',
  'fact.gap.largest':
    'Largest distance between the residuals of a network and of its linearisation, up to the end or a step',
  'fact.flipped': 'Share of neuron-sample pairs whose sign has changed, at the end or at a step',
  'fact.otherdeal.loss':
    'Loss of the network with the data dealt the other way at the same η, at the end or at a step',
} satisfies Readonly<Record<`fact.${FactName}`, string>>);

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
