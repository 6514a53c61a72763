import '../../network-words.en.ts';
import { english } from '../../../i18n/messages.ts';

export interface StageFacts {
  /** Explained sample and neuron; their numbers; root mean square residual. */
  readonly i: string;
  readonly j: string;
  readonly m: string;
  readonly n: string;
  readonly rms: string;
  /** A round: neurons before it, beta, n beta, largest eta, added directions, removed neurons, kept classes, share of the line search. */
  readonly p: string;
  readonly beta: string;
  readonly edge: string;
  readonly largest: string;
  readonly taken: string;
  readonly gone: string;
  readonly kept: string;
  readonly share: string;
  /** Empty without certificate. */
  readonly certified: string;
}

export const words = english({
  'explain.topic.outputs': 'Left: one network, K outputs',
  'explain.topic.outputsProgram': 'Right: a convex program with the same minimum',
  'explain.topic.outputsTouch': 'Where a new neuron helps',
  'explain.topic.outputsSharing': 'Sharing neurons never costs more',
  'explain.topic.copositive': 'The copositive test',
  'explain.topic.outputsClosed': 'The optimum in closed form',
  'explain.topic.outputsStarts': 'Why a start can fail',
  'explain.topic.outputsWedges': 'Classes are wedges without a bias',
  'explain.topic.outputsRounds': 'How the program is solved',
  'explain.topic.outputsHovering': 'Hovering',
  'explain.say.outputs':
    'U has a column u for each of m neurons and V a row v: all K outputs use the same neurons. The penalty β applies to all weights, and both layers are trained. Descent can end in one of many places.',
  'explain.say.outputsProgram':
    'Z stands for the outputs on the data. N(Z) is the least total weight of neurons that produce Z. Its unit ball is the convex hull of the outputs of single neurons of weight at most 1, so N and the whole objective are convex in Z.',
  'explain.say.outputsSame':
    'Equality holds once u and v have the same length, and s·u with v/s has the same outputs. So the penalty of F is at least β·N(Z), and some network attains it: F and P have the same minimum once m is at least the number of neurons of some optimum. nK neurons are always enough (Carathéodory).',
  'explain.say.outputsPaper':
    'Networks with several outputs have a convex equivalent, with a nuclear norm over the cone of each activation pattern.',
  'explain.say.outputsSampled':
    'Here there are too many activation patterns to search them all. Directions are sampled, so the right side gives a good network but no proof that it is optimal.',
  'explain.say.outputsDual': 'L is any n × K matrix with this property.',
  'explain.say.outputsWeak':
    'The first line uses the property and Cauchy–Schwarz, the second holds for any two matrices, and their sum is the third. Any residual R = Y − Z, of either side, gives such an L = t·R. So each one proves a bound for networks of every width. The page keeps the best bound. At the optimum L = R/n, and the gap is 0.',
  'explain.say.outputsWeakSampled':
    'The first line uses the property and Cauchy–Schwarz, the second holds for any two matrices, and their sum is the third. But the property must hold in all directions, and here only some are searched: no bound is shown.',
  'explain.say.outputsSvd':
    'This bound needs no program. ρ is the largest singular value of A, and s are the singular values of Y. Soft thresholding at τ removes a part of Y; that part, divided by n, is such an L. The bound is usually loose.',
  'explain.say.outputsTouch':
    'R = Y − Z is the residual. A new neuron in the direction u lowers the objective only where η(u) exceeds β. At an optimum η is at most β, and the inequalities of the certificate are equalities: every neuron has η(u) = β, and its v is a positive multiple of Rᵀmax(Au, 0). Neurons with the same direction count as one, so there is at most one for each touch.',
  'explain.say.outputsSector':
    'The rays orthogonal to the samples cut the circle into sectors with fixed active samples. In a sector η² is a sinusoid of twice the angle. It touches its maximum once inside, at one end, at both ends, or everywhere: except in the last two cases a closed sector has at most one neuron.',
  'explain.say.outputsSphere':
    'With a bias a direction is an oriented line of the input plane, a point of the sphere. n great circles cut the sphere into this many cells if no three meet in a point. The largest η is a top eigenvector of a cell or of an arc, or it is a vertex. All of them are searched, so the bound is exact.',
  'explain.say.outputsSharing':
    'Pₖ is the optimum for output k alone. The lower bound ignores the other outputs. The upper bound puts the best networks for single outputs side by side.',
  'explain.say.outputsSharingSeen':
    'On “Slices of a pie” separate networks cost 0.1351 and one shared network costs 0.1296. On “Sharper slices” it is 0.0727 against 0.0681.',
  'explain.say.copositive':
    'S is made from L = R/n, and E has the two rays of a sector as columns. The directions of the sector are Ex with x ≥ 0, so η ≤ β holds in it exactly where xᵀTx ≥ 0 for all x ≥ 0: T is copositive. For a 2 × 2 matrix that comes down to three numbers. Point at a direction of the circle to see its ellipse and its three numbers.',
  'explain.say.copositiveWhy':
    'For non-negative x and y the square vanishes along one ray, and there the last term decides.',
  'explain.say.copositiveForm':
    'This is F with V minimised out: convex in the matrices C, the sum of u·uᵀ over the neurons of a sector. In the plane such a C is EXEᵀ with X positive semidefinite and its off-diagonal entry not negative. Copositive matrices are the dual cone.',
  'explain.say.copositivePaper': 'Vector-output problems are copositive programs.',
  'explain.say.outputsClosed':
    'The rows of A are orthonormal: each sample has an input of its own. Then max(Au, 0) can be any non-negative vector, and N(Z) is at least the nuclear norm of Z. Soft thresholding minimises the objective with the nuclear norm, and with p ≥ 0 its result is itself a sum of neurons.',
  'explain.say.outputsForgets':
    'A class of size s² has the singular value s. The optimum subtracts nβ from each: a class is forgotten once nβ ≥ √size, and the smallest class goes first.',
  'explain.say.outputsClosedPaper':
    'With such data the solution is a soft-thresholded singular value decomposition of the labels.',
  'explain.say.outputsStarts':
    'A pre-activation changes through its own sample alone. Once it is 0 or less, the penalty shrinks it and it stays there (for step sizes of at most 1/β). But at the optimum each kept class needs a neuron of its own that is on for all its samples, so it must be on for all of them at the start. The product is the share of Gaussian starts with such neurons, taken over the kept classes: at most this share can succeed.',
  'explain.say.outputsStartsSeen':
    'Of starts 1 to 40 of “One word, one row” with m = 20 (95 % intervals), 30 % (18 to 46 %) have such neurons, and 23 % (12 to 38 %) are at the optimum (within 10⁻⁶ of it) at step 5,000. None of the others is. So the condition is necessary, not sufficient.',
  'explain.say.outputsRotated':
    'Rotated words give the same descent in exact arithmetic. But inactive pre-activations shrink to about 10⁻¹⁷, rounding flips their sign, and neurons revive: of starts 1 to 40 (95 % intervals) 0 % (0 to 9 %) arrived unrotated and 70 % (54 to 82 %) rotated, by step 6,000.',
  'explain.say.outputsWedges':
    'Without a bias the outputs along a ray from the origin are multiples of each other, so the largest output stays the same one: each class is a union of wedges.',
  'explain.say.outputsSpiral':
    'The last point of each arm and the first point of the next lie on one ray, so of each such pair one is wrong, whatever the width. At most this many samples can be right.',
  'explain.say.outputsNewton':
    'Working set: a round takes in up to eight local maxima of η above β. Then Newton’s method moves all neurons at once, u = Bt on their faces, where J is smooth. A neuron of weight 0 is dropped, one that reaches the edge of its sector stays on it, and equal directions are merged. Objective and residual are then computed from the ReLU itself.',
  'explain.say.outputsFrankWolfe':
    'Frank–Wolfe: a round moves towards one new neuron at the largest η, or towards 0. γ in [0, 1] comes from an exact line search. The method is that of SDPNN-IW, a public implementation of the paper’s algorithms.',
  'explain.say.outputsRoundsSeen':
    'On “Slices of a pie” the relative gap of Frank–Wolfe after 1, 10, 100 and 1,000 rounds is 0.81, 0.31, 0.069 and 0.017. The working set needs 4 rounds to 10⁻¹².',
  'explain.say.outputsHovering':
    'F has kinks where samples switch neurons on, and neurons tend to end up on them. A step of fixed size can hop across a kink forever. The page says “hovering” when F has not fallen below its least value by 10⁻¹² of it in 1,000 steps and the gradient is not small. The run goes on.',
  'explain.say.outputsHoveringSeen':
    'With c = 1 and m = 5, starts 1 to 200 (95 % intervals), F rises in 8.3 % (6.5 to 10.2 %) of the first 1,000 steps on the pie, in 35.9 % (34.1 to 37.6 %) on the curve and in 28.6 % (26.9 to 30.3 %) on the spiral. With c = 0.25 the largest rise is smaller on each of them.',
  'explain.mark.outputs.left': 'descent’s neurons: round dots on the circle',
  'explain.mark.outputs.right': 'the program’s neurons: bars with squares on the circle',
  'explain.mark.outputs.band': 'the circle where η is β',
  'explain.mark.outputs.dead': 'descent’s neurons with no active sample',
  'explain.walk.sample': 'Sample',
  'explain.walk.outputsNoCircle': 'Directions are drawn on a circle only with two columns; see the tables.',
  'explain.step.outputsNeuron': ({ j }: { j: string }) =>
    `The vectors belong to neuron ${j}: its first-layer weights u, then its output weights v. Objective and penalty cover the whole network.`,
  'explain.walk.outputs.forward': 'forward',
  'explain.walk.outputs.say.forward': ({ i, m }: StageFacts) =>
    `Sample ${i} goes through all ${m} neurons: z = u·a. A neuron with positive z is on and adds max(z, 0)·v to the K outputs. The last row is the sum, the network’s outputs.`,
  'explain.walk.outputs.residuals': 'residuals',
  'explain.walk.outputs.say.residuals': ({ i, n, rms }: StageFacts) =>
    `The residual is output minus label of sample ${i}, one row for each output. Over all ${n} samples the root mean square length of the residual is ${rms}.`,
  'explain.walk.outputs.off': 'which neurons are off',
  'explain.walk.outputs.say.off': ({ i, n }: StageFacts) =>
    `Column z belongs to sample ${i}: where it is not positive, the sample contributes nothing to the neuron’s gradient. The counts are over all ${n} samples. A neuron with no active sample is dead: only the penalty still moves it.`,
  'explain.walk.outputs.gradient': 'gradient',
  'explain.walk.outputs.say.gradient': ({ i, j, n }: StageFacts) =>
    `This is the gradient of neuron ${j}. Where a sample is on, it adds (residual·v)·a/n to the gradient of u and max(z, 0)·residual/n to that of v. The first column is what sample ${i} adds, the second is the sum over all ${n} samples. The penalty adds β times the weight.`,
  'explain.walk.outputs.step': 'step',
  'explain.walk.outputs.say.step': 'The rule turns the gradient into a move of all weights at once.',
  'explain.walk.workingSet.forward': 'the program’s network',
  'explain.walk.workingSet.say.forward': ({ p }: StageFacts) =>
    p === '0'
      ? 'The working set is empty: the network has no neurons and outputs 0.'
      : `The working set has ${p} neurons. The weight is ‖u‖‖v‖, then the row v follows.`,
  'explain.walk.workingSet.residuals': 'residuals',
  'explain.walk.workingSet.say.residuals': ({ i, rms }: StageFacts) =>
    `The residual is the output of the program’s network minus the label of sample ${i}. Over all samples the root mean square length is ${rms}.`,
  'explain.walk.workingSet.off': 'η against β',
  'explain.walk.workingSet.say.off': ({ beta, largest, taken }: StageFacts) =>
    taken === '0'
      ? `A new neuron helps only where η(u) = ‖Rᵀmax(Au, 0)‖/n is above β = ${beta}. This round adds nothing.`
      : `A new neuron helps only where η(u) = ‖Rᵀmax(Au, 0)‖/n is above β = ${beta}. The largest η is ${largest}. This round adds the ${taken} highest peaks. Each neuron’s outputs go along g = Rᵀmax(Au, 0)/(nη), the last columns.`,
  'explain.walk.workingSet.gradient': 'what is added',
  'explain.walk.workingSet.say.gradient':
    'Each new neuron begins with the weight (η − β)/(2q), q = ‖max(Au, 0)‖²/n, half of the best weight for it alone.',
  'explain.walk.workingSet.step': 'Newton on all neurons, and a new bound',
  'explain.walk.workingSet.say.step': ({ taken, gone, certified }: StageFacts) =>
    `Newton’s method moves all neurons together until they stop. ${taken} were added; ${gone} were dropped at weight 0 or merged with another. ${certified ? 'The new residual, scaled until η is at most β, proves a lower bound; the best bound of all rounds is kept.' : 'Directions are sampled, so nothing is proved.'}`,
  'explain.walk.frankWolfe.forward': 'the program’s network',
  'explain.walk.frankWolfe.say.forward': ({ p }: StageFacts) =>
    p === '0'
      ? 'The first point is 0: the network has no neurons.'
      : `The point is a combination of ${p} neurons. The weight is ‖u‖‖v‖, then the row v follows.`,
  'explain.walk.frankWolfe.residuals': 'residuals',
  'explain.walk.frankWolfe.say.residuals': ({ i, rms }: StageFacts) =>
    `The residual is the output of the point minus the label of sample ${i}. Over all samples the root mean square length is ${rms}.`,
  'explain.walk.frankWolfe.off': 'the vertex',
  'explain.walk.frankWolfe.say.off': ({ beta, largest, taken }: StageFacts) =>
    taken === '0'
      ? `η is nowhere above β = ${beta}, or no step towards a new neuron helps: the vertex is 0.`
      : `The largest η is ${largest}, above β = ${beta}. The vertex is one neuron there, with all the weight that is allowed and outputs along g.`,
  'explain.walk.frankWolfe.gradient': 'exact line search',
  'explain.walk.frankWolfe.say.gradient': ({ share }: StageFacts) =>
    `On the way to the vertex the objective is a parabola. It is lowest at descent/curvature, clipped to [0, 1]: the point goes the share ${share} of the way.`,
  'explain.walk.frankWolfe.step': 'the new point, and a new bound',
  'explain.walk.frankWolfe.say.step': ({ share, certified }: StageFacts) =>
    `All neurons lose the share ${share} of their weight, and the new one gets that share of the cap. ${certified ? 'The new residual, scaled until η is at most β, proves a lower bound; the best bound of all rounds is kept.' : 'Directions are sampled, so nothing is proved.'}`,
  'explain.walk.closed.forward': 'the program’s network',
  'explain.walk.closed.say.forward': ({ p }: StageFacts) =>
    p === '0'
      ? 'Round 0 is the network without neurons: it outputs 0.'
      : `The optimum has ${p} neurons, one for each class that is kept. The weight is ‖u‖‖v‖, then the row v follows.`,
  'explain.walk.closed.residuals': 'residuals',
  'explain.walk.closed.say.residuals': ({ i, rms }: StageFacts) =>
    `The residual is output minus label of sample ${i}. Over all samples the root mean square length is ${rms}.`,
  'explain.walk.closed.off': 'which classes are forgotten',
  'explain.walk.closed.say.off': ({ edge, kept }: StageFacts) =>
    `A class of size s² has the singular value s in the labels. The optimum subtracts nβ = ${edge}, to no less than 0. ${kept} classes are kept.`,
  'explain.walk.closed.gradient': 'what each class costs',
  'explain.walk.closed.say.gradient':
    'A class costs min(s, nβ)²/(2n) for the part that is removed and β(s − nβ)₊ for the part that is kept. The sum over the classes is P.',
  'explain.walk.closed.step': 'from 0 to the optimum in one round',
  'explain.walk.closed.say.step':
    'Round 1 is the optimum: there is nothing to solve. The bound is the formula itself.',
  'explain.rows.hidden': 'neuron',
  'explain.rows.output': 'output',
  'explain.rows.class': 'class',
  'explain.offRow.hidden': 'off',
  'explain.offRow.class': 'forgotten',
  'explain.row.cap': 'cap ‖Y‖²/(2nβ)',
  'explain.row.slope': 'descent at the beginning',
  'explain.row.curvature': 'curvature',
  'explain.row.share': 'share γ',
  'explain.row.tau': 'τ, the penalised weight',
  'explain.column.ofSample': 'this sample',
  'explain.column.weight': '‖u‖‖v‖',
  'explain.column.offset': 'offset',
  'explain.column.samples': 'samples',
  'explain.column.sigma': 's',
  'explain.column.shift': 'nβ',
  'explain.column.target': '(s − nβ)₊',
  'explain.column.level': 'β',
  'explain.column.output1': '1',
  'explain.column.output2': '2',
  'explain.column.output3': '3',
  'explain.column.output4': '4',
  'explain.column.output5': '5',
  'explain.column.output6': '6',
  'explain.column.output7': '7',
  'explain.column.output8': '8',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
