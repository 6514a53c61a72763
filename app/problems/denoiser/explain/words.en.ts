import { english } from '../../../i18n/messages.ts';

export interface PixelFacts {
  /** Phi x - y. */
  readonly residual: string;
  /** Target of the gradient step, and 1 - c, the remaining share of the residual. */
  readonly way: 'short' | 'onto' | 'past' | 'away';
  readonly left: string;
  /** kappa of a capped side; empty for the free one. */
  readonly cap: string;
  /** `yes` if a slope of D is above 1. */
  readonly stretches: string;
  /** F before and after, and its guaranteed decrease (empty if none). */
  readonly before: string;
  readonly after: string;
  readonly sure: string;
  /** Empty without a certified disc. */
  readonly radius: string;
}

export interface ImageFacts {
  /** ||Phi x - y||, and the SNR; empty without a truth. */
  readonly residual: string;
  readonly snr: string;
  /** `yes` if c is 1. */
  readonly onto: string;
  readonly c: string;
  readonly visibilities: string;
  readonly others: string;
  /** Norms of the moves by data step, denoiser and round. */
  readonly dataMove: string;
  readonly denoiserMove: string;
  readonly move: string;
  readonly denoiser: 'net' | 'ridge' | 'handmade';
  readonly strength: string;
  /** Empty if undefined; `yes` if it is above 1. */
  readonly ratio: string;
  readonly stretches: string;
  /** `yes` if negative pixels become 0, and their number. */
  readonly positive: string;
  readonly lifted: string;
  readonly radius: string;
}

const WAYS: Readonly<Record<PixelFacts['way'], (left: string) => string>> = {
  onto: () => 'With c = 1 it lands on the line.',
  short: (left) => `With c < 1 it stops short: ${left} of the residual is left.`,
  past: (left) => `With c > 1 it goes past the line, to ${left} times the residual.`,
  away: (left) => `With c > 2 it ends farther away than it began, at ${left} times the residual.`,
};

const NAMES: Readonly<Record<ImageFacts['denoiser'], string>> = {
  net: 'the free network',
  ridge: 'the ridge denoiser',
  handmade: 'the Haar shrinkage',
};

const within = (radius: string) => radius && ` Certified: the only fixed point is within ${radius} of it.`;

