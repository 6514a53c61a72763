import { english } from '../../i18n/messages.ts';

/** The English words of what is explained of a lift. */
export const words = english({
  'explain.topic.lift': 'One datum, lifted',
  'explain.say.liftLeft': 'One neuron u with its output weight α on one datum x = 1: not convex.',
  'explain.say.liftRight':
    'v stands for the product of both weights of a neuron with a positive output weight, w for a negative one: convex.',
  'explain.say.liftOptimum':
    'A given product is cheapest when both weights are equal; so both problems have the same minimum.',
  'explain.walk.lifted.forward': 'output',
  'explain.walk.lifted.say.forward': 'The program says v − w of the datum: nothing switches.',
  'explain.walk.lifted.residuals': 'residual',
  'explain.walk.lifted.say.residuals': 'Output less label.',
  'explain.walk.lifted.off': 'who is held',
  'explain.walk.lifted.say.off':
    'v and w may not fall below 0. One that is 0 and whose slope would push it lower is held there.',
  'explain.walk.lifted.gradient': 'gradient',
  'explain.walk.lifted.say.gradient':
    'The slope is residual + β for v, and −residual + β for w. The projected gradient is the same, but 0 for what is held.',
  'explain.walk.lifted.step': 'step and projection',
  'explain.walk.lifted.say.step':
    'The rule moves both. What it leads below 0 is set to 0: the nearest point that is allowed.',
  'explain.offRow.weight': 'held',
  'explain.column.beta': 'β',
  'explain.column.v': 'v',
  'explain.column.w': 'w',
  'explain.column.value': 'value',
  'explain.column.plusMinus': '±residual',
  'explain.column.raw': 'slope',
  'explain.column.unprojected': 'by the rule',
  'explain.column.projected': 'projected',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
