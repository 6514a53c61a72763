import '../network-words.en.ts';
import { english } from '../../i18n/messages.ts';

/** What the words of a stage may tell: each takes what it needs. */
export interface StepFacts {
  /** c/L and lambda_k. */
  readonly eta: string;
  readonly lambda: string;
  /** E + lambda_k P before and after, and what it is sure to fall by; the latter empty where nothing is sure. */
  readonly before: string;
  readonly after: string;
  readonly sure: string;
  /** The rounded permutation, counted from 1, its cost, and in a tie the least and the largest cost; empty without one. */
  readonly rounded: string;
  readonly cost: string;
  readonly least: string;
  readonly largest: string;
  /** `yes` of a side that has ended, and of a tie. */
  readonly ended: string;
  readonly tie: string;
}

const fall = ({ before, after, sure, ended }: StepFacts, name: string) => {
  if (ended) return ' This side has ended: it stays where it is.';
  return ` ${name} goes from ${before} to ${after}${sure && `, at least ${sure} lower`}.`;
};

/** The English words of what is explained of permutations. */
export const words = english({
  'explain.topic.shuffleSides': 'Relax and round, or penalise',
  'explain.topic.shuffleCost': 'The cost',
  'explain.topic.shufflePenalty': 'The penalty is a distance',
  'explain.topic.shuffleExact': 'What “exact” means',
  'explain.topic.shuffleTraps': 'Every corner becomes a trap',
  'explain.topic.shuffleStep': 'One step',
  'explain.topic.shuffleBound': 'What no permutation goes below',
  'explain.topic.shuffleTriangle': 'All that there is on the triangle',
  'explain.topic.shuffleTwo': 'B₃ is two triangles',
  'explain.topic.shuffleProjection': 'The projection',
  'explain.topic.shuffleRounding': 'Rounding, and ties',
  'explain.topic.shuffleRamp': 'Annealing',
  'explain.topic.shuffleWho': 'Who wins?',
  'explain.topic.shuffleLayers': 'A shuffle between two layers',
  'explain.topic.shufflePapers': 'What the papers say',
  'explain.say.shuffleSides':
    'Both sides look for a permutation of low cost E. Left: minimise E over all doubly stochastic matrices, which is a convex problem, then round the result to the nearest permutation. Right: the same descent from the same start, with a penalty P that only permutations do not pay. Here the left side is the convex one.',
  'explain.say.shuffleCost':
    'A and B hold the edge weights of two graphs. A permutation matches each node of A with one of B. B_n are the doubly stochastic matrices: no entry below 0, all rows and columns sum to 1.',
  'explain.say.shuffleLayersCost':
    'W₂ and Π made the data; the student knows W₂′ and looks for M. E is the mean squared error over normal inputs, in closed form. B_n are the doubly stochastic matrices: no entry below 0, all rows and columns sum to 1.',
  'explain.say.shuffleConvex':
    'E is convex and quadratic, so the left side has no local minimum that is not a global one. The corners of B_n are the permutations; there E is the sum of the squared disagreements of edges.',
  'explain.say.shuffleLayersConvex':
    'E is convex and quadratic, so the left side has no local minimum that is not a global one. The corners of B_n are the permutations.',
  'explain.say.shuffleSmooth': 'L bounds how fast the gradient of E changes. The step is c/L, and λ is given as a share of L.',
  'explain.say.shuffleThree':
    'Only the three cyclic permutations are in this triangle: 123 leaves the nodes as they are, 231 and 312 turn them. E is what each of the six costs; the other three cannot be reached here.',
  'explain.say.shuffleDistance':
    'X is the permutation nearest to M, with the largest ⟨X, M⟩. P lies between half of the distance ‖M − X‖₁ and the whole of it. So P is 0 at the permutations and nowhere else.',
  'explain.say.shuffleExact':
    'Above 2l the lowest points of E + λP are the best permutations, and nothing else. This is sufficient; a smaller λ may do as well.',
  'explain.say.shuffleExactTriangle':
    'Above 2l the lowest points of E + λP on the triangle are its best corners, and nothing else. This is sufficient; a smaller λ may do as well.',
  'explain.say.shuffleExactHere.above': 'So λ is large enough here.',
  'explain.say.shuffleExactHere.below': 'λ is not above 2l here, which leaves the question open.',
  'explain.say.shuffleExactMany': 'The page computes 2l for up to four nodes.',
  'explain.say.shuffleExactOnly': 'This says where the lowest point is, not that a descent finds it: see the next topic.',
  'explain.say.shuffleTraps':
    'Each permutation X has a threshold. For λ above it X is a trap, a strict local minimum from which E + λP rises in every direction, however much X costs. For λ below it X is no local minimum.',
  'explain.say.shuffleTrapsTriangle':
    'Each corner has a threshold. For λ above it the corner is a trap, a strict local minimum from which E + λP rises in every direction, however much it costs. For λ below it the corner is no local minimum. In all of B₃ its threshold can be larger.',
  'explain.say.shuffleAllTraps':
    'Above the largest threshold every permutation is a trap. So a penalty that is exact is not easy to minimise: the more surely a descent ends at a permutation, the more permutations it can end at.',
  'explain.say.shuffleStep':
    'A gradient step, which may leave B_n, then the projection back to the nearest point of it. On the left λ_k is 0.',
  'explain.say.shuffleGrows': 'On the right λ_k grows over the ramp.',
  'explain.say.shuffleMonotone':
    'With c < 2 and a constant λ no step raises F, however large λ is: P is concave, so a larger λ does not call for smaller steps.',
  'explain.say.shuffleNotSure': 'Here c ≥ 2: nothing is sure.',
  'explain.say.shuffleRises':
    'While λ_k still grows, F with its present λ_k may rise: in “The ramp too” it does in each of the first 200 steps. What a step is sure to lower is F with the λ_k of that step.',
  'explain.say.shuffleArrives':
    'If the right side tends to a permutation X, and λ is above the threshold of X, it stands on X exactly after finitely many steps.',
  'explain.say.shuffleBound':
    'E is convex, so it lies above its tangent plane, and a linear function on B_n is least at a permutation. One assignment finds the least value: no permutation costs less than that. The best such bound so far is the line under the curves.',
  'explain.say.shuffleBoundTriangle':
    'E is convex, so it lies above its tangent plane, and a linear function on the triangle is least at a corner: no corner costs less than that. The best such bound so far is the line under the curves.',
  'explain.say.shuffleMeet': 'Where E meets the bound, the left side is done: E is least there.',
  'explain.say.shuffleListed': 'The cost of every permutation is listed here, so “best” is proved.',
  'explain.say.shuffleUnlisted': 'With more than eight nodes the page lists no costs and calls no permutation the best.',
  'explain.say.shuffleRests':
    'Between the corners and edges the right side can rest only where s solves this equation, in which q are the eigenvalues of Q along the triangle. It is a polynomial of degree 6 (where b is 0, s = 2q is one more case), of degree 4 on an edge. So the list is complete: these are all its rest points.',
  'explain.say.shuffleRestsZero': 'λ is 0: both sides descend on E, and every rest point is a minimum.',
  'explain.say.shuffleLowest': 'The lowest one is the lowest point of E + λP on the triangle.',
  'explain.say.shuffleLowestBest': 'The lowest one is the lowest point of E + λP on the triangle. It is a best corner, though λ may be below 2l.',
  'explain.say.shuffleConvexUntil': 'Up to this λ E + λP is convex on the triangle, above it is not.',
  'explain.say.shuffleCircle': 'The rest points form a continuum here; one of them stands for all.',
  'explain.say.shuffleTwo':
    'The even permutations are the corners of a triangle around the centre J/3, the odd ones of another, in a plane orthogonal to the first. So each M is two points, and two flat pictures show B₃ without loss.',
  'explain.say.shuffleGauge':
    'The gauge of a point is the factor by which its triangle must be scaled to have it on the border. The two gauges of M sum to at most 1: if one point is at a corner, the other is at the centre.',
  'explain.say.shuffleSorting': 'The nearest point of the triangle: sorting the three numbers gives τ without iterating.',
  'explain.say.shuffleDual':
    'The nearest doubly stochastic matrix to V has this form: one number for each row and one for each column, such that all rows and columns sum to 1.',
  'explain.say.shuffleNewton':
    'A semismooth Newton method on the dual problem finds the nearest doubly stochastic matrix (Li, Sun, Toh, arXiv 1702.05934). This page uses one of that kind.',
  'explain.say.shuffleRounding':
    'The nearest permutation has the largest ⟨X, M⟩: an assignment problem, which the Hungarian algorithm solves in O(n³).',
  'explain.say.shuffleRoundingTriangle': 'The nearest permutation is the corner with the largest weight.',
  'explain.say.shuffleTie':
    'If another permutation comes within 10⁻⁹ of the largest ⟨X, M⟩, that is a tie. It is shown as one, with the least and the largest cost of the tied (up to eight nodes); where one must be drawn, it is the first in dictionary order.',
  'explain.say.shufflePaper':
    'A Lipschitz continuous, non-convex penalty is incorporated in stochastic gradient descent to approximate permutations; it is proved to be exact, and rounding at the end of training gives permutations. The relaxation to stochastic matrices “leads to poor performance” in experiments. In examples of graph matching and two-layer networks the relaxation failed to capture permutations and the penalty succeeded (arXiv 1901.08624).',
  'explain.say.shuffleOurs':
    'The matrices of these examples were not at hand: all instances here are ours. How the two sides do on them is counted under “Who wins?”.',
  'explain.say.shuffleFriendly':
    'For a class of “friendly” graphs, told by their spectrum, the relaxation is guaranteed to find the exact isomorphism or to certify that there is none (Aflalo, Bronstein, Kimmel, PNAS 2015).',
  'explain.say.shuffleNotTheirs':
    'This is a small model of the idea, not the paper’s network: no weights are trained along, and nothing is convolved.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
