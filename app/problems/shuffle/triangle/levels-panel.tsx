import '../matrix-words.en.ts';
import '../../kit/surface/read-below.css';
import '../matrix.css';
import { isAsking } from '../../../session/guessing.ts';
import { slidePanel } from '../../kit/slide-panel.tsx';
import { triangleOf } from '../shuffle-info.ts';
import {
  createLevels,
  describeLevels,
  levelsInputNow,
  levelWords,
  shareOf,
  thresholdWords,
} from './levels-drawing.ts';
import { LAST_SHARE, nextShare, shareAt } from './levels-plot.ts';

export const LEVELS = slidePanel({
  ...{ name: 'levels', testId: 'levels', className: 'matrix-read read-under levels', param: 'lambda' },
  title: (_, t) => t('shuffle.levels.title'),
  label: (t) => t('aria.shuffle.levels'),
  slide: (t) => t('shuffle.levels.slide'),
  range: [0, LAST_SHARE],
  valueOf: shareOf,
  at(x, canvas, { store }) {
    const input = levelsInputNow(store.getState(), canvas);
    return input ? shareAt(input, x) : 0;
  },
  next(key, now, state) {
    const info = triangleOf(state);
    if (!info) return undefined;
    const stops = info.thresholds.map(({ threshold }) => threshold / info.smoothness).sort((a, b) => a - b);
    // Just beyond a threshold, in a link's digits.
    const beyond = (from: number) => Number((1.02 * from).toPrecision(3));
    return {
      ArrowRight: nextShare(now, 1),
      ArrowUp: nextShare(now, 1),
      ArrowLeft: nextShare(now, -1),
      ArrowDown: nextShare(now, -1),
      PageUp: stops.map(beyond).find((stop) => stop > now) ?? LAST_SHARE,
      PageDown: stops.map(beyond).findLast((stop) => stop > 0 && stop < now) ?? 0,
      Home: 0,
      End: LAST_SHARE,
    }[key];
  },
  picture: () => createLevels().run,
  ground: (pointed) => createLevels(pointed).ground,
  tell: describeLevels,
  say: (share, state, t) => levelWords(state, share, t),
  hint(state, t) {
    const info = triangleOf(state);
    return info && !isAsking(state) ? thresholdWords(info, t) : '';
  },
});
