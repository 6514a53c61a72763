import { formatCount } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';

interface Did {
  readonly within: string;
  readonly left: string;
  readonly right: string;
}

interface Criterion {
  readonly within: string;
  readonly limit: number;
}

export const words = english({
  'param.measure': 'Runs are measured by',
  'choice.measure.loss': 'the loss of each side',
  'choice.measure.gap': 'the largest gap between the sides',
  'ensemble.criterion.best': ({ within, limit }: Criterion) =>
    `A side “arrives” if it gets within ${within} of the minimum in at most ${formatCount(limit)} rounds; it may leave again.`,
  'ensemble.did.best': ({ within, left, right }: Did) =>
    `the left came within ${within} of the minimum in ${left}, the right in ${right}`,
  'ensemble.quantiles.best': 'distance from the minimum at the end',
  'ensemble.criterion.loss': ({ within, limit }: Criterion) =>
    `A side “arrives” if its loss falls to ${within} or less in at most ${formatCount(limit)} rounds.`,
  'ensemble.did.loss': ({ within, left, right }: Did) =>
    `the left’s loss fell to ${within} or less in ${left}, the right’s in ${right}`,
  'ensemble.quantiles.loss': 'loss at the end',
  'ensemble.criterion.between': ({ within, limit }: Criterion) =>
    `A run “arrives” if the gap ‖u_net − u_lin‖ stays within ${within} through all ${formatCount(limit)} rounds. The gap is one number of both sides; the largest counts.`,
  'ensemble.did.between': ({ within, left, right }: Did) =>
    `the network stayed within ${within} of its linearisation in ${left} (right, the same gap: ${right})`,
  'ensemble.quantiles.between': 'largest gap between the sides',
  'fed.often.same': 'The same gap',
  'fed.often.right': 'Its counterpart',
  'fed.offer.gap': 'Gap against width',
  'fed.offer.ratio': 'K over N',
  'fed.offer.deal': 'Sorted or shuffled',
  'fed.offer.bias': 'Random clients against K',
  'fed.offer.versus': 'Random clients: what helps',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
