import { english } from '../../../i18n/messages.ts';

export const words = english({
  'take.kind.plays': 'States and curves',
  'take.kind.rounds': 'Curves only',
  'take.kind.certificate': 'Certificate of the floor',
  'take.kind.players': 'Neurons at this round',
  'take.kind.cloud': 'Generated cloud at this round',
  'take.about.plays':
    'One row per round, for both sides: mse, value of the game, and everything that both players hold.',
  'take.about.rounds': 'One row per round, for both sides: mse and value of the game.',
  'take.about.certificate':
    'Each column vⱼ of both widths with its h*ⱼ and vⱼ·d*: what proves that no generator gets below the floor.',
  'take.about.players': 'Each neuron of both sides: its weights, hⱼ and vⱼ·d.',
  'take.about.cloud': 'What both generators make of each noise sample.',
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
