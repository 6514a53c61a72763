import type { SideName } from '../../../engine/contract.ts';
import { formatShare } from '../../i18n/format.ts';
import { dynamicKey, type MessageKey, type Translate } from '../../i18n/messages.ts';
import { settingsWords } from '../../session/facts.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { standingOf } from '../../session/run/standing.ts';
import type { AppState } from '../../session/store.ts';
import { hardlyFalls } from '../kit/gap/hardly-falls.ts';
import { countAnswers, countDead, countKept, gapOf, TOLERANCE } from './outputs-facts.ts';
import { outputsOf, pictureKind } from './outputs-info.ts';
import type { VerdictFacts } from './words.en.ts';

/** Verdicts say only what is proved or measured. */

function factsOf(snapshot: Snapshot, state: AppState, side: SideName, k: number | null): VerdictFacts {
  const { diverged: _, ...gap } = gapOf(snapshot, state, side);
  const kept = side === 'right' ? countKept(snapshot, state) : 0;
  const slow = side === 'left' && hardlyFalls(snapshot, state, 'loss');
  return { ...gap, isOptimal: gap.excess <= TOLERANCE, slow, k, kept };
}

export function verdictWords(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): string {
  const { status, endedAt } = standingOf(state, snapshot.trajectories, side);
  if (state.k === 0 && status === 'moving') return t('outputs.ready');
  const facts = factsOf(snapshot, state, side, endedAt);
  if (status === 'moving' && side === 'right') return t('outputs.solving', facts);
  if (side === 'left' && facts.isOptimal && status !== 'diverged') return t('outputs.optimalLeft', facts);
  const say = t as (key: MessageKey, facts: VerdictFacts) => string;
  return say(dynamicKey('end', 'vector-output', status), facts);
}

/** Returns an empty text for regression and until known. */
export function wrongWords(state: AppState, side: SideName, t: Translate): string {
  const counts = countAnswers(state, side);
  return counts ? t('outputs.wrong', counts) : '';
}

/** Describes the same for screen readers. */
export function accuracyWords(state: AppState, side: SideName, name: string, t: Translate): string {
  const counts = countAnswers(state, side);
  if (!counts) return '';
  const { samples, wrong, undecided } = counts;
  const share = formatShare((samples - wrong - undecided) / Math.max(1, samples));
  return t('alt.outputs.accuracy', { side: name, share, ...counts });
}

const CRITERIA = {
  newton: 'outputs.criterion.newton',
  fw: 'outputs.criterion.fw',
  closed: 'outputs.criterion.closed',
} as const;

export function footingWords(state: AppState, side: SideName, t: Translate): string {
  const info = outputsOf(state.opened);
  if (!info) return '';
  const parts = [wrongWords(state, side, t)];
  if (side === 'left') {
    const dead = countDead(state);
    if (dead > 0) parts.push(t('outputs.dead', { dead, m: info.neurons }));
    parts.push(settingsWords(state, side, t));
  } else if (info.program === 'sampled') parts.push(t('outputs.notCertified'));
  else if (pictureKind(info) === 'regions' && !info.hasOnes) parts.push(t('outputs.wedges'));
  else parts.push(t(CRITERIA[info.program === 'closed' ? 'closed' : info.solver]));
  return parts.filter((part) => part !== '').join(' · ');
}
