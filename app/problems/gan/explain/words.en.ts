import '../../network-words.en.ts';
import { english } from '../../../i18n/messages.ts';

/** Facts for the words of a stage. */
export interface RoundFacts {
  readonly eta: string;
  readonly mu: string;
  readonly rho: string;
  /** ||e||^2 and L before the round. */
  readonly mse: string;
  readonly value: string;
  /** Neurons. */
  readonly k: string;
  /** Empty except in round 1. */
  readonly first: string;
}

export const words = english({
  'explain.topic.players': 'Two players, one function',
  'explain.topic.gameRules': 'One round',
  'explain.topic.gameRotation': 'Rotation is not divergence',
  'explain.topic.gameBrake': 'What the damping does',
  'explain.topic.gameSigns': 'Two weights',
  'explain.topic.gameCone': 'What a width can reach',
  'explain.topic.gameCertificate': 'The certificate of the floor',
  'explain.topic.gameWidth': 'How wide is wide enough?',
  'explain.topic.gameReached': 'Reachable is not reached',
  'explain.topic.gameRest': 'No false stop, on two conditions',
  'explain.topic.gameStability': 'Near a saddle: ησ² against the damping',
  'explain.topic.gameConvex': 'The convex counterpart',
  'explain.say.gameNetwork':
    'The generator turns each noise sample z into V·max(Wz, 0). g is the mean of what it generates, x the mean of the real data. A linear discriminator d sees no more than these means, and equal means do not make equal distributions. W descends on L, d climbs; ρ is the damping of d. The curve shows the mse, ‖e‖².',
  'explain.say.gamePlane':
    'One weight w against one weight d; what is generated is w itself. w descends on L, d climbs; ρ is the damping of d.',
  'explain.say.gamePlaneSlopes':
    'Each gradient points where its player gains. At the saddle (x, 0) both are 0: neither player moves.',
  'explain.say.gameGradients':
    'Each gradient points where its player gains. Since h is never negative, a neuron grows where v·d is positive and shrinks where it is negative.',
  'explain.say.gameRule.simultaneous':
    'Simultaneous: both players step at once, from the gradients at the old point. At d = 0 only d moves.',
  'explain.say.gameRule.alternating':
    'Alternating: the discriminator steps first, and the generator answers the new d.',
  'explain.say.gameRule.extragradient':
    'Extragradient: a trial round leads ahead to (W′, d′). The round itself starts from the old point again, with the gradients found ahead. It costs two evaluations.',
  'explain.say.gameRule.optimistic':
    'Optimistic: simultaneous with 2G − G(one round ago) in place of G, a guess of the next gradient. In round 1 the two are the same.',
  'explain.say.gameRule.best':
    'Best: the discriminator always has its best answer to the generator. Then L = ‖e‖²/(2ρ), and the generator descends on that: there is no second player left to circle with.',
  'explain.say.gameRound':
    'On the plane a round is one matrix that acts on (w − x, d), of the optimistic rule on this and the point before: I + B if simultaneous, I + B + B² for extragradient. Complex eigenvalues λ turn the point about the saddle. Whether it leaves is decided by their lengths, and only p and q matter. In the long run a round multiplies the distance by s on average.',
  'explain.say.game.arrives': 'All conditions hold, so s is below 1: the game arrives from every start.',
  'explain.say.game.cycles':
    's is 1: the game neither arrives nor leaves. It goes around forever, or back and forth.',
  'explain.say.game.rests':
    's is 1 because one eigenvalue is 1: a whole line of points stays where it is. The game stops on that line, but not at the saddle.',
  'explain.say.game.leaves': 's is above 1: the game leaves from almost every start.',
  'explain.say.game.drifts':
    's is 1, but as a double eigenvalue with a single eigenvector: the game leaves slowly, by about the same distance each round.',
  'explain.say.gameEllipse': 'Every round keeps this number: all points lie on one ellipse about the saddle.',
  'explain.say.gameBrake':
    'A simultaneous round multiplies areas by |1 + p − q|. Without damping (q = 0) they grow, whatever the step sizes. With it they shrink exactly if p < q < p + 2; the first of these says ρ > η. The damping does not move the saddle, since d is 0 there.',
  'explain.say.gameGrowth': 'Without damping this holds exactly in every simultaneous round.',
  'explain.say.gameNoBrake':
    'A better rule can do without damping. At ρ = 0 alternating cycles (p < 4), extragradient arrives exactly if p < 1 and optimistic exactly if p < 1/3.',
  'explain.say.gameSigns':
    'Left: both columns are 1, the sign is +, and level lines are diamonds about the origin. For x < 0 the origin is the only minimum, with mse x². For x > 0 the minima are the diamond |w₁| + |w₂| = 2x. Right: one column is −1, the sign is −, and the minima are two V-shaped valleys |w₁| − |w₂| = 2x, with mse 0.',
  'explain.say.gameCone':
    'A neuron’s h is a mean of ReLUs, so it is never negative. If u·z > 0 for some sample (one z ≠ 0 is enough to find such a u), w = t·u gives h every value from 0 on as t grows from 0, whatever the other neurons do. So the generator reaches the non-negative mixtures of the columns and nothing else: their cone.',
  'explain.say.gameFloor':
    'So both problems have the same least mse, and it is attained. The left one is not convex in W. The right one is convex in h: non-negative least squares. Its value is the floor.',
  'explain.say.gameKkt':
    'The first two lines prove the third, for every h ≥ 0: d*·Vh* is 0 and d*·Vh is at most 0.',
  'explain.say.gameFarkas':
    'Vᵀd* ≤ 0, and x·d* = ‖d*‖² > 0: d* separates x from the cone (Farkas). d*/ρ is the discriminator that no generator with these columns can answer, and the value of the game is ‖d*‖²/(2ρ).',
  'explain.say.gameFarkasOnly':
    'Vᵀd* ≤ 0, and x·d* = ‖d*‖² > 0: d* separates x from the cone (Farkas). No generator with these columns can answer a discriminator in this direction.',
  'explain.say.gameReachable':
    'x lies in this cone: this h* ≥ 0 mixes the columns to x, up to rounding. The floor is 0.',
  'explain.say.gameWidth':
    'The columns have fair, independent signs, all in general position with x. Then x is out of reach exactly if −x and all columns lie in an open half-space. Of the 2ᵏ sign patterns exactly those counted by C(k, j) for j < m do: half the count of Schläfli and Wendel for k + 1 vectors.',
  'explain.say.gameHalf':
    'So P is exactly 1/2 at k = 2m − 1 and larger from k = 2m on. It is the curve of the problem of one neuron, where at least m of k samples must be active at the star.',
  'explain.say.gameReached':
    'With m = 5, c = 2 and 300 rounds, seeds 1 to 200 (95 % intervals): x is reachable with probability 0.62, 0.96 and 0.999 at k = 10, 16 and 24, but the mse gets below 10⁻⁶ in only 5 % (2 to 9 %), 31 % (24 to 38 %) and 73 % (65 to 79 %). At k = 40 it does in 96 % (92 to 98 %), and at k = 100 in 100 % (98 to 100 %).',
  'explain.say.gameSpeed':
    'Near the threshold few mixtures match x, and they can need a large h. Of the rounds to a thousandth of the first mse, seeds 1 to 200, the median (95 % interval) of the games that get there is 138 (125 to 154), 120 (96 to 137), 63 (55 to 70), 35 (32 to 39) and 17 (16 to 18) at k = 10, 16, 24, 40 and 100. So width buys reach at 2m and speed far beyond it.',
  'explain.say.gameRest':
    'First condition: the noise samples lie in no closed half-space through 0. Then the chain above holds for every neuron that is not at 0. So where all neurons are away from 0 and all their gradients are 0, v·d is 0 for every column. Second condition: V has rank m. Then d is 0, and if its gradient is 0 too, e is 0: such a stop is a perfect match.',
  'explain.say.gameNoise.true': 'Here the noise samples surround the origin: the first condition holds.',
  'explain.say.gameNoise.false':
    'Here the noise samples lie in a half-space: the first condition fails, and a neuron can die.',
  'explain.say.gameRank.both': 'V has rank m on the left and on the right: the second condition holds.',
  'explain.say.gameRank.left': 'V has rank m on the left only: on the right the second condition fails.',
  'explain.say.gameRank.right': 'V has rank m on the right only: on the left the second condition fails.',
  'explain.say.gameRank.none':
    'V has a smaller rank than m on the left and on the right: the second condition fails.',
  'explain.say.gameKink':
    'If both hold and the floor is positive, some v·d* is negative, so at every minimum a neuron is at 0, on the kink of its ReLU.',
  'explain.say.gameRestless':
    'A step of fixed size crosses that kink again and again. On the left of “Reachable but restless”, over the last 200 of 1,000 rounds, the mse stays above the floor by 0.04 to 0.31 with c = 1, by 0.009 to 0.09 with c = 0.3 and by 0.004 to 0.03 with c = 0.1.',
  'explain.say.gameDead':
    'With m = 2, k = 3, c = 1 and 1,000 rounds, seeds 1 to 200 (95 % intervals): 65 % (57 to 71 %) of the games end with a dead neuron if there are n = 3 noise samples, and 0 % (0 to 2 %) if there are n = 20.',
  'explain.say.gameStability':
    'Near a point with e = 0 and d = 0, where no w·z is 0, the game is linear to first order. It splits into one plane for each σ², with ησ² in place of η. So simultaneous rounds arrive locally if ησ² < ρ and μ(2ρ − ησ²) < 4 for every σ, all positive. Other rules have their own row with p = ημσ².',
  'explain.say.gamePush':
    'ρ is the damping. This is the row of the rule for that σ, at the weights of the shown round. It counts near a saddle only.',
  'explain.say.gameSafe':
    'For simultaneous rounds ηLg < ρ and μρ < 2 are enough at every such saddle with all σ positive. They are not necessary.',
  'explain.say.gamePaper':
    'Gradient descent–ascent converges to a global saddle for an over-parameterised 1-layer generator with a linear discriminator.',
  'explain.say.gameConvex':
    'Right: the same game in h, from h(W) of the same start. It is convex in h and concave in d and has the same value. Every new h is cut off at 0.',
  'explain.say.gameConvexBest':
    'With the best discriminator it is projected gradient descent on ‖e‖²/(2ρ): the mse never grows, and it converges to the floor from every start if c < 2ρ.',
  'explain.mark.game.network.left': 'the mean that the left side generates: the head of its path',
  'explain.mark.game.network.right': 'the mean that the right side generates: the head of its path',
  'explain.mark.game.plane.left': 'both players of the left side: the head of its path',
  'explain.mark.game.plane.right': 'both players of the right side: the head of its path',
  'explain.mark.game.two-weights.left': 'both weights of the left side: the head of its path',
  'explain.mark.game.two-weights.right': 'both weights of the right side: the head of its path',
  'explain.mark.game.plant': 'the star: the mean of the real data',
  'explain.mark.game.saddle': 'the saddle, where neither player moves',
  'explain.mark.game.columns': 'the columns as rays, and their cone',
  'explain.mark.game.discriminator': 'the discriminator, an arrow',
  'explain.mark.game.certificate': 'the certificate: its arrow, the separating line and the nearest point',
  'explain.mark.game.floor': 'the floor on the curve of the mse',
  'explain.mark.game.cloud': 'what is generated, one dot for each noise sample',
  'explain.mark.game.ellipse': 'the ellipse that every round keeps',
  'explain.symbol.ellipse': 'ellipse',
  'explain.tex.and': 'and',
  'explain.tex.rest': 'otherwise ',
  'explain.tex.before': 'before',
  'explain.tex.eigenvalues': 'has eigenvalues',
  'explain.step.gameW': 'generator w',
  'explain.step.gameMean': 'generated mean g',
  'explain.step.gameError': 'error e = x − g',
  'explain.step.gameD': 'discriminator d',
  'explain.step.gameSlopeD': 'gradient of d: e − ρd',
  'explain.step.gameSlopeW': 'gradient of the generator',
  'explain.step.gameNewD': 'new d',
  'explain.step.gameNewSlopeW': 'gradient of the generator at the new d',
  'explain.step.gameAheadSlopeD': 'gradient of d, ahead',
  'explain.step.gameAheadSlopeW': 'gradient of the generator, ahead',
  'explain.step.gameAgoSlopeD': 'gradient of d, one round ago',
  'explain.step.gameAgoSlopeW': 'gradient of the generator, one round ago',
  'explain.step.gameMu': 'step size μ of d',
  'explain.step.gameRho': 'damping ρ',
  'explain.step.gameNextW': 'generator w after the round',
  'explain.step.gameNextMean': 'generated mean g after the round',
  'explain.step.gameNextD': 'discriminator d after the round',
  'explain.step.gameMse': 'mse ‖e‖²',
  'explain.step.gameNextMse': 'mse after the round',
  'explain.step.gameFloor': 'proved floor',
  'explain.step.gameExcess': 'mse above the floor',
  'explain.step.gameValue': 'value L',
  'explain.step.gameNextValue': 'value L after the round',
  'explain.step.gamePush': 'the largest ησ²',
  'explain.step.game':
    'Each gradient points where its player gains. “One round” says how the rule steps along them.',
  'explain.walk.game.forward': 'where both players are',
  'explain.walk.game.residuals': 'the discriminator',
  'explain.walk.game.gradient': 'the generator',
  'explain.walk.game.step': 'after the round',
  'explain.walk.game.plane.forward': 'where both are',
  'explain.walk.game.plane.say.forward': ({ mse, value }: RoundFacts) =>
    `e = x − w, with e² = ${mse}. The value is L = ${value}.`,
  'explain.walk.game.network.forward': 'where both are',
  'explain.walk.game.network.say.forward': ({ k, mse, value }: RoundFacts) =>
    `Listed are the mean g that ${k} neurons generate, the error e = x − g, and the discriminator d. The mse is ${mse}, the value L = ${value}.`,
  'explain.walk.game.convex.forward': 'where both are',
  'explain.walk.game.convex.say.forward': ({ k, mse, value }: RoundFacts) =>
    `Listed are the mixture g = Vh of ${k} columns, the error e = x − g, and the discriminator d. The mse is ${mse}, the value L = ${value}.`,
  'explain.walk.game.simultaneous.residuals': 'its gradient at the old point',
  'explain.walk.game.simultaneous.say.residuals': ({ mu, rho }: RoundFacts) =>
    `The gradient of d is e − ρd with ρ = ${rho}. d will move by μ = ${mu} times it; the generator does not see that yet.`,
  'explain.walk.game.simultaneous.gradient': 'its gradient at the old point',
  'explain.walk.game.simultaneous.say.gradient': ({ eta }: RoundFacts) =>
    `This is the generator’s gradient at the old d. It moves by η = ${eta} times it.`,
  'explain.walk.game.simultaneous.step': 'both move at once',
  'explain.walk.game.simultaneous.say.step': 'Both moves are made together.',
  'explain.walk.game.alternating.residuals': 'd moves first',
  'explain.walk.game.alternating.say.residuals': ({ mu, rho }: RoundFacts) =>
    `The gradient of d is e − ρd with ρ = ${rho}, and d moves at once by μ = ${mu} times it.`,
  'explain.walk.game.alternating.gradient': 'it answers the new d',
  'explain.walk.game.alternating.say.gradient': ({ eta }: RoundFacts) =>
    `This is the generator’s gradient at the new d. It moves by η = ${eta} times it.`,
  'explain.walk.game.alternating.step': 'the generator moves last',
  'explain.walk.game.alternating.say.step': 'Each player has moved once, d before the generator.',
  'explain.walk.game.extragradient.residuals': 'look ahead',
  'explain.walk.game.extragradient.say.residuals': ({ mu }: RoundFacts) =>
    `A trial round of both players leads ahead. There d is d′, and its gradient is in the last column: that is what moves d, by μ = ${mu} times it.`,
  'explain.walk.game.extragradient.gradient': 'its gradient ahead',
  'explain.walk.game.extragradient.say.gradient': ({ eta }: RoundFacts) =>
    `This is the generator’s gradient at the point ahead. From the old point it moves by η = ${eta} times it.`,
  'explain.walk.game.extragradient.step': 'from the old point',
  'explain.walk.game.extragradient.say.step':
    'Both players step from where they were, with the gradients found ahead.',
  'explain.walk.game.optimistic.residuals': 'now, before, and the guess',
  'explain.walk.game.optimistic.say.residuals': ({ mu, first }: RoundFacts) =>
    `G is the gradient of d, now and one round ago${first && ' (in round 1 the same)'}. d moves by μ = ${mu} times 2G − G before, a guess of the next gradient.`,
  'explain.walk.game.optimistic.gradient': 'now, before, and the guess',
  'explain.walk.game.optimistic.say.gradient': ({ eta }: RoundFacts) =>
    `The same holds for the generator, which moves by η = ${eta} times its guess.`,
  'explain.walk.game.optimistic.step': 'both move at once',
  'explain.walk.game.optimistic.say.step': 'Both moves are made together, each along its guess.',
  'explain.walk.game.best.residuals': 'the best answer',
  'explain.walk.game.best.say.residuals': ({ rho }: RoundFacts) =>
    `The d with the largest L is e/ρ, with ρ = ${rho}. d is set to it; there is no step.`,
  'explain.walk.game.best.gradient': 'it answers the best d',
  'explain.walk.game.best.say.gradient': ({ eta }: RoundFacts) =>
    `This is the generator’s gradient at this d. It moves by η = ${eta} times it: a step of descent on ‖e‖²/(2ρ).`,
  'explain.walk.game.best.step': 'the generator moves',
  'explain.walk.game.best.say.step':
    'The d shown is the one this round used. The next round computes a new one.',
  'explain.rows.coordinate': 'number',
  'explain.rows.mixed': 'column',
  'explain.offRow.mixed': 'at 0',
  'explain.row.mse': 'mse',
  'explain.row.overFloor': 'above the floor',
  'explain.row.value': 'value L',
  'explain.row.lengthD': '‖d‖',
  'explain.column.gameW': 'w',
  'explain.column.gameH': 'h',
  'explain.column.g': 'g',
  'explain.column.error': 'e',
  'explain.column.d': 'd',
  'explain.column.rho': 'ρ',
  'explain.column.newD': 'new d',
  'explain.column.slopeD': 'e − ρd',
  'explain.column.aheadD': 'd′',
  'explain.column.aheadSlope': 'ahead',
  'explain.column.slopeNow': 'G now',
  'explain.column.slopeAgo': 'before',
  'explain.column.slopeUsed': '2G − before',
  'explain.column.gamePull': 'v·d',
  'explain.column.weightUsed': 'G',
  'explain.column.weightNow': 'G now',
  'explain.column.weightAgo': 'before',
  'explain.column.lengthUsed': '‖G‖',
  'explain.column.lengthNow': '‖G‖ now',
  'explain.column.lengthAgo': 'before',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
