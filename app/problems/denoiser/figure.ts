import { dynamicKey } from '../../i18n/messages.ts';
import type { Curve } from '../../session/view.ts';
import { curvesFigure } from '../kit/curve/curves-figure.ts';

export const figureOf = (curves: readonly Curve[]) =>
  curvesFigure(curves, (name, t) => t(dynamicKey('denoiser.figure', name)));
