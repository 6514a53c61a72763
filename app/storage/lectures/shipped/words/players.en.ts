import type { PLAYERS } from '../players.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof PLAYERS> = {
  title: 'Two players, one saddle',
  scenes: {
    spiral: {
      title: 'Out, round or in',
      question: 'Spiral out, cycle or arrive?',
      sentence:
        'The generator w descends and the discriminator d climbs, both at once. Only the right damps d. Will each side spiral out, spiral in, or cycle?',
      after:
        'At round {{step@mark}} the left is {{left.distance@mark}} away and the right {{right.distance@mark}}. In the long run a round multiplies that by {{left.factor}} and {{right.factor}} (proved).',
      end: 'Left: spirals out, {{left.distance@last}} away. Right: spirals in, {{right.distance@last}}.',
      notes: [
        'Say: One player lowers a number, the other raises the same number. The point where neither gains is a saddle.',
        'Ask: Both sides play the same game from the same start. Only the damping differs. Spiral out, spiral in, or cycle? Vote before anyone presses Play.',
        'Do: Press Play. The left starts at distance one, and at round {{step@mark}} it is {{left.distance@mark}} away.',
        'Say: Nobody had to play. A round is a matrix, and its spectral radius, {{left.factor}} and {{right.factor}}, tells the end before the first step.',
      ],
    },
    turns: {
      title: 'Taking turns',
      question: 'Does it help to take turns?',
      sentence:
        'Now d moves first and w answers with the new d. Nothing else has changed: no damping on the left, some on the right. What does the left do now?',
      after:
        'After {{step@mark}} rounds the left is {{left.distance@mark}} away, still on its ellipse (proved: factor {{left.factor}}). The right is {{right.distance@mark}} away.',
      end: 'It helps, but not enough: the left cycles, {{left.distance@last}} away.',
      moment: 'When the players take turns, the left goes round forever on one ellipse.',
      notes: [
        'Ask: The last left side spiralled out. What if the players take turns? Out, round or in?',
        'Do: Press Play. The left goes round, and its points draw one ellipse.',
        'Say: Taking turns keeps a quadratic form exactly. Its level line is the ellipse, so the game neither arrives nor leaves: it cycles forever.',
        'Say: Rotation is not divergence. A picture of fifty rounds could not tell a slow spiral from a cycle. The proof can.',
      ],
    },
    ahead: {
      title: 'Looking ahead',
      question: 'Can looking ahead replace damping?',
      sentence:
        'There is no damping at all. The right takes a trial round first and then steps with the gradients it finds there (extragradient). Is that enough to arrive?',
      after:
        'At round {{step@mark}} the right is {{right.distance@mark}} away, and every round multiplies that by {{right.factor}} (proved). The left is now {{left.distance@mark}} away.',
      end: 'Yes: the right comes in, {{right.distance@last}} away. The left goes out.',
      notes: [
        'Say: The left is the first scene again: no damping, both players at once.',
        'Ask: The right looks one round ahead and uses the gradients of that place. Can looking ahead replace damping?',
        'Do: Press Play. At round {{step@mark}} the right is {{right.distance@mark}} from the saddle, the left {{left.distance@mark}}.',
        'Say: The trial round costs a second evaluation of the gradients. Change {{control:axis}} to evaluations: it still wins.',
      ],
    },
    cone: {
      title: 'What a width cannot reach',
      question: 'Which direction can it never match?',
      sentence:
        'Now the generator has {{width}} columns on the left, {{width.right}} on the right. Its mean g can be any non-negative mix of them: the shaded cone. The star is the real mean. Who gets there?',
      after:
        'At round {{step@mark}} the left has mse {{left.loss@mark}}; no generator with these columns gets below {{left.floor}} (proved). The right has {{right.loss@mark}}.',
      end: 'The one that no column points to: mse never below {{left.floor}}.',
      notes: [
        'Say: The discriminator is linear, so it sees only the mean of the samples. The generator mixes its columns with weights that are never negative: the shaded cone.',
        'Ask: The star lies outside the cone on the left. Which direction could a discriminator choose that no such generator can match?',
        'Do: Press Play. The discriminator turns towards that direction.',
        'Say: The direction d* is a certificate: no column points its way, but the star does. So the mse never falls below {{left.floor}}, whatever the steps.',
        'Say: The game matches means and nothing else. The cloud of samples may look quite different from the data.',
      ],
    },
    signs: {
      title: 'The map of two weights',
      question: 'Same sign, or one of each?',
      sentence:
        'Two neurons, and the best discriminator for every pair of weights: a landscape. On the left both columns have one sign, on the right one of each. Where is the bottom?',
      after:
        'At round {{step@mark}} the left has mse {{left.loss@mark}}, just above its floor {{left.floor}} at the origin. The right has {{right.loss@mark}}, in a valley.',
      end: 'One of each: mse {{right.loss@last}}. Same sign: {{left.loss@last}}.',
      notes: [
        'Say: With two weights the whole landscape fits on a map. The real mean is negative.',
        'Ask: On the left both columns are positive. What is the best that two neurons can do?',
        'Do: Press Play. The left is drawn to the origin: silence is its best answer, and the floor {{left.floor}} is what remains.',
        'Say: On the right the columns have both signs. Two valleys of perfect answers open, and the game finds one.',
        'Do: Press G for two hundred starts and watch where they go.',
      ],
    },
    width: {
      title: 'Reachable is not reached',
      question: 'At which width does it work?',
      sentence:
        'A mean of {{mean.length}} numbers. How many columns does a random generator need so that the mean lies in its cone more than half the time? Guess before you play.',
      after:
        'Of random generators of width {{width}}, {{left.reachable}} can reach it (exact). This one can, yet at round {{step@mark}} its mse is {{left.loss@mark}}. Width {{width.right}}: {{right.loss@mark}}.',
      end: 'Width {{width.right}}: mse {{right.loss@last}}. Width {{width}}: {{left.loss@last}}.',
      notes: [
        'Ask: From which width on can a random generator reach a mean of {{mean.length}} numbers more than half the time? Most people say {{mean.length}}.',
        'Say: The exact answer is a coin: the chance of at least {{mean.length}} heads in as many throws as there are columns. It passes one half at twice as many columns as numbers.',
        'Do: Press Play. Width {{width}} can reach the mean here, and yet at round {{step@mark}} its mse is {{left.loss@mark}}.',
        'Say: Near the threshold few mixtures match the mean, and they can need large weights. So width buys existence first, and speed far beyond.',
      ],
    },
    brake: {
      title: 'Wide, with weak damping',
      question: 'Wide, but weakly damped: will it arrive?',
      sentence:
        'Both sides have {{width}} columns, more than enough. The left has a tenth of the right’s damping. Does width alone make the game arrive?',
      after:
        'At round {{step@mark}} the left has mse {{left.loss@mark}} and ησ² = {{left.push@mark}}, above its damping. The right has {{right.loss@mark}}.',
      end: 'No: the left’s mse has grown to {{left.loss@last}}. The right’s is {{right.loss@last}}.',
      notes: [
        'Ask: This generator can reach every mean. Only the damping is weak. Does it arrive?',
        'Do: Press Play and watch the curve of the left: it falls, and then it grows.',
        'Say: At a saddle what counts is ησ², the step times the largest squared singular value. If it is below the damping, nearby runs come in; if above, they leave (proved near a saddle).',
        'Say: Width buys that an answer exists. Whether the players find it is a matter of the dynamics.',
      ],
    },
  },
};
