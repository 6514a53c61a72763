import '../matrix-words.en.ts';
import '../matrix.css';
import { isAsking } from '../../../session/guessing.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { readPanel } from '../../kit/panel.tsx';
import { partForKey } from '../../kit/surface/part-for-key.ts';
import { shuffleOf } from '../shuffle-info.ts';
import {
  binsOf,
  binWords,
  costsHint,
  costsInput,
  costsState,
  createCosts,
  describeCosts,
  factorial,
} from './costs-drawing.ts';
import { binAt } from './costs-plot.ts';
import { SortSwitch } from './SortSwitch.tsx';

const lastBin = ({ store }: Snapshot): number => {
  const info = shuffleOf(store.getState());
  return info ? binsOf(info).length - 1 : -1;
};

export const COSTS = readPanel<number>({
  name: 'costs',
  className: 'matrix-read read-under costs',
  title(state, t) {
    const info = shuffleOf(state);
    return info ? t('shuffle.costs.title', { n: factorial(info.n), listed: info.costs.length > 0 }) : '';
  },
  label: (_, t) => t('aria.shuffle.costs'),
  surface: (_, t) => t('aria.shuffle.costs.surface'),
  picture: createCosts,
  tell: describeCosts,
  has: (bin, snapshot) => bin <= lastBin(snapshot),
  say(bin, { store }, t) {
    const [state, info] = [store.getState(), shuffleOf(store.getState())];
    return info ? binWords(info, bin, isAsking(state), t) : '';
  },
  hint({ store }, t) {
    const [state, info] = [store.getState(), shuffleOf(store.getState())];
    return info ? costsHint(info, isAsking(state), t) : '';
  },
  pick([x], canvas, snapshot) {
    const info = shuffleOf(snapshot.store.getState());
    return info && binAt(costsInput(costsState(snapshot), info, null, canvas), x);
  },
  next: ({ key }, bin, _, snapshot) => partForKey(key, bin, lastBin(snapshot)),
  Below: SortSwitch,
  narrow: 0.8,
});
