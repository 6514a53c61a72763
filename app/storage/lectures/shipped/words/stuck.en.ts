import type { LectureWords } from '../shipped-lecture.ts';
import type { STUCK } from '../stuck.ts';

export const words: LectureWords<keyof typeof STUCK> = {
  title: 'Why gradient descent gets stuck, and a bowl where it doesn’t',
  scenes: {
    opening: {
      title: 'Two landscapes, one start',
      question: 'Where will each side end up?',
      sentence:
        '{{n}} points along a hinge, one ReLU neuron, two losses: f on the left, g on the right. Same start, same step size. Point to where each will end.',
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
        'The same {{n}} samples, another start: here the neuron outputs zero at every sample. Point to where each side will go first.',
      after:
        'Hatched: no sample is active there, {{dead.share}} of all directions, so f is exactly flat. There g still slopes.',
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
        'Half filled: the sample is active on that side. {{mark:arrow|Arrows}}, scaled to fit, point downhill on f, on g, and along their difference. Look, then Play.',
      after:
        'On f only active samples pull; the gradient is down to {{left.gradient@mark|distance}}. On g the inactive samples with a positive label still pull.',
      end: 'Left: dead, {{left.distance}} from the star. Right: reached it at step {{right.within}}.',
      notes: [
        'Ask: On the left some samples are active, all with label zero. Which way do they push? Which samples know that they are wrong, and stay silent?',
        'Do: Press Play. It pauses at step {{left.slow}}. The active samples have pushed themselves off; the arrow of f has all but vanished, that of g still points across the map.',
        'Say: The gradient of f carries the derivative of the ReLU, which is zero for an inactive sample. The gradient of g leaves this factor out and keeps the error.',
        'Say: The difference is exactly the pull of the inactive samples. It costs nothing extra: the same two matrix products.',
      ],
    },
    regulariser: {
      title: 'The relaxation is f plus a penalty',
      question: 'What does the relaxation add?',
      sentence:
        'Gold is Δ: how much harder a step on g pulls to the star than a step on f. White is none. This start lies in the white. How will the paths differ?',
      after:
        'g adds a penalty only for inactive samples with a positive label, and on this path there was none. Least Δ on the map: {{pull.least}}, so g never pulls away.',
      end: 'Both reached the star at step {{right.within}}, by the same path.',
      notes: [
        'Say: The colours on the right are no loss but the extra pull Δ: how much more a step on g moves towards the star than a step on f, to first order.',
        'Say: For each inactive sample g adds its label times the size of its input to the ReLU, over n. That is the whole penalty.',
        'Say: With noiseless planted labels it is never negative. Each inactive sample contributes its label times its error, and neither is negative.',
        'Do: Press Play, then drag the start into the gold and play again: now the paths part.',
        'Say: In the words of the paper’s abstract, the relaxation is characterised “as a regularizer”.',
      ],
    },
    blend: {
      title: 'How much of it do we need?',
      question: 'How much of the relaxation does it take?',
      sentence:
        'The left side stands in the dead zone. The right descends on f plus a small part of the penalty, as its heading says. Is that enough to get out?',
      after:
        'From this start {{blend.least|share}} is enough, given time (measured); only the full relaxation is convex (proved).',
      end: 'With {{blend|share}} of the penalty: at the star at step {{right.within}}. Without it: dead.',
      notes: [
        'Ask: Is {{blend|share}} of the penalty enough? Vote, then press Play.',
        'Say: It leaves the dead zone and arrives at step {{right.within}}, later than the full relaxation did from here.',
        'Do: Move {{control:blend}}. The path bends at once.',
        'Say: In steps of one hundredth, {{blend.least}} and every larger blend arrive from this start within ten thousand steps. That is a measurement for one start, not a threshold.',
        'Say: What is proved: with positive labels the mixture is convex only with the full penalty.',
      ],
    },
    basins: {
      title: 'Every start at once',
      question: 'How many starts fail?',
      sentence:
        'This start is close to the star. Guess for each map: from what share of all its points does descent fail to reach the star? Then Play.',
      after:
        'Each point has the colour of its end. Grey: {{left.missed}} of the starts on the left, which fail. The right map has one colour, as convexity promises.',
      end: 'Left: dead, like {{left.missed}} of all starts. Right: at the star, like all.',
      notes: [
        'Ask: Everyone writes down two shares. Then press Play: this start is {{left.distance@now}} from the star, and still fails.',
        'Say: Each cell is one whole run, coloured by its end. The window reaches three units from the origin on either axis.',
        'Do: Click into the grey to play another run.',
        'Say: Most ends are proved, not guessed from a step limit: each loss is quadratic on sectors, so a run that has entered a safe region provably stays.',
        'Say: The share belongs to this data set and this window. One colour on the right, {{right.basin}}, is what convexity promises.',
      ],
    },
    trap: {
      title: 'Stuck without a dead zone',
      question: 'No dead zone: is the left side safe?',
      sentence:
        '{{n}} samples point every way, so some sample is always on: dead directions {{dead.share}}. Guess, then see where the left side stops.',
      after:
        'In {{left.stuck}} of the directions out of the origin f does not fall at first order, and the left came in along one of them. Where g is flat, it is lowest.',
      end: 'Left: stuck at the origin, {{left.distance}} away. Right: at the star at step {{right.within}}.',
      moment:
        'In every direction some sample is on, and still the left is stuck at the origin; the right arrives at the star.',
      notes: [
        'Ask: The samples point in all directions, so no sector is dead. Is the left side safe? Place flags, then press Play.',
        'Say: The left side creeps into the origin and stops there, {{left.distance}} from the star, with loss {{left.loss}}.',
        'Say: From {{left.missed}} of the starts within three units of the origin the left side never reaches the star.',
        'Do: Point at the curves. The left gradient shrinks to nothing while its loss stays high.',
        'Say: The dead zone is the most visible trap, not the only one. On the right every point where the gradient vanishes is a minimum.',
      ],
    },
    population: {
      title: 'Infinitely many samples: a round bowl',
      question: 'What does one step do in a round bowl?',
      sentence:
        'For infinitely many Gaussian samples g is a quarter of the squared distance to the star: a round bowl. The step is doubled. Where does each side land?',
      after:
        'The right landed on the star, to within {{right.distance@mark}}. The left, on its bent {{mark:contour|contours}}, is still {{left.distance@mark}} away.',
      end: 'Right: at the star after one step. Left: after {{left.within}} steps.',
      notes: [
        'Say: Take the mean over infinitely many Gaussian samples. The two losses have closed forms, for any number of weights.',
        'Say: The relaxation becomes a perfectly round bowl. Its gradient points straight at the star.',
        'Do: Press Play. With a step of {{c}} over L instead of one over L the right lands on the star; the left side is still {{left.distance@mark}} away and arrives at step {{left.within}}.',
        'Say: Under gradient flow from the same start the right side is never farther from the star than the left (proved, for this case).',
        'Say: With finitely many samples the bowl is only nearly round. The next lecture asks how much of the story survives there.',
      ],
    },
  },
};
