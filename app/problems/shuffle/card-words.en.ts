import { english } from '../../i18n/messages.ts';

export const words = english({
  'question.shuffle': 'Which side finds the best permutation?',
  'param.matched': 'Matching between',
  'param.graphs': 'Graphs',
  'param.A': 'A, its upper triangle row by row',
  'param.B': 'B, its upper triangle row by row',
  'param.nodes': 'Nodes n',
  'param.groups': 'Groups of channels',
  'param.groupsize': 'Channels in each group',
  'param.copynoise': 'Noise of the copy',
  'param.drift': 'Drift of the known weights',
  'param.shape': 'Reachable permutations',
  'param.lambda': 'Penalty λ, in L',
  'param.ramp': 'Ramp: steps until λ is full',
  'param.spread': 'Spread of drawn starts',
  'param.starts': 'Number of starts',
  'choice.matched.matching': 'nodes of two graphs',
  'choice.matched.layers': 'channels between two layers',
  'choice.graphs.given': 'given: A and B',
  'choice.graphs.weighted': 'drawn: whole weights 0 to 4',
  'choice.graphs.simple': 'drawn: each edge by a fair coin',
  'choice.graphs.copy': 'drawn: B is A renamed, plus noise',
  'choice.shape.triangle': 'three cyclic ones: a triangle',
  'choice.shape.all': 'all of them',
  'preset.wrong-corner.title': 'The wrong corner',
  'preset.wrong-corner.sentence':
    'Match three nodes. Relax and round, or penalise: which side finds the best permutation?',
  'preset.ramp-too.title': 'A slow ramp',
  'preset.ramp-too.sentence':
    'The same graphs, but the penalty grows over 200 steps. Does patience lead the right side to the best permutation?',
  'preset.convex-wins.title': 'An exact copy',
  'preset.convex-wins.sentence':
    'B is A with its nodes renamed, so a perfect match exists. Which side finds it?',
  'preset.nothing-to-round.title': 'Nothing to round',
  'preset.nothing-to-round.sentence':
    'Four nodes, and a highly symmetric relaxation. Which permutation is nearest to where it stops?',
  'preset.ramp-wins.title': 'Four nodes, slow ramp',
  'preset.ramp-wins.sentence':
    'Two unrelated graphs of four nodes; the penalty grows over 200 steps. Which side finds the cheaper permutation?',
  'preset.noisy-copy.title': 'A noisy copy',
  'preset.noisy-copy.sentence': 'Six nodes: B is A renamed, plus noise. Which side undoes the renaming?',
  'preset.shuffle-layers.title': 'Shuffled channels',
  'preset.shuffle-layers.sentence':
    'Between two layers the channels were shuffled, and one layer is known only roughly. Which side sorts them?',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
