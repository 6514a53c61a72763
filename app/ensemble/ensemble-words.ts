import { placesOf, RATIO } from '../../engine/ensemble/axes.ts';
import type { Drawn, START_LAWS } from '../../engine/ensemble/ensemble-params.ts';
import type { Sweep } from '../../engine/ensemble/sweep.ts';
import { namesOf } from '../../engine/params.ts';
import type { EnsembleFailure } from '../../workers/protocol.ts';
import { formatNumberShort } from '../messages/format.ts';
import { dynamicKey, type Translate } from '../messages/messages.ts';
import { problemSide } from '../views/side-words.ts';

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
  const names = namesOf(vary) as readonly Drawn[];
  const drawn = names.map((name) => t(`ensemble.drawn.${name}`)).join(', ') || t('ensemble.drawn.none');
  return `${said} ${t('ensemble.law', { law: lawWord(startlaw, t), drawn })}`;
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

/** Where a cell stands: "n/d = 2, d = 10". */
export function placeWords({ axes }: Sweep, cell: number, t: Translate): string {
  return placesOf(axes, cell)
    .map((value, i) =>
      t('ensemble.place', { name: axisWord(axes[i]!.key, t), value: formatNumberShort(value) }),
    )
    .join(', ');
}

/** Letters stand for the numbers that everybody calls by them. */
export function axisWord(key: string, t: Translate): string {
  if (key === RATIO) return 'n/d';
  return key === 'n' || key === 'd' ? key : t(dynamicKey('param', key));
}

export function failureWords(failure: EnsembleFailure, t: Translate): string {
  return 'failure' in failure ? t('notice', failure.failure) : failure.trouble;
}
