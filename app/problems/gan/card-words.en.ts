import { english } from '../../i18n/messages.ts';

export const words = english({
  'question.gan': 'A generator descends, a discriminator climbs. Does the game come to rest?',
  'param.level': 'What is played',
  'param.versus': 'What stands on the right',
  'param.m': 'Numbers per sample m',
  'param.dz': 'Noise dimension',
  'param.noisesamples': 'Noise samples n',
  'param.xmean': 'Mean of the real data',
  'param.width': 'Width, left',
  'param.width2': 'Width, right',
  'param.brake': 'The discriminator’s brake ρ',
  'param.brake2': 'The brake ρ on the right',
  'param.gamerule': 'Update rule',
  'param.gamerule2': 'Update rule on the right',
  'param.gamestep': 'Generator step, in 1/Lg',
  'param.eta': 'Generator step η (absolute)',
  'param.mu': 'Discriminator step μ',
  'choice.level.network': 'a network of ReLU neurons',
  'choice.level.plane': 'one weight against one',
  'choice.level.two-weights': 'two neurons, two weights',
  'choice.versus.width': 'another width',
  'choice.versus.brake': 'another brake',
  'choice.versus.rule': 'another rule',
  'choice.versus.best': 'the best discriminator',
  'choice.versus.convex': 'the convex game in h',
  'choice.gamerule.simultaneous': 'simultaneous',
  'choice.gamerule.alternating': 'alternating',
  'choice.gamerule.extragradient': 'extragradient',
  'choice.gamerule.optimistic': 'optimistic',
  'choice.gamerule.best': 'best discriminator',
  'choice.gamerule2.simultaneous': 'simultaneous',
  'choice.gamerule2.alternating': 'alternating',
  'choice.gamerule2.extragradient': 'extragradient',
  'choice.gamerule2.optimistic': 'optimistic',
  'choice.gamerule2.best': 'best discriminator',
  'preset.gan-cone.title': 'The cone of a width',
  'preset.gan-cone.sentence':
    'A generator imitates the mean of the data, a discriminator objects. Which width can answer every objection?',
  'preset.gan-restless.title': 'Reachable but restless',
  'preset.gan-restless.sentence':
    'The same game from another seed: who gets to its floor, and who goes around above it?',
  'preset.gan-spiral.title': 'Spiral out, spiral in',
  'preset.gan-spiral.sentence':
    'Generator w against discriminator d, without a brake and with one. Who spirals out, who arrives?',
  'preset.gan-border.title': 'On the border',
  'preset.gan-border.sentence':
    'The brake equals the generator’s step exactly. Does the left arrive or leave?',
  'preset.gan-cycle.title': 'Round and round',
  'preset.gan-cycle.sentence': 'The players take turns, without a brake. Does the left ever arrive?',
  'preset.gan-look-ahead.title': 'Looking ahead',
  'preset.gan-look-ahead.sentence': 'No brake on either side. Can a better rule alone make the game arrive?',
  'preset.gan-five.title': 'Reachable, but slow',
  'preset.gan-five.sentence': 'Five numbers per sample: 8 columns can match them. Are 100 any better?',
  'preset.gan-four.title': 'Out of reach',
  'preset.gan-four.sentence': 'Five numbers per sample and 4 columns. How near can the left come?',
  'preset.gan-weak-brake.title': 'Wide, but weakly braked',
  'preset.gan-weak-brake.sentence': 'Both sides are 100 wide. What does a brake ten times weaker do?',
  'preset.gan-one-sign.title': 'One sign, both signs',
  'preset.gan-one-sign.sentence':
    'Two neurons that only add, or one of each sign. Which can imitate a mean of −0.5?',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
