import '../../network-words.en.ts';
import { english } from '../../../i18n/messages.ts';

export interface StepFacts {
  /** c/L and lambda_k. */
  readonly eta: string;
  readonly lambda: string;
  /** E + lambda_k P before and after, and its guaranteed decrease, or empty. */
  readonly before: string;
  readonly after: string;
  readonly sure: string;
  /** Rounding of the next state, and its cost; in a tie the least and largest cost, empty if unknown. */
  readonly rounded: string;
  readonly cost: string;
  readonly least: string;
  readonly largest: string;
  /** `yes` or empty. */
  readonly ended: string;
  readonly tie: string;
  readonly triangle: string;
}

const kept = ({ triangle }: StepFacts) =>
  triangle
    ? 'The part that changes the sum of x is left out; the projection removes it first.'
    : 'The parts that change the sums of rows and columns are left out; the projection removes them first.';

const down = (facts: StepFacts) =>
  `This is −∇E times the step size ${facts.eta}. The picture shows where E alone would lead. ${kept(facts)}`;

const off = ({ triangle }: StepFacts) =>
  triangle
    ? 'The three numbers still sum to 1, but some may be below 0, which is off the triangle.'
    : 'All rows and columns still sum to 1, but entries may be below 0.';

const back = (name: string, { before, after, sure, ended, triangle }: StepFacts) => {
  const to = `The projection goes to the nearest ${triangle ? 'point of the triangle' : 'doubly stochastic matrix'}.`;
  if (ended) return `${to} But this side has ended: it stays where it is and takes no step.`;
  return `${to} ${name} goes from ${before} to ${after}${sure && `; it was guaranteed to fall by at least ${sure}`}.`;
};

const nearest = ({ rounded, cost, tie, least, largest }: StepFacts) => {
  const beside = 'Rounding is only read off and changes nothing in the run.';
  if (!tie) return `After the step the nearest permutation is ${rounded}, at cost ${cost}. ${beside}`;
  const costs = least && ` They cost ${least === largest ? least : `${least} to ${largest}`}.`;
  return `After the step several permutations are equally near: a tie.${costs} ${beside}`;
};

