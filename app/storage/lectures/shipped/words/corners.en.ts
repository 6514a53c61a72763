import type { CORNERS } from '../corners.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof CORNERS> = {
  title: 'Exact is not easy',
  scenes: {
    round: {
      title: 'Relax, then round',
      question: 'Where does each side end?',
      sentence:
        'Which of three permutations costs least? The left takes the cheapest mixture of them and rounds it. The right penalises mixtures. Both start at the same one.',
      after:
        'The right has stopped at a permutation of cost {{right.rounded@mark}} after {{step@mark}} steps, the best of all three. The left still moves: now a cost of {{left.rounded@mark}} is nearest.',
      end: 'Left: rounds to {{left.rounded}}. Right: on the best permutation, {{best.cost}}.',
      notes: [
        'Say: Each corner is one way to match three things with three others. A point inside is a mixture of the three.',
        'Ask: Where does the left end, where the right? Place a flag.',
        'Do: Press Play. The left finds the lowest mixture (proved). The dashed line is its rounding.',
        'Say: The lowest mixture holds nothing at all of the best permutation. No permutation costs less than {{left.bound}}; rounding gave {{left.rounded}}.',
      ],
    },
    between: {
      title: 'The same penalty, another start',
      question: 'Does the penalty end at a corner?',
      sentence:
        'The same problem and the same penalty, now from the centre. Its lowest point is the best permutation. Will the right get there?',
      after:
        'The right is between two corners: no permutation. Its penalty, {{lambda.absolute}}, is strong enough to hold the best corner (above {{threshold.best}}), but not the one nearest to it.',
      end: 'Left: rounds to {{left.rounded}}. Right: between two corners.',
      notes: [
        'Say: The lowest point of the right is the best permutation, at this strength already. That is what exact means.',
        'Ask: Does every start find it? Place a flag.',
        'Do: Press Play, then click elsewhere on the right map: some starts find the best corner, others wait on an edge.',
        'Say: Exact speaks of the lowest point. It does not speak of where descent stops.',
      ],
    },
    traps: {
      title: 'Every corner becomes a trap',
      question: 'Is more penalty better?',
      sentence:
        'Now the penalty is five times as strong. Nearly every start ends at a permutation. At which one?',
      after:
        'The right has stopped at a permutation of cost {{right.rounded@mark}}; the best costs {{best.cost}}. All {{traps}} corners are traps now. Of {{tally.starts}} starts, {{tally.right}} end at the best one.',
      end: 'Left: rounds to {{left.rounded}}. Right: on a permutation that is not the best.',
      moment:
        'A stronger penalty makes every corner a trap: the right stopped at a permutation that is not the best.',
      notes: [
        'Ask: A stronger penalty, surely a better answer? Place a flag.',
        'Do: Press Play. The right is at a corner at once. Then turn {{control:lambda}} down and up: the corners light up one by one.',
        'Say: The first corner is a trap above {{threshold.least}}, the last above {{threshold.most}} (proved). From there on the start decides, not the cost alone.',
        'Do: Count many starts below the third picture.',
      ],
    },
    ramp: {
      title: 'What if we go slowly?',
      question: 'Does patience help?',
      sentence:
        'The penalty now grows from nothing over two hundred steps, and each step goes downhill on the landscape of that moment. Does the right find the best corner this time?',
      after:
        'At step {{step@mark}} the right is at cost {{right.rounded@mark}}, where the left rounds to: {{left.rounded@mark}}. A slow ramp starts out as the relaxation and inherits its mistake.',
      end: 'Left: rounds to {{left.rounded}}. Right: on the same permutation.',
      notes: [
        'Say: This is annealing. We begin with the easy problem and turn it into the hard one, slowly.',
        'Ask: Does it find the best corner? Place a flag.',
        'Do: Press Play, and watch the landscape change beneath the point.',
        'Say: With no penalty the lowest point is the relaxation’s. From there the path leads to the corner that rounding would have given.',
      ],
    },
    copy: {
      title: 'When the convex side wins',
      question: 'Now which side?',
      sentence:
        'The second graph is the first one with its nodes renamed, so some permutation costs nothing. Which side finds it?',
      after:
        'The right stopped at a permutation of cost {{right.rounded@mark}} after {{step@mark}} steps. The left goes on to cost {{best.cost}}: here the relaxation’s lowest point is the best permutation.',
      end: 'Left: at the best permutation. Right: on a permutation that is not the best.',
      notes: [
        'Say: Somebody renamed the nodes of a graph. Can we find their old names again?',
        'Ask: Left or right? Place a flag.',
        'Do: Press Play, and let it run on after the bookmark, for the left takes its time.',
        'Say: In the first scene the convex side was wrong. Here it is right, from every start. Neither side always wins.',
      ],
    },
    tie: {
      title: 'Nothing to round',
      question: 'What if nothing is nearest?',
      sentence:
        'Two small graphs of {{nodes}} nodes, each with many symmetries. What can a relaxation say where several permutations are equally good?',
      after:
        'At step {{step@mark}} the left is equally near to permutations of different costs: a tie, which no rounding can decide. The best cost is {{best.cost}}; {{best.count}} of {{permutations}} have it.',
      end: 'Left: a tie. Right: on the best permutation, {{best.cost}}.',
      notes: [
        'Say: The table shows the mixture: how much of row i goes to column j. The outlined cells are the nearest permutation.',
        'Ask: What will the left say about two graphs with so many symmetries?',
        'Do: Press Play. The left finds an average. Many permutations are equally near to it.',
        'Say: Software breaks such ties by accident, and then reports it as a result. We show a tie.',
      ],
    },
    slowly: {
      title: 'When the ramp wins',
      question: 'And with more nodes?',
      sentence:
        'Two unrelated graphs of {{nodes}} nodes, {{permutations}} permutations. The left relaxes and rounds; on the right the penalty grows slowly. Who wins?',
      after:
        'The left rounds to a cost of {{left.rounded@mark}}, the right is at {{right.rounded@mark}} at step {{step@mark}}. The best costs {{best.cost}} (proved by listing all {{permutations}}).',
      end: 'Left: rounds to {{left.rounded}}. Right: on the best permutation, {{best.cost}}.',
      notes: [
        'Ask: In the fourth scene the ramp was as wrong as the relaxation. What do you expect here?',
        'Do: Press Play. Then turn {{control:ramp}} to zero and play again: at once, it stops elsewhere.',
        'Say: Restarts help the penalty, since its end depends on the start. They hardly help the relaxation (measured).',
        'Do: Open {{control:ensemble}} and let many graphs decide: the distribution of problems says who wins.',
      ],
    },
  },
};
