import type { SideName } from '../../../../engine/contract.ts';
import type { PlaneInfo } from '../../../../engine/problems/gan/types.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import { formatFour as short } from '../../../i18n/format.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import { createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import { planeOf, titleOf } from '../game-info.ts';
import type { RegionWindow } from '../region-geometry.ts';
import { REGIONS, type RegionsRead, shownWindow } from './readings.ts';
import { drawRegions, type RegionDot } from './region-plot.ts';
import { factorWords } from './told.ts';

interface RegionState {
  readonly info: PlaneInfo | null;
  readonly read: RegionsRead | null;
  readonly window: RegionWindow | null;
  /** True while a lecture's scene asks: regions are hidden. */
  readonly asks: boolean;
}

/** Returns the present points: two if the brakes may differ, else one. */
export function dotsOf(info: PlaneInfo | null): readonly RegionDot[] {
  if (!info) return [];
  const { left, right } = info.sides;
  const isBoth = left.rule !== right.rule;
  const dots = [
    { side: 'right', eta: right.eta, rho: right.rho, isBoth },
    { side: 'left', eta: left.eta, rho: left.rho, isBoth },
  ] as const;
  return isBoth ? dots.slice(1) : dots;
}

export const createRegions = (): Picture<RegionState> =>
  createPicture({
    select({ store }) {
      const state = store.getState();
      return {
        info: planeOf(state),
        read: REGIONS.now(state, 'regions'),
        window: shownWindow(state),
        asks: isAsking(state),
      };
    },
    draw({ info, read, window: shown, asks }, { size, drawStyle, t }) {
      const window = read?.window ?? shown;
      if (!window || !info) return [];
      const { left, right } = info.sides;
      const same = left.rule === right.rule;
      const rule = (side: SideName) => t(dynamicKey('gan.rule', info.sides[side].rule));
      const only = (side: SideName) => t('gan.region.only', { rule: rule(side) });
      const border = (side: SideName) => t('gan.region.border', { rule: same ? null : rule(side) });
      return drawRegions({
        ...size,
        ...drawStyle,
        window,
        regions: asks ? null : (read?.told ?? null),
        same,
        dots: dotsOf(info),
        axes: { x: t('gan.region.eta'), y: t('gan.region.rho') },
        words: {
          both: t(same ? 'gan.region.arrives' : 'gan.region.both'),
          none: t(same ? 'gan.region.leaves' : 'gan.region.none'),
          left: only('left'),
          right: only('right'),
        },
        borders: { left: border('left'), right: border('right') },
      });
    },
  });

export const tellRegions: Describe = (_, state, t) => {
  const [info, window] = [planeOf(state), shownWindow(state)];
  if (!info || !window || isAsking(state)) return '';
  const map = t('alt.gan.regions', { eta: short(window.eta), rho: short(window.rho) });
  const dots = SIDES.map((side) => {
    const { eta, rho } = info.sides[side];
    const verdict = factorWords(info.sides[side], t);
    return t('alt.gan.dot', { side: titleOf(state, side, t), eta: short(eta), rho: short(rho), verdict });
  });
  return [map, ...dots].join(' ');
};
