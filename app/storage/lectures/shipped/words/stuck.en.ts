import type { LectureWords } from '../shipped-lecture.ts';
import type { STUCK } from '../stuck.ts';

export const words: LectureWords<keyof typeof STUCK> = {
  title: 'Why gradient descent gets stuck, and a bowl where it doesn’t',
  scenes: {
    opening: {
      title: 'Two landscapes, one start',
      question: 'Where will each side end up?',
      sentence:
        '{{n}} points along a hinge, one ReLU neuron, two losses. Same start, same step size. Point to where each will end.',
      after:
        'At step {{left.slow}} the left side has all but stopped, {{left.distance@mark}} from the star. Is it stuck, or only slow?',
      end: 'Left: dead, {{left.distance}} from the star. Right: reached it at step {{right.within}}.',
      notes: [
        'Say: The labels come from one ReLU neuron. The star marks its weights, so a perfect fit exists.',
        'Say: On the left is the squared loss, on the right a convex relaxation with the same minimum.',
        'Ask: Where will each side end? Let the audience place flags on both maps.',
        'Do: Press Play. It pauses at step {{left.slow}}; ask whether the left side is stuck, then play on to the end.',
        'Say: The left neuron outputs zero, apart from a sliver at the edge, and its loss stays at {{left.loss}}. We chose this start: descent does not always fail.',
      ],
    },
    deadZone: {
      title: 'The dead zone',
      question: 'Which way is downhill from here?',
      sentence:
        'In the hatched sector every sample is off, so the left gradient is exactly zero: {{dead.share}} of all directions. The right loss still slopes there.',
      end: 'Left: never moved, {{left.distance}} from the star. Right: reached it at step {{right.within}}.',
      notes: [
        'Say: Here the neuron outputs zero at every sample, and a derivative of zero multiplies every error. However wrong it is, nothing moves.',
        'Do: Press Play. The left side ended at step {{left.end}}, its start; the right side arrives at step {{right.within}}.',
        'Say: The sector is exact, not sampled. The directions orthogonal to the samples cut the circle, and in this sector no sample is active.',
        'Say: Practitioners call this a dead neuron. It is not the only way to get stuck: a later scene has no dead zone.',
      ],
    },
    arrows: {
      title: 'What the dead samples would say',
      question: 'Which samples pull, and which stay silent?',
      sentence:
        'The {{mark:arrow|arrows}} point downhill on f, downhill on g, and along their difference. Play until the left side barely moves.',
      after:
        'At step {{left.slow}} the left gradient is down to {{left.gradient@mark|distance}}. What remains is the pull of the inactive samples, which f ignores.',
      end: 'Left, without their pull: dead. Right, with it: at the star at step {{right.within}}.',
      notes: [
        'Do: Press Play. It pauses at step {{left.slow}}. Point at the three arrows on the left: that of f has all but vanished, that of g still points across the map.',
        'Ask: Which samples still know that they are wrong?',
        'Say: The gradient of f carries the derivative of the ReLU, which is zero for an inactive sample. The gradient of g leaves this factor out and keeps the error.',
        'Say: The difference is exactly the pull of the inactive samples. It costs nothing extra: the same two matrix products.',
      ],
    },
    regulariser: {
      title: 'The relaxation is f plus a penalty',
      question: 'What does the relaxation add?',
      sentence:
        'For each inactive sample g adds yᵢ|aᵢ·w|/n. The map shows its extra pull Δ(w) towards the star; the smallest value is {{pull.least}}: it never pulls away.',
      end: 'Without the penalty: dead, {{left.distance}} away. With it: at the star at step {{right.within}}.',
      notes: [
        'Say: The right map no longer shows a loss but the extra pull: how much more a step on g moves towards the star than a step on f, to first order. Gold is strong, white is none.',
        'Say: With noiseless planted labels it is never negative. Each inactive sample contributes its label times its error, and neither is negative.',
        'Do: Drag the start into the white and into the gold, and compare. At the first start the pull is {{left.pull@now}}.',
        'Say: In the words of the paper’s abstract, the relaxation is characterised “as a regularizer”.',
      ],
    },
    blend: {
      title: 'How much of it do we need?',
      question: 'How much of the relaxation does it take?',
      sentence:
        'The right side descends on f plus {{blend|share}} of the penalty. Is that enough to leave the edge of the dead zone?',
      after:
        'From this start {{blend.least|share}} is enough, given time (measured); only the full relaxation is convex (proved).',
      end: 'With {{blend|share}} of the penalty: at the star at step {{right.within}}. Without it: dead.',
      notes: [
        'Ask: Is {{blend|share}} of the penalty enough? Vote, then press Play.',
        'Say: It leaves the edge of the dead zone too, and arrives at step {{right.within}}, later than the full relaxation did.',
        'Do: Move {{control:blend}}. The path bends at once.',
        'Say: In steps of one hundredth, {{blend.least}} and every larger blend arrive from this start within ten thousand steps. That is a measurement for one start, not a threshold.',
        'Say: What is proved: with positive labels the mixture is convex only with the full penalty.',
      ],
    },
    basins: {
      title: 'Every start at once',
      question: 'How unlucky was our start?',
      sentence:
        'Colour shows where each start on a grid ends. Find our start. Which colours fail, and how many colours does the right map have?',
      end: 'Ours is one of the {{left.missed}} that fail. Right: at the star at step {{right.within}}.',
      notes: [
        'Say: Each cell is one whole run, coloured by its end. The grey runs end at the edge of the dead zone, ours {{left.distance}} from the star: {{left.missed}} of a grid of starts within three units of the origin on either axis.',
        'Do: Click into the grey to play that run.',
        'Say: Most ends are proved, not guessed from a step limit: each loss is quadratic on sectors, so a run that has entered a safe region provably stays.',
        'Say: The share belongs to this data set and this window. One colour on the right, {{right.basin}}, is what convexity promises.',
      ],
    },
    trap: {
      title: 'Stuck without a dead zone',
      question: 'No dead zone: is the left side safe?',
      sentence:
        '{{n}} samples point every way, so some sample is always on: dead directions {{dead.share}}. Guess, then see where the left side stops.',
      after: 'From {{left.missed}} of the starts on a grid the left side never reaches the star.',
      end: 'Left: stuck at the origin, {{left.distance}} away. Right: at the star at step {{right.within}}.',
      moment:
        'In every direction some sample is on, and still the left is stuck at the origin; the right arrives at the star.',
      notes: [
        'Ask: The samples point in all directions, so no sector is dead. Is the left side safe? Place flags, then press Play.',
        'Say: The left side creeps into the origin and stops there, {{left.distance}} from the star, with loss {{left.loss}}.',
        'Say: In {{left.stuck}} of the directions around the origin the left loss does not fall at first order, and descent comes in along one of them.',
        'Do: Point at the curves. The left gradient shrinks to nothing while its loss stays high.',
        'Say: The dead zone is the most visible trap, not the only one. On the right every point where the gradient vanishes is a minimum.',
      ],
    },
    population: {
      title: 'Infinitely many samples: a round bowl',
      question: 'What does one step do in a round bowl?',
      sentence:
        'For infinitely many Gaussian samples g is exactly a quarter of the squared distance: its {{mark:contour|contours}} are {{mark:circle|circles}}. Where does one step with c = {{c}} land?',
      after:
        'On the star: distance {{right.distance@mark}} after one step. The left side, on its bent {{mark:contour|contours}}, is still {{left.distance@mark}} away.',
      end: 'Right: at the star after one step. Left: after {{left.within}} steps.',
      notes: [
        'Say: Take the mean over infinitely many Gaussian samples. The two losses have closed forms, for any number of weights.',
        'Say: The relaxation becomes a perfectly round bowl. Its gradient points straight at the star.',
        'Do: Press Play. With c = {{c}} one step lands on the star; the left side is still {{left.distance@mark}} away and arrives at step {{left.within}}.',
        'Say: Under gradient flow from the same start the right side is never farther from the star than the left (proved, for this case).',
        'Say: With finitely many samples the bowl is only nearly round. The next lecture asks how much of the story survives there.',
      ],
    },
  },
};
