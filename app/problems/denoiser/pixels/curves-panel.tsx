import './panels.css';
import type { Panel } from '../../../session/view.ts';
import { readPanel } from '../../kit/panel.tsx';
import { partForKey } from '../../kit/surface/part-for-key.ts';
import {
  type CurvesKind,
  createPixelCurves,
  curvesHint,
  curveWords,
  describeCurves,
} from './curves-drawing.ts';
import { curvesRead } from './info.ts';
import { placeAt } from './plot.ts';

/** Places per arrow key. */
const STRIDE = 20;

/** D with its slope, or h. */
const curvesPanel = (kind: CurvesKind): Panel =>
  readPanel<number>({
    name: kind,
    className: 'pixel-read read-under',
    title: (_, t) => t(`pixels.${kind}.title`),
    label: (_, t) => t(`pixels.${kind}.title`),
    surface: (_, t) => t('aria.pixels.surface', { title: t(`pixels.${kind}.title`) }),
    picture: () => createPixelCurves(kind).run,
    ground: (pointed) => createPixelCurves(kind, pointed).ground,
    tell: describeCurves(kind),
    say: (place, { store }, t) => curveWords(store.getState(), kind, place, t),
    hint: ({ store }, t) => curvesHint(store.getState(), kind, t),
    pick([x], { size, drawStyle }, { store }) {
      const curves = curvesRead(store.getState());
      return curves && placeAt(size, drawStyle.scale, curves.at, x);
    },
    next({ key }, place, _, { store }) {
      const at = curvesRead(store.getState())?.at;
      const last = at ? Math.floor((at.length - 1) / STRIDE) : -1;
      const part = partForKey(key, place === null ? null : Math.round(place / STRIDE), last);
      return part && part * STRIDE;
    },
    narrow: 0.8,
  });

export const DENOISER_CURVES = curvesPanel('denoiser');
export const PROX_CURVES = curvesPanel('prox');
