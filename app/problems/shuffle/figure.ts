import { dynamicKey } from '../../i18n/messages.ts';
import { curvesFigure } from '../kit/curve/curves-figure.ts';
import { CURVES } from './curves.ts';

export const SHUFFLE_FIGURE = curvesFigure(CURVES, (name, t) => t(dynamicKey('shuffle.curve', name)));
