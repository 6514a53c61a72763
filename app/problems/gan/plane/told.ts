import type { SideName } from '../../../../engine/contract.ts';
import type { PlaneInfo, PlaneSide } from '../../../../engine/problems/gan/types.ts';
import { formatFixed, formatNumberShort } from '../../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import { standingOf } from '../../../session/run/standing.ts';
import type { AppState } from '../../../session/store.ts';
import type { LevelView } from '../../kit/define-view.ts';
import { isBare } from '../../kit/say.ts';
import { isCalm, planeOf } from '../game-info.ts';
import { footingOf, playTitle } from '../game-view.ts';

/** Formats with this many decimals, more if those would read 1. */
function factorText(factor: number, decimals = 4): string {
  let digits = decimals;
  while (digits < 12 && factor !== 1 && Number(factor.toFixed(digits)) === 1) digits++;
  return digits > 5 ? formatFixed(factor, digits) : formatNumberShort(Number(factor.toFixed(digits)));
}

export function factorWords({ motion, factor }: Pick<PlaneSide, 'motion' | 'factor'>, t: Translate): string {
  if (motion !== 'arrives' && motion !== 'leaves') return t(`gan.forecast.${motion}`);
  return t(`gan.forecast.${motion}`, { factor: factorText(factor) });
}

/** States what is proved of a side; empty while a lecture's scene asks. */
export function forecastWords(state: AppState, side: SideName, t: Translate): string {
  const of = planeOf(state)?.sides[side];
  if (!of || isAsking(state)) return '';
  return isBare(state) ? t('gan.forecast.factor', { factor: factorText(of.factor) }) : factorWords(of, t);
}

/** True if each round multiplies the distance by the factor: without damping it does in the metric mu (w - x)^2 + eta d^2. */
const isExact = ({ rule, rho, eta, mu }: PlaneSide): boolean =>
  rule === 'simultaneous' && rho === 0 && eta === mu;

/** True if a round scales (w - x, d) by one number, although B has a complex pair. */
const isStraight = ({ rule, rho, mu }: PlaneSide): boolean => rule === 'extragradient' && mu * rho === 1;

export const PLANE_WORDS: LevelView<PlaneInfo> = {
  title: ({ opened }, side, t) => playTitle(opened.info, side, t),
  about(state, panel, t) {
    if (panel === 'left') return t('gan.about.plane');
    return panel === 'right' ? t(dynamicKey('gan.about', state.opened.info.versus)) : '';
  },
  verdict({ trajectories }, state, side, t) {
    const { status, endedAt } = standingOf(state, trajectories, side);
    const of = state.opened.info.sides[side];
    // With very different steps the players go far out before they return, or pass near the saddle.
    if (status === 'diverged')
      return t(of.verdict === 'leaves' ? 'end.gan.leaves' : 'end.gan.farOut', { k: endedAt, ...of });
    if (status === 'reached')
      return t(of.verdict === 'arrives' ? 'end.gan.saddle' : 'end.gan.near', { k: endedAt });
    if (isCalm(state)) return t('gan.ready');
    if (isAsking(state)) return t(state.k === 0 ? 'gan.ready' : 'gan.moving');
    const { forAll } = of;
    if (of.motion === 'cycles') return t('end.gan.cycles', { ellipse: of.ellipse !== null, forAll });
    if (of.motion === 'drifts' || of.motion === 'rests') return t(`gan.plane.${of.motion}`);
    const spirals = forAll && !isStraight(of);
    const facts = {
      factor: isBare(state) ? null : factorText(of.factor),
      exact: isExact(of),
      forAll,
      spirals,
    };
    return of.verdict === 'arrives' ? t('gan.plane.arrives', facts) : t('gan.plane.leaves', facts);
  },
  footing({ trajectories }, state, side, t) {
    const of = state.opened.info.sides[side];
    const { status } = standingOf(state, trajectories, side);
    const proof = () => {
      if (status === 'diverged') return t('gan.why.diverged');
      if (isAsking(state)) return '';
      if (of.motion !== 'arrives' && of.motion !== 'leaves') return t(`gan.why.${of.motion}`);
      const exact = of.rule === 'simultaneous' && of.rho === 0;
      return t('gan.why.factor', { factor: factorText(of.factor), exact });
    };
    return footingOf(state, of, status, proof(), t);
  },
};
