import './words.en.ts';
import { CATALOG } from '../../../../engine/catalog.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { ImageInfo } from '../../../../engine/problems/denoiser/types.ts';
import { formatNumberShort } from '../../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownNumber, shownStep, stepOf } from '../../../session/run/kept-steps.ts';
import { standingOf } from '../../../session/run/standing.ts';
import type { Trajectory } from '../../../session/run/trajectory.ts';
import type { AppState } from '../../../session/store.ts';
import type { Footing } from '../../../session/view.ts';
import type { At } from '../../kit/define-view.ts';
import { isBare, say } from '../../kit/say.ts';
import { saidDecibels, saidShort } from '../image-numbers.ts';
import { largestRatio, saidBound, saidRadius, saidRate, saidRatio } from '../witness.ts';
import type { ImageStand } from './words.en.ts';

/** Words on an image's sides: around panels, read aloud, in captions. */

const { ends } = CATALOG.denoiser;

type Open = At<ImageInfo>;

export const titleOf = ({ opened }: Open, side: SideName, t: Translate): string =>
  side === 'left' ? t('image.title.left') : t('image.title.right', { firm: opened.info.isFirm });

export function aboutWords(state: Open, panel: string, t: Translate): string {
  const { info } = state.opened;
  if (panel === 'left') return t(isAsking(state) ? 'image.plain.left' : 'image.about.left');
  if (panel !== 'right') return '';
  if (isAsking(state)) return t('image.plain.right', info);
  return t('image.about.right', {
    right: info.right,
    rate: info.rate === null ? '' : saidRate(info.rate, 3),
    broken: brokenWords(info, t),
    bare: isBare(state),
  });
}

/** Names the first law that a `ridge` denoiser's weights break; empty for none. */
export function brokenWords({ right, certificate }: ImageInfo, t: Translate): string {
  const broken = certificate.broken[0];
  if (right !== 'ridge' || !broken) return '';
  return say(t, dynamicKey('image.broken', broken.law), {
    found: formatNumberShort(Number(broken.found.toPrecision(5))),
  });
}

function bestUpTo(trajectory: Trajectory, step: number): { best: number; at: number } {
  const { snr } = trajectory.series;
  let [best, at] = [Number.NEGATIVE_INFINITY, 0];
  for (let row = 0; row < trajectory.count; row++) {
    const k = stepOf(trajectory, row);
    if (k > step) break;
    if (snr && snr[row]! > best) [best, at] = [snr[row]!, k];
  }
  return { best, at };
}

function standOf(snapshot: Snapshot, state: AppState, side: SideName, info: ImageInfo): ImageStand {
  const trajectory = snapshot.trajectories[side];
  const shown = shownStep(state, side);
  const { best, at } = bestUpTo(trajectory, shown);
  const found = largestRatio(trajectory, shown);
  const radius = shownNumber(snapshot, side, 'radius');
  return {
    best: best > Number.NEGATIVE_INFINITY ? saidDecibels(best) : '',
    bestAt: at,
    isBest: at === shown,
    ratio: found ? saidRatio(found.ratio) : '',
    ratioAt: found?.k ?? 0,
    radius: Number.isFinite(radius) ? saidRadius(radius) : '',
    rests: side === 'right' && info.comesToRest,
    k: standingOf(state, snapshot.trajectories, side).endedAt ?? shown,
    period: state.sides[side].carried?.period ?? 0,
    bare: isBare(state),
  };
}

/** Returns `settled` for an arrival, `moving` before an end. */
function endOf(snapshot: Snapshot, state: AppState, side: SideName): string {
  const { status } = standingOf(state, snapshot.trajectories, side);
  return status === 'reached' ? 'settled' : status;
}

function knownOf({ rate, comesToRest }: ImageInfo, side: SideName): 'free' | 'certified' | 'rests' {
  if (side === 'left') return 'free';
  if (rate !== null) return 'certified';
  return comesToRest ? 'rests' : 'free';
}

export function verdictWords(snapshot: Snapshot, state: Open, side: SideName, t: Translate): string {
  const { info } = state.opened;
  const end = endOf(snapshot, state, side);
  if (state.k === 0 && end === 'moving' && isAsking(state)) return t('verdict.ready');
  const key =
    end === 'moving'
      ? dynamicKey('image.moving', isAsking(state) ? 'asking' : knownOf(info, side))
      : dynamicKey('end.image', end);
  return say(t, key, standOf(snapshot, state, side, info));
}

/** Returns the words below a verdict, with proof or criterion. */
export function footingWords(snapshot: Snapshot, state: Open, side: SideName, t: Translate): Footing {
  const { info } = state.opened;
  const end = endOf(snapshot, state, side);
  const [strength, c] = [saidShort(info.strength), formatNumberShort(info.c)];
  const settings =
    side === 'right' && info.right === 'handmade'
      ? t('image.settings.threshold', { strength, c, threshold: saidShort(info.threshold) })
      : t('image.settings', { strength, c });
  const below = isAsking(state) ? '' : settings;
  const before = () => (isAsking(state) ? '' : whyMoving(snapshot, state, side, t));
  const why = end === 'moving' ? before() : whyEnded(state, side, end, info, t);
  return { below, why, ended: end !== 'moving', overshoots: false };
}

function whyMoving(snapshot: Snapshot, state: Open, side: SideName, t: Translate): string {
  const { info } = state.opened;
  const broken = brokenWords(info, t);
  if (side === 'right' && broken !== '') return t('image.why.broken', { broken });
  const known = knownOf(info, side);
  if (known === 'certified') {
    const rate = info.rate!;
    return t('image.why.rate', { rate: saidRate(rate, 4), times: saidBound(rate / (1 - rate)) });
  }
  if (known === 'rests') return t('image.why.rests');
  if (side === 'right') return t('image.why.none');
  const found = largestRatio(snapshot.trajectories.left, shownStep(state, 'left'));
  return found ? t('image.why.witness', { ratio: saidRatio(found.ratio), k: found.k }) : t('image.why.free');
}

function whyEnded(state: AppState, side: SideName, end: string, info: ImageInfo, t: Translate): string {
  switch (end) {
    case 'settled':
      return t('image.why.settled', {
        share: formatNumberShort(ends.settled.criterion.radius),
        rate: saidRate(info.rate ?? Number.NaN, 4),
      });
    case 'stationary':
      return t('image.why.stationary', { move: formatNumberShort(ends.stationary.criterion.move) });
    case 'cycles':
      return t('image.why.cycles', {
        period: state.sides[side].carried?.period ?? 0,
        near: formatNumberShort(ends.cycles.criterion.near),
        move: formatNumberShort(ends.cycles.criterion.move),
      });
    default:
      return t('image.why.diverged');
  }
}
