import type { Lecture, Scene } from '../app/session/lecture.ts';
import { packLecture } from '../app/storage/lectures/pack-lecture.ts';

const SCENE: Scene = {
  title: 'Two landscapes',
  sentence: 'Eight points on a hinge, two losses, one start.',
  notes: 'Say: Let the room point before you press Play.\nThen wait.',
  question: 'Where will each end?',
  scenario: '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&speed=200',
  bookmark: 25,
  guess: true,
  minutes: 2,
};

/** One scene of each kind. */
export const LECTURE: Lecture = {
  title: 'A lecture of the tests',
  scenes: [
    { ...SCENE, moment: 'One is stuck, the other arrives.' },
    {
      ...SCENE,
      title: 'The lift',
      question: '',
      sentence: 'A network of one neuron and its program: two pictures of one problem.',
      notes: '',
      scenario: '#v=1&problem=lift&start=1.5,0.25&speed=200',
      bookmark: null,
    },
    {
      ...SCENE,
      title: 'Longest words',
      question:
        'Of eight points on a hinge and one start on the wrong side of it: will descent on the non-convex loss ever find the planted minimum, or stop where it dies?',
      sentence:
        'The left side walks downhill on the loss of the neuron itself, the right side on a convex function that is nowhere higher near the plant. Both begin in the same place, both take steps of the same length, and both see the same eight samples; whatever difference you see from here on is the difference of the two losses and of nothing else on this page. Look at the arrows before you press Play.',
      scenario: '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&k=40&speed=200',
      bookmark: null,
      guess: false,
    },
    {
      ...SCENE,
      title: 'Two layers',
      question: 'How do you know that it is optimal?',
      sentence: 'Three hidden neurons beside the exact convex program.',
      scenario: '#v=1&problem=two-layer',
      bookmark: null,
      guess: true,
    },
  ],
};

export const NAME = packLecture(LECTURE);

/** Returns a scene's link (from 1). */
export const sceneLink = (scene: number, more = '') => `#v=1&lecture=${NAME}&scene=${scene}${more}`;