export const words = english({
  'explain.topic.shuffleSides': 'Relax and round, or penalise',
  'explain.topic.shuffleCost': 'The cost',
  'explain.topic.shufflePenalty': 'The penalty is a distance',
  'explain.topic.shuffleTraps': 'Every corner becomes a trap',
  'explain.topic.shuffleExact': 'Exact is not easy',
  'explain.topic.shuffleStep': 'One step',
  'explain.topic.shuffleBound': 'A lower bound for all permutations',
  'explain.topic.shuffleTriangle': 'All stationary points of the triangle',
  'explain.topic.shuffleTwo': 'B₃ is two triangles',
  'explain.topic.shuffleProjection': 'The projection',
  'explain.topic.shuffleRounding': 'Rounding, and ties',
  'explain.topic.shuffleRamp': 'Annealing',
  'explain.topic.shuffleWho': 'Who wins?',
  'explain.topic.shuffleLayers': 'A shuffle between two layers',
  'explain.topic.shufflePapers': 'What the papers say',
  'explain.say.shuffleSides':
    'Both sides look for a permutation of low cost E. Left: minimise E over all doubly stochastic matrices, which is a convex problem, then round to the nearest permutation. Right: the same descent from the same start, with a penalty P that only permutations do not pay. Here the left side is the convex one.',
  'explain.say.shuffleSidesTriangle':
    'Both sides look for a permutation of low cost E. Left: minimise E over the triangle, the mixtures of three permutations, which is a convex problem, then round to the nearest corner. Right: the same descent from the same start, with a penalty P that only permutations do not pay. Here the left side is the convex one.',
  'explain.say.shuffleCost':
    'A and B hold the edge weights of two graphs, and a permutation matches their nodes: 231 matches node 1 of A with node 2 of B, 2 with 3 and 3 with 1. B_n are the doubly stochastic matrices: no entry is below 0, all rows and columns sum to 1.',
  'explain.say.shuffleConvex':
    'E is convex and quadratic: a local minimum on B_n is a global one. The corners of B_n are the permutations. There E sums the squared disagreements of edge weights, over all entries of A.',
  'explain.say.shuffleLayersCost':
    'The channels of the hidden layer were shuffled by Π. The student knows W₁ and W₂′, which is W₂ with some drift, and looks for M in place of Π: 2341 takes channel 2 of layer 1 to channel 1 of layer 2, 3 to 2, 4 to 3 and 1 to 4. E is the mean squared error over normal inputs, in closed form. B_n are the doubly stochastic matrices: no entry is below 0, all rows and columns sum to 1.',
  'explain.say.shuffleLayersConvex':
    'E is convex and quadratic: a local minimum on B_n is a global one. The corners of B_n are the permutations.',
  'explain.say.shuffleSmooth':
    'The gradient of E changes at most L times as fast as M. The step size is c/L, and λ is given as a share of L.',
  'explain.say.shuffleSmoothTriangle':
    'The gradient of E changes at most L times as fast as x, in which the steps are taken. The step size is c/L, and λ is given as a share of L.',
  'explain.say.shuffleThree':
    'I leaves every node in its place, C is 1→2, 2→3, 3→1 and C² is 1→3, 2→1, 3→2: the corners are the three cyclic permutations. The other three of all six are not on the triangle.',
  'explain.say.shuffleDistance':
    'X is the permutation nearest to M. P lies between half of their distance ‖M − X‖₁ (the sum of absolute entries) and the whole of it. So P is 0 at the permutations, and nowhere else.',
  'explain.say.shuffleExact':
    'For λ above twice the largest threshold, the lowest points of E + λP are the best permutations within reach, and nothing else. That is sufficient; a smaller λ may do as well.',
  'explain.say.shuffleExactHere.above': 'So λ is large enough here.',
  'explain.say.shuffleExactHere.below': 'λ is not larger, so this leaves the question open here.',
  'explain.say.shuffleExactMany': 'The page computes all thresholds for up to four nodes.',
  'explain.say.shuffleExactOnly':
    'Wherever this holds, every permutation within reach is a trap already. It tells where the lowest points are, not where descent ends.',
  'explain.say.shuffleTraps':
    'Every permutation X has a threshold. For λ above it X is a trap, whatever X costs: a strict local minimum, with E + λP rising in every direction. For λ below it X is no local minimum.',
  'explain.say.shuffleTrapsTriangle':
    'Every corner has a threshold. For λ above it the corner is a trap, whatever it costs: a strict local minimum, with E + λP rising in every direction of the triangle. For λ below it the corner is no local minimum. Within all of B₃ the threshold can only be as large or larger.',
  'explain.say.shuffleAllTraps':
    'As λ grows there are only ever more traps. Above the largest threshold all permutations within reach are.',
  'explain.say.shuffleStep':
    'A step is a gradient step, which may leave the set, and then the projection to the nearest point of the set. On the left λ_k is 0.',
  'explain.say.shuffleMonotone':
    'With c < 2 and a constant λ no step raises F, however large λ is. P is concave, so a larger λ calls for no smaller steps.',
  'explain.say.shuffleNotSure': 'Here c ≥ 2, so nothing is guaranteed.',
  'explain.say.shuffleStill': 'Here L is 0: E is the same everywhere, λ is 0, and nothing moves.',
  'explain.say.shuffleRises':
    'While λ_k grows, E + λ_k P may rise from step to step. A step is only guaranteed to lower F with the λ_k of that step. In “A slow ramp” E + λ_k P rises in 119 of the first 200 steps.',
  'explain.say.shuffleArrives':
    'If the right side tends to a permutation X, and λ is above the threshold of X, it is exactly at X after finitely many steps.',
  'explain.say.shuffleBound':
    'E is convex, so it lies above its tangent planes, and a linear function on B_n is least at a permutation. One assignment finds it: no permutation costs less than this. The best such bound so far is the line under the curves.',
  'explain.say.shuffleBoundTriangle':
    'E is convex, so it lies above its tangent planes, and a linear function on the triangle is least at a corner: none of the three costs less than this. The best such bound so far is the line under the curves.',
  'explain.say.shuffleMeet':
    'Where E meets the bound, E is least. There the left side ends; near a tie it goes on until it stops.',
  'explain.say.shuffleListed': 'The costs of all permutations within reach are listed, so “best” is proved.',
  'explain.say.shuffleUnlisted':
    'With more than eight nodes the costs are not listed, and no permutation is called best.',
  'explain.say.shuffleRests':
    'In the interior the right side stops only where s solves this. The q are the eigenvalues of Q along the triangle, and b is the slope at the centre along their directions. Multiplied out, this is a polynomial of degree 6, or of degree 4 on an edge (where a b is 0, s = 2q is one more case); the three corners are checked one by one. So the list is complete: these are all its stationary points.',
  'explain.say.shuffleRestsZero': 'λ is 0: both sides descend on E, and every stationary point is a minimum.',
  'explain.say.shuffleLowest': 'The lowest stationary point is the lowest point of E + λP on the triangle.',
  'explain.say.shuffleLowestBest':
    'The lowest stationary point is the lowest point of E + λP on the triangle: a best corner.',
  'explain.say.shuffleCircle': 'Here stationary points form a continuum; one is listed for each piece.',
  'explain.say.shuffleConvexUntil':
    'Up to this λ the function E + λP is convex on the triangle; above this λ it is not. The columns of T are an orthonormal basis of its plane.',
  'explain.say.shuffleTwo':
    'Around J/3, the matrix of thirds, the three even permutations span a triangle, the three odd ones another, in a plane orthogonal to the first. So M is two points, p and q, and two flat pictures show all of B₃ without loss.',
  'explain.say.shuffleGauge':
    'The gauge is the factor by which a triangle must be scaled about its centre to have the point on its border. The two sum to at most 1: with p at a corner, q is at the centre.',
  'explain.say.shuffleSorting':
    'This is the nearest point of the triangle. Sorting the three numbers gives τ, without iterating.',
  'explain.say.shuffleDual':
    'This is the nearest doubly stochastic matrix. One number for each row and one for each column make all of them sum to 1; they minimise a convex function.',
  'explain.say.shuffleNewton':
    'A semismooth Newton method on the dual of this projection is proposed by Li, Sun and Toh (arXiv 1702.05934).',
  'explain.say.shuffleDykstra':
    'The page uses one of this kind. On random matrices of 2 to 10 rows, seeds 1 to 200 (95 % interval), it agrees with Dykstra’s alternating projections, a second method, to 10⁻⁹ in 100 % (98 to 100 %).',
  'explain.say.shuffleRounding':
    'The nearest permutation is the one with the largest ⟨X, M⟩. That is an assignment problem, and the Hungarian algorithm solves it in O(n³).',
  'explain.say.shuffleRoundingTriangle': 'The nearest permutation is the corner with the largest weight.',
  'explain.say.shuffleTie':
    'A tie: another permutation is within 10⁻⁹ of the largest ⟨X, M⟩. It is shown as a tie, with the least and the largest cost among the tied (up to eight nodes). Where one must be drawn it is the first in dictionary order.',
  'explain.say.shuffleTied':
    'In “Nothing to round” the left side ends in a tie between permutations of cost 6 and 10. From random starts instead, starts 1 to 200 (95 % intervals), it rounds to cost 10 in 100 % (98 to 100 %), and the right side ends at the best cost, 6, in 89 % (83 to 93 %).',
  'explain.say.shuffleRamp':
    'The penalty is added gradually: over the ramp λ_k grows from 0 to λ. With a long ramp the right side starts out as the relaxation.',
  'explain.say.shuffleRampToo':
    'A slow ramp can inherit the error of the relaxation. In “A slow ramp”, from 1,000 evenly drawn starts (seed 1901; 95 % intervals), the right side ends at cost 40 from 96 % (94 to 97 %) with a ramp of 200 steps and from 100 % (99 to 100 %) with 1,000. The best cost is 24.',
  'explain.say.shuffleRampCopy':
    'It can also follow the relaxation to the right corner. In “An exact copy”, from 1,000 evenly drawn starts (seed 1901; 95 % intervals), the right side finds the best corner from 42 % (39 to 46 %) at once, and from 100 % (99 to 100 %) with a ramp of 200 steps.',
  'explain.say.shuffleRampWins':
    'And it can do better. In “Four nodes, slow ramp” the relaxation rounds to cost 32, and with the ramp the right side ends at the best cost, 16. With the penalty at once it stops at no permutation for λ = 0.1 L, and at cost 38 for 0.3 L.',
  'explain.say.shuffleWhoTable':
    'How often a run finds the best permutation, in %, of 1,000 runs with an instance and a start of their own (seeds 1 to 1,000). Columns: the relaxation, rounded; the penalty with λ = 0.1 L at once; the same with a ramp of 1,000 steps. Rows: edges by fair coins and weights 0 to 4, with the number of nodes; copies with nodes and noise. 95 % intervals reach at most 3.1 points to either side. A tie between different costs does not count: in the first row 22 % of the relaxed runs end in one.',
  'explain.say.shuffleWhoOnce':
    'In the same runs (seeds 1 to 1,000 per row), with the penalty at once, the right side ends exactly at a permutation in 33 % to 98 %, by row (95 % intervals: 3.1 points at most); elsewhere its end is rounded too. It finds the best less often than the relaxation in 7 of the 8 rows.',
  'explain.say.shuffleWhoRamp':
    'With the ramp it finds the best more often than the relaxation in 7 of the 8 rows (seeds 1 to 1,000 per row), by 2 to 23 points (95 % intervals: 2.8 at most); without noise the relaxation alone finds it always. On the copies with noise 0.3 it lags by less than 4 points, and it needs no schedule.',
  'explain.say.shuffleWhoStarts':
    'Restarts help the penalty, not the relaxation: where one of its starts leads to the best, all ten do. Of weighted pairs with seeds 1 to 100 and ten starts each (95 % intervals), at least one start leads to the best in 20 % (13 to 29 %) relaxed, 49 % (39 to 59 %) with 0.1 L at once and 66 % (56 to 75 %) with 0.3 L and a ramp of 150 steps, with five nodes; in 7 % (3 to 14 %), 13 % (7 to 21 %) and 39 % (30 to 49 %) with six.',
  'explain.say.shuffleWhoTriangle':
    'On the triangle: of the first 100 weighted pairs (by seed) whose three corners have different costs, the relaxation rounds to the best corner in 74 (64 to 82 %; 95 % intervals over the pairs), from each of starts 1 to 30. In the other 26 the penalty with λ = 0.1 L, at once, ends nearest to it from 41.7 % (38.1 to 45.2 %) of the starts and exactly on it from 34.4 % (27.0 to 41.7 %), in 21 of the pairs; in 5 it is not a minimum. In the 74 it ends exactly on it from 54.0 % (46.3 to 61.7 %).',
  'explain.say.shuffleNotTheirs':
    'This is a small model of the idea, not the paper’s network: no weights are trained with it, and there is no convolution.',
  'explain.say.shuffleLayersWin':
    'Counted for two groups of two and drift 0.3, one start per draw, seeds 1 to 300 (95 % intervals): rounding finds the best in 88 % (84 to 92 %). The penalty with λ = 0.1 L finds it in 35 % (29 to 41 %) at once, in 76 % (70 to 81 %) with a ramp of 300 steps and in 84 % (79 to 88 %) with 2,000.',
  'explain.say.shufflePaper':
    'An exact, Lipschitz continuous, non-convex penalty is added to stochastic gradient descent, to approximate permutations; rounding at the end of training makes them exact. Exactness is proved where the penalty is 0, with error bounds where it is very small. In experiments the relaxation to stochastic matrices “leads to poor performance”. In examples of graph matching and two-layer networks the relaxation failed to capture permutations and the penalty succeeded (arXiv 1901.08624).',
  'explain.say.shuffleOurs':
    'The matrices of those examples were not at hand: all instances here are ours. The formula of P is from code that restates the paper. “Who wins?” counts how both sides do on them.',
  'explain.say.shuffleFriendly':
    'For a class of “friendly” graphs, defined by their spectrum, the relaxation is guaranteed to find the exact isomorphism or to certify that there is none (Aflalo, Bronstein, Kimmel, PNAS 2015).',
  'explain.mark.shuffle.left': 'where the left side is',
  'explain.mark.shuffle.right': 'where the right side is',
  'explain.mark.shuffle.corners': 'the permutations at the corners',
  'explain.mark.shuffle.rounded': 'the permutation nearest to a side',
  'explain.mark.shuffle.rests': 'the stationary points of a side',
  'explain.mark.shuffle.lengths': 'what each row adds to P: 1 minus its length',
  'explain.mark.shuffle.bound': 'the lower bound under the curves',
  'explain.tex.shuffleSix': 'all six: ',
  'explain.tex.shuffleOf': 'of',
  'explain.tex.shuffleBound': 'bound: ',
  'explain.tex.shuffleBest': 'best: ',
  'explain.tex.shuffleTie': 'tie',
  'explain.tex.shuffleRelaxed': 'relaxed',
  'explain.tex.shuffleOnce': 'at once',
  'explain.tex.shuffleSlow': 'ramp',
  'explain.tex.shuffle.simple': 'coins',
  'explain.tex.shuffle.weighted': 'weights',
  'explain.tex.shuffle.copy': 'copy',
  'explain.tex.shuffleMinima': 'minima: ',
  'explain.tex.shuffleSaddles': 'saddles: ',
  'explain.tex.shuffleMaxima': 'maxima: ',
  'explain.step.shuffle':
    'This is the step that begins at the shown state. A matrix is listed row by row. F is E + λ_k P with the λ_k of this step, before and after it.',
  'explain.step.shuffleLambda': 'λ_k',
  'explain.step.shuffleAt': 'state, where the step begins',
  'explain.step.shuffleSlopeE': '∇E',
  'explain.step.shuffleSlopeP': '∇P',
  'explain.step.shuffleOff': 'after the gradient step, off the set',
  'explain.step.shuffleNext': 'after the projection, where it ends',
  'explain.step.shuffleE': 'E',
  'explain.step.shuffleNextE': 'E after the step',
  'explain.step.shuffleP': 'P',
  'explain.step.shuffleNextP': 'P after the step',
  'explain.step.shuffleF': 'F = E + λ_k P',
  'explain.step.shuffleNextF': 'F after the step',
  'explain.step.shuffleSure': 'guaranteed decrease of F',
  'explain.step.shuffleBound': 'lower bound from this state',
  'explain.step.shuffleNextBound': 'lower bound after the step',
  'explain.step.shuffleNearest': 'nearest permutation after the step',
  'explain.step.shuffleNearestCost': 'its cost',
  'explain.step.shuffleTiedLeast': 'a tie: least cost',
  'explain.step.shuffleTiedLargest': 'a tie: largest cost',
  'explain.walk.shuffle.forward': 'gradient of E',
  'explain.walk.shuffle.residuals': 'pull of the penalty',
  'explain.walk.shuffle.off': 'the step off the set',
  'explain.walk.shuffle.gradient': 'projection',
  'explain.walk.shuffle.step': 'rounding',
  'explain.walk.shuffle.relaxed.forward': 'down the cost',
  'explain.walk.shuffle.relaxed.say.forward': down,
  'explain.walk.shuffle.relaxed.residuals': 'no penalty',
  'explain.walk.shuffle.relaxed.say.residuals': 'This side has no penalty. E alone moves it.',
  'explain.walk.shuffle.relaxed.off': 'off the set',
  'explain.walk.shuffle.relaxed.say.off': (facts: StepFacts) => `This is where E alone leads. ${off(facts)}`,
  'explain.walk.shuffle.relaxed.gradient': 'back to the set',
  'explain.walk.shuffle.relaxed.say.gradient': (facts: StepFacts) => back('E', facts),
  'explain.walk.shuffle.relaxed.step': 'to the nearest permutation',
  'explain.walk.shuffle.relaxed.say.step': nearest,
  'explain.walk.shuffle.penalised.forward': 'down the cost',
  'explain.walk.shuffle.penalised.say.forward': down,
  'explain.walk.shuffle.penalised.residuals': 'away from the centre',
  'explain.walk.shuffle.penalised.say.residuals': ({ lambda, triangle }: StepFacts) =>
    triangle
      ? `This is −λ_k∇P times the step size, with λ_k = ${lambda}: straight away from the centre of the triangle. The picture shows where P alone would lead.`
      : `This is −λ_k∇P times the step size, with λ_k = ${lambda}: each row and each column is pulled along itself, so that within it large entries gain more. The picture shows where P alone would lead.`,
  'explain.walk.shuffle.penalised.off': 'off the set',
  'explain.walk.shuffle.penalised.say.off': (facts: StepFacts) => `The two moves are added. ${off(facts)}`,
  'explain.walk.shuffle.penalised.gradient': 'back to the set',
  'explain.walk.shuffle.penalised.say.gradient': (facts: StepFacts) => back('E + λ_k P', facts),
  'explain.walk.shuffle.penalised.step': 'to the nearest permutation',
  'explain.walk.shuffle.penalised.say.step': nearest,
  'explain.walk.shuffle.still.forward': 'down the cost',
  'explain.walk.shuffle.still.say.forward': down,
  'explain.walk.shuffle.still.residuals': 'no penalty in this step',
  'explain.walk.shuffle.still.say.residuals': 'λ_k is 0 in this step. E alone moves this side.',
  'explain.walk.shuffle.still.off': 'off the set',
  'explain.walk.shuffle.still.say.off': (facts: StepFacts) => `This is where E alone leads. ${off(facts)}`,
  'explain.walk.shuffle.still.gradient': 'back to the set',
  'explain.walk.shuffle.still.say.gradient': (facts: StepFacts) => back('E', facts),
  'explain.walk.shuffle.still.step': 'to the nearest permutation',
  'explain.walk.shuffle.still.say.step': nearest,
  'explain.rows.shuffleCorner': 'corner',
  'explain.rows.shuffleNode': 'row',
  'explain.row.shuffleE': 'E',
  'explain.row.shuffleP': 'P',
  'explain.row.shuffleF': 'E + λ_k P',
  'explain.row.shuffleBound': 'lower bound',
  'explain.row.shuffleDistance': '‖M − X‖₁',
  'explain.row.shuffleRounded': 'cost of the nearest',
  'explain.column.shuffleX': 'x',
  'explain.column.shuffleMove': 'move',
  'explain.column.shuffleOff': 'off the set',
  'explain.column.shuffleNext': 'projected',
  'explain.column.shuffleNode1': '1',
  'explain.column.shuffleNode2': '2',
  'explain.column.shuffleNode3': '3',
  'explain.column.shuffleNode4': '4',
  'explain.column.shuffleNode5': '5',
  'explain.column.shuffleNode6': '6',
  'explain.column.shuffleNode7': '7',
  'explain.column.shuffleNode8': '8',
  'explain.column.shuffleNode9': '9',
  'explain.column.shuffleNode10': '10',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