export const words = english({
  'explain.topic.dnRound': 'One round',
  'explain.topic.dnProx': 'What a proximal map is',
  'explain.topic.dnBest': 'The best possible denoiser',
  'explain.topic.dnLandscape': 'What a round descends on',
  'explain.topic.dnCap': 'The capped denoiser',
  'explain.topic.dnHull': 'Capped at 1: anything between',
  'explain.topic.dnRule': 'The step rule',
  'explain.topic.dnWhy': 'Why nonexpansive and averaged is enough',
  'explain.topic.dnDisc': 'Capped below 1: the certified disc',
  'explain.topic.dnRests': 'All fixed points',
  'explain.topic.dnPrice': 'What the guarantee buys',
  'explain.topic.dnAlone': 'Where the denoiser acts alone',
  'explain.topic.dnDenoisers': 'The denoisers',
  'explain.topic.dnFirm': 'The certificate, steps 1 and 2: the denoiser',
  'explain.topic.dnRate': 'The certificate, step 3: the round',
  'explain.topic.dnWitness': 'The left: a proof against it',
  'explain.topic.dnClean': 'CLEAN, the third curve',
  'explain.topic.dnWho': 'Which one is closer to the truth?',
  'explain.topic.dnExamples': 'The examples, in numbers',
  'explain.topic.dnPapers': 'What the papers say',

  'explain.say.dnRoundPixels':
    'Two pixels, one measurement, no noise. A round is a gradient step on f, towards the line Φx = y, and then a denoiser D on each pixel. Forward-backward splitting has a proximal map in place of D; putting a denoiser there is called plug-and-play.',
  'explain.say.dnRoundImage':
    'A few frequencies of a sky of 32 × 32 pixels are measured, those with m = 1: the visibilities Y. A round is a gradient step on the data, and then a denoiser D. Forward-backward splitting has a proximal map in place of D; putting a denoiser there is called plug-and-play.',
  'explain.say.dnSides':
    'Left: D is free. Right: D is nonexpansive, so no two inputs end up farther apart than they were. Both sides have the same start, step and data.',
  'explain.say.dnSidesBroken':
    'Left: D is free. Right: nothing is proved about D, because its weights violate a condition of the certificate. Both sides have the same start, step and data.',
  'explain.say.dnStrength':
    'The strength t sets how much is taken away: a D made for noise of 0.05 works on z/t, so on noise of 0.05 t. Pixels below 0 are set to 0 at the end.',
  'explain.say.dnStrengthSigned':
    'The strength t sets how much is taken away: a D made for noise of 0.05 works on z/t, so on noise of 0.05 t. Pixels may be below 0 here.',
  'explain.say.dnSimple':
    'What is simplified: visibilities on a grid, no w-term, the zero spacing is measured, white noise, and 32 × 32 pixels. It is a toy model.',
  'explain.say.dnProx':
    'A proximal map balances two aims: h(u) should be small, and u should stay near z. Read h as the price of an unlikely image. Then the map goes to a likelier image nearby: it denoises.',
  'explain.say.dnProxConvex':
    'If h is convex, the map is firmly nonexpansive. This is a little more than nonexpansive: it also turns no difference by a right angle or more.',
  'explain.say.dnBest':
    'A pixel is near 0 or near 1, and is seen with noise σ. No denoiser has a smaller mean squared error than the mean of x given z. This is what a perfectly trained network computes.',
  'explain.say.dnThreshold':
    'D is steepest at ½, where a little more light makes a likely 0 a likely 1. M is its slope there. So the best denoiser is nonexpansive if and only if the peaks and the noise together are wide enough.',
  'explain.say.dnIsProx':
    'Whatever M is, D is the proximal map of a function h, in closed form; p is the density of z. The capped D below has an h of its own in the same way. h is convex if and only if no slope of D exceeds 1.',
  'explain.say.dnLandscape':
    'So each side has a landscape F, and fixed points are where F is flat. Left: F is not convex if and only if M > 1, because along a line Φx = const only h bends. Right: F is convex.',
  'explain.say.dnOfC':
    'F contains c, because the step scales f and not h: another step size gives another landscape.',
  'explain.say.dnCap':
    'The right side uses the denoiser with the least mean squared error among all whose slopes lie between 0 and κ. Around ½ it is the line of slope κ, up to z_κ, where the free D crosses that line.',
  'explain.say.dnCapIdle': 'κ is not below M here: the cap changes nothing, and both sides are the same.',
  'explain.say.dnCapWhy':
    'Why: by symmetry it may pass through (½, ½), so right of ½ it cannot rise above the line. D lies above the line before z_κ and is flatter than κ after it. At each z the lower of the two is allowed, and nearest to D.',
  'explain.say.dnHull':
    'With κ = 1 < M the denoiser changes nothing on a box. There h is 0, outside it is above 0. “0 or 1” has become “anything between”, its convex hull.',
  'explain.say.dnSegment':
    'If the line Φx = y meets the box, the fixed points are exactly the part of the line in the box: all of it explains the data, and h prefers no part of it.',
  'explain.say.dnFromEverywhere':
    'For 0 < c < 2 every run settles (Krasnoselskii–Mann). Where there is a segment, the start decides where on it.',
  'explain.say.dnRule':
    'M is the largest slope of the D in use, so κ where it is capped. Below the bound every round lowers F until the run stops. So there is no cycle, and every run settles.',
  'explain.say.dnRuleWhy':
    'Why: x⁺ is the minimum of a model of F, with f replaced by its tangent at x, and half of the squared distance from x added. The model curves by at least 1/M. The tangent leaves out at most c of curvature, and the distance adds 1 that F has not: 1 + 1/M − c remains.',
  'explain.say.dnSharp':
    'The rule is sharp. One pixel with y = ½ stops where D is steepest, and a round multiplies a small distance from there by T′.',
  'explain.say.dnBorn':
    'Just above the bound a cycle x ⇄ 1 − x appears. For σ = 0.2 and s = 0.05 its two points are 0.12 apart at 0.001 above, and 0.37 at 0.01.',
  'explain.say.dnSufficient':
    'Above the bound runs may still settle. On the left of “Below the bound” the bound is 1.179. From 41 × 41 starts all settle with c = 1.15, and all with c = 1.5.',
  'explain.say.dnNotEnough':
    'Being nonexpansive is not enough: a rotation keeps every distance, and never settles.',
  'explain.say.dnAveraged':
    'A firmly nonexpansive D is averaged: half of it stays where it is. So is a gradient step with 0 < c < 2, and so are both together. Then every move brings x closer to every fixed point, by an amount that counts the move.',
  'explain.say.dnAveragedPositive':
    'A firmly nonexpansive D is averaged: half of it stays where it is. So are max(0, ·) and a gradient step with 0 < c < 2, and so are all three together. Then every move brings x closer to every fixed point, by an amount that counts the move.',
  'explain.say.dnDieOut':
    'The squared distance cannot fall below 0. So the squared moves have a finite sum, and the moves tend to 0. In finitely many dimensions the run then tends to a fixed point, if there is one (Krasnoselskii–Mann).',
  'explain.say.dnContracts':
    'D brings any two points to at most κ times their distance, and the gradient step stretches no distance by more than max(1, |c − 1|). On the left M replaces κ.',
  'explain.say.dnDisc':
    'While q < 1 there is one fixed point, and every step is at most q times the last. All steps to come add up to at most ρ. So the last step shows how far away the fixed point can be, without anyone knowing where it is.',
  'explain.say.dnNoDisc': 'q is not below 1 on either side here: no disc is certified.',
  'explain.say.dnRests':
    'These are two equations in z₁ and z₂. Both are bounded, and so are the slopes of D. The page leaves out every box that cannot hold a solution, and searches the others: as far as rounding goes, these are all.',
  'explain.say.dnUnmeasured':
    'One pixel is not measured: it stops where x = D(x). The other is solved on its own. The page leaves out every box that cannot hold a solution, and searches the others: as far as rounding goes, these are all.',
  'explain.say.dnKinds':
    'The eigenvalues of DT are real. Stable: all below 1 in size. Saddle: one above 1. Flipping: one below −1, so that runs jump from side to side of it. Repelling: both above 1.',
  'explain.say.dnDegree':
    'This check from topology holds for every c > 0 if no fixed point is degenerate. So their number is odd. By itself it would not notice a missed pair.',
  'explain.say.dnSegmentOf.left': 'The fixed points of the left are a segment here.',
  'explain.say.dnSegmentOf.right': 'The fixed points of the right are a segment here.',
  'explain.say.dnThree':
    'A guarantee is not the truth. In “Three limits” the left ends at (1.004, 0.002), (0.902, 0.988) or (0.067, 1.011), from 42 %, 35 % and 23 % of 41 × 41 starts. They are 0.15, 0.84 and 1.27 from the truth (1, 0.15). The right always ends at (0.703, 0.622), 0.56 from it.',
  'explain.say.dnCycle':
    'In “A cycle” 28 % of the starts settle on the left, at (1.007, 0.004). The others swing between (0.017, 0.827) and (0.991, 1.019). The right has one fixed point, (0.708, 0.625), and every start leads there.',
  'explain.say.dnWide':
    'In “No cap needed” σ is 0.5 and M is 0.990. The best denoiser is nonexpansive by itself and ends at (0.688, 0.656): blurred. With a cap of 1 both sides are the same.',

  'explain.say.dnAlone':
    'On a measured frequency the data pull x̂ towards Y; with c = 1 they put Y there. On the others the gradient step does nothing at all: D acts alone, round after round.',
  'explain.say.dnPilesUp':
    'What D makes 5 % larger there in each round is 130 times as large after 100 rounds. A nonexpansive D cannot accumulate anything: with c ≤ 2 no two runs move apart.',
  'explain.say.dnPiled':
    'In “Rises, then falls apart” the left’s error after 100 rounds has length 42.9 on the frequencies that nobody measured, and 8.6 on the measured ones; the whole truth has 2.12. On the right it is 1.20 and 0.41.',
  'explain.say.dnNet':
    'Left: three layers of 3 × 3 convolutions with ReLUs find the noise, which is subtracted. It has 2,625 weights, and none is constrained.',
  'explain.say.dnRidge':
    'Right: W is 16 filters of 5 × 5, φ one rising function for each, in 24 straight pieces. Its 784 weights are trained on the same kind of pairs of clean and noisy skies, with limits on W and φ.',
  'explain.say.dnHandmade':
    'Right: Ψ takes sums and differences of neighbours at three scales (Haar), the differences are shrunk by τ, and Ψᵀ puts the image together again. This follows the spirit of SARA, with one frame in place of nine. Nothing is trained.',
  'explain.say.dnPsnr':
    'Over 24 skies that training has not seen (seeds 60000 to 60023; 95 % intervals reach at most 0.5 dB to either side), with noise 0.05, the mean PSNR is 26.05 dB before denoising, 37.31 after the free network, 34.09 after ridge, and 28.75 after the Haar shrinkage with its threshold 0.01 (29.70 with 0.02).',
  'explain.say.dnCost': 'So the guarantee costs 3.2 dB of denoising on these skies.',
  'explain.say.dnRecomputed':
    'The page recomputes all of this from the weights that it has loaded. It relies on no stored flag.',
  'explain.say.dnGain':
    'Step 1: W is a convolution, so the Fourier transforms of its filters give the eigenvalues of WᵀW. None may exceed 1.',
  'explain.say.dnFirm':
    'Step 2: no slope of φ leaves [0, 1]. So D′ is symmetric and between 0 and I. Then D is firmly nonexpansive and the gradient of a convex function, and so the proximal map of a convex function (Baillon–Haddad, Moreau).',
  'explain.say.dnFirmHandmade':
    'The frame keeps every length, and shrinking has slopes between 0 and 1. So D′ is symmetric and between 0 and I: D is firmly nonexpansive, and the proximal map of a convex function (Baillon–Haddad, Moreau).',
  'explain.say.dnGrid':
    'This holds for 32 × 32 alone. On 64 × 64 the largest gain is 0.9999947, but 1.000016 on 96 × 96 and 1.000027 on 512 × 512: there W must be divided by its square root first.',
  'explain.say.dnBroken':
    'The weights that were loaded break what a certificate needs. The denoiser runs, and nothing is proved about it.',
  'explain.say.dnBroken.gain': 'The largest gain exceeds 1.',
  'explain.say.dnBroken.least-slope': 'A slope of φ is below 0.',
  'explain.say.dnBroken.most-slope': 'A slope of φ exceeds 1.',
  'explain.say.dnRate':
    'Step 3: a round brings any two images to at most q times their distance; q is the rate. On measured frequencies the data step helps. On the others D alone must do it, with the little that ε and G leave: so it is slow but sure. There is one limit, and every start leads to it.',
  'explain.say.dnRadius':
    'Every step is at most q times the last, so all steps to come add up to at most ρ. The last step shows how far away the limit can be, without anyone knowing the limit.',
  'explain.say.dnLoose':
    'The radius is valid but loose. In “Never settles” it is 0.00127 on the right at round 300, and the true distance is 5.8 × 10⁻⁶.',
  'explain.say.dnRounding': 'Rounding adds less than 10⁻¹² in every preset. Below that nothing is claimed.',
  'explain.say.dnNoRate.broken': 'Nothing is known about a round with such weights: no rate and no radius.',
  'explain.say.dnNoRate.long': 'c is too large here: no rate is below 1, and nothing is proved.',
  'explain.say.dnNoRate.flat':
    'A slope of φ or a gain is 0 here: D is firmly nonexpansive, but no rate below 1 follows.',
  'explain.say.dnNoRate.handmade':
    'The shrinkage leaves some images as they are, so by itself it gives no rate and no radius: while a frequency is not measured, the limit may depend on the start. But it settles from every start for 0 < c < 2: a round is averaged, and it has a fixed point. This needs the zero frequency, because constant images are not shrunk at all.',
  'explain.say.dnNoRate.zero':
    'The zero frequency is not measured here. The proof that the shrinkage has a fixed point needs it.',
  'explain.say.dnZeroAlone':
    'Only the zero frequency is measured here: each side goes where its own denoiser leads.',
  'explain.say.dnWitness':
    'Nothing is proved about the left. One witness against it is enough: a single ratio above 1 proves that its D is not nonexpansive. Ratios below 1 prove nothing.',
  'explain.say.dnWitnesses':
    'In “Rises, then falls apart” the left’s ratio first exceeds 1 at round 5, and its largest is 1.103. In “The free one wins” it stays below 0.99 for 300 rounds. The right’s stays below 0.98 in every preset.',
  'explain.say.dnNoHarm':
    'A D that is not nonexpansive does not have to diverge. In “Two starts, two images” the left’s ratio is 1.055 at round 300, and it stops at round 842.',
  'explain.say.dnClean':
    'b is the pattern that one point leaves in a dirty image. CLEAN takes the brightest pixel of the residual r, subtracts a tenth of such a pattern there, and repeats. The picture shows what it subtracted, slightly blurred, plus r.',
  'explain.say.dnNotBetter':
    'The certificate says that a run settles, and how far its limit can be. It does not say that the image is a good one.',
  'explain.say.dnSkies':
    'Medians in dB over 100 skies (seeds 301 to 400; 95 % intervals reach at most 6.4 dB to either side), 200 rounds from zero, ridge on the right: above with 15 % of the frequencies measured, below with 30 %. The last column counts the skies on which the left is ahead. The page can also count over other skies.',
  'explain.say.dnAhead':
    'Over all 1,600 runs (seeds 301 to 400 in 16 rows; 95 % intervals) the left is ahead in 30.7 % (28.4 to 33.0 %): in 92 % (85 to 96 %) with 30 %, c = 1 and t = 1, in none with t = 0.25. It leads by up to 9.2 dB.',
  'explain.say.dnFails':
    'In 32.4 % (31.1 to 33.6 %) of them (seeds 301 to 400; 95 % interval) the left ends below 0 dB: its image is worse than none at all. The right never falls below 1.7 dB.',
  'explain.say.dnStopped':
    'Stopped at its best round, the left would be ahead in 65.6 % (62.7 to 68.6 %) of the 1,600 (seeds 301 to 400; 95 % interval). But to know that round, one must know the truth.',
  'explain.say.dnSlow':
    'Of the 1,600 runs (seeds 301 to 400; 95 % intervals) the left had settled in 34.4 % (32.9 to 35.8 %), with a last step below 10⁻⁴, and the right in 87.4 % (85.3 to 89.4 %): in all 800 with c = 1, in 598 of 800 with c = 1.98. The others on the right are slow, not stuck.',
  'explain.say.dnBehind':
    'The Haar shrinkage is behind ridge in every row (seeds 301 to 400), by 0.2 to 2.2 dB in the median sky (every 95 % interval is above 0, and ends at 2.3 at most).',
  'explain.say.dnFalls':
    'In “Rises, then falls apart” the left reaches 6.77 dB at round 11, falls to −26.3 at round 100, and exceeds 10⁶ at round 266. The right reaches 4.49 dB, from zero and from noise, and settles at round 124.',
  'explain.say.dnTwo':
    'In “Two starts, two images” the left is at −3.44 dB from zero after 300 rounds and at −3.84 from noise, 0.43 of the truth’s length apart. The right is at 2.92 dB from both.',
  'explain.say.dnLeftWins':
    'In “The free one wins” the left has 17.95 dB after 300 rounds, from both starts. The right has 8.40, the Haar shrinkage 7.76, CLEAN 4.32, the dirty image 3.29.',
  'explain.say.dnStrengths':
    'Both sides depend on the strength. On that sky the left has 4.29, 12.81, 17.95 and 5.16 dB with t = 0.25, 0.5, 1 and 2, the right 8.78, 9.52, 8.40 and 5.96.',
  'explain.say.dnDefault':
    'In “A large step” the left has 12.37 dB after 300 rounds, the right 5.24, the Haar shrinkage 2.96 and CLEAN 3.52.',
  'explain.say.dnRestless':
    'In “Never settles” the left never settles: in the end it swings between two images of 9.92 and 9.87 dB, half of the truth’s length apart. The right settles at round 434, with 12.40 dB.',

  'explain.say.dnAiri':
    'AIRI trains a denoiser with a term for nonexpansiveness in its loss, “ensuring algorithm convergence”, and puts it into forward-backward. In simulations it is competitive with uSARA in quality and significantly faster. CLEAN is faster still, with lower quality (arXiv 2202.12959).',
  'explain.say.dnCode':
    'The step is 1.98/L, the start is 0, and s·D(x/s) takes the place of D (github.com/basp-group/AIRI). uSARA uses eight wavelet bases and the pixels themselves (github.com/basp-group/uSARA).',
  'explain.say.dnTraining':
    'In another training code of that group the loss has a penalty on the norm of the Jacobian of 2D − I, at sampled images (github.com/basp-group/PnP-MMO-imaging, arXiv 2012.13247).',
  'explain.say.dnOurs':
    'A penalty rewards nonexpansiveness and proves nothing about the weights that come out. We have not seen the papers’ weights: none of the denoisers here is AIRI’s, and nothing here says how good AIRI is.',
  'explain.say.dnXu':
    'With a denoiser of least mean squared error, plug-and-play forward-backward converges to a stationary point of some global cost function (arXiv 2005.07685).',

  'explain.mark.dn.pixels.left': 'where the left side is',
  'explain.mark.dn.pixels.right': 'where the right side is',
  'explain.mark.dn.image.left': 'the left side’s estimate',
  'explain.mark.dn.image.right': 'the right side’s estimate',
  'explain.mark.dn.truth': 'the truth',
  'explain.mark.dn.line': 'the line Φx = y: all points that explain the data',
  'explain.mark.dn.rests': 'the fixed points of a side',
  'explain.mark.dn.box': 'the box on which the right denoiser changes nothing',
  'explain.mark.dn.disc': 'the certified disc: the fixed point is in it',
  'explain.mark.dn.denoiser': 'the denoisers of one pixel, as curves',
  'explain.mark.dn.tangent': 'the line of slope κ that the right follows',
  'explain.mark.dn.error': 'the estimate minus the truth',
  'explain.mark.dn.dirty': 'the dirty image',
  'explain.mark.dn.measured': 'the visibilities, with the measured ones marked',
  'explain.mark.dn.clean': 'the curve of CLEAN',
  'explain.mark.dn.ratio': 'the ratios of D, against 1',
  'explain.mark.dn.radius': 'the certified radius beside the step',
  'explain.symbol.clean': 'CLEAN',
  'explain.symbol.ratio': 'ratio',
  'explain.tex.dnBeyond': 'beyond',
  'explain.tex.dnNoCycle': 'no cycle',
  'explain.tex.dnNoise': 'noise',
  'explain.tex.dnOf': 'of',
  'explain.tex.dnRatio': 'ratio',
  'explain.tex.dnAtFirst': ' at first',
  'explain.tex.dnLeft': 'left',
  'explain.tex.dnRight': 'right',
  'explain.tex.dnAhead': 'ahead',
  'explain.tex.dn.stable': 'stable: ',
  'explain.tex.dn.saddle': 'saddles: ',
  'explain.tex.dn.flipping': 'flipping: ',
  'explain.tex.dn.repelling': 'repelling: ',

  'explain.step.dn.pixels':
    'This is the round that begins at the shown state. Slopes are those of D at z, pixel by pixel.',
  'explain.step.dn.image':
    'This is the round that begins at the shown state. Lengths are root sums of squares over all pixels. The SNR needs the truth; the round does not know it.',
  'explain.step.dnX': 'x, where the round begins',
  'explain.step.dnMiss': 'Φx − y',
  'explain.step.dnZ': 'z, after the gradient step',
  'explain.step.dnSlopes': 'slopes of D at z',
  'explain.step.dnNext': 'x⁺ = D(z), where it ends',
  'explain.step.dnF': 'F(x)',
  'explain.step.dnNextF': 'F(x⁺)',
  'explain.step.dnSure': 'guaranteed decrease of F',
  'explain.step.dnRadius': 'certified radius after the round',
  'explain.step.dnDataMove': 'length of the data step',
  'explain.step.dnDenoiserMove': 'length of the denoiser’s move',
  'explain.step.dnLifted': 'pixels set to 0',
  'explain.step.dnLiftMove': 'length of that move',
  'explain.step.dnMove': '‖x⁺ − x‖, the whole round',
  'explain.step.dnRatio': 'ratio: D’s output against its input, since the last round',
  'explain.step.dnResidual': '‖Φx − y‖',
  'explain.step.dnNextResidual': '‖Φx⁺ − y‖',
  'explain.step.dnSnr': 'SNR in dB',
  'explain.step.dnNextSnr': 'SNR after the round',

  'explain.walk.dn.ended': 'This side has ended: it takes no more rounds.',
  'explain.walk.dn.forward': 'the state',
  'explain.walk.dn.gradient': 'the gradient step',
  'explain.walk.dn.off': 'the denoiser',
  'explain.walk.dn.step': 'the next state',
  'explain.walk.dn.pixels.forward': 'where it is',
  'explain.walk.dn.pixels.say.forward': ({ residual }: PixelFacts) =>
    `Φx − y is ${residual}. A round knows x, Φ and y. It does not know the truth.`,
  'explain.walk.dn.pixels.gradient': 'straight towards the line',
  'explain.walk.dn.pixels.say.gradient': ({ way, left }: PixelFacts) =>
    `Minus the gradient of f is at a right angle to the line Φx = y. ${WAYS[way](left)}`,
  'explain.walk.dn.pixels.off': 'each pixel by itself',
  'explain.walk.dn.pixels.say.off': ({ cap, stretches }: PixelFacts) =>
    `D moves each pixel by itself; the picture shows one after the other. ${
      cap
        ? `No slope exceeds ${cap}: no neighbouring points are pulled apart.`
        : stretches
          ? 'A slope is above 1: there neighbouring points are pulled apart.'
          : 'At z no slope exceeds 1: near it, no neighbouring points are pulled apart.'
    }`,
  'explain.walk.dn.pixels.step': 'the result',
  'explain.walk.dn.pixels.say.step': ({ before, after, sure, radius }: PixelFacts) =>
    `F goes from ${before} to ${after}. ${
      sure ? `It was guaranteed to fall by at least ${sure}.` : 'c is not below 1 + 1/M: no guarantee.'
    }${within(radius)}`,
  'explain.walk.dn.image.forward': 'the estimate',
  'explain.walk.dn.image.say.forward': ({ residual, snr }: ImageFacts) =>
    `The estimate misses the visibilities by ${residual}.${snr && ` Its SNR is ${snr} dB; the round does not know that.`}`,
  'explain.walk.dn.image.gradient': 'towards the visibilities',
  'explain.walk.dn.image.say.gradient': ({ visibilities, others, onto, c, dataMove }: ImageFacts) =>
    `${
      onto
        ? `With c = 1 the ${visibilities} measured frequencies get their measured values.`
        : `On the ${visibilities} measured frequencies the estimate goes c = ${c} times the way to what was measured.`
    } The other ${others} stay as they are. Length of this move: ${dataMove}.`,
  'explain.walk.dn.image.off': 'all frequencies',
  'explain.walk.dn.image.say.off': ({ denoiser, strength, denoiserMove, ratio, stretches }: ImageFacts) =>
    `This is t·D(z/t) with t = ${strength}: ${NAMES[denoiser]}. It moves the image by ${denoiserMove}, also on frequencies that nobody measured.${
      ratio &&
      ` Since the last round its input has moved, and its output ${ratio} times as far${stretches && ': above 1, so this D is not nonexpansive (proved)'}.`
    }`,
  'explain.walk.dn.image.step': 'no pixel below 0',
  'explain.walk.dn.image.say.step': ({ positive, lifted, move, radius }: ImageFacts) =>
    `${positive ? `Pixels that were below 0 and are set to 0: ${lifted}.` : 'Pixels may be below 0 here: x⁺ is the output of D.'} The whole round has moved the image by ${move}.${radius && ` Certified: the limit is within ${radius} of it.`}`,
  'explain.rows.dnPixel': 'pixel',
  'explain.row.dnX1': 'x₁',
  'explain.row.dnX2': 'x₂',
  'explain.row.dnF': 'F',
  'explain.row.dnLeast': 'darkest pixel',
  'explain.row.dnMost': 'brightest pixel',
  'explain.row.dnResidual': '‖Φx − y‖',
  'explain.row.dnSnr': 'SNR in dB',
  'explain.column.dnX': 'x',
  'explain.column.dnZ': 'z',
  'explain.column.dnSlope': 'slope of D',
  'explain.column.dnD': 'D(z)',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
