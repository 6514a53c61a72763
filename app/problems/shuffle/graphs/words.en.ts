import type { SideName } from '../../../../engine/contract.ts';
import { english, type Texts } from '../../../i18n/messages.ts';

export interface MatchedTold {
  readonly side: SideName;
  /** Empty in a tie. */
  readonly name: string;
  /** True on a permutation, false if it is only the nearest. */
  readonly isThere: boolean;
}

export const words = english({
  'shuffle.graphs.title': 'Graphs A and B, matched',
  'shuffle.graphs.rule': 'Cost: squared differences of matched\nweights, summed; an edge counts twice.',
  'shuffle.graphs.matched': ({ side, name, isThere }: MatchedTold) =>
    `${side}: ${name === '' ? 'several are equally near' : isThere ? name : `nearest ${name}`}`,
  'alt.shuffle.edge': ({ from, to, weight }: { from: number; to: number } & Texts<'weight'>) =>
    from === to ? `node ${from} alone ${weight}` : `${from} to ${to} ${weight}`,
  'alt.shuffle.graphs': ({ a, b, matched }: Readonly<Record<'a' | 'b' | 'matched', readonly string[]>>) =>
    [
      `Weights of graph A: ${a.join(', ') || 'none'}. Weights of graph B: ${b.join(', ') || 'none'}.`,
      ...(matched.length > 0 ? [`Matching, ${matched.join('; ')}.`] : []),
    ].join(' '),
});

declare module '../../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
