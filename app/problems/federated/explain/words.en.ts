import '../../network-words.en.ts';
import { english } from '../../../i18n/messages.ts';

export interface FedFacts {
  /** K, eta, s and N. */
  readonly local: string;
  readonly eta: string;
  readonly server: string;
  readonly clients: string;
  /** F - F(t*) of the plane, the loss of the network. */
  readonly loss: string;
  /** Distance between the clients' ends. */
  readonly drift: string;
}

const steps = (local: string) => (local === '1' ? '1 step' : `${local} steps`);

export const words = english({
  'explain.topic.fedLosses': 'One loss per client',
  'explain.topic.fedModel': 'A network over a circle',
  'explain.topic.fedRound': 'One round',
  'explain.topic.fedSurrogate': 'What local steps descend on',
  'explain.topic.fedCurvature': 'What local steps do to curvature',
  'explain.topic.fedRest': 'Where it stops',
  'explain.topic.fedBias': 'The bias',
  'explain.topic.fedSpeed': 'How fast',
  'explain.topic.fedRight': 'The right side',
  'explain.topic.fedTangent': 'The tangent at the start',
  'explain.topic.fedKernel': 'A round without local steps',
  'explain.topic.fedWeighted': 'Where the tangent stops',
  'explain.topic.fedBand': 'The proved band of rates',
  'explain.topic.fedLazy': 'How close is the network to its tangent?',
  'explain.topic.fedBoth': 'Neither side always wins',
  'explain.topic.fedDealt': 'Sorted or shuffled data',
  'explain.topic.fedPapers': 'What the papers say',
  'explain.say.fedLosses':
    'Each client has a quadratic loss of its own, with its minimum at b and curvatures λ ≥ 0, the eigenvalues of H. F is the mean over the clients: each counts the same. Its minimum t* is the best single point for all clients together.',
  'explain.say.fedModel':
    'm neurons on inputs from a circle, x = (cos φ, sin φ, ½)/√1.25. The weights w are trained; the signs a are 1, −1, 1, … and stay. Each client has its own samples. The loss that is plotted is ½‖u‖², over all of them.',
  'explain.say.fedRound':
    'Broadcast: the server sends θ to every client. Local steps: each client takes K steps of gradient descent on its own loss, with step size η. Average: the mean of their ends, each client counting the same. Server step: s times the way from θ to the average; with s = 1 it lands there.',
  'explain.say.fedSurrogate':
    'A local step multiplies θ − b by I − ηH. So a round is no gradient step on F, but it is exactly one on another function, F_K, for every η and K. F_K is what the map colours.',
  'explain.say.fedConvex': 'F_K is convex if ηλ ≤ 2 for every curvature λ of every client. F₁ is ηF.',
  'explain.say.fedCurvature':
    'In F_K each curvature λ of a client is replaced by p(λ). As long as ηλ ≤ 1, it is at most Kηλ and at most 1: a few steps keep the proportion of steep to flat, many bring both close to 1. A direction without curvature, λ = 0, stays without.',
  'explain.say.fedRest':
    'A round leaves only one point in place, whatever s is: the mean of the clients’ minima, weighted by P. The conditions are: no direction is flat for all clients, and ηλ < 2 for every curvature or else both factors of a round lie between −1 and 1. For K = 1 it is t*.',
  'explain.say.fedLimit':
    'As K grows, and ηλ < 2, P tends to Π, the projector onto the directions in which the client is curved. If every H is invertible, θ∞ is the plain average of the clients’ minima: it no longer matters how steep each client is.',
  'explain.say.fedNoRest':
    'The conditions fail here: a direction is flat for all clients, or ηλ ≥ 2 for one of them and a factor is not between −1 and 1.',
  'explain.say.fedNoBias':
    'The bias is the distance of θ_K from t*. It is 0 if and only if this sum is 0. That is so for K = 1, and for every K if the clients agree (one θ is best for each of them) or if all H are equal.',
  'explain.say.fedMoreBias':
    'In “Clients that disagree” the bias is 0, 0.0162, 0.0668, 0.272 and 0.749 for K = 1, 2, 5, 20 and 100.',
  'explain.say.fedLessBias':
    'More local steps do not always mean more bias: of 3,000 random pairs of clients (seed 21050501; 95 % intervals) it falls somewhere up to K = 100 for 21 % (19 to 23 %), up to K = 1,000 for 24 % (22 to 27 %).',
  'explain.say.fedSpeed':
    'A round multiplies the distance from the stopping point by these two factors, along the axes of F_K. It arrives from every start if and only if both lie between −1 and 1.',
  'explain.say.fedExpected.true': 'This many rounds bring the slowest direction down to a thousandth.',
  'explain.say.fedExpected.false':
    'The larger factor is not below 1 in size: that direction does not shrink.',
  'explain.say.fedTrade':
    'Local steps buy speed with bias in “Clients that disagree”: for K = 1, 20 and 100 the slowest factor is 0.545, 0.417 and 0.202, the bias 0, 0.272 and 0.749.',
  'explain.say.fedFree':
    'In “Clients that agree” the speed costs nothing. The bias is 0, and after 20 rounds F is 0.03, 4.0 × 10⁻⁷ and 6.4 × 10⁻¹¹ for K = 1, 5 and 20.',
  'explain.say.fedRight.rounds':
    'Right: K = 1. A round is one step of gradient descent on F itself, so every step needs a round of communication.',
  'explain.say.fedRight.work':
    'Right: all data in one place, and K steps of gradient descent on F per round, without bias. With s = 1 that is what averaging after every local step would do.',
  'explain.say.fedRight.equal':
    'Right: each client gets the mean curvature, and a minimum with its old gradient at t*. F stays the same up to a constant, and the bias is 0 for every K. So unequal minima alone make no bias: it takes unequal curvatures too.',
  'explain.say.fedRight.scaffold':
    'Right: SCAFFOLD. Each client remembers a control variate c and corrects its gradient by d; the d add up to 0, and the first round is FedAvg’s, as nothing is remembered yet. Every round is still a gradient step on F_K, but with its minimum moved; that minimum walks from θ_K to t*. It rests at the best for every K. The price: two vectors a round instead of one.',
  'explain.say.fedRight.prox':
    'Right: FedProx. Local steps also pull back to θ, with weight μ: p(λ) becomes the share below. The bias shrinks like 1/μ when the local problems are solved exactly, and never vanishes for finite μ; a round also gets slower.',
  'explain.say.fedRadius':
    'SCAFFOLD’s slowest factor is that of θ together with its memory: the spectral radius of the round.',
  'explain.say.fedCertified':
    'If ηLmax ≤ 1, s ≤ 1 and no direction is flat for all clients, V falls in every round to at most 1 − m of itself, so the run reaches t* for every K. The bound is loose: it proves where the run ends, not how fast.',
  'explain.say.fedUncertified':
    'It is not proved here that the run reaches t*: that takes ηLmax ≤ 1, s ≤ 1 and no direction that is flat for all clients. The factor is computed.',
  'explain.say.fedServers':
    'Whatever the server does with the mean move alone (a longer step, momentum, Adam), it can rest only where ∇F_K = 0: the bias stays.',
  'explain.say.fedTangent':
    'Right: the network is replaced by its tangent at the start, which freezes which neuron is active at which input. It is linear in the weights, so each client has a convex least-squares loss. All that a round needs is the kernel H, the heat map.',
  'explain.say.fedSameUntil':
    'As long as no neuron changes its sign at any sample, in local steps either, the two sides are equal at every sample.',
  'explain.say.fedKernel':
    'The blocks of H are those of each client’s own samples. A client’s block of G gives the effect of its K steps at once; between clients G is 0.',
  'explain.say.fedCost':
    'So the cost of a round grows like n² on the right, whatever the width and K are, and like K·n·m on the left.',
  'explain.say.fedOffData':
    'Between the samples, α alone determines the tangent. A client’s local model subtracts its own part of Gu in full, not an N-th of it.',
  'explain.say.fedWeighted':
    'The right side stops where this is least, if ηLmax < 2 (Lmax is the largest eigenvalue of the blocks). This is weighted least squares; b holds the residuals at the start. For K = 1, G = ηI, and it is ordinary least squares. As K grows, each block of G tends to the inverse of that block of H, if it has one.',
  'explain.say.fedWeighted.full':
    'H > 0: every u can be reached. So it stops at u = 0, without bias, for every K, N and split with ηLmax < 2. With s ≤ 1 the right side arrives there.',
  'explain.say.fedWeighted.short':
    'H is singular (eigenvalues up to 10⁻¹⁰ of the largest count as 0), so not every u can be reached. The lines give the loss where it stops, the least loss, and the excess of the first. For K = 1 the excess is 0.',
  'explain.say.fedWeighted.none': 'ηLmax ≥ 2 here, and a factor is not between −1 and 1: it does not stop.',
  'explain.say.fedTooNarrow':
    'In “Eight neurons” the least loss is 0.735. Where the right side stops, the loss is 0.735, 0.749, 1.04 and 3.61 for K = 1, 5, 20 and 100.',
  'explain.say.fedNarrowEnds':
    'Narrow networks themselves mostly show this bias too. With m = 2 and 2,500 local steps in all, seeds 1 to 200 (95 % interval), the loss ends higher with K = 25 than with K = 1 in 85 % (78 to 89 %).',
  'explain.say.fedBand':
    'μ is the smallest eigenvalue of M, and 1 − sμ the slowest factor of a round. Under these three conditions it lies between the two ends. An end below 0 is read as 0.',
  'explain.say.fedBandHere': 'This is the band with the current numbers, and the true factor within it.',
  'explain.say.fedNoBand.steps':
    'q₀ > 1 or s > 1: no rate is proved. The largest factor is computed, not bounded.',
  'explain.say.fedNoBand.singular':
    'H is singular, or its least eigenvalue is too small to tell from 0: both ends are 1, and no rate is proved.',
  'explain.say.fedFalls':
    'Under the same conditions uᵀGu falls in every round by at least the square of the right end. The loss follows it up to a constant: early on it may fall faster than the band; in the long run its slope lies in it, unless u has no part in the slowest direction.',
  'explain.say.fedShare':
    'With one η, the left end depends on K and N through K/N alone. Once Kq₀ is large, more local steps hardly move the right end.',
  'explain.say.fedCollapse':
    'With one η, the losses after 60 rounds are nearly the same for (N, K) = (1, 1), (2, 2) and (4, 4): network 0.00315, 0.00359 and 0.00468, tangent 0.00456, 0.00498 and 0.00594.',
  'explain.say.fedBeyond':
    'With more local steps they differ: for (1, 5), (2, 10) and (4, 20) the network’s loss is 5.8 × 10⁻⁵, 1.2 × 10⁻⁴ and 3.3 × 10⁻⁴.',
  'explain.say.fedGap':
    'The largest gap of 30 rounds (N = 3, K = 5, seeds 1 to 200; medians with 95 % intervals) falls from 0.247 (0.236 to 0.267) at m = 16 to 0.0114 (0.0108 to 0.0120) at m = 1,024. The fitted slope is −0.74: the gap falls like m^−0.7 here.',
  'explain.say.fedFlipped':
    'Pairs of a neuron and a sample that have changed sign since the start, after 100 rounds of “Network and tangent”: 17.2 % with m = 16, 3.4 % with m = 256, 1.9 % with m = 1,024.',
  'explain.say.fedNarrowWins':
    'The network gains by leaving its tangent in “Narrow network” (m = 16): after 100 rounds its loss is 0.00195, the tangent’s 0.0258. Of seeds 1 to 200 (95 % interval) the same holds for 98 % (94 to 99 %).',
  'explain.say.fedSquareLoses':
    'It loses by leaving it in “A harder curve” (m = 64): after 100 rounds its loss is 0.661, the tangent’s 0.0395. Of seeds 1 to 200 (95 % intervals) the same holds for 100 % (98 to 100 %), and with m = 16 still for 83 % (77 to 88 %).',
  'explain.say.fedDealt':
    'Sorted data slows the early rounds and hardly the later ones. With η = 0.349 and m = 256 the network’s loss after 1, 5, 10 and 50 rounds is 1.60, 0.280, 0.0645 and 4.6 × 10⁻⁴ sorted, 1.02, 0.147, 0.0246 and 4.5 × 10⁻⁴ shuffled.',
  'explain.say.fedPaper':
    'In federated learning the updates do not even follow the gradient’s direction. Over-parameterised ReLU networks trained this way converge to a global optimum at a linear rate, with properly tuned parameters (arXiv 2105.05001). The abstract does not say how wide is wide enough, and this page does not claim it for the network shown.',
  'explain.say.fedFollowUp':
    'The impact of heterogeneous data on FedAvg falls as the width grows and vanishes at infinite width, where global and local models are linear (arXiv 2508.12576).',
  'explain.say.fedPlayground':
    'The Federated Learning Playground lets you choose client data, hyperparameters and aggregation in the browser and watch client and global models (arXiv 2602.19489). Its abstract names no exact stopping point and no proved rate.',
  'explain.mark.fed.plane.left': 'where the left side is: the head of its path',
  'explain.mark.fed.plane.right': 'where the right side is: the head of its path',
  'explain.mark.fed.network.left': 'the network, a curve over the circle',
  'explain.mark.fed.network.right': 'its tangent at the start, a curve over the circle',
  'explain.mark.fed.best': 'the minimum of F, the best point for all',
  'explain.mark.fed.minima': 'the clients’ own minima',
  'explain.mark.fed.surrogate': 'F_K: its contour through the side’s point',
  'explain.mark.fed.rest': 'where the side stops',
  'explain.mark.fed.limit': 'the limit of the stopping point as K grows',
  'explain.mark.fed.plane.locals': 'the clients’ local steps of this round',
  'explain.mark.fed.network.locals': 'the clients’ models at the end of their local steps',
  'explain.mark.fed.average': 'the average of the clients’ ends',
  'explain.mark.fed.samples': 'the samples, in their clients’ colours',
  'explain.mark.fed.residuals': 'the residuals, from the labels to the curve',
  'explain.mark.fed.kernel': 'the kernel as a heat map, ordered by client',
  'explain.mark.fed.band': 'the band of rates beside the loss',
  'explain.mark.fed.gap': 'the gap between the two sides',
  'explain.tex.times': 'times',
  'explain.tex.excess': 'excess',
  'explain.step.fedTheta': 'θ, where the round begins',
  'explain.step.fedDownhill': '−∇F(θ)',
  'explain.step.fedMove': 'move of the round / (ηK)',
  'explain.step.fedDifference': 'their difference',
  'explain.step.fedSlope': '∇F_K(θ)',
  'explain.step.fedAverage': 'average θ̄ of the ends',
  'explain.step.fedNext': 'θ⁺, where it ends',
  'explain.step.fedLocal': 'local steps K',
  'explain.step.fedServer': 'server step s',
  'explain.step.fedExcess': 'F(θ) − F(t*)',
  'explain.step.fedNextExcess': 'F(θ⁺) − F(t*)',
  'explain.step.fedSurrogate': 'F_K(θ) above its minimum',
  'explain.step.fedNextSurrogate': 'F_K(θ⁺) above its minimum',
  'explain.step.fedDistance': 'distance from t*',
  'explain.step.fedNextDistance': 'distance of θ⁺ from t*',
  'explain.step.fedFromRest': 'distance from θ_K',
  'explain.step.fedNextFromRest': 'distance of θ⁺ from θ_K',
  'explain.step.fedResidual': 'residuals u',
  'explain.step.fedPull': 'Gu: what the local steps remove',
  'explain.step.fedTaken': 's·Mu: what the round removes from u',
  'explain.step.fedNextResidual': 'residuals after the round',
  'explain.step.fedLoss': 'loss ½‖u‖²',
  'explain.step.fedAverageLoss': 'loss at the average of the weights',
  'explain.step.fedNextLoss': 'loss after the round',
  'explain.step.fedWeighted': 'uᵀGu',
  'explain.step.fedNextWeighted': 'uᵀGu after the round',
  'explain.step.fedDrift': 'drift: spread of the clients’ weights',
  'explain.step.fed': 'This is the round that begins at the shown step.',
  'explain.walk.fed.forward': 'broadcast',
  'explain.walk.fed.residuals': 'local steps',
  'explain.walk.fed.gradient': 'average',
  'explain.walk.fed.step': 'server step',
  'explain.walk.fed.plane.forward': 'every client starts at θ',
  'explain.walk.fed.plane.say.forward': ({ clients, loss }: FedFacts) =>
    `The server sends θ to ${clients} clients. F is ${loss} above its minimum; each client sees its own loss alone.`,
  'explain.walk.fed.plane.residuals': 'each on its own loss',
  'explain.walk.fed.plane.say.residuals': ({ local, eta }: FedFacts) =>
    `Each client takes ${steps(local)} of gradient descent on its own loss, with η = ${eta}, without any communication on the way.`,
  'explain.walk.fed.plane.gradient': 'the mean of the ends',
  'explain.walk.fed.plane.say.gradient': 'The server averages the ends. Every client counts the same.',
  'explain.walk.fed.plane.step': 'from θ towards the average',
  'explain.walk.fed.plane.say.step': ({ server, local }: FedFacts) =>
    `${server === '1' ? 'With s = 1 the server lands on the average.' : `The server goes s = ${server} times the way from θ to the average.`} ${local === '1' ? 'As K = 1, this is a step of gradient descent on F.' : 'This is a step of −s∇F_K.'}`,
  'explain.walk.fed.scaffold.residuals': 'each on its own loss, corrected',
  'explain.walk.fed.scaffold.say.residuals': ({ local, eta }: FedFacts) =>
    `Each client takes ${steps(local)} of size ${eta} along its own gradient minus its correction d. Afterwards it remembers its mean gradient of these steps.`,
  'explain.walk.fed.prox.residuals': 'each on its own loss, pulled back',
  'explain.walk.fed.prox.say.residuals': ({ local, eta }: FedFacts) =>
    `Each client takes ${steps(local)} of size ${eta} on its own loss plus μ/2 times the squared distance from θ.`,
  'explain.walk.fed.equal.forward': 'every client starts at θ',
  'explain.walk.fed.equal.say.forward': ({ clients, loss }: FedFacts) =>
    `The server sends θ to ${clients} clients, all with the mean curvature. F is ${loss} above its minimum.`,
  'explain.walk.fed.work.forward': 'one place, no broadcast',
  'explain.walk.fed.work.say.forward': ({ loss }: FedFacts) =>
    `All data are in one place, with one loss, F. It is ${loss} above its minimum.`,
  'explain.walk.fed.work.residuals': 'K steps on F',
  'explain.walk.fed.work.say.residuals': ({ local, eta }: FedFacts) =>
    `Descent on F itself: ${steps(local)}, with η = ${eta}.`,
  'explain.walk.fed.work.gradient': 'a single end',
  'explain.walk.fed.work.say.gradient': 'There is only one end, so it is its own average.',
  'explain.walk.fed.network.forward': 'every client gets all weights',
  'explain.walk.fed.network.say.forward': ({ clients, loss }: FedFacts) =>
    `The server sends the weights to ${clients} clients. The loss over all samples is ${loss}.`,
  'explain.walk.fed.network.residuals': 'each fits its own samples',
  'explain.walk.fed.network.say.residuals': ({ local, eta }: FedFacts) =>
    `Each client takes ${steps(local)} of gradient descent on its own samples, with η = ${eta}. The curves in their colours are their local models.`,
  'explain.walk.fed.network.gradient': 'the mean of the weights',
  'explain.walk.fed.network.say.gradient': ({ drift }: FedFacts) =>
    `The server averages the weights; the clients’ lie ${drift} from their mean (the drift, a root mean square). The network at the average is not the average of the local models, since it is not linear in its weights.`,
  'explain.walk.fed.network.step': 'from the old weights towards the average',
  'explain.walk.fed.network.say.step': ({ server }: FedFacts) =>
    server === '1'
      ? 'With s = 1 the server lands on the average.'
      : `The server goes s = ${server} times the way from the old weights to the average.`,
  'explain.walk.fed.linear.forward': 'the residuals u',
  'explain.walk.fed.linear.say.forward': ({ clients, loss }: FedFacts) =>
    `This is the same round of ${clients} clients, written in n numbers, the residuals. The loss over all samples is ${loss}.`,
  'explain.walk.fed.linear.residuals': 'all local steps at once',
  'explain.walk.fed.linear.say.residuals': ({ local }: FedFacts) =>
    `The effect of each client’s ${steps(local)} is its part of Gu, without a loop over them. The curves in their colours are the local models.`,
  'explain.walk.fed.linear.gradient': 'the mean of the curves',
  'explain.walk.fed.linear.say.gradient':
    'The average removes Mu = HGu/N from u. The tangent is linear in its weights, so averaging the weights averages the local models.',
  'explain.walk.fed.linear.step': 'from u towards the average',
  'explain.walk.fed.linear.say.step': ({ server }: FedFacts) =>
    `u⁺ = u − s·Mu${server === '1' ? ', with s = 1 the average itself' : ` with s = ${server}`}. uᵀGu never grows if ηLmax < 2 and s ≤ 1.`,
  'explain.rows.client': 'client',
  'explain.row.fedTheta1': 'θ₁',
  'explain.row.fedTheta2': 'θ₂',
  'explain.row.fedExcess': 'F − F(t*)',
  'explain.row.fedSurrogate': 'F_K − min F_K',
  'explain.row.fedDistance': 'distance from t*',
  'explain.row.fedFromRest': 'distance from θ_K',
  'explain.row.fedLoss': 'loss',
  'explain.row.fedWeighted': 'uᵀGu',
  'explain.column.fedTheta1': 'θ₁',
  'explain.column.fedTheta2': 'θ₂',
  'explain.column.fedOwnLoss': 'own loss',
  'explain.column.fedOwnAfter': 'own loss, end',
  'explain.column.fedWalked': 'walked',
  'explain.column.fedFlat': 'smaller λ',
  'explain.column.fedSteep': 'larger λ',
  'explain.column.fedFlatShare': 'p(smaller λ)',
  'explain.column.fedSteepShare': 'p(larger λ)',
  'explain.column.fedSamples': 'samples',
  'explain.column.fedOwner': 'client',
  'explain.column.fedU': 'u',
  'explain.column.fedGu': 'Gu',
  'explain.column.fedMu': 'Mu',
  'explain.column.fedAveraged': 'u − Mu',
  'explain.column.fedAtAverage': 'at the average',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
