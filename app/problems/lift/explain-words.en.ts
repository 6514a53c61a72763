import { english } from '../../i18n/messages.ts';

export const words = english({
  'explain.topic.lift': 'One data point, lifted',
  'explain.say.liftLeft':
    'One neuron u with output weight α fits one data point x = 1. This loss is not convex.',
  'explain.say.liftRight':
    'v stands for the product of the two weights of a neuron with a positive output weight, w for one with a negative output weight. This loss is convex.',
  'explain.say.liftOptimum':
    'A given product costs least when the two weights are equal, so the two problems have the same minimum.',
  'explain.walk.lifted.forward': 'output',
  'explain.walk.lifted.say.forward': 'The program outputs v − w; nothing switches on or off.',
  'explain.walk.lifted.residuals': 'residual',
  'explain.walk.lifted.say.residuals': 'The residual is output minus label.',
  'explain.walk.lifted.off': 'which variables are at the bound',
  'explain.walk.lifted.say.off':
    'v and w may not fall below 0. A variable at 0 whose slope would push it lower stays there.',
  'explain.walk.lifted.gradient': 'gradient',
  'explain.walk.lifted.say.gradient':
    'The slope is residual + β for v, and −residual + β for w. The projected gradient is the same, but 0 for a variable that stays at the bound.',
  'explain.walk.lifted.step': 'step and projection',
  'explain.walk.lifted.say.step':
    'The rule moves both. Anything pushed below 0 is set to 0, the nearest feasible point.',
  'explain.offRow.weight': 'at the bound',
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
