import { formatCount } from '../i18n/format.ts';
import { english } from '../i18n/messages.ts';
import { createPlural } from '../i18n/plural.ts';

const plural = createPlural('en');

const SAMPLES = { one: 'sample', other: 'samples' };

export const words = english({
  'app.problem': 'Problem',
  'problem.one-neuron': 'one neuron',
  'problem.two-layer': 'two layers',
  'problem.lift': 'the lift',
  'problem.vector-output': 'many outputs',
  'problem.gan': 'two players',
  'problem.federated': 'many clients',
  'problem.shuffle': 'permutations',
  'problem.denoiser': 'a learned step',
  'question.ahead': 'Same data, same start, same step size. Where will each one end up?',
  'question.unlocked': 'Same data, same start, different update rules. Where will each one end up?',
  'question.own': 'One data set, one start, no known answer. Where will each one end up?',
  'why.stoppingDistance':
    'Neither matches ordinary least squares (3.9324, −17.5791): the two 4-mph cars fall below the hinge, where the neuron outputs zero.',

  'header.layers': 'Layers',
  'header.ensemble': 'How often?',
  'header.lectures': 'Lectures',
  'header.explain': 'Explain',
  'header.examples': 'Examples',
  'header.more': 'More',
  'header.menu': 'Menu',
  'header.changed': 'changed',
  'header.changedFrom': ({ name }: { name: string }) => `${name}, changed`,
  'header.backTo': ({ name }: { name: string }) => `Back to “${name}”`,
  'header.scenario': 'Scenario',
  'header.data': 'Your data',
  'header.share': 'Share',
  'header.projector': 'Projector',
  'header.help': 'Help',
  'header.undo': 'Undo',
  'control.open': 'Open without limits',

  'opening.own': 'Reading and preparing your data…',
  'opening.made': ({ n }: { n: number }) => `Preparing ${formatCount(n)} ${plural(n, SAMPLES)}…`,

  'chip.forecast': 'What does the theory say?',
  'chip.pictures': 'More pictures',
  'settings.unlocked': 'The two sides use different rules or step sizes: not a fair race.',
  'key.ctrlZ': 'Ctrl+Z',
  'aria.blank': 'Blank screen. Press B or {{press}} to return.',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
