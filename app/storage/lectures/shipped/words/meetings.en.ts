import type { MEETINGS } from '../meetings.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof MEETINGS> = {
  title: 'Many clients, few meetings',
  scenes: {
    alone: {
      title: 'Walking alone',
      question: 'Where does the left stop?',
      sentence:
        'A and B each have a minimum; together they seek that of their mean loss, the {{mark:star}}. Left: {{local}} steps alone, then they average. Right: they average after every step.',
      after:
        'At round {{step@mark}} the left is {{left.distance@mark}} from the minimum, and there it will stop (proved): alone, each client walks towards its own minimum. The right has reached the {{mark:star}}.',
      end: 'Left: stops {{left.bias|distance}} from the minimum. Right: at the minimum.',
      notes: [
        'Say: Two clients keep their data to themselves. Each knows only its own valley. The server sees nothing but where they end up.',
        'Ask: {{local}} local steps, then the average. Does that end at the best point for both, short of it, or elsewhere? Place a flag.',
        'Do: Press Play. The thin lines are the clients, the dot between their ends is the average.',
        'Say: The left stops, but not at the minimum of the mean loss. It reaches exactly the lowest point of another function, on which a round is one gradient step (proved).',
      ],
    },
    limit: {
      title: 'Ever longer walks',
      question: 'Closer to the minimum, or farther?',
      sentence:
        'The same clients now take {{local}} steps alone before they average. Will the left stop closer to the minimum, or farther away? And near which point?',
      after:
        'Farther: {{left.bias|distance}} from the minimum (proved). With ∞ steps it would stop midway between both clients’ minima: their curvatures no longer count (proved).',
      end: 'Left: stops {{left.bias|distance}} from the minimum. Right: at the minimum.',
      moment:
        'Clients that meet less often move faster, but the left stops at the wrong point; only the right is at the minimum.',
      notes: [
        'Ask: Five times as many local steps. Nearer or farther? Faster or slower? Place a flag. The curves show up to a fifth of the steps: how do they go on?',
        'Do: Press Play. It is faster: a round multiplies the slowest part by {{left.factor}}. And it is farther off.',
        'Say: After many local steps each client sits at its own minimum, however steep or flat its valley is. So the average forgets the curvatures.',
        'Do: Turn {{control:local}}, or click the ticks on the thin line: each is the stopping point for one local step, two, five, twenty, a hundred.',
      ],
    },
    agree: {
      title: 'Clients that agree',
      question: 'Will the left miss it again?',
      sentence:
        'Now one point, the {{mark:star}}, is best for both clients. The left again takes {{local}} steps alone before they average. Will it stop short of the {{mark:star}}?',
      after:
        'No: at round {{step@mark}} the left is {{left.distance@mark}} from the minimum, the right {{right.distance@mark}}. Where clients agree, no number of local steps makes a bias (proved).',
      end: 'Both are at the minimum. The left got there first.',
      notes: [
        'Say: Each client has a whole line of best points. The two lines cross at the star.',
        'Ask: The same recipe as before. What does it cost this time?',
        'Do: Press Play. The left is {{left.distance@mark}} from the minimum after {{step@mark}} rounds, the right {{right.distance@mark}}.',
        'Say: Models with enough parameters can fit everybody’s data at once. Then the clients agree, and local steps cost no bias.',
      ],
    },
    cause: {
      title: 'What causes the bias?',
      question: 'Is it enough that the minima differ?',
      sentence:
        'Both sides have the same mean loss and take {{local}} steps alone. On the right both valleys have one curvature, but not one minimum. Which side misses the {{mark:star}}?',
      after:
        'The left will stop {{left.bias|distance}} from the minimum; the right will reach it (proved). There is a bias only if both the minima and the curvatures differ (proved).',
      end: 'Left: stops {{left.bias|distance}} from the minimum. Right: at the minimum.',
      notes: [
        'Say: The clients on the right still want different things. Only the shapes of their valleys are alike.',
        'Ask: Which side is biased? The left, the right, both or neither?',
        'Do: Press Play and wait for both sides to stop.',
        'Say: In the last scene the curvatures differed and the clients agreed. Here, on the right, they disagree and the curvatures are equal. Neither has a bias.',
      ],
    },
    curve: {
      title: 'A network and its linearisation',
      question: 'Do the two stay together?',
      sentence:
        'A network of {{width}} neurons learns a curve; each of {{clients}} clients has one arc of it. The right is the network linearised: its output is linear in the weights.',
      after:
        'Yes: at round {{step@mark}} the losses are {{left.loss@mark|distance}} and {{right.loss@mark|distance}}, and the errors of the two sides have never been more than {{gap.largest@mark|distance}} apart.',
      end: 'Yes: their errors were never more than {{gap.largest@last|distance}} apart.',
      notes: [
        'Say: The thin curves are the clients’ models just before they meet. Each has walked towards the samples of its own arc.',
        'Say: Linearised: the straight line in the weights that touches the network at the start. Learning is then a convex problem.',
        'Ask: Which side learns faster, the network or its linearisation?',
        'Do: Press Play and watch the thin curves draw together.',
        'Say: The rate of the right side is proved: each round multiplies its slowest part by {{right.factor}}, between {{band.low}} and {{band.high}} (proved).',
      ],
    },
    dealt: {
      title: 'Sorted or shuffled',
      question: 'Was it a handicap to know one arc only?',
      sentence:
        'The same samples, start and step, but shuffled: now every client has samples from everywhere. Will that be faster than one arc each, and for how long?',
      after:
        'At round {{step@mark}} the network’s loss is {{left.loss@mark|distance}}; with one arc each it was {{otherdeal.loss@mark|distance}}. Shuffled data is faster early on. And later?',
      end: 'Later it hardly matters: loss {{left.loss@last|distance}}; one arc each: {{otherdeal.loss@last|distance}}.',
      notes: [
        'Ask: In the last scene each client knew one arc. Was that network slower than with shuffled data? Did it end worse?',
        'Do: Press Play. At the bookmark compare the losses, then play on: the lead melts.',
        'Say: The clients of a wide linearised network agree: its kernel has full rank, so there is no bias for any split (proved for the right side). Sorted data is slower in early rounds (measured).',
        'Do: Change {{control:split}} back to arcs to see both again. The step length stays.',
      ],
    },
    narrow: {
      title: 'A narrow network',
      question: 'Is the convex side always better?',
      sentence:
        'Only {{width}} neurons. The right, linear in the weights, is a convex problem with a proved rate; the left is not. Which has the lower loss after {{step@mark}} rounds?',
      after:
        'No: the network has loss {{left.loss@mark|distance}} against {{right.loss@mark|distance}}. {{flipped@mark}} of its neurons, over all samples, have switched on or off, which the right cannot do.',
      end: 'No: the network is ahead, though its rate is not proved.',
      notes: [
        'Ask: The side with the proof, or the side without? Vote.',
        'Do: Press Play. Watch the gap between the sides grow, and the share of neurons that have switched.',
        'Say: A sixteen-neuron network moves far enough to change which neurons are active where. Its linearisation cannot do that.',
        'Say: A certificate says how fast the linearisation is. It does not say that the network is slower.',
      ],
    },
    square: {
      title: 'A square wave',
      question: 'Does switching neurons always help?',
      sentence:
        'Now {{clients}} clients, {{width}} neurons, and labels that jump between plus and minus one. Will it help the left again that its neurons switch?',
      after:
        'No: at round {{step@mark}} the network has loss {{left.loss@mark|distance}}, its linearisation {{right.loss@mark|distance}}. Its neurons have switched here, too, and this time it does not help.',
      end: 'No: here the network is the slower one.',
      notes: [
        'Ask: Last time the network gained by switching neurons on and off. Once more?',
        'Do: Press Play. Both sides start together, and then they part: neurons switch on the left, and this time it does not help.',
        'Say: Neither side always wins. What is proved is proved for the linearisation; the rest is measured.',
        'Do: Open {{control:ensemble}} and let many seeds decide.',
      ],
    },
  },
};
