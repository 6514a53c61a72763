import '../../pictures/alt-words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import { formatReadout } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { isAsking } from '../../session/guessing.ts';
import type { Describe } from '../../session/picture/picture.ts';
import type { AppState } from '../../session/store.ts';
import { barsOf, valuesOf } from './output-drawings.ts';
import { countDead, countKept, OUTPUTS } from './outputs-facts.ts';
import { nameOf, outputsOf } from './outputs-info.ts';
import { accuracyWords, verdictWords } from './outputs-words.ts';

const SIDES: readonly SideName[] = ['left', 'right'];

/** Joins a picture's name, the step, and words per side. */
const told =
  (
    label: (t: Translate) => string,
    sides: readonly SideName[],
    say: (side: SideName, ...of: Parameters<Describe>) => string,
    more: (state: AppState, t: Translate) => readonly string[] = () => [],
  ): Describe =>
  (snapshot, state, t) => {
    const own = sides.map((side) => say(side, snapshot, state, t));
    const parts = [label(t), t('alt.step', { k: state.k }), ...own, ...more(state, t)];
    return t('alt.whole', { parts: parts.filter((part) => part !== '') });
  };

export const regions = (side: SideName): Describe =>
  told(
    (t) => t('aria.outputs.regions', { side: nameOf(side, t) }),
    [side],
    (_, snapshot, state, t) =>
      [accuracyWords(state, side, nameOf(side, t), t), verdictWords(snapshot, state, side, t)].join(' '),
  );

export const polygon: Describe = told(
  (t) => t('aria.outputs.polygon'),
  SIDES,
  (side, _, state, t) => {
    const corners = OUTPUTS.now(state, 'networks')?.[side].polygon;
    return corners
      ? t('alt.outputs.corners', { side: nameOf(side, t), corners: Math.max(0, corners.length / 3 - 2) })
      : '';
  },
);

export const values = (side: SideName | 'both'): Describe =>
  told(
    (t) =>
      side === 'both'
        ? t('aria.outputs.values', { side: SIDES.map((one) => nameOf(one, t)).join(', ') })
        : t('aria.outputs.strengths', { side: nameOf(side, t) }),
    side === 'both' ? SIDES : [side],
    (own, _, state, t) => {
      const info = outputsOf(state.opened);
      const network = OUTPUTS.now(state, 'networks')?.[own];
      const found = info && network && valuesOf(info, network);
      const words = Array.from(found ?? [], (value) => formatReadout(value)).join(', ');
      return found
        ? t('alt.outputs.values', {
            side: nameOf(own, t),
            values: words,
            classes: info.program === 'closed',
          })
        : '';
    },
    (state, t) => {
      const info = outputsOf(state.opened);
      return (info ? barsOf(info, isAsking(state), t) : []).flatMap(({ name, labels, target }) =>
        target === null
          ? []
          : [
              t('alt.outputs.target', {
                name,
                labels: formatReadout(labels),
                target: target > 0 ? formatReadout(target) : null,
              }),
            ],
      );
    },
  );

export const fit = (side: SideName): Describe =>
  told(
    (t) => t('aria.outputs.fit', { side: nameOf(side, t) }),
    [side],
    (_, __, state, t) => {
      const info = outputsOf(state.opened);
      const fitted = OUTPUTS.now(state, 'networks')?.[side].fitted;
      if (!info || fitted?.length !== info.labels.length) return '';
      let squares = 0;
      for (let i = 0; i < fitted.length; i++) squares += (fitted[i]! - info.labels[i]!) ** 2;
      const mean = formatReadout(Math.sqrt(squares / Math.max(1, fitted.length)));
      return t('alt.outputs.misfit', { side: nameOf(side, t), mean });
    },
  );

/** Counts neurons and reports the dual curve's maximum. */
function neuronsTold(side: SideName, ...[snapshot, state, t]: Parameters<Describe>): string {
  const info = outputsOf(state.opened);
  if (!info) return '';
  const count = side === 'left' ? info.neurons : countKept(snapshot, state);
  const neurons = t('alt.outputs.neurons', {
    side: nameOf(side, t),
    count,
    dead: side === 'left' ? countDead(state) : 0,
  });
  const heights = OUTPUTS.now(state, 'networks')?.[side].curve?.heights;
  if (!heights) return neurons;
  const largest = heights.reduce((most, value) => Math.max(most, value), 0) / info.beta;
  return `${neurons} ${t('alt.outputs.dual', { side: nameOf(side, t), largest })}`;
}

export const circle: Describe = told((t) => t('aria.outputs.circle'), SIDES, neuronsTold);
export const lines: Describe = told((t) => t('aria.outputs.lines'), SIDES, neuronsTold);
