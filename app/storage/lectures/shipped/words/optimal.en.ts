import type { OPTIMAL } from '../optimal.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof OPTIMAL> = {
  title: 'How do you know it is optimal?',
  scenes: {
    descent: {
      title: 'The curve is flat. Are we done?',
      question: 'When is a network good enough?',
      sentence:
        '{{m}} neurons learn from a teacher with {{teacher}}. Watch only the orange line in the highlighted plot of F: when would you stop?',
      after:
        'After {{step@mark}} steps F is flat at {{left.loss@mark}}. Is that the best possible, and how would you know?',
      end: 'Descent stopped at step {{left.end}} with F = {{left.loss}}. Is that the best?',
      notes: [
        'Say: Two layers now: {{m}} hidden neurons, as many as the teacher that made the labels has. Gradient descent on squared error plus a penalty on the weights.',
        'Do: Press Play. Let the audience look only at the highlighted plot of F, at the orange line. It drops and then stays flat at {{left.loss@mark}}.',
        'Ask: Stop, or go on? Everyone has stopped a training run at a curve like this.',
        'Say: A flat curve shows that the gradient is small, not that the value is good. A better network may sit in another valley.',
        'Say: What we need is a number that no network can go below. The rest of the lecture builds one.',
      ],
    },
    patterns: {
      title: 'A neuron is known by the company it keeps',
      question: 'How many different neurons are there?',
      sentence:
        'Each line is where one sample switches on or off. Count the sectors between the lines, then Play: what changes along the path?',
      end: '{{n}} samples, {{patterns}} sectors. Within each the ReLU is linear.',
      notes: [
        'Say: Back to one neuron with two weights, and only {{n}} samples. Each sample draws one line through the origin: on one side it is on, on the other it is off.',
        'Ask: How many sectors? The lines cut the plane into {{patterns}}, twice the number of samples.',
        'Do: Drag the start from sector to sector. Inside a sector nothing switches, and the neuron is a linear function of its weights.',
        'Say: So the awkward part of a ReLU network, which samples are on, is a choice from a finite list. With d weights the list grows like n to the power d minus one; there the last scene has to stop.',
      ],
    },
    program: {
      title: 'One block for each pattern',
      question: 'What if every pattern gets its own neuron?',
      sentence:
        'With the patterns fixed, fitting is convex: least squares with a penalty on norms, one block for each of {{patterns}} patterns. Each step on the right is a round.',
      after:
        'After {{step@mark}} rounds F = {{optimum}} with {{program.neurons}} neurons; all other blocks are zero. Descent, after as many steps: {{left.loss@mark}}.',
      end: 'Program: F = {{optimum}}, optimal. Descent: stopped at F = {{left.loss}}.',
      notes: [
        'Say: Give each of the {{patterns}} patterns one linear block that must stay in its own sector, with a penalty of β times its length. That is a convex problem (Pilanci and Ergen).',
        'Say: Its value is exactly the best F of any network, once the network is wide enough.',
        'Do: Play slowly. Each step on the right is a round: it finds where the dashed curve leaves the band, adds neurons there and solves again.',
        'Say: After {{step@mark}} rounds it is done: {{program.neurons}} neurons, drawn as bars on the circle. Compare F: {{optimum}} against {{left.loss@mark}}.',
        'Say: The left side is not slow. It is already in the wrong valley.',
      ],
    },
    dual: {
      title: 'What the residual says in every direction',
      question: 'Where would one more neuron help?',
      sentence:
        'Each angle is the direction of a possible neuron; the curve is the residual seen from there. Where it leaves the grey band ±β, one more neuron pays off.',
      after:
        'The program’s curve stays within ±β and touches it at {{program.touches}} angles: no new neuron pays off. Descent’s curve still reaches {{left.dual@mark}} β.',
      end: 'Program: optimal, inside the band. Descent: stopped, its curve at {{left.dual}} β.',
      notes: [
        'Say: Walk around the circle. Each angle is the direction of a possible neuron; the height says how well it lines up with the residual.',
        'Ask: Where would one more neuron help? Above β a tiny neuron gains more than its penalty costs.',
        'Do: Play on. The dashed curve comes to stay within the band and touches its edge at {{program.touches}} angles.',
        'Say: Optimal networks have neurons only there. This one has {{program.neurons}}; others may differ, because the optimum is not unique.',
        'Say: Descent’s curve reaches {{left.dual@mark}} β (the drawing compresses what is far outside). None of its neurons points there, and a gradient moves only the neurons that exist.',
      ],
    },
    certificate: {
      title: 'A floor that no network goes below',
      question: 'Can we prove that nothing better exists?',
      sentence:
        'Scale any residual until its curve fits the band: that proves a floor under every network. Watch floor and value meet in the highlighted plot.',
      after:
        'After {{step@mark}} rounds the floor is {{bound}}, and the gap is at most {{gap}} of F, rounding included. No network of any width can do better (proved).',
      end: 'The floor is {{bound}} (proved). Descent stopped above it, at F = {{left.loss}}.',
      moment:
        'A floor rises until it meets the program’s value: no network of any width can do better, and descent stays above it.',
      notes: [
        'Say: Duality in one sentence: a residual whose curve stays within ±β proves a lower bound for every network of every width.',
        'Do: Step through the rounds. Any residual can be shrunk until it fits, so every round proves some floor. The black line over the hatching is the best so far.',
        'Say: The floor rises, the program’s value falls, and they meet: floor {{bound}}, value {{optimum}}, gap at most {{gap}}, with rounding counted against us.',
        'Say: Nobody has to trust the solver. Anyone with the residual can check the floor. Descent may approach this line; it cannot cross it.',
      ],
    },
    spurious: {
      title: 'Spurious, proved',
      question: 'So what was that flat curve?',
      sentence:
        'Much later in the same run, F is still where it was. How far above the floor will it stop, and could a network this narrow do better?',
      after:
        'Descent stopped at step {{left.end}}. A known network of the same size does better: F here is {{left.aboveKnown}} above it.',
      end: 'Descent stopped at least {{left.above}} above the floor (proved).',
      notes: [
        'Do: Return to the flat curve, much later in the same run. Play to its end at step {{left.end}}.',
        'Say: F is {{left.loss}}, the floor {{bound}}: at least {{left.above}} above it, proved.',
        'Ask: The floor holds for every width, and ours has only {{m}} neurons. Can a network that narrow do better?',
        'Say: One does: the teacher has {{teacher}} neurons, and with its layers balanced it beats this one. F is {{left.aboveKnown}} above that. The end is spurious, and not for lack of neurons.',
        'Say: On the circle its neurons have gathered in one direction. This is one start; others may do better. The point is that we can tell.',
      ],
    },
    wide: {
      title: 'More neurons than needed',
      question: 'Does width help?',
      sentence:
        'The same data, but {{m}} neurons where the program needs {{program.neurons}}. Will plain descent get close to the floor?',
      after:
        'After {{step@mark}} steps F is at most {{left.above@mark|most}} above the floor (proved). Press the button below the objective to see how often.',
      end: 'Yes: after {{step@last}} steps, at most {{left.above@last|most}} above the floor.',
      notes: [
        'Say: Only the width has changed: {{m}} neurons where the program needs {{program.neurons}}.',
        'Do: Play to the bookmark. F is at most {{left.above@mark|most}} above the floor.',
        'Say: Here plain descent does find a network that is nearly the best, and now we know that it did. Without the floor we would only have hoped.',
        'Do: Press the button below the objective: two hundred starts, and the share with its interval. Then set {{control:neurons}} to three and count again.',
        'Say: Width makes success common in what we measured. For a single run it proves nothing; there the floor is the proof.',
      ],
    },
    lift: {
      title: 'The lift in one picture',
      question: 'Two pictures: is the best value the same?',
      sentence:
        'One data point and one neuron. On the left the landscape over (u, α) is bent; on the right the lifted one over (v, w) is convex. Where does each end?',
      end: 'Left {{left.loss}}, right {{right.loss}}: the same minimum, {{optimum}} (proved).',
      notes: [
        'Say: The smallest case of what the program does. On the left one neuron with its output weight: their product bends the landscape, and the half where the neuron is off is a trap.',
        'Say: On the right the product itself is the variable. The penalty applies to its size, and the landscape is convex.',
        'Do: Press Play. The left ends at {{left.loss}}, the right at {{right.loss}}. Each optimum is {{optimum}}, by the inequality of arithmetic and geometric means.',
        'Do: Drag the start into the lower half. The left side goes wrong, the right side does not.',
        'Say: The big program is this trick, once for each pattern.',
      ],
    },
    notCertified: {
      title: 'What is not certified',
      question: 'Where does the proof stop?',
      sentence:
        'With {{d}} columns the patterns are only sampled, not all listed. The right side may still do better, but it proves no floor, and the page draws none.',
      after:
        'At step {{step@mark}} F is {{right.loss@mark}} on the right, {{left.loss@mark}} on the left: better, but not a floor: an unsampled pattern might go lower.',
      end: 'The patterns are only sampled, so the lower value proves no floor.',
      notes: [
        'Say: With {{d}} columns the number of patterns grows fast, so the engine draws some at random and searches among them.',
        'Do: Press Play. At step {{step@mark}} its F is {{right.loss@mark}}, while descent has {{left.loss@mark}}.',
        'Say: An unsampled pattern might allow a better one, so the page claims no lower bound. The bars that said “proved” are empty; the verdict says “not certified”.',
        'Say: That is a limit of what is known, not of this page.',
        'Ask: Whenever someone shows you a flat training curve: what number is it compared with, and who proved that number?',
      ],
    },
  },
};
