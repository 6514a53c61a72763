import { english } from '../../i18n/messages.ts';

/** What the saved tables of federated averaging are called. */
export const words = english({
  'take.kind.averages': 'States and curves',
  'take.kind.losses': 'Curves only',
  'take.kind.arcs': 'Samples',
  'take.kind.localpaths': 'Local steps of this round',
  'take.kind.rests': 'Rest against K',
  'take.kind.circle': 'Curves over the circle at this round',
  'take.kind.kernel': 'Kernel at the start',
  'take.about.averages': 'One row per round, for both sides: losses, and everything that the server holds.',
  'take.about.losses': 'One row per round, for both sides: losses, and how far apart both sides are.',
  'take.about.arcs': 'Each sample: angle, y and its client. Opened as own data it gives the same samples.',
  'take.about.localpaths': 'Every point of every client’s local steps in the round that begins here.',
  'take.about.rests': 'K = 1 to 1,000: where the left side rests, its bias and its slowest factor.',
  'take.about.circle': 'f of both sides at evenly spaced angles, and each client’s model before the average.',
  'take.about.kernel': 'One row per sample: its client, and H with every sample.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
