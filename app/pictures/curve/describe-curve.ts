import '../alt-words.en.ts';
import { SIDES } from '../../../engine/side-names.ts';
import { formatReadout } from '../../i18n/format.ts';
import type { Describe } from '../../session/picture/picture.ts';
import { shownStep } from '../../session/run/kept-steps.ts';
import { partState } from '../../session/scene-parts.ts';
import { type Curve, viewOf } from '../../session/view.ts';

/** Describes the start and present value of both sides. */
export const describeCurve =
  (curve: Curve): Describe =>
  (snapshot, state, t) => {
    const isOne = curve.isOne?.(state) ?? false;
    const told = (isOne ? (['left'] as const) : SIDES).filter((side) => partState(state, side) !== 'absent');
    const sides = told.map((side) => {
      const at = (k: number) => formatReadout(curve.valueAt(snapshot, side, k, t));
      const now = at(shownStep(state, side));
      const name = isOne ? curve.title(state, t) : viewOf(state).short(state, side, t);
      return t('alt.series', { side: name, first: at(0), now });
    });
    const steps = t('alt.steps', { k: state.k, last: state.frontier });
    const parts = [curve.label(state, t), steps, ...sides, ...(curve.told?.(snapshot, t) ?? [])];
    return t('alt.whole', { parts });
  };
