import type { OPTIMAL } from '../optimal.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof OPTIMAL> = {
  title: 'How do you know it is optimal?',
  scenes: {
    descent: {
      title: 'The curve is flat. Are we done?',
      question: 'The curve is flat. Is this the best network?',
      sentence:
        '{{m}} neurons learn from a teacher with {{teacher}}. Watch only the orange line in the highlighted plot of F: when would you stop?',
      after:
        'After {{step@mark}} steps F is flat at {{left.loss@mark}}. Is that the best possible, and how would you know?',
      notes: [
        'Now there are two layers: a hidden layer of {{m}} neurons, as many as the teacher that made the labels has, trained by gradient descent on squared error plus a penalty on the weights. Press Play; let the audience look only at the highlighted plot of F, at the orange line. It drops and then stays flat at {{left.loss@mark}}. Ask the audience: stop, or go on? Everyone has stopped a training run at a curve like this. A flat curve shows that the gradient is small, not that the value is good. Descent alone can’t tell: a better network may sit in another valley. What we need is a number that no network can go below. The rest of the lecture builds one.',
      ],
    },
    patterns: {
      title: 'A neuron is known by the company it keeps',
      question: 'How many different neurons are there?',
      sentence:
        'Each line is where one sample switches on or off. Count the sectors between the lines, then Play: what changes along the path?',
      after:
        '{{n}} samples cut the plane of a neuron’s weights into {{patterns}} sectors. Within a sector the same samples are on, and the ReLU is linear.',
      notes: [
        'Go back for a moment to one neuron with two weights, and only {{n}} samples. Each sample draws one line through the origin: on one side it is on, on the other it is off. The lines cut the plane into {{patterns}} sectors, twice the number of samples. Drag the start from sector to sector; inside a sector nothing switches, and the neuron is an ordinary linear function of its weights. So the awkward part of a ReLU network, which samples are on, is a choice from a finite list; the rest is linear. With two weights the list is short. With d weights it grows like a power of n with exponent d minus one, and that is where the last scene has to stop.',
      ],
    },
    program: {
      title: 'One block for each pattern',
      question: 'What if every pattern gets its own neuron?',
      sentence:
        'With the patterns fixed, fitting is convex: least squares with a penalty on norms, one block for each of {{patterns}} patterns. Each step on the right is a round.',
      after:
        'After {{step@mark}} rounds F = {{optimum}} with {{program.neurons}} neurons; all other blocks are zero. After the same number of steps, descent is at {{left.loss@mark}}.',
      notes: [
        'Give each of the {{patterns}} patterns one linear block that must stay in its own sector, with a penalty of β times its length. That is a convex problem (Pilanci and Ergen), and its value is exactly the best F of any network, once the network is wide enough. Play slowly: each step on the right is a round. A round finds where the dashed curve leaves the band, adds neurons there and solves again. After {{step@mark}} rounds it is done: {{program.neurons}} neurons, drawn as bars on the circle; most blocks are zero. Compare F: {{optimum}} on the right, {{left.loss@mark}} on the left at the same step. Don’t say that the left side is slow: it is already in the wrong valley.',
      ],
    },
    dual: {
      title: 'What the residual says in every direction',
      question: 'Where would one more neuron help?',
      sentence:
        'Each angle is the direction of a possible neuron; the curve is the residual seen from there. Where it leaves the grey band ±β, one more neuron pays off.',
      after:
        'The program’s curve now stays within ±β and touches it at {{program.touches}} angles; its {{program.neurons}} neurons are at some of these: no new neuron pays off. Descent’s curve still reaches {{left.dual@mark}} β.',
      notes: [
        'Walk around the circle: each angle is the direction of a possible neuron. The height of the curve is how well such a neuron lines up with the residual. If it is above β somewhere, a tiny neuron added there gains more than its penalty costs, so the network is not optimal. In mid-program the dashed curve still leaves the band, and the next round adds neurons there. Play on to the end: the curve stays within the band and touches its edge at {{program.touches}} angles. Optimal networks have neurons only there: this one has {{program.neurons}}, others may differ, because the optimum is not unique. Descent’s curve leaves the band and reaches {{left.dual@mark}} β (the drawing compresses what is far outside). Descent’s own gradient cannot see that: none of its neurons points there, and a gradient moves only the neurons that exist.',
      ],
    },
    certificate: {
      title: 'A floor that no network goes below',
      question: 'Can we prove that nothing better exists?',
      sentence:
        'Scale any residual until its curve fits the band: that proves a floor under every network. Each round proves one: watch floor and value meet in the highlighted plot.',
      after:
        'After {{step@mark}} rounds the floor is {{bound}}, and the gap is at most {{gap}} of F, rounding included. No network of any width can do better (proved).',
      notes: [
        'The idea is duality, in one sentence: a residual whose curve stays within ±β proves a lower bound for every network of every width. Any residual can be shrunk until it fits, so every round proves some floor; the black line over the hatching is the best so far. Step through the rounds: the floor rises, the program’s value falls, and they meet. The floor is {{bound}}, the value {{optimum}}; the relative gap is at most {{gap}}, with rounding counted against us. Nobody has to trust the solver: anyone with the residual can check the floor. The run of descent may approach this line; it cannot cross it. That is what an answer to “is it optimal?” looks like.',
      ],
    },
    spurious: {
      title: 'Spurious, proved',
      question: 'So what was that flat curve?',
      sentence:
        'Much later in the same run, F is still where it was. How far above the floor will it stop, and could a network this narrow do better?',
      after:
        'Descent stops at step {{left.end}} with F at least {{left.above}} above the floor. A known network of the same size does better: F here is {{left.aboveKnown}} above it.',
      notes: [
        'Return to the flat curve, much later in the same run; play to its end at step {{left.end}}. F is {{left.loss}}, the floor {{bound}}: at least {{left.above}} above it, proved. But careful: the floor holds for every width, and ours has only {{m}} neurons; perhaps no network that narrow does better? One does: the teacher itself has {{teacher}} neurons, and with its layers balanced it beats this one; F is {{left.aboveKnown}} above that. So the point where descent stops is spurious, and not for lack of neurons. Look at the circle: its neurons have gathered in one direction and none is left for the others. This is one start; others may do better. The point is that we can tell.',
      ],
    },
    wide: {
      title: 'More neurons than needed',
      question: 'Does width help?',
      sentence:
        'The same data, but {{m}} neurons where the program needs {{program.neurons}}. Will plain descent get close to the floor?',
      after:
        'After {{step@mark}} steps F is within {{left.above@mark|most}} of the floor (proved). Press the button below the residuals to see how often.',
      notes: [
        'Only the width has changed: {{m}} neurons where the program needs {{program.neurons}}. Play to the bookmark: F is within {{left.above@mark|most}} of the floor. So here plain descent does find a network that is nearly the best, and now we know that it did; without the floor we would only have hoped. Don’t promise it: this is one start. Press the button below the residuals: the engine runs two hundred starts and gives the share with its interval. Then set three neurons in the scenario and count again. Width makes success common in what we measured; it proves nothing about any single run. For a single run the floor is the proof.',
      ],
    },
    lift: {
      title: 'The lift in one picture',
      question: 'Two pictures: do they have the same optimum?',
      sentence:
        'One data point and one neuron. On the left the landscape over (u, α) is bent; on the right the lifted one over (v, w) is convex. Compare where each ends.',
      after:
        'The left ends at {{left.loss}}, the right at {{right.loss}}: the two landscapes have the same minimum, {{optimum}} (proved).',
      notes: [
        'This is the smallest case of what the program does. On the left is one neuron with its output weight, over the plane of the two weights. The term with their product bends the landscape, and the half where the neuron is off is a trap. On the right the product itself is the variable; the penalty applies to its size, and the landscape is convex, over the quarter plane where it is defined. Press Play. The left ends at {{left.loss}}, the right at {{right.loss}}; each optimum is {{optimum}}, which follows from the inequality of arithmetic and geometric means. Drag the start into the lower half: the left side goes wrong, the right side does not. The big program is this trick, once for each pattern.',
      ],
    },
    notCertified: {
      title: 'What is not certified',
      question: 'Where does the proof stop?',
      sentence:
        'With {{d}} columns the patterns are only sampled, not all listed. The right side may still do better, but it proves no floor, and the page draws none.',
      after:
        'At step {{step@mark}} F is {{right.loss@mark}} on the right, {{left.loss@mark}} on the left: better, but not a floor: an unsampled pattern might go lower.',
      notes: [
        'End with the limit. With {{d}} columns the number of patterns grows fast, so the engine draws some at random and searches among them. It finds a good network: at step {{step@mark}} its F is {{right.loss@mark}}, while descent has {{left.loss@mark}}. But an unsampled pattern might allow a better one, so the page claims no lower bound: the bars that said “proved” are empty, and the verdict says “not certified”. That is a limit of what is known, not of this page. Take home the question, not the answer: whenever someone shows you a flat training curve, ask what number it is compared with, and who proved that number.',
      ],
    },
  },
};
