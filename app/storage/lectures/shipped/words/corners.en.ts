import type { CORNERS } from '../corners.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof CORNERS> = {
  title: 'Exact is not easy',
  scenes: {
    round: {
      title: 'Relax, then round',
      question: 'Which permutation does each side find?',
      sentence:
        'Three ways to match the nodes of graph A with those of B. The left finds their cheapest mixture and rounds it. The right adds λ times a penalty on mixtures.',
      after:
        'The right has stopped at the permutation of cost {{right.rounded@mark}}, the best of three. The left still moves: the permutation nearest to its mixture costs {{left.rounded@mark}} now.',
      end: 'Left: rounds to cost {{left.rounded}}. Right: on the best permutation, {{best.cost}}.',
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
        'The same graphs and penalty, now from the centre. The right map is lowest at the best permutation. Will the right get there? (L is the cost’s largest curvature.)',
      after:
        'The right is between two corners: no permutation. λ is {{share.lambda}} L. The best corner holds a descent above {{share.best}} L, the other two only above {{share.others}} L or more.',
      end: 'Left: rounds to cost {{left.rounded}}. Right: between two corners.',
      notes: [
        'Say: The lowest point of the right is the best permutation, at this strength already. That is what exact means.',
        'Ask: Does every start find it? Place a flag.',
        'Do: Press Play, then click elsewhere on the right map: some starts find the best corner, others wait on an edge.',
        'Say: Exact speaks of the lowest point. It does not speak of where descent stops.',
      ],
    },
    traps: {
      title: 'More penalty, more traps',
      question: 'Is more penalty better?',
      sentence:
        'Now the penalty is five times as strong. Nearly every start ends at a permutation. At which one?',
      after:
        'The right has stopped at a permutation of cost {{right.rounded@mark}}; the best costs {{best.cost}}. Every corner holds a descent now, and {{held.worse}} are traps. Of {{tally.starts}} starts, {{tally.right}} end at the best one.',
      end: 'Left: rounds to cost {{left.rounded}}. Right: on a permutation that is not the best.',
      moment:
        'A stronger penalty holds a descent at every corner: the right stopped at a permutation that is not the best.',
      notes: [
        'Ask: A stronger penalty, surely a better answer? Place a flag.',
        'Do: Press Play. The right is at a corner at once. Then turn {{control:lambda}} down and up: the corners light up one by one.',
        'Say: The first corner holds a descent above {{share.least}} L, the last above {{share.most}} L (proved). From there on the start decides, not the cost alone.',
        'Do: In the menu of the third picture choose many starts, and count.',
      ],
    },
    ramp: {
      title: 'What if we go slowly?',
      question: 'Does patience help?',
      sentence:
        'The penalty now grows from nothing over two hundred steps, and each step goes downhill on the landscape of that moment. Does the right find the best corner this time?',
      after:
        'At step {{step@mark}} the right is at the permutation of cost {{right.rounded@mark}}, the one that the left rounds to. A slow ramp begins as the relaxation and inherits its mistake.',
      end: 'Left: rounds to cost {{left.rounded}}. Right: on the same permutation.',
      notes: [
        'Say: This is annealing. We begin with the easy problem and turn it into the hard one, slowly.',
        'Ask: Does it find the best corner? Place a flag.',
        'Do: Press Play, and watch the landscape change beneath the point.',
        'Say: With no penalty the lowest point is the relaxation’s. From there the path leads to the corner that rounding would have given.',
      ],
    },
    copy: {
      title: 'When the convex side wins',
      question: 'Which side finds the renaming?',
      sentence:
        'Graph B is A with its nodes renamed, so one permutation costs nothing. Both sides start near another one. Which side gets there?',
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
      question: 'And with unrelated graphs?',
      sentence:
        'Two unrelated graphs of {{nodes}} nodes, {{permutations}} permutations. The left relaxes and rounds; on the right the penalty grows slowly. Who wins?',
      after:
        'The left rounds to a cost of {{left.rounded@mark}}, the right is at {{right.rounded@mark}} at step {{step@mark}}. The best costs {{best.cost}} (proved by listing all {{permutations}}).',
      end: 'Left: rounds to cost {{left.rounded}}. Right: on the best permutation, {{best.cost}}.',
      notes: [
        'Ask: In the fourth scene the ramp was as wrong as the relaxation. What do you expect here?',
        'Do: Press Play. Then turn {{control:ramp}} to zero and play again: at once, it stops elsewhere.',
        'Say: Restarts help the penalty, since its end depends on the start. They hardly help the relaxation (measured).',
        'Do: Open {{control:ensemble}} and let many graphs decide: the distribution of problems says who wins.',
      ],
    },
  },
};
