import { english } from '../../i18n/messages.ts';

export const words = english({
  'question.vector-output': 'How far is descent from the best possible?',
  'param.outputcount': 'Outputs K',
  'param.classes': 'Classes',
  'param.sizes': 'Samples of each class',
  'param.rotate': 'Rotate the words',
  'param.sample': 'Sample explained',
  'param.solver': 'How the program is solved',
  'choice.features.pie': 'slices of a pie',
  'choice.features.curve': 'a curve over t',
  'choice.features.spiral': 'a spiral of classes',
  'choice.features.words': 'one word, one row',
  'choice.features.teacher': 'a network’s outputs',
  'choice.solver.newton': 'working set and Newton',
  'choice.solver.fw': 'Frank–Wolfe',
  'preset.pie.title': 'Slices of a pie',
  'preset.pie.sentence': 'Three classes, five neurons: how far from the best possible does descent end?',
  'preset.pie-sharp.title': 'Sharper slices',
  'preset.pie-sharp.sentence':
    'The penalty is smaller, so the best network fits more closely. Are five neurons still enough?',
  'preset.curve.title': 'A curve in the plane',
  'preset.curve.sentence': 'Each network draws a polygon. Does descent follow the curve to its tail?',
  'preset.spiral.title': 'A spiral',
  'preset.spiral.sentence': 'Three arms and a bias: the best possible is proved. How close does descent get?',
  'preset.spiral-wedges.title': 'The spiral without a bias',
  'preset.spiral-wedges.sentence':
    'Without a bias classes are wedges from the origin. How well can wedges do?',
  'preset.words.title': 'One word, one row',
  'preset.words.sentence': 'The optimum is a formula. From which starts can descent reach it?',
  'preset.words-rotated.title': 'Rescued by rounding',
  'preset.words-rotated.sentence':
    'The same problem in turned coordinates: in exact arithmetic the same descent. What does rounding change?',
  'preset.words-forgets.title': 'The forgotten class',
  'preset.words-forgets.sentence': 'A larger penalty: which class does the best network give up first?',
  'preset.frank-wolfe.title': 'Frank–Wolfe',
  'preset.frank-wolfe.sentence': 'The same optimum by a slower method: how fast does its gap close?',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
