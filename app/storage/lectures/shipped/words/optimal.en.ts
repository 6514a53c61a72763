import type { OPTIMAL } from '../optimal.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof OPTIMAL> = {
  title: 'How do you know it is optimal?',
  scenes: {
    descent: {
      title: 'The curve is flat. Are we done?',
      question: 'The curve is flat. Is this the best network?',
      sentence:
        '{{m}} neurons learn from a teacher of {{teacher}}. Watch only the line of descent in the framed curve of F: when would you stop?',
      after:
        'After {{step@mark}} steps F lies flat at {{left.loss@mark}}. Is that the best possible, and how would you know?',
      notes:
        'Two layers now: a hidden layer of {{m}} neurons, as many as the teacher that made the labels has, trained by gradient descent on squared error plus a penalty on the weights. Play; let the room look at nothing but the framed curve of F, at the line of descent. It drops and then lies flat at {{left.loss@mark}}. Ask the room: stop, or go on? Everybody has stopped a training run at such a curve. A flat curve tells that the gradient is small, not that the value is good. From descent alone there is no way to tell: a better network may sit in another valley. What we need is a number that no network can go below. The rest of the lecture builds one.',
    },
    patterns: {
      title: 'A neuron is known by whom it listens to',
      question: 'How many different neurons are there?',
      sentence:
        'Each line is where one sample switches on or off. Count the sectors between the lines, then Play: what changes on the way?',
      after:
        '{{n}} samples cut the plane of a neuron’s weights into {{patterns}} sectors. Within one the same samples are on, and the ReLU is linear.',
      notes:
        'For a moment back to one neuron with two weights, and only {{n}} samples. Each sample draws one line through the origin: on one side it is on, on the other it is off. The lines cut the plane into {{patterns}} sectors, twice the number of samples. Drag the start from sector to sector; inside one nothing switches, and the neuron is an ordinary linear function of its weights. So the awkward part of a ReLU network, who is on, is a choice from a finite list; the rest is linear. With two weights the list is short. With d weights it grows like a power of n with exponent d less one, and that is where the last scene will have to stop.',
    },
    program: {
      title: 'One block for each pattern',
      question: 'What if every pattern gets its own neuron?',
      sentence:
        'With the patterns fixed, fitting is convex: least squares with a charge on norms, one block for each of {{patterns}} patterns. Each step on the right is a round.',
      after:
        'After {{step@mark}} rounds F = {{optimum}} with {{program.neurons}} neurons; all other blocks are zero. After as many steps descent stands at {{left.loss@mark}}.',
      notes:
        'Give each of the {{patterns}} patterns one linear block that must keep to its own sector, and charge β times its length. That is a convex problem (Pilanci and Ergen), and its value is exactly the best F that any network reaches, once the network is wide enough. Play slowly: each step on the right is a round. A round looks where the dashed curve leaves the band, adds neurons there and solves again. After {{step@mark}} rounds it is done: {{program.neurons}} neurons, drawn as bars on the circle; most blocks are zero. Compare F: {{optimum}} on the right, {{left.loss@mark}} on the left at the same step. Do not say that the left side is slow: it is already in the wrong valley.',
    },
    dual: {
      title: 'What the residual says in every direction',
      question: 'Where would one more neuron help?',
      sentence:
        'Each angle is the direction of a possible neuron; the curve is the residual seen from there. Where it leaves the grey band ±β, one more neuron pays.',
      after:
        'The program’s curve now stays within ±β and touches it at {{program.touches}} angles; its {{program.neurons}} neurons stand at some of these. Descent’s curve still reaches {{left.dual@mark}} times β.',
      notes:
        'Walk around the circle: each angle is the direction of a possible neuron. Its height is how well such a neuron lines up with the residual. If it is above β somewhere, a tiny neuron put there gains more than its penalty costs, so the network is no optimum. In mid-program the dashed curve still leaves the band, and the next round puts neurons there. Play on to its end: the curve stays within the band and touches its edge at {{program.touches}} angles. Neurons of optimal networks stand only there: here {{program.neurons}}, elsewhere others, for the optimum is not unique. The curve of descent runs out of it, to {{left.dual@mark}} times β (the drawing compresses what lies far outside). Its own gradient cannot see that: no neuron of it points there, and a gradient moves only the neurons that there are.',
    },
    certificate: {
      title: 'A floor that no network goes below',
      question: 'Can one prove that nothing better exists?',
      sentence:
        'Scale any residual until its curve fits the band: that proves a floor under every network. Each round proves one: watch floor and value meet in the frame.',
      after:
        'After {{step@mark}} rounds the floor is {{bound}}, and the gap at most {{gap}} of F, rounding included. No network of any width lies below (proved).',
      notes:
        'The idea is duality, and it fits in one breath: a residual whose curve stays within ±β proves a lower bound for every network of every width. Any residual can be shrunk until it fits, so every round proves some floor; the best so far is kept, the black line over the hatching. Step through the rounds: the floor rises, the program’s value falls, and they meet. The floor is {{bound}}, the value {{optimum}}; the relative gap is at most {{gap}}, with rounding counted against us. Nobody has to trust the solver: whoever holds the residual can check the floor. The run of descent may approach this line; it cannot cross it. That is what an answer to “is it optimal?” looks like.',
    },
    spurious: {
      title: 'Spurious, proved',
      question: 'So what was that flat curve?',
      sentence:
        'Far along the same run F is still where it was. How far above the floor will it rest, and could a network this narrow do better?',
      after:
        'Descent rests at step {{left.end}} with F at least {{left.above}} above the floor. A known network of no more neurons is better: F here lies {{left.aboveKnown}} above it.',
      notes:
        'Back to the flat curve, far along the same run; play to its end at step {{left.end}}. F is {{left.loss}}, the floor {{bound}}: at least {{left.above}} above it, proved. But careful: the floor holds for every width, and ours has only {{m}} neurons; perhaps no network that narrow does better? It does: the teacher itself has {{teacher}} neurons, and with its layers balanced it beats this one; F lies {{left.aboveKnown}} above that. So the place where descent rests is spurious, and not for lack of neurons. Look at the circle: its neurons have gathered in one direction and none is left for the others. This is one start; others may do better. The point is that we can tell.',
    },
    wide: {
      title: 'More neurons than needed',
      question: 'Does width help?',
      sentence:
        'The same data, but {{m}} neurons where the program needs {{program.neurons}}. Will plain descent come near the floor?',
      after:
        'After {{step@mark}} steps F is within {{left.above@mark|most}} of the floor, proved. How often that happens is counted by the button.',
      notes:
        'Nothing has changed but the width: {{m}} neurons where the program needs {{program.neurons}}. Play to the bookmark: F is within {{left.above@mark|most}} of the floor. So here plain descent does find a network that is nearly the best, and now we know that it did; without the floor we would only have hoped. Do not promise it: this is one start. Press the button below the residuals: the engine runs two hundred starts and gives the share with its interval. Then set three neurons in the scenario and count again. Width makes success common in what we measured; it is no proof for any single run. For a single run the floor is the proof.',
    },
    lift: {
      title: 'The lift in one picture',
      question: 'Two pictures: the same optimum?',
      sentence:
        'One datum and one neuron. Left the landscape over (u, α) is bent, right the lifted one over (v, w) is convex. Compare where both end.',
      after:
        'Left ends at {{left.loss}}, right at {{right.loss}}: both landscapes have the same least value, {{optimum}} (proved).',
      notes:
        'The smallest case of what the program does. Left: one neuron with its output weight, over the plane of both. The term with the product of the two weights bends the landscape, and the half where the neuron is off is a trap. Right: the product itself is the variable; the penalty becomes a charge on its size, and the landscape is convex, over the quarter plane where it is defined. Press Play. Left ends at {{left.loss}}, right at {{right.loss}}; both optima are {{optimum}}, which is proved by the inequality of arithmetic and geometric means. Drag the start into the lower half: the left side goes wrong, the right side does not. The big program is this trick, once for each pattern.',
    },
    notCertified: {
      title: 'What is not certified',
      question: 'Where does the proof stop?',
      sentence:
        'With {{d}} columns the patterns are sampled and not all listed. The right side may still be better, but its floor is no proof, and the page draws none.',
      after:
        'At step {{step@mark}} F is {{right.loss@mark}} on the right, {{left.loss@mark}} on the left: better, and yet no floor. A pattern that was not drawn might allow less.',
      notes:
        'End with the limit. With {{d}} columns the number of patterns grows fast, so the engine draws some at random and searches among them. What it finds is a good network: at step {{step@mark}} its F is {{right.loss@mark}}, that of descent {{left.loss@mark}}. But a pattern that was not drawn might allow a better one, so no lower bound is claimed: the bars that told “proved” are empty, and the verdict says “not certified”. That is no weakness of the page but of the knowledge. Take away the question and not the answer: whenever somebody shows you a flat training curve, ask which number it is compared with, and who proved that number.',
    },
  },
};
