import type { MEETINGS } from '../meetings.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof MEETINGS> = {
  title: 'Many clients, few meetings',
  scenes: {
    alone: {
      title: 'Walking alone',
      question: 'Nearer to the best, or farther?',
      sentence:
        'Two clients, a valley each. On the left both take {{local}} local steps before they average; on the right they average after every local step. Where does the left stop?',
      after:
        'At round {{step@mark}} the left is {{left.distance@mark}} from the minimum and will stop {{left.bias}} from it (proved). The right is {{right.distance@mark}} away.',
      end: 'Left: stops {{left.bias}} from the minimum. Right: at the minimum.',
      notes: [
        'Say: Two clients keep their data to themselves. Each knows only its own valley. The server sees nothing but where they end up.',
        'Ask: {{local}} local steps, then the average. Does that end at the best point for both, short of it, or elsewhere? Place a flag.',
        'Do: Press Play. The thin lines are the clients, the dot between their ends is the average.',
        'Say: The left stops, but not at the minimum. It reaches exactly the lowest point of another function, the one drawn in colour.',
      ],
    },
    limit: {
      title: 'Ever longer walks',
      question: 'Where does it end now?',
      sentence:
        'The same two clients, but now each walks {{local}} local steps before they meet. Will the left stop closer to the minimum, or farther away? And near which point?',
      after:
        'The left stops {{left.bias}} from the minimum (proved). With endless local steps it would stop at the plain mean of both clients’ minima: curvature no longer counts (proved).',
      end: 'Left: stops {{left.bias}} from the minimum. Right: at the minimum.',
      moment:
        'Clients that meet less often move faster, but the left stops at the wrong point; only the right is at the minimum.',
      notes: [
        'Ask: Five times as many local steps. Nearer or farther? Faster or slower? Place a flag.',
        'Do: Press Play. It is faster: a round multiplies the slowest part by {{left.factor}}. And it is farther off.',
        'Say: After many local steps each client sits at its own minimum, however steep or flat its valley is. So the average forgets the curvatures.',
        'Do: Turn {{control:local}}, or click the ticks on the thin line: each is the stopping point for one local step, two, five, twenty, a hundred.',
      ],
    },
    agree: {
      title: 'Clients that agree',
      question: 'Is speed always paid for?',
      sentence:
        'Now one point is best for both clients. The left again walks {{local}} local steps. Is there a price to pay for the speed?',
      after:
        'At round {{step@mark}} the loss of the left is {{left.loss@mark}}, that of the right {{right.loss@mark}}. Where clients agree there is no bias, for any number of local steps (proved).',
      end: 'Both are at the minimum. The left got there first.',
      notes: [
        'Say: Each client has a whole line of best points. The two lines cross.',
        'Ask: The same recipe as before. What does it cost this time?',
        'Do: Press Play. The left is at {{left.loss@mark}} after {{step@mark}} rounds, the right at {{right.loss@mark}}.',
        'Say: Models with enough parameters can fit everybody’s data at once. Then the clients agree, and local steps cost no bias.',
      ],
    },
    cause: {
      title: 'What causes the bias?',
      question: 'Is it enough that the minima differ?',
      sentence:
        'Both sides have the same mean loss and walk {{local}} local steps. On the right all clients share one curvature, but not their minima. Which side misses the best point?',
      after:
        'The left will stop {{left.bias}} from the minimum; the right will reach it: at round {{step@mark}} it is {{right.distance@mark}} away. A bias takes both: other minima and other curvatures (proved).',
      end: 'Left: stops {{left.bias}} from the minimum. Right: at the minimum.',
      notes: [
        'Say: The clients on the right still want different things. Only the shapes of their valleys are alike.',
        'Ask: Which side is biased? The left, the right, both or neither?',
        'Do: Press Play and wait for both sides to stop.',
        'Say: In the last scene the curvatures differed and the clients agreed. Here, on the right, they disagree and the curvatures are equal. Neither has a bias.',
      ],
    },
    curve: {
      title: 'A network and its tangent',
      question: 'What do clients see of a curve?',
      sentence:
        'A network of {{width}} neurons learns a curve on the circle; each of {{clients}} clients has one arc. The right is the same network, frozen to its tangent. Do they stay together?',
      after:
        'At round {{step@mark}} the losses are {{left.loss@mark}} and {{right.loss@mark}}; the residuals of both sides have never been more than {{gap.largest@mark}} apart.',
      end: 'Both fit every sample.',
      notes: [
        'Say: The thin curves are the clients’ models just before they meet. Each has walked towards the samples of its own arc.',
        'Ask: Which side learns faster, the network or the tangent?',
        'Do: Press Play and watch the thin curves draw together.',
        'Say: The rate of the right side is proved: each round multiplies its slowest part by {{right.factor}}, between {{band.low}} and {{band.high}} (proved).',
      ],
    },
    dealt: {
      title: 'Sorted or shuffled',
      question: 'Does sorted data spoil the end?',
      sentence:
        'The {{clients}} clients have one arc each: no two know the same part of the curve. Will that spoil the end, against data that is shuffled among them?',
      after:
        'After {{step@mark}} rounds the network’s loss is {{left.loss@mark}}. With shuffled data and the same step length it would be {{otherdeal.loss@mark}}. Early on, sorted data is slower.',
      end: 'Both fit every sample: sorted data has not spoiled the end.',
      notes: [
        'Ask: One arc for each client. Will this network end worse than one with shuffled data? Later? Not at all?',
        'Do: Press Play. Then change {{control:split}} to shuffled, and play again. The step length is the same.',
        'Say: The clients of a wide tangent agree: its kernel has full rank, so there is no bias for any split (proved for the right side). Early rounds are slower here (measured).',
        'Say: At the same multiple of the largest step the shuffled run looks faster still. That is because its step is longer, not because of the split.',
      ],
    },
    narrow: {
      title: 'A narrow network',
      question: 'Is the convex side always better?',
      sentence:
        'Only {{width}} neurons. The right is a convex problem with a proved rate, the left is not. Which has the lower loss after a hundred rounds?',
      after:
        'At round {{step@mark}} the network has {{left.loss@mark}} and its tangent {{right.loss@mark}}. The network wins by leaving its tangent: {{flipped@mark}} of all signs have changed.',
      end: 'No: at round {{step@last}} the network has {{left.loss@last}}, its tangent {{right.loss@last}}.',
      notes: [
        'Ask: The side with the proof, or the side without? Vote.',
        'Do: Press Play. Watch the gap between the sides grow, and the share of signs that have changed.',
        'Say: A sixteen-neuron network moves far enough to change which neurons are active where. Its tangent cannot do that.',
        'Say: A certificate says how fast the tangent is. It does not say that the network is slower.',
      ],
    },
    square: {
      title: 'A square wave',
      question: 'Does leaving the tangent always help?',
      sentence:
        'Now {{clients}} clients, {{width}} neurons, and labels that jump between plus and minus one. Does the network win again?',
      after:
        'At round {{step@mark}} the network has {{left.loss@mark}}, its tangent {{right.loss@mark}}. This time the network is the slower one.',
      end: 'Both fit every sample: the network too, but later.',
      notes: [
        'Ask: Last time the network gained by leaving its tangent. Once more?',
        'Do: Press Play. Both sides start together, and then they part: signs change on the left, and this time it does not help.',
        'Say: Neither side always wins. What is proved is proved for the tangent; the rest is measured.',
        'Do: Open {{control:ensemble}} and let many seeds decide.',
      ],
    },
  },
};
