import { english } from '../../i18n/messages.ts';

export const words = english({
  'question.gan': 'One descends, one climbs. Do they settle?',
  'param.level': 'Game',
  'param.versus': 'Right side',
  'param.m': 'Numbers per sample m',
  'param.dz': 'Noise dimension',
  'param.noisesamples': 'Noise samples n',
  'param.xmean': 'Mean of the real data',
  'param.width': 'Width, left',
  'param.width2': 'Width, right',
  'param.brake': 'Damping ρ of the discriminator',
  'param.brake2': 'Damping ρ on the right',
  'param.gamerule': 'Update rule',
  'param.gamerule2': 'Update rule on the right',
  'param.gamestep': 'Generator step, in 1/Lg',
  'param.eta': 'Generator step η (absolute)',
  'param.mu': 'Discriminator step μ',
  'choice.level.network': 'a network of ReLU neurons',
  'choice.level.plane': 'one weight against one',
  'choice.level.two-weights': 'two neurons, two weights',
  'choice.versus.width': 'another width',
  'choice.versus.brake': 'another damping',
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
    'A generator imitates the mean of the data, a discriminator finds fault. Which width can match the mean?',
  'preset.gan-restless.title': 'Reachable but restless',
  'preset.gan-restless.sentence':
    'The same game from another seed: which side reaches its floor, and which keeps circling above it?',
  'preset.gan-spiral.title': 'Two players in a plane',
  'preset.gan-spiral.sentence':
    'Generator w against discriminator d, without damping and with it. Where does each side end?',
  'preset.gan-border.title': 'On the border',
  'preset.gan-border.sentence':
    'The damping equals the generator’s step exactly. Does the left spiral in or out?',
  'preset.gan-cycle.title': 'Round and round',
  'preset.gan-cycle.sentence': 'The players take turns, without damping. Does the left ever arrive?',
  'preset.gan-look-ahead.title': 'Looking ahead',
  'preset.gan-look-ahead.sentence': 'No damping on either side. Can looking ahead replace it?',
  'preset.gan-five.title': 'Reachable, but slow',
  'preset.gan-five.sentence': 'Five numbers per sample: 8 columns can match them. Are 100 any better?',
  'preset.gan-four.title': 'Out of reach',
  'preset.gan-four.sentence': 'Five numbers per sample and 4 columns. How close can the left get?',
  'preset.gan-weak-brake.title': 'Wide, but weakly damped',
  'preset.gan-weak-brake.sentence':
    'Both sides are 100 wide. What happens if the damping is ten times weaker?',
  'preset.gan-one-sign.title': 'One sign, both signs',
  'preset.gan-one-sign.sentence':
    'Two neurons that only add, or one of each sign. Which can imitate a mean of −0.5?',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
