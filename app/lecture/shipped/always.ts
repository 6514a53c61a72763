import type { Lecture } from '../lecture.ts';

export const always: Lecture = {
  title: 'Why gradient descent gets stuck, and a bowl that does not',
  scenes: [
    {
      title: 'Two landscapes',
      sentence: 'Eight points on a hinge, two losses, one start.',
      notes: 'Let the room point before you press Play.',
      question: 'Where will each end?',
      scenario: '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3',
      bookmark: null,
      guess: true,
    },
    {
      title: 'The dead zone',
      sentence: 'Where every sample is off the gradient is zero.',
      notes: '',
      question: '',
      scenario: '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-0.5,-1.5',
      bookmark: null,
      guess: false,
    },
  ],
};
