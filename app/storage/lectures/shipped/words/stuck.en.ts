import type { LectureWords } from '../shipped-lecture.ts';
import type { STUCK } from '../stuck.ts';

export const words: LectureWords<keyof typeof STUCK> = {
  title: 'Why gradient descent gets stuck, and a bowl where it doesn’t',
  scenes: {
    opening: {
      title: 'Two landscapes, one start',
      question: 'Where will each side end up?',
      sentence:
        '{{n}} points along a hinge, one ReLU neuron, two losses. Same start, same step size. Point to where each will end before anyone presses Play.',
      after:
        'At step {{left.slow}} the left side has all but stopped, {{left.distance@mark}} from the star. It ends {{left.distance}} away; the right side arrives at step {{right.within}}.',
      notes: [
        'Say what the neuron fits: the labels come from one ReLU neuron, and the star marks its weights, so a perfect fit exists. On the left is the squared loss, on the right a convex relaxation with the same minimum. Let the audience guess on both maps, then press Play. It pauses at step {{left.slow}}: to the eye the left side has stopped. Play on: the right side arrives at step {{right.within}}; the left stops {{left.distance}} away from the star, with loss {{left.loss}}. Look at the fit beside the maps: the left neuron outputs nothing, except for a sliver at the edge. Don’t explain yet; the next scene does. Don’t say that descent always fails: we chose this start.',
      ],
    },
    deadZone: {
      title: 'The dead zone',
      question: 'Which way is downhill from here?',
      sentence:
        'In the hatched sector every sample is off, so the left gradient is exactly zero: {{dead.share}} of all directions. The right loss still slopes there.',
      after:
        'The left side never moved and never will: it is {{left.distance}} from the star. The right side arrived at step {{right.within}}.',
      notes: [
        'We start inside the hatched sector. There the neuron outputs zero at every sample, and a derivative of zero multiplies every error: however wrong the labels say we are, nothing moves. The left side ended at step {{left.end}}, its start; it stays {{left.distance}} from the star forever. Press Play: the right side arrives at step {{right.within}}. The sector is exact, not sampled: the directions orthogonal to the samples cut the circle, and in this sector no sample is active. Practitioners call this a dead neuron. Don’t claim that it is the only way to get stuck; a later scene has no dead zone.',
      ],
    },
    arrows: {
      title: 'What the dead samples would say',
      question: 'Which samples pull, and which stay silent?',
      sentence:
        'The arrows point downhill on f, downhill on g, and along their difference. Play until the left side barely moves: which arrows are left there?',
      after:
        'At step {{left.slow}} the left gradient is down to {{left.gradient@mark|distance}}. The difference between the arrows is the pull of the inactive samples: they know their error, but f ignores them.',
      notes: [
        'Press Play; it pauses at step {{left.slow}}. Each current point has three arrows: downhill on f, downhill on g, and their difference. On the left, the arrow of f has all but vanished, while that of g still points across the map. The reason is one factor. The gradient of f carries the derivative of the ReLU, which is zero for an inactive sample; g leaves this factor out and keeps the error. So the difference is exactly the pull of the inactive samples, and it costs nothing extra to compute: the same two matrix products. On the right, near the star, the two arrows agree: there the samples that matter are active.',
      ],
    },
    regulariser: {
      title: 'The relaxation is f plus a penalty',
      question: 'What does the relaxation add?',
      sentence:
        'For each inactive sample g adds yᵢ|aᵢ·w|/n. The map shows its extra pull Δ(w) towards the star; the smallest value is {{pull.least}}: it never pulls away.',
      notes: [
        'The right map no longer shows a loss but the extra pull: how much more a step on g moves towards the star than a step on f, to first order. Gold means a strong pull, white means none. With noiseless planted labels it is never negative; the proof takes two lines: each inactive sample contributes its label times its error, and neither is negative. At the start it is {{left.pull@now}}. The map is white where every sample with a positive label is active: there f and g have the same gradient. In the words of the paper’s abstract, the relaxation is characterised “as a regularizer”. Drag the start into the white and into the gold and compare.',
      ],
    },
    blend: {
      title: 'How much of it do we need?',
      question: 'How much of the relaxation does it take?',
      sentence:
        'The right side descends on f plus {{blend|share}} of the penalty. Is that enough to leave the edge of the dead zone?',
      after:
        'It arrived at step {{right.within}}. From this start {{blend.least|share}} is enough, given time (measured); only the full relaxation is convex (proved).',
      notes: [
        'The right side now descends on a mixture: f plus {{blend|share}} of the penalty. Press Play: it too leaves the edge of the dead zone and arrives at step {{right.within}}, later than the full relaxation did. Open Layers and move the blend slider; the path bends at once. Try blends in steps of one hundredth: {{blend.least}} and every larger one arrive from this start within ten thousand steps. A little slope is enough, but a small one is slow. Don’t present that number as a threshold: we measured it for one start. What is proved is that with positive labels the mixture is convex only with the full penalty.',
      ],
    },
    basins: {
      title: 'Every start at once',
      question: 'How unlucky was our start?',
      sentence:
        'Colour shows where each start on a grid ends. On the left {{left.missed}} of starts never reach the star; on the right {{right.basin}} reach it.',
      notes: [
        'Each cell is one whole run, coloured by its end. On the left, runs from the grey region end at the edge of the dead zone: {{left.missed}} of a grid of starts within three units of the origin on either axis. On the right there is one colour, {{right.basin}}. Most of these ends are certified, not guessed from a step limit: in the plane each loss is quadratic on sectors, so a run that has entered a safe region provably stays. Click into the grey to play that run. The share belongs to this data set and this window; another window has another share. One colour on the right is what convexity promises.',
      ],
    },
    trap: {
      title: 'Stuck without a dead zone',
      question: 'No dead zone here. Is the left side safe?',
      sentence:
        '{{n}} samples point every way, so some sample is always on: dead directions {{dead.share}}. Guess, then see where the left side stops.',
      after:
        'The left side stops at the origin, {{left.distance}} from the star; from {{left.missed}} of the starts on a grid it never reaches the star. The right side arrived at step {{right.within}}.',
      notes: [
        'Guess, then Play. The samples point in all directions, so there is no sector without an active sample. Still the left side creeps into the origin and stops there, {{left.distance}} from the star, with loss {{left.loss}}. From {{left.missed}} of a grid of starts it never reaches the star. In {{left.stuck}} of the directions around the origin the left loss does not fall at first order, and descent comes in along one of them. The right side arrives at step {{right.within}}. Point at the curves: the left gradient shrinks to nothing while its loss stays high. The lesson: the dead zone is the most visible trap, not the only one. The right side has convexity: every point where its gradient vanishes is a minimum.',
      ],
    },
    population: {
      title: 'Infinitely many samples: a round bowl',
      question: 'What does one step do in a round bowl?',
      sentence:
        'For infinitely many Gaussian samples g is exactly a quarter of the squared distance: its contours are circles. Where does one step with c = {{c}} land?',
      after:
        'On the star: distance {{right.distance@mark}} after one step. The left side, on its bent contours, is then still {{left.distance@mark}} away; it arrives at step {{left.within}}.',
      notes: [
        'Take the mean over infinitely many Gaussian samples; the two losses have closed forms, for any number of weights. The relaxation becomes a perfectly round bowl: its contours are circles around the star, and its gradient points straight at it. Press Play: with c = {{c}} one step lands on the star, at distance {{right.distance@mark}}; the left side, on its bent contours, is then still {{left.distance@mark}} away and arrives at step {{left.within}}. Under gradient flow from the same start the right side is never farther from the star than the left (proved, for this case). With finitely many samples the bowl is only nearly round, and one step is not enough. The next lecture asks how much of the story survives there.',
      ],
    },
  },
};
