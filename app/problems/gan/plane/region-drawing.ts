import { formatNumberShort } from '../../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import { createPicture, type Describe, type Picture } from '../../../session/picture/picture.ts';
import type { AppState } from '../../../session/store.ts';
import { GAME, planeSideOf, type RegionsRead } from '../game-info.ts';
import { shownWindow } from '../game-readings.ts';
import { factorWords, titleOf } from '../game-words.ts';
import type { RegionWindow } from '../region-geometry.ts';
import { drawRegions, type RegionDot } from './region-plot.ts';

interface RegionState extends Pick<AppState, 'opened' | 'openedProblem'> {
  readonly read: RegionsRead | null;
  readonly window: RegionWindow | null;
  /** True while a lecture's scene asks: regions are hidden. */
  readonly asks: boolean;
}

/** Returns the present points: two if the brakes may differ, else one. */
export function dotsOf(state: Pick<AppState, 'opened' | 'openedProblem'>): readonly RegionDot[] {
  const [left, right] = [planeSideOf(state, 'left'), planeSideOf(state, 'right')];
  if (!left || !right) return [];
  const isBoth = left.rule !== right.rule;
  const dots = [
    { side: 'right', eta: right.eta, rho: right.rho, isBoth },
    { side: 'left', eta: left.eta, rho: left.rho, isBoth },
  ] as const;
  return isBoth ? dots.slice(1) : dots;
}

const ruleOf = (state: Pick<AppState, 'opened' | 'openedProblem'>, side: 'left' | 'right', t: Translate) =>
  t(dynamicKey('gan.rule', planeSideOf(state, side)!.rule));

export const createRegions = (): Picture<RegionState> =>
  createPicture({
    select({ store }) {
      const state = store.getState();
      const { opened, openedProblem } = state;
      return {
        opened,
        openedProblem,
        read: GAME.now(state, 'regions'),
        window: shownWindow(state),
        asks: isAsking(state),
      };
    },
    draw(state, { size, drawStyle, t }) {
      const { read } = state;
      const window = read?.window ?? state.window;
      const [left, right] = [planeSideOf(state, 'left'), planeSideOf(state, 'right')];
      if (!window || !left || !right) return [];
      const same = left.rule === right.rule;
      const only = (side: 'left' | 'right') => t('gan.region.only', { rule: ruleOf(state, side, t) });
      const border = (side: 'left' | 'right') =>
        t('gan.region.border', { rule: same ? null : ruleOf(state, side, t) });
      return drawRegions({
        ...size,
        ...drawStyle,
        window,
        regions: state.asks ? null : (read?.told ?? null),
        same,
        dots: dotsOf(state),
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
  const window = shownWindow(state);
  if (!window) return '';
  const short = (value: number) => formatNumberShort(Number(value.toPrecision(4)));
  if (isAsking(state)) return '';
  const map = t('alt.gan.regions', { eta: short(window.eta), rho: short(window.rho) });
  const dots = (['left', 'right'] as const).map((side) => {
    const { eta, rho } = planeSideOf(state, side)!;
    const verdict = factorWords(planeSideOf(state, side)!, t);
    return t('alt.gan.dot', { side: titleOf(state, side, t), eta: short(eta), rho: short(rho), verdict });
  });
  return [map, ...dots].join(' ');
};
