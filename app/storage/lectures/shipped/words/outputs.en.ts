import type { OUTPUTS } from '../outputs.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof OUTPUTS> = {
  title: 'One network, many outputs',
  scenes: {
    pie: {
      title: 'Slices of a pie',
      question: 'How far from the best does descent end?',
      sentence:
        '{{m}} neurons learn {{outputs}} classes at once, with one output for each; the largest output decides. How far above the best possible will F end? Guess in per cent, then play.',
      after:
        'After {{step@mark}} steps F is flat, at most {{left.above@mark|most}} above the best possible (proved). How can anyone know the best possible?',
      end: 'Descent stopped at step {{left.end}}, at most {{left.above|most}} above the best possible.',
      notes: [
        'Say: The data are points on a circle, in {{outputs}} slices of different size. The network has one output for each class, and all outputs share the same {{m}} neurons. F is the squared error plus a penalty.',
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
        'The {{mark:floor|dotted floor}}, {{svdbound}}, needs only the singular values of the labels. On the right each round proves another, drawn solid. How close will it come to the program’s F?',
      after:
        'After {{step@mark}} rounds {{mark:floor}} and program agree to nine digits. No network of any width does better, so {{optimum}} is the best possible (proved). Descent is still above.',
      end: 'They meet: the best possible F is {{optimum}} (proved).',
      notes: [
        'Say: Duality in one sentence: shrink a residual, the error that is left, until no direction would gain more than β, and it proves a bound for every network of every width.',
        'Do: Press Play. Each step on the right is a round: it adds neurons where the residual still asks for them and solves again. The best floor so far is drawn.',
        'Say: The floor rises, the program’s value falls, and they meet at {{optimum}}. Rounding is counted against us.',
        'Ask: Do you have to trust the solver? No. Whoever has the residual can check the floor.',
        'Say: White on the left is where all outputs tie; a ringed point is in no class yet. Descent may approach the floor. It cannot cross it.',
      ],
    },
    sharing: {
      title: 'Sharing pays',
      question: 'One network, or one for each class?',
      sentence:
        'A smaller penalty. Train {{outputs}} separate networks, one for each class, or one network that shares its neurons among all: which has the lower F?',
      after:
        'One network at its best has F = {{optimum}}, with {{program.neurons}} neurons. The dotted line is the separate networks at their best, {{separate}} in all. Sharing never costs more (proved).',
      end: 'Sharing: F = {{optimum}}. Separate networks: {{separate}} in all.',
      notes: [
        'Ask: Give each class its own network, or let all classes share one? Vote.',
        'Do: Press Play. After {{step@mark}} rounds the common program is done: {{optimum}}, with {{program.neurons}} neurons. The dotted line appears: the separate networks, each at its own best, {{separate}} in all.',
        'Say: The common optimum is never above the sum: put the separate networks side by side, and you have one network. It is never below the dearest of them: drop the other outputs.',
        'Say: Whether neurons are saved depends on the data: there may be more of them than in the separate networks together. F is still no higher.',
      ],
    },
    curve: {
      title: 'A curve drawn by polygons',
      question: 'Does descent follow the curve to its tail?',
      sentence:
        'Each sample asks for a point of the plane, a white dot. A network draws a {{mark:polygon}} that bends where a neuron switches. Will descent’s {{m}} neurons follow to the end?',
      after:
        'At step {{step@mark}} F hardly falls any more. Descent’s few straight pieces miss most of the dots; the program, with {{program.neurons}} neurons, bends often enough to pass near every one.',
      end: 'No: descent cuts across, at {{left.above@last|times}} times the best possible (proved).',
      notes: [
        'Say: One number t goes in and a point of the plane comes out. Between two kinks a ReLU network is linear, so it draws a polygon.',
        'Do: Press Play. Watch the corners of the orange polygon: each is a neuron that switches. It cuts across the curve.',
        'Say: At step {{step@mark}} F is {{left.above@mark|times}} times the best possible. From there on it hardly falls.',
        'Say: The floor holds for every width, and {{m}} neurons are few. This start is a typical one: others end far higher or far lower.',
        'Do: Draw another start with {{control:dice}} and play again. Let the audience say where the polygon will bend.',
      ],
    },
    circle: {
      title: 'The circle of directions',
      question: 'Where does the best network put neurons?',
      sentence:
        'Each angle is a possible neuron’s direction. The thick curve shows what a small one there would gain the program, the {{mark:circle}} β what it costs. Where does one pay off?',
      after:
        'The program’s curve stays inside the {{mark:circle}}, and its {{program.neurons}} neurons, the squares, stand only where it touches. Descent’s dashed curve still goes up to {{left.dual@mark|count}} β.',
      end: 'Where its curve touches the {{mark:circle}}: {{program.neurons}} neurons (proved).',
      notes: [
        'Say: The same data and the same start. Each angle is the direction of a possible neuron; the colour of the thick curve is the direction of the outputs that the error asks for there.',
        'Ask: Where would one more neuron help? Where the curve leaves the circle: there its gain is above its cost β.',
        'Do: Press Play. Each round adds neurons at the peaks outside and solves again, until no direction exceeds β.',
        'Say: At the optimum every neuron of the program sits at a touch. The samples cut the circle into sectors, and here no two neurons share one.',
        'Say: Descent’s curve, dashed, still reaches {{left.dual@mark|count}} β (the drawing compresses what is far outside): a neuron in that direction would lower F, but a gradient moves only the neurons that exist.',
      ],
    },
    forgets: {
      title: 'The forgotten class',
      question: 'Which class is given up first?',
      sentence:
        'No two of these samples share an input, so the best outputs are a formula: of each class, dashed, the root of its size less nβ = {{threshold}} remains. Which class goes first?',
      after:
        'The smallest: the root of its size is {{sigma.least}}, less than {{threshold}}, so nothing of it remains (proved). Descent agrees: F is at most {{left.above@mark|most}} above the best possible.',
      end: 'Descent stopped at step {{left.end}}: the smallest class is forgotten.',
      moment:
        'The smallest class is forgotten, and training is not to blame: the best network forgets it too (proved).',
      notes: [
        'Say: Think of words: no two share a coordinate, so the exact optimum can be written down. Each class has a strength, the root of its size, and the optimum keeps what is left of it after nβ.',
        'Ask: Which of the {{outputs}} classes disappears first when the penalty grows?',
        'Do: Press Play and watch the bars. The smallest one shrinks to nothing: {{sigma.least}} is less than {{threshold}}.',
        'Say: The best network does not serve this class at all: its outputs tie at zero, so its samples stay undecided. That is no failure of training: it is what the objective asks for, by proof.',
        'Do: Lower {{control:beta}} and watch the class come back.',
      ],
    },
    start: {
      title: 'Which starts can arrive?',
      question: 'From which starts can descent arrive?',
      sentence:
        'A smaller penalty: every class can be kept. {{m}} neurons start at random. From what share of all starts can descent reach the best possible at all? Guess.',
      after:
        'At most {{startshare}} (proved): each class needs a neuron that starts active on all its samples. This start has none for {{start.lacks}} class, so descent cannot arrive.',
      end: 'Descent stopped at step {{left.end}}, at most {{left.above|most}} above the best possible.',
      notes: [
        'Ask: Random starts, {{m}} neurons, a formula for the optimum. What share of starts can reach it? Collect guesses before anyone presses Play.',
        'Say: A sample moves only its own coordinate. Once a neuron is off on a sample it stays off, so a class needs a neuron that starts active on all its samples.',
        'Say: The exact share of starts that have one for every class is {{startshare}}. It is an upper bound: such a neuron may still turn to another class.',
        'Do: Press Play. This start has none for {{start.lacks}} class, so it cannot succeed: it ends at most {{left.above|most}} above {{optimum}}.',
        'Do: Open {{control:ensemble}}, take two hundred starts, and compare the count with the bound.',
      ],
    },
  },
};
