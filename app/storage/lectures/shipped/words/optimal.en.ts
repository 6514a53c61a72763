import type { OPTIMAL } from '../optimal.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof OPTIMAL> = {
  title: 'How do you know it is optimal?',
  scenes: {
    descent: {
      title: 'The curve is flat. Are we done?',
      question: 'When is a network good enough?',
      sentence:
        '{{m}} neurons learn from a teacher with {{teacher}}. F is the squared error plus a penalty on the weights. Watch its curve fall: when would you stop?',
      after:
        'After {{step@mark}} steps F is flat at {{left.loss@mark}}. Is that the best possible, and how would you know?',
      end: 'Descent stopped at step {{left.end}} with F = {{left.loss}}. A flat curve is no proof.',
      notes: [
        'Say: Two layers now: {{m}} hidden neurons, as many as the teacher that made the labels has. Gradient descent on F: squared error plus a penalty on the weights.',
        'Do: Press Play. Let the audience look at the framed plot of F. It drops and then stays flat at {{left.loss@mark}}.',
        'Ask: Stop, or go on? Everyone has stopped a training run at a curve like this.',
        'Say: A flat curve shows that the gradient is small, not that the value is good. The map beside it shows F as one neuron moves: there is another valley, and it is deeper.',
        'Say: What we need is a number that no network can go below. The rest of the lecture builds one.',
      ],
    },
    patterns: {
      title: 'A neuron is known by the company it keeps',
      question: 'How many different neurons are there?',
      sentence:
        'Each line is where one sample switches on or off. Between two lines lies a {{mark:sector}}; its neurons share one pattern of active samples. How many patterns are there?',
      after:
        'On its path the left neuron crossed {{left.switched}} lines, and at each one a sample switched. Between two lines nothing switches: there its output is linear in its weights.',
      end: '{{n}} samples, {{patterns}} {{mark:sector|sectors}}: {{patterns}} patterns, {{patterns}} kinds of neuron.',
      notes: [
        'Say: Back to one neuron with two weights, and only {{n}} samples. Each sample draws one line through the origin: on one side it is on, on the other it is off.',
        'Ask: How many sectors? The lines cut the plane into {{patterns}}, twice the number of samples. Which samples are on is the pattern.',
        'Do: Press Play and count: the left path crosses {{left.switched}} lines. Then drag the start from sector to sector; the filled samples are those that are on.',
        'Say: So the awkward part of a ReLU network is a choice from a finite list. With d weights the list grows like n to the power d minus one; there the last scene has to stop.',
      ],
    },
    program: {
      title: 'One neuron for each pattern',
      question: 'What if every pattern gets its own neuron?',
      sentence:
        '{{n}} samples make {{patterns}} patterns. One neuron for each, its pattern fixed: fitting is now convex. Each step on the right is a round of solving it. How many will it use?',
      after:
        'After {{step@mark}} rounds {{program.neurons}} neurons are left, the squares on the {{mark:circle}}; all others are zero. F = {{optimum}}, where descent after as many steps has {{left.loss@mark}}.',
      end: 'Program: optimal, with {{program.neurons}} of {{patterns}} possible neurons.',
      notes: [
        'Say: Give each of the {{patterns}} patterns one neuron that must keep its pattern, with a penalty of β times its length. That is a convex problem, the program (Pilanci and Ergen).',
        'Say: Its value is exactly the best F of any network, once the network is wide enough.',
        'Do: Play slowly. Each step on the right is a round: it adds the neurons that help most and solves again. On the circle a neuron stands at the direction of its weights.',
        'Say: After {{step@mark}} rounds it is done, with {{program.neurons}} neurons. Compare F: {{optimum}} against {{left.loss@mark}}.',
        'Say: The left side is not slow. It is already in the wrong valley.',
      ],
    },
    dual: {
      title: 'What the error says in every direction',
      question: 'Where would one more neuron help?',
      sentence:
        'Each angle is the direction of a possible neuron. The curve shows how much a small one there would gain, the grey {{mark:band}} ±β what it costs. Where does one more pay off?',
      after:
        'The program’s curve touches the {{mark:band}} at {{program.touches}} angles, {{program.neurons}} of them with a neuron, and leaves it nowhere. Descent’s curve goes up to {{left.dual@mark|count}} β, and no neuron of its own is there.',
      end: 'Outside the {{mark:band}}. The program’s curve stays inside: nothing is left to gain.',
      notes: [
        'Say: Walk around the circle. Each angle is the direction of a possible neuron; the height says how well its output lines up with the residual, the error that is left.',
        'Ask: Where would one more neuron help? Where the curve leaves the band: above β a tiny neuron gains more than its penalty costs.',
        'Do: Play. Each round adds neurons there. The dashed curve comes to stay within the band and touches its edge at {{program.touches}} angles.',
        'Say: Optimal networks have neurons only there. This one uses {{program.neurons}} of the {{program.touches}}; others may differ, because the optimum is not unique.',
        'Say: Descent’s curve reaches {{left.dual@mark|count}} β (the drawing compresses what is far outside). None of its neurons points there, and a gradient moves only the neurons that exist.',
      ],
    },
    certificate: {
      title: 'A floor that no network goes below',
      question: 'Can we prove that nothing better exists?',
      sentence:
        'Scale any remaining error until its curve fits the {{mark:band}}: that proves a {{mark:floor}} under the F of every network. How close will it come to the program’s F?',
      after:
        'After {{step@mark}} rounds {{mark:floor}} and program agree to nine digits. No network of any width does better, so {{optimum}} is the best possible, and descent stays above it.',
      end: 'They meet: the best possible F is {{optimum}} (proved).',
      moment:
        'A {{mark:floor}} rises until it meets the program’s value: no network of any width can do better, and descent stays above it.',
      notes: [
        'Say: Duality in one sentence: a residual whose curve stays within ±β proves a lower bound for every network of every width.',
        'Do: Step through the rounds. Any residual can be shrunk until it fits, so every round proves some floor. The black line over the hatching is the best so far.',
        'Say: The floor rises, the program’s value falls, and they meet at {{optimum}}, with rounding counted against us.',
        'Say: Nobody has to trust the solver. Anyone with the residual can check the floor. Descent may approach this line; it cannot cross it.',
      ],
    },
    spurious: {
      title: 'Spurious, proved',
      question: 'So what was that flat curve?',
      sentence:
        'Much later in the same run F is still flat. How many times the best possible is it? And could a network of only {{m}} neurons do better?',
      after:
        'Width is no excuse. The teacher, its layers balanced, has {{teacher}} neurons too, and descent’s F is {{left.aboveKnown|times}} times as high. The best network of this width is at least as good.',
      end: 'Descent stopped at {{left.above|times}} times the best possible (proved).',
      notes: [
        'Do: Return to the flat curve, much later in the same run. Play to its end at step {{left.end}}; there the floor appears.',
        'Say: F is {{left.loss}}, the best possible {{optimum}}: {{left.above|times}} times as much, proved.',
        'Ask: The best possible is over every width, and ours has only {{m}} neurons. Can a network that narrow do better?',
        'Say: One does: the teacher has {{teacher}} neurons. Scale its layers to the same size, which changes no output, and its F is {{left.aboveKnown|times}} times lower. The end is spurious, and not for lack of neurons.',
        'Say: On the circle descent’s neurons have gathered in one direction. This is one start; others may do better. The point is that we can tell.',
      ],
    },
    wide: {
      title: 'More neurons than needed',
      question: 'Does width help?',
      sentence:
        'The same data, but {{m}} neurons where the program needs {{program.neurons}}. How close to the best possible will plain descent come?',
      after:
        'After {{step@mark}} steps F is at most {{left.above@mark|most}} above the best possible (proved). That was one start; the button below the plot counts how many of two hundred come close.',
      end: 'Yes: at most {{left.above@last|most}} above the best possible (proved).',
      notes: [
        'Say: Only the width has changed: {{m}} neurons where the program needs {{program.neurons}}.',
        'Do: Play to the bookmark. F is at most {{left.above@mark|most}} above the best possible.',
        'Say: Here plain descent does find a network that is nearly the best, and now we know that it did. Without the floor we would only have hoped.',
        'Do: Press the button below the objective: two hundred starts, and the share with its interval. Then set {{control:neurons}} to three and count again.',
        'Say: Width makes success common in what we measured. For a single run it proves nothing; there the floor is the proof.',
      ],
    },
    lift: {
      title: 'The lift in one picture',
      question: 'Two pictures: is the best value the same?',
      sentence:
        'One data point, one neuron. Left: its two weights, u and α, a landscape with a trap. Right: their product, as v − w, convex. Where does each side end, and how low?',
      end: 'Left and right: the same minimum, {{optimum}} (proved).',
      notes: [
        'Say: The smallest case of what the program does. On the left one neuron with its output weight: their product bends the landscape, and the half where the neuron is off is a trap.',
        'Say: On the right the product itself is the variable. The penalty applies to its size, and the landscape is convex.',
        'Do: Press Play. The left ends at {{left.loss}}, the right at {{right.loss}}, by the inequality of arithmetic and geometric means.',
        'Do: Drag the start into the lower half. The left side goes wrong, the right side does not.',
        'Say: The big program is this trick, once for each pattern.',
      ],
    },
    notCertified: {
      title: 'What is not certified',
      question: 'Where does the proof stop?',
      sentence:
        'With {{d}} features there are too many patterns: the right tries a sample. Each mark is a neuron, by strength and angle to the teacher’s nearest. What can this side prove?',
      after:
        'At step {{step@mark}} F is {{right.loss@mark}} on the right and {{left.loss@mark}} on the left. Lower, but only among the patterns that were tried: nothing is proved, and no floor is drawn.',
      end: 'Nothing. A pattern that was not tried might allow less: a low F, but no floor.',
      notes: [
        'Say: With {{d}} features the number of patterns grows fast, so the engine draws some at random and searches among them.',
        'Do: Press Play. At step {{step@mark}} its F is {{right.loss@mark}}, while descent has {{left.loss@mark}}. Neurons far to the left of a picture point where the teacher’s do.',
        'Say: A pattern that was not tried might allow a better network, so the page claims no lower bound. The bars that said “proved” are empty; the verdict says “not certified”.',
        'Say: That is a limit of what is known, not of this page.',
        'Ask: Whenever someone shows you a flat training curve: what number is it compared with, and who proved that number?',
      ],
    },
  },
};
