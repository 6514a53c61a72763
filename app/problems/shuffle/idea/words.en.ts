import { english } from '../../../i18n/messages.ts';

export const words = english({
  'shuffle.idea.lead': 'The idea.',
  'shuffle.idea.edges':
    'The cost has no hill between two permutations. The penalty is 0 at each permutation and positive between: as λ grows, it raises a hill on both ways out of the dearest corner.',
  'shuffle.idea.mixtures':
    'A mixture spreads each node over several partners. The left minimises the cost over mixtures and rounds at the end; the right adds a penalty that is 0 at permutations only.',
  'shuffle.idea.left': 'along both edges: the cost',
  'shuffle.idea.right': 'along both edges: cost + penalty',
  'shuffle.idea.cost': ({ cost }: { cost: string }) => `cost ${cost}`,
  'aria.shuffle.idea': ({ side }: { side: string }) =>
    `The cost along both edges of the dearest corner, ${side}`,
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
