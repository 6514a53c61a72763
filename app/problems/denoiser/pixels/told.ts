import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { PixelsInfo } from '../../../../engine/problems/denoiser/types.ts';
import { formatDistance, formatFixed, formatPoint, formatFour as short } from '../../../i18n/format.ts';
import { formatLower, formatUpper } from '../../../i18n/format-bound.ts';
import { dynamicKey, type Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownIterate, shownNumber } from '../../../session/run/kept-steps.ts';
import { standingOf } from '../../../session/run/standing.ts';
import type { AppState } from '../../../session/store.ts';
import type { Footing } from '../../../session/view.ts';
import type { At } from '../../kit/define-view.ts';
import { isBare, say } from '../../kit/say.ts';
import { pixelsOf } from '../denoiser-info.ts';
import type { PixelStand } from './words.en.ts';

type Open = At<PixelsInfo>;

export const pixelTitle = (state: AppState, side: SideName, t: Translate): string =>
  t(`pixels.title.${side}`, { bare: isBare(state) });

export function aboutPixels(state: Open, panel: string, t: Translate): string {
  const { info } = state.opened;
  if (isAsking(state) && (panel === 'left' || panel === 'right')) return t(`pixels.plain.${panel}`);
  if (panel === 'left')
    return t('pixels.about.left', { slope: saidSlope(info.largestSlope), bare: isBare(state) });
  if (panel !== 'right') return '';
  const { cap, largestSlope } = info.sides.right;
  return t('pixels.about.right', {
    cap: cap === null ? saidSlope(largestSlope) : short(cap),
    free: cap === null,
    bare: isBare(state),
  });
}

/** Formats a largest slope in three digits. */
export const saidSlope = (slope: number) => formatFixed(slope, slope < 1 ? 3 : slope < 10 ? 2 : 1);

function standOf(snapshot: Snapshot, state: Open, side: SideName): PixelStand {
  const { c, sides } = state.opened.info;
  const { carried = {} } = state.sides[side];
  const { endedAt } = standingOf(state, snapshot.trajectories, side);
  const { rate, guaranteedBelow } = sides[side];
  return {
    at: formatPoint(shownIterate(snapshot, side)),
    k: endedAt,
    radius: shownNumber(snapshot, side, 'radius'),
    rate: rate ?? Number.NaN,
    c,
    bound: guaranteedBelow,
    period: carried.period ?? Number.NaN,
    bare: isBare(state),
  };
}

/** Classifies a moving side: a known rate, certain to settle, or open. */
const prospectOf = ({ rate, c, bound }: PixelStand) =>
  Number.isFinite(rate) ? 'rate' : c < bound ? 'settles' : 'open';

export function pixelVerdict(snapshot: Snapshot, state: Open, side: SideName, t: Translate): string {
  const stand = standOf(snapshot, state, side);
  const { status } = standingOf(state, snapshot.trajectories, side);
  if (status !== 'moving') return say(t, dynamicKey('end', 'pixels', status), stand);
  if (isAsking(state)) return t(state.k === 0 ? 'verdict.ready' : 'pixels.asking');
  const prospect = prospectOf(stand);
  const isReady = prospect === 'rate' && Number.isNaN(stand.radius);
  return say(t, dynamicKey('pixels', isReady ? 'ready' : 'moving', prospect), stand);
}

/** Returns the words below a verdict, with proof or criterion. */
export function pixelFooting(snapshot: Snapshot, state: Open, side: SideName, t: Translate): Footing {
  const { status } = standingOf(state, snapshot.trajectories, side);
  const stand = standOf(snapshot, state, side);
  const { largestSlope, guaranteedBelow } = state.opened.info.sides[side];
  const why = status === 'moving' ? prospectOf(stand) : status;
  return {
    below: isAsking(state)
      ? ''
      : t('pixels.settings', {
          slope: formatUpper(largestSlope, 4),
          bound: formatLower(guaranteedBelow, 4),
          bare: isBare(state),
        }),
    why: isAsking(state) ? '' : say(t, dynamicKey('pixels', 'why', why), stand),
    ended: status !== 'moving',
    overshoots: false,
  };
}

export function pixelNote(snapshot: Snapshot, side: SideName, t: Translate): string {
  const state = snapshot.store.getState();
  const info = pixelsOf(state);
  const [x, y] = shownIterate(snapshot, side);
  if (!info || x === undefined || y === undefined || isBare(state)) return '';
  const away = Math.hypot(x - info.truth[0], y - info.truth[1]);
  if (state.k === 0 && isAsking(state)) return '';
  return Number.isFinite(away) ? t('pixels.away', { away: formatDistance(away) }) : '';
}
