import type { PLAYERS } from '../players.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof PLAYERS> = {
  title: 'Two players, one saddle',
  scenes: {
    spiral: {
      title: 'Out, round or in',
      question: 'Spiral out, spiral in, or cycle?',
      sentence:
        'The generator w lowers a number L while the discriminator d raises it. On the right, damping brings d back to zero. Where does each side go?',
      after:
        'At round {{step@mark}} the left is {{left.distance@mark}} from the {{mark:saddle}}, the right {{right.distance@mark}}. A round multiplies that by {{left.factor}} and, in the long run, by {{right.factor}} (proved).',
      end: 'Left: spirals out, {{left.distance@last}} away. Right: reached the {{mark:saddle}}.',
      notes: [
        'Say: One player lowers a number, the other raises the same number. The point where neither gains is a saddle. On each dashed line one player feels no slope.',
        'Ask: Both sides play the same game from the same start. Only the damping differs. Spiral out, spiral in, or cycle? Vote before anyone presses Play.',
        'Do: Press Play. The left starts at distance one, and at round {{step@mark}} it is {{left.distance@mark}} away. Press Play again: it leaves the map.',
        'Say: Nobody had to play. A round is a matrix, and its spectral radius, {{left.factor}} and {{right.factor}}, tells the end before the first step.',
      ],
    },
    turns: {
      title: 'Taking turns',
      question: 'Does it help to take turns?',
      sentence:
        'Now d moves first, and w answers the new d. As before, only the right damps d. Does the left still spiral out?',
      after:
        'After {{step@mark}} rounds the left is {{left.distance@mark}} from the {{mark:saddle}}, still on the {{mark:ellipse}} through its start: it cycles forever (proved). The right has reached the {{mark:saddle}}.',
      end: 'Left: cycles forever, {{left.distance@last}} away. Right: reached the {{mark:saddle}}.',
      notes: [
        'Ask: The last left side spiralled out. What if the players take turns? Out, round or in?',
        'Do: Press Play. The left goes round, and its points draw one ellipse.',
        'Say: Taking turns keeps a quadratic form exactly. Its level line is the ellipse, so the game neither arrives nor leaves: it circles forever. The factor of a round is {{left.factor}}.',
        'Say: Rotation is not divergence. A picture of fifty rounds could not tell a slow spiral from a cycle. The proof can.',
      ],
    },
    ahead: {
      title: 'Looking ahead',
      question: 'Can looking ahead replace damping?',
      sentence:
        'There is no damping at all. The right takes a trial round first and then steps with the gradients it finds there (extragradient). Is that enough to arrive?',
      after:
        'Yes: at round {{step@mark}} the right is {{right.distance@mark}} from the {{mark:saddle}}, and every round multiplies that by {{right.factor}} (proved). The left is {{left.distance@mark}} away.',
      end: 'Yes: the right is {{right.distance@last}} away and coming in. The left: {{left.distance@last}}.',
      notes: [
        'Say: The left is the first scene again: no damping, both players at once.',
        'Ask: The right looks one round ahead and uses the gradients of that place. Can looking ahead replace damping?',
        'Do: Press Play. At round {{step@mark}} the right is {{right.distance@mark}} from the saddle, the left {{left.distance@mark}}.',
        'Say: The trial round costs a second evaluation of the gradients. Even for the same work it wins: at round {{step@25}} the right is {{right.distance@25}} away.',
      ],
    },
    cone: {
      title: 'What a width cannot reach',
      question: 'How close can three columns get?',
      sentence:
        'A generator mixes its {{mark:column|columns, the arrows,}} with weights that are never negative: its mean g stays in the shaded cone. The {{mark:star}} is the real mean x. How close does g get?',
      after:
        'At round {{step@mark}} the left’s squared distance (mse) is {{left.loss@mark|distance}}, never below {{left.floor|distance}} (proved): the dashed line keeps its columns from the {{mark:star}}. The right’s is {{right.loss@mark|distance}}.',
      end: 'Left: never below mse {{left.floor|distance}} (proved). Right: reached the mean.',
      notes: [
        'Say: The discriminator is linear, so it sees only the mean of the samples. The generator mixes its columns with weights that are never negative: the shaded cone. The right has {{width.right}} columns.',
        'Ask: The star lies outside the cone on the left. Where is the nearest point of the cone, and in which direction from there?',
        'Do: Press Play. The discriminator d turns towards that direction, d*.',
        'Say: The direction d* is a certificate: no column points its way, but the star does. So the mse never falls below {{left.floor}}, whatever the steps.',
        'Say: The game matches means and nothing else. The cloud of samples may look quite different from the data.',
      ],
    },
    signs: {
      title: 'The map of two weights',
      question: 'How close can two columns get?',
      sentence:
        'Left: the mean g is half of |w₁| + |w₂|. Right: half of |w₁| − |w₂|. The real mean is {{mean}}. How low is each bottom in mse, the squared distance?',
      after:
        'At round {{step@mark}} the left has mse {{left.loss@mark|distance}}: its g is never negative, so its {{mark:floor}} is {{left.floor|distance}}, at the origin (proved). The right has {{right.loss@mark|distance}}, in a valley.',
      end: 'Left: mse never below {{left.floor|distance}} (proved). Right: a valley, and its mse goes to zero.',
      notes: [
        'Say: With two weights the whole landscape fits on a map: half the mse, which is the value of the game against the best discriminator. The real mean is {{mean}}.',
        'Ask: On the left both columns are positive. What is the best that two neurons can do?',
        'Do: Press Play. The left is drawn to the origin: silence is its best answer, and the floor {{left.floor}} is what remains.',
        'Say: On the right the columns have both signs. Two valleys of perfect answers open, and the game finds one.',
        'Do: Press G for two hundred starts and watch where they go.',
      ],
    },
    width: {
      title: 'Reachable is not reached',
      question: 'How many columns for five numbers?',
      sentence:
        'The real mean has {{mean.length}} numbers. How many random columns does a generator need so that it can match it more than half the time? Guess before you play.',
      after:
        'From {{width.half}} columns on, {{width.halfShare}} or more of random generators can match it (exact). With {{width}}, {{left.reachable}} can. The left can, but still has mse {{left.loss@mark|distance}} at round {{step@mark}}.',
      end: '{{width.half}} columns. With {{width}} this one can, but slowly. Right: reached the mean.',
      notes: [
        'Ask: From which width on can a random generator reach a mean of {{mean.length}} numbers more than half the time? Most people say {{mean.length}}.',
        'Say: The exact answer is a coin: the chance of at least {{mean.length}} heads in as many throws as there are columns. It passes one half at twice as many columns as numbers: {{width.half}}.',
        'Do: Press Play. Width {{width}} can reach the mean here, and yet at round {{step@mark}} its mse is {{left.loss@mark|distance}}. Width {{width.right}} got there long ago; its curve leaves the chart at the bottom.',
        'Say: Near the threshold few mixtures match the mean, and they can need large weights. So width buys existence first, and speed far beyond.',
      ],
    },
    brake: {
      title: 'Wide, with weak damping',
      question: 'Wide, but weakly damped: will it arrive?',
      sentence:
        'Both sides have {{width}} columns, more than enough. The left has a tenth of the right’s damping. Does width alone make the game arrive?',
      after:
        'At round {{step@mark}} the left’s mse has grown to {{left.loss@mark|distance}}: the push of its steps, {{left.push@mark|distance}}, is stronger than its damping. The right has reached the mean.',
      end: 'No: the left has gone far away. Right: reached the mean.',
      moment: 'Width makes an answer possible; damping decides whether the players find it.',
      notes: [
        'Ask: This generator can reach every mean. Only the damping is weak. Does it arrive?',
        'Do: Press Play and watch the curve of the left: it falls, and then it grows.',
        'Say: The push is ησ², the step η times the square of the largest singular value σ of the generator’s derivative. Near a saddle, below the damping nearby runs come in; above, they leave (proved).',
        'Say: Width buys that an answer exists. Whether the players find it is a matter of the dynamics.',
      ],
    },
  },
};
