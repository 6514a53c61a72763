import { formatCount, formatDistance as short } from '../../i18n/format.ts';
import { percent } from '../../i18n/format-tenth.ts';
import { english } from '../../i18n/messages.ts';

const RIGHT = {
  width: 'another width',
  brake: 'another damping',
  rule: 'another rule',
  best: 'best discriminator',
  convex: 'convex in h',
  signs: 'both signs',
};

export interface ReadWidth {
  readonly k: number;
  readonly exact: number;
  readonly games: number;
  readonly reachable: number;
  readonly arrived: number;
  readonly determined: number;
  readonly low: number;
  readonly high: number;
  readonly final: number;
  readonly floor: number;
  /** Median rounds to a thousandth of the initial mse; NaN if none. */
  readonly rounds: number;
}

const rounds = (value: number) =>
  Number.isNaN(value)
    ? ''
    : `; ${formatCount(Math.round(value))} rounds to a thousandth of the initial mse (median)`;

export const words = english({
  'gan.runs.left': 'Left (the game)',
  'gan.runs.right': ({ versus }: { versus: keyof typeof RIGHT }) => `Right (${RIGHT[versus]})`,
  'gan.most':
    'Proved for Gaussian columns and a real mean that is not 0: this share of games has a floor within the criterion, whatever the rule, the step and the number of rounds. Within 0 it is P(Bin(k, ½) ≥ m).',
  'gan.exact':
    'Lines on the left panel: P(Bin(k, ½) ≥ m) = ½ (strong), 5 % and 95 % (dashed). This is exactly how often a width can match the mean (proved). Reachable does not mean reached: the round limit cuts some games short.',
  'gan.widths': 'How much width is enough?',
  'gan.widths.run': 'Run the sweep',
  'gan.widths.again': 'Run it again',
  'gan.widths.stop': 'Stop',
  'gan.widths.table': 'Width sweep as a table',
  'gan.widths.progress': ({ done, of }: { done: number; of: number }) =>
    `${formatCount(done)} of ${formatCount(of)} games`,
  'gan.widths.k': 'width k',
  'gan.widths.share': 'Share of games',
  'gan.widths.mse': ({ rounds: count }: { rounds: number }) => `mse after ${formatCount(count)} rounds`,
  'gan.widths.exact': 'exact: P(Bin(k, ½) ≥ m)',
  'gan.widths.reachable': 'reachable (proved)',
  'gan.widths.determined': 'one neuron with n = k, d = m',
  'gan.widths.arrived': 'arrived (mse < 10⁻⁶)',
  'gan.widths.final': 'each game, median',
  'gan.widths.floor': 'floor (proved)',
  'gan.widths.turn': 'k = 2m',
  'gan.widths.hint': ({ games, from }: { games: number; from: number }) =>
    games > 0
      ? `Half of the games are reachable at k = 2m − 1 (proved). The shaded games are reachable, but were not reached in time (measured: seeds ${formatCount(from)} to ${formatCount(from + games - 1)} at each width; intervals where you point).`
      : 'The exact law. Run the sweep to measure which games can match the mean, and which do.',
  'gan.widths.unplayed': ({ k, exact }: Pick<ReadWidth, 'k' | 'exact'>) =>
    `k = ${formatCount(k)}: ${percent(exact)} of the games are reachable (exact).`,
  'gan.widths.read': (at: ReadWidth) =>
    `k = ${formatCount(at.k)}: of ${formatCount(at.games)} games ${percent(at.reachable / at.games)} reachable (95 % interval ${percent(at.low)} to ${percent(at.high)}; exact ${percent(at.exact)}), ${percent(at.arrived / at.games)} arrived. Median mse ${short(at.final)}, floor ${short(at.floor)}${rounds(at.rounds)}.`,
  'aria.gan.widths': 'How much width is enough: how many games can match the mean, and how many do',
  'alt.gan.widths.exact': ({ turn, share }: { turn: number; share: number }) =>
    `The exact share of reachable games rises from 0 to 1; it is ${percent(share)} at ${formatCount(turn)} columns.`,
  'gan.widths.col.k': 'Width k',
  'gan.widths.col.exact': 'Reachable, exact',
  'gan.widths.col.games': 'Games',
  'gan.widths.col.reachable': 'Reachable',
  'gan.widths.col.interval': '95 % interval (Wilson)',
  'gan.widths.col.determined': 'One neuron: determined',
  'gan.widths.col.arrived': 'Arrived',
  'gan.widths.col.final': 'mse, median',
  'gan.widths.col.floor': 'Floor, median',
  'gan.widths.col.rounds': 'Rounds to a thousandth, median',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
