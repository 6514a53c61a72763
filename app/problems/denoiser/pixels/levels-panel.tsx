import '../../kit/surface/read-below.css';
import './panels.css';
import { CATALOG } from '../../../../engine/catalog.ts';
import type { Panel } from '../../../session/view.ts';
import { slidePanel } from '../../kit/slide-panel.tsx';
import type { LevelKey } from './info.ts';
import {
  axisOf,
  boundWords,
  createPixelLevels,
  describeLevels,
  keyOf,
  levelWords,
} from './levels-drawing.ts';
import { levelAt } from './levels-plot.ts';

/** Change per arrow key, and per page key. */
const STEPS = { c: [0.01, 0.1], cap: [0.01, 0.1] } as const;

const levelsPanel = (key: LevelKey): Panel => {
  const { min, max } = CATALOG.denoiser.params[key];
  const axis = axisOf(key);
  const [step, page] = STEPS[key];
  // Right follows the direction of the axis.
  const way = Math.sign(axis[1] - axis[0]);
  return slidePanel({
    ...{
      name: `levels-${key}`,
      testId: `levels-${key}`,
      className: 'pixel-read read-under levels',
      param: key,
    },
    title: (_, t) => t(`pixels.levels.title.${key}`),
    label: (t) => t(`pixels.levels.title.${key}`),
    slide: (t) => t(`pixels.levels.slide.${key}`),
    range: [Math.min(...axis), Math.max(...axis)],
    valueOf: (state) => keyOf(state, key),
    fit: (to) => Number(Math.max(Math.max(min, 0.01), Math.min(max, to)).toFixed(3)),
    at: (x, { size, drawStyle }) => levelAt(size, drawStyle.scale, axis, x),
    next: (pressed, now) =>
      ({
        ArrowRight: now + way * step,
        ArrowUp: now + step,
        ArrowLeft: now - way * step,
        ArrowDown: now - step,
        PageUp: now + page,
        PageDown: now - page,
        Home: axis[0],
        End: axis[1],
      })[pressed],
    picture: () => createPixelLevels(key).run,
    ground: (pointed) => createPixelLevels(key, pointed).ground,
    tell: describeLevels(key),
    say: (value, state, t) => levelWords(state, key, value, t),
    hint: (state, t) => boundWords(state, key, t),
  });
};

export const LEVELS_C = levelsPanel('c');
export const LEVELS_CAP = levelsPanel('cap');
