import { scenarioParams } from '../../../engine/catalog.ts';
import { placesOf, RATIO } from '../../../engine/ensemble/axes.ts';
import { drawnAmong, type START_LAWS } from '../../../engine/ensemble/ensemble-params.ts';
import { type Sweep, sweepValues } from '../../../engine/ensemble/sweep.ts';
import type { EnsembleFailure } from '../../../workers/protocol.ts';
import { formatNumberShort } from '../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import { problemSide } from '../../pictures/side-words.ts';
import type { Stretch } from './stretch.ts';

export type AimWord = 'distance' | 'gap' | 'excess';

/** What the runs of a sweep are measured by, as `aimOf` chooses it: of a problem that is none of these, the plant. */
export function aimWord({ scenario: { problem } }: Sweep): AimWord {
  if (problem === 'two-layer') return 'gap';
  return problem === 'lift' ? 'excess' : 'distance';
}

/** The criterion, the limit, the law of the starts and what is drawn, in two sentences. */
export function criterionWords(sweep: Sweep, t: Translate): string {
  const { within, limit, startlaw, vary } = sweep.ensemble;
  const said = t(`ensemble.criterion.${aimWord(sweep)}`, { within: formatNumberShort(within), limit });
  const names = drawnAmong(scenarioParams(sweep.scenario.problem), sweep.scenario.values, vary);
  if (names.length === 0) return `${said} ${t('ensemble.nothingDrawn')}`;
  const drawn = names.map((name) => t(`ensemble.drawn.${name}`)).join(', ');
  return `${said} ${t('ensemble.law', { law: lawWord(startlaw, t), drawn })}`;
}

/** Which runs are counted: all, the first ones, or those of a shard. */
export function ofWords({ from, count }: Stretch, runs: number, t: Translate): string {
  if (count === runs) return t('ensemble.all', { count });
  return from === 0 ? t('ensemble.first', { count }) : t('ensemble.stretch', { from, to: from + count - 1 });
}

export function lawWord(law: (typeof START_LAWS)[number], t: Translate): string {
  return t(`choice.startlaw.${law}`);
}

/** How both sides of a sweep are called. */
export function sideNames({ scenario: { problem, values } }: Sweep, t: Translate) {
  if (problem === 'one-neuron')
    return {
      left: t('ensemble.left.side'),
      right: t(values.blend === 1 ? 'ensemble.right.side' : 'ensemble.right.blend'),
    };
  if (problem !== 'two-layer' && problem !== 'lift')
    return { left: problemSide(problem, 'left', t), right: problemSide(problem, 'right', t) };
  const right = problem === 'two-layer' && values.right === 'relaxed' ? 'relaxed' : 'convex';
  return { left: t('ensemble.left.side'), right: t(`ensemble.right.${right}`) };
}

/** Where a cell stands: "n/d = 2, d = 10 (n = 20)". The n that a ratio comes to is said, since it is rounded and has bounds. */
export function placeWords(sweep: Sweep, cell: number, t: Translate): string {
  const { axes } = sweep;
  const place = (name: string, value: number) =>
    t('ensemble.place', { name, value: formatNumberShort(value) });
  const places = placesOf(axes, cell)
    .map((value, i) => place(axisWord(axes[i]!.key, t), value))
    .join(', ');
  if (!axes.some(({ key }) => key === RATIO)) return places;
  return t('ensemble.places.of', { places, n: place('n', sweepValues(sweep, cell).n as number) });
}

/** Letters stand for the numbers that everybody calls by them. */
export function axisWord(key: string, t: Translate): string {
  if (key === RATIO) return 'n/d';
  return key === 'n' || key === 'd' ? key : t(dynamicKey('param', key));
}

export function failureWords(failure: EnsembleFailure, t: Translate): string {
  return 'failure' in failure ? t('notice', failure.failure) : failure.trouble;
}
