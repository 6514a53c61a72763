import type { OUTPUTS } from '../outputs.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof OUTPUTS> = {
  title: 'One network, many outputs',
  scenes: {
    pie: {
      title: 'Slices of a pie',
      question: 'How far from the best does descent end?',
      sentence:
        '{{m}} neurons learn {{outputs}} classes at once, one output for each. How far above the best possible will F end? Guess in per cent, then play.',
      after:
        'After {{step@mark}} steps F is flat, at most {{left.above@mark|most}} above the best possible (proved). How can anyone know the best possible?',
      end: 'Descent stopped at step {{left.end}}, at most {{left.above|most}} above the best.',
      notes: [
        'Say: The data are points on a circle, in {{outputs}} slices of different size. The network has one output for each class, and all outputs share the same {{m}} neurons.',
        'Ask: How far above the best possible will it end, in per cent? Collect a few guesses and write them down.',
        'Do: Press Play. It pauses where the orange line has become flat: at most {{left.above@mark|most}} above. Play on to the end at step {{left.end}}: {{left.above|most}}.',
        'Say: This start ends close to the best. Not every start and not every problem does, as we shall see.',
        'Ask: How can the page know what the best possible is? That is the lecture.',
      ],
    },
    floor: {
      title: 'A floor from any residual',
      question: 'Can we prove how low F can get?',
      sentence:
        'Singular values alone prove the dotted floor {{svdbound}}. On the right each round’s residual proves another: where do the best of them and the value meet?',
      after:
        'After {{step@mark}} rounds the floor is {{bound}}, and the gap is at most {{gap}} of F. No network of any width does better (proved).',
      end: 'The floor is {{bound}} (proved). Descent stopped above it, at F = {{left.loss}}.',
      notes: [
        'Say: Duality in one sentence: shrink a residual until no direction exceeds β, and it proves a bound for every network of every width. Any residual will do.',
        'Do: Press Play. Each step on the right is a round: it adds neurons where the residual still asks for them and solves again. The best floor so far is drawn.',
        'Say: The floor rises, the program’s value falls, and they meet at {{optimum}}. Rounding is counted against us.',
        'Ask: Do you have to trust the solver? No. Whoever has the residual can check the floor.',
        'Say: Descent may approach this line. It cannot cross it.',
      ],
    },
    sharing: {
      title: 'Sharing pays',
      question: 'One network, or one for each class?',
      sentence:
        'A smaller penalty. Train {{outputs}} separate networks, one for each class, or one that shares its neurons among all: which has the lower optimum?',
      after:
        'One program for all: F = {{optimum}} with {{program.neurons}} neurons. Separately: {{separate}} in all. Sharing never costs more (proved).',
      end: 'One shared network: {{optimum}}. Separate networks: {{separate}}.',
      notes: [
        'Ask: Give each class its own network, or let all classes share one? Vote.',
        'Say: We solve each output alone, with the same penalty, and add up: {{separate}}.',
        'Do: Press Play. After {{step@mark}} rounds the common program is done: {{optimum}}, with {{program.neurons}} neurons.',
        'Say: The common optimum is never above the sum: put the separate networks side by side, and you have one network. It is never below the dearest of them: drop the other outputs.',
        'Say: Whether neurons are saved depends on the data: there may be more of them than in the separate networks together. F is still no higher.',
      ],
    },
    curve: {
      title: 'A curve drawn by polygons',
      question: 'Does descent follow the curve to its tail?',
      sentence:
        'The outputs are now points of the plane, and each network draws a {{mark:polygon}} that bends where a neuron switches. Descent has {{m}} neurons: how far will it get?',
      after:
        'At step {{step@mark}} descent is at most {{left.above@mark|most}} above the best possible. The program’s {{mark:polygon}} takes {{program.neurons}} neurons.',
      end: 'Not by step {{step@last}}: up to {{left.above@last|most}} above the best possible.',
      notes: [
        'Say: One number t goes in and a point of the plane comes out. Between two kinks a ReLU network is linear, so it draws a polygon.',
        'Do: Press Play. Watch the corners of the orange polygon: each is a neuron that switches. Part of the curve is missed.',
        'Say: At step {{step@mark}} descent is at most {{left.above@mark|most}} above the best possible. Play on: from there F hardly falls.',
        'Say: The floor holds for every width, and {{m}} neurons are few. This start is a typical one: others end far higher or far lower.',
        'Do: Draw another start with {{control:dice}} and play again. Let the audience say where the polygon will bend.',
      ],
    },
    circle: {
      title: 'The circle of directions',
      question: 'Where does the best network put neurons?',
      sentence:
        'On the right each angle is a possible neuron, and the curve its pull η/n. Where it leaves the circle of radius β, a new neuron pays off.',
      after:
        'The program’s curve stays within β, and all its {{program.neurons}} neurons sit where it touches (proved). Descent’s curve still reaches {{left.dual@mark}} β.',
      end: 'Where its curve touches β: {{program.neurons}} neurons (proved).',
      notes: [
        'Say: The same data and the same start. Each angle is the direction of a possible neuron; the colour of the curve is the output that the residual wants there.',
        'Ask: Where would one more neuron help? Where the curve leaves the circle of radius β.',
        'Do: Press Play. Each round adds neurons at the peaks outside and solves again, until no direction exceeds β.',
        'Say: At the optimum every neuron of the program sits at a touch. The samples cut the circle into sectors, and here no two neurons share one.',
        'Say: Descent’s curve, dashed, still reaches {{left.dual@mark}} β (the drawing compresses what is far outside): a neuron in that direction would lower F, but a gradient moves only the neurons that exist.',
      ],
    },
    forgets: {
      title: 'The forgotten class',
      question: 'Which class is given up first?',
      sentence:
        'Every sample is a word of its own, and the optimum is a formula: the root of each class’s size, a singular value of the labels, loses nβ = {{threshold}}. Which class goes first?',
      after:
        'Forgotten: {{forgotten}} class, the smallest. The root of its size, {{sigma.least}}, is below {{threshold}} (proved). Descent agrees: F is at most {{left.above@mark|most}} above.',
      end: 'Descent stopped at step {{left.end}}: the smallest class is forgotten.',
      moment:
        'The smallest class is forgotten, and training is not to blame: the best network forgets it too (proved).',
      notes: [
        'Say: No two words share a coordinate, so the exact optimum can be written down. Each class has a singular value, the root of its size, and the optimum keeps what is left of it after nβ.',
        'Ask: Which of the {{outputs}} classes disappears first when the penalty grows?',
        'Do: Press Play and watch the bars. The smallest one shrinks to nothing: {{sigma.least}} is less than {{threshold}}.',
        'Say: The best network does not serve this class at all: its outputs tie at zero, so its words stay undecided. That is no failure of training: it is what the objective asks for, by proof.',
        'Do: Lower {{control:beta}} and watch the class come back.',
      ],
    },
    start: {
      title: 'Which starts can arrive?',
      question: 'From which starts can descent arrive?',
      sentence:
        'A smaller penalty: every class is kept. {{m}} neurons, drawn at random. From what share of all starts can descent reach the optimum at all? Guess.',
      after:
        'At most {{startshare}} (proved): a class needs a neuron that starts active on all its words. This start has no such neuron for {{start.lacks}} class, so it cannot succeed.',
      end: 'Descent stopped at step {{left.end}}, at most {{left.above|most}} above the optimum.',
      notes: [
        'Ask: Random starts, {{m}} neurons, a formula for the optimum. What share of starts can reach it? Collect guesses before anyone presses Play.',
        'Say: A word moves only its own coordinate. Once a neuron is off on a word it stays off, so a class needs a neuron that starts active on all its words.',
        'Say: The exact share of starts that have one for every class is {{startshare}}. It is an upper bound: such a neuron may still turn to another class.',
        'Do: Press Play. This start has none for {{start.lacks}} class, so it cannot succeed: it ends at most {{left.above|most}} above {{optimum}}.',
        'Do: Open {{control:ensemble}}, take two hundred starts, and compare the count with the bound.',
      ],
    },
  },
};
