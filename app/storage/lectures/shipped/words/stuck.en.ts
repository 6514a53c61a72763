import type { LectureWords } from '../shipped-lecture.ts';
import type { STUCK } from '../stuck.ts';

export const words: LectureWords<keyof typeof STUCK> = {
  title: 'Why gradient descent gets stuck, and a bowl that does not',
  scenes: {
    opening: {
      title: 'Two landscapes, one start',
      question: 'Where will each side end?',
      sentence:
        '{{n}} points on a hinge, one ReLU neuron, two losses. Same start, same step. Point at both ends before anybody presses Play.',
      after:
        'At step {{left.slow}} the left side has all but stopped, {{left.distance@mark}} from the star. Played on, it rests {{left.distance}} away; the right side arrives at step {{right.within}}.',
      notes:
        'Say what is fitted: the labels come from one ReLU neuron, the star marks its weights, so a perfect fit exists. Left is the squared loss, right a convex relaxation with the same best place. Let the room guess on both maps, then press Play. It pauses at step {{left.slow}}: to the eye the left side has stopped. Play on: the right side arrives at step {{right.within}}; the left comes to rest {{left.distance}} away from the star, with loss {{left.loss}}. Look at the fit beside the maps: the left neuron says nothing at all but a sliver at the edge. Do not explain yet; the next scene does. Do not say that descent always fails: this start was chosen.',
    },
    deadZone: {
      title: 'The dead zone',
      question: 'Which way is downhill from here?',
      sentence:
        'In the hatched sector every sample is off, so the left gradient is exactly zero: {{dead.share}} of all directions. The right side has a slope there.',
      after:
        'The left side never moved: it stays {{left.distance}} from the star for ever. The right side arrived at step {{right.within}}.',
      notes:
        'We start inside the hatched sector. There the neuron outputs zero at every sample, and a derivative of zero multiplies every error: however wrong the labels say we are, nothing moves. The left side has ended at step {{left.end}}, its start; it stays {{left.distance}} from the star for ever. Press Play: the right side arrives at step {{right.within}}. The sector is exact and not sampled: the directions orthogonal to the data rows cut the circle, and in this sector no row is on. Practitioners call this a dead neuron. Do not claim that it is the only way to be stuck; a later scene has no dead zone.',
    },
    arrows: {
      title: 'What the dead samples would say',
      question: 'Which samples pull, and which are silent?',
      sentence:
        'Each arrow points downhill: of f, of g, and the difference of both. Play until the left side hardly moves: which arrows are left there?',
      after:
        'At step {{left.slow}} the left gradient is down to {{left.gradient@mark|distance}}. The difference of both arrows is the pull of the samples that are off: they know their error, and f ignores it.',
      notes:
        'Press Play; it pauses at step {{left.slow}}. At each iterate three arrows are drawn: downhill of f, downhill of g, and their difference. Left, the arrow of f has all but vanished, while that of g still points across the map. The reason is one factor. The gradient of f carries the derivative of the ReLU, which is zero for a sample that is off; g leaves this factor out and keeps the error. So the difference is exactly the pull of the samples that are off, and costs nothing more to compute: the same two matrix products. On the right, near the star, both arrows agree: there the samples that matter are on.',
    },
    regulariser: {
      title: 'The relaxation is f plus a charge',
      question: 'What does the relaxation add?',
      sentence:
        'g adds yᵢ|aᵢ·w|/n to f for each sample that is off. The map shows its extra pull Δ(w) towards the star; its least value on a grid is {{pull.least}}: never away.',
      notes:
        'The right map no longer shows a loss but the extra pull: how much more a step on g moves towards the star than a step on f, to first order. Gold is much, white is none. With labels of the plant and without noise it is never negative; that is proved in two lines, since each sample that is off contributes its label times its error, and both are not negative. At the start it is {{left.pull@now}}. White lies where no positive sample is off: there f and g have the same gradient. In the words of the paper’s abstract, the relaxation is characterised “as a regularizer”. Drag the start into the white and into the gold and compare.',
    },
    blend: {
      title: 'How much of the charge is needed?',
      question: 'How much of the relaxation does it take?',
      sentence:
        'The right side descends on f plus {{blend|share}} of the charge. Is that enough to get off the edge of the dead zone?',
      after:
        'It arrived at step {{right.within}}. From this start {{blend.least|share}} is enough, with patience (measured); only the full relaxation is convex (proved).',
      notes:
        'The right side now descends on a mixture: f plus {{blend|share}} of the charge. Press Play: it too leaves the edge of the dead zone and arrives at step {{right.within}}, later than the full relaxation did. Open Layers and move the blend slider; the run bends at once. The least blend, in steps of one hundredth, from which on every larger one arrives from this start within ten thousand steps is {{blend.least}}: a little slope is enough, a small one is slow. Do not sell that number as a threshold: it was measured for one start. What is proved is that with positive labels the mixture is convex only at the full charge.',
    },
    basins: {
      title: 'Every start at once',
      question: 'How unlucky was our start?',
      sentence:
        'Colour tells where descent ends from there. From {{left.missed}} of the starts on a grid the left side never comes to the star; the right side comes there from {{right.basin}}.',
      notes:
        'Each cell is one whole run, coloured by its end. Left, the grey region ends at the edge of the dead zone: {{left.missed}} of a grid of starts within three units of the origin on either axis. Right there is one colour, {{right.basin}}. Most of these ends are certified and not guessed from a step limit: in the plane both losses are quadratics on sectors, so a run that has entered a safe region is known to stay. Click into the grey: that run is played. The share belongs to this data set and this window; another window has another share. One colour on the right is what convexity promises.',
    },
    trap: {
      title: 'Stuck without a dead zone',
      question: 'No dead zone here. Is the left side safe?',
      sentence:
        '{{n}} rows point every way, so at any w some sample is on: dead directions {{dead.share}}. Guess, then see where the left side comes to rest.',
      after:
        'The left side rests at the origin, {{left.distance}} from the star; from {{left.missed}} of the starts on a grid it never gets there. The right side arrived at step {{right.within}}.',
      notes:
        'Guess, then Play. The rows point in all directions, so there is no sector without an active sample. Still the left side creeps into the origin and rests there, {{left.distance}} from the star, with loss {{left.loss}}; so it does from {{left.missed}} of a grid of starts. In {{left.stuck}} of the directions around the origin the left loss does not fall at first order, and descent comes in along one of them. The right side arrives at step {{right.within}}. Point at the curves: the left gradient shrinks to nothing while its loss stays high. The lesson: the dead zone is the most visible trap, not the only one. What the right side has is convexity: every place where its gradient vanishes is a minimum.',
    },
    population: {
      title: 'Infinitely many samples: a round bowl',
      question: 'What does one step do in a round bowl?',
      sentence:
        'For infinitely many Gaussian samples g is exactly a quarter of the squared distance: its contours are circles. Where does one step with c = {{c}} land?',
      after:
        'On the star: distance {{right.distance@mark}} after one step. The left side, on its bent contours, is {{left.distance@mark}} away then and arrives at step {{left.within}}.',
      notes:
        'Take the mean over infinitely many Gaussian samples; both losses have closed forms, in any number of weights. The relaxation becomes a perfectly round bowl: its contours are circles around the star, and its gradient points straight at it. Press Play: with c = {{c}} one step lands on the star, at distance {{right.distance@mark}}; the left side, on its bent contours, is {{left.distance@mark}} away then and arrives at step {{left.within}}. Under gradient flow from the same start the right side is never farther from the star than the left (proved, for this case). With finitely many samples the bowl is only nearly round, and one step does not do. The next lecture asks how much of the story survives there.',
    },
  },
};
