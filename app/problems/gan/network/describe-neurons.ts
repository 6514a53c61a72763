import '../../../pictures/alt-words.en.ts';
import './cone-words.en.ts';
import type { Describe } from '../../../session/picture/picture.ts';
import { GAME, generatorsOf, offOf, titleOf } from '../game-info.ts';

/** Counts neurons pushed out, pulled in and off. */
export const describeNeurons: Describe = (_, state, t) => {
  const told = GAME.now(state, 'players');
  const sides = (['left', 'right'] as const).flatMap((side) => {
    const generator = generatorsOf(state)?.sides[side];
    if (!told || !generator) return [];
    const { pulls, silent } = told[side];
    const count = (has: (pull: number, j: number) => boolean) =>
      pulls.reduce((sum, pull, j) => sum + (has(pull, j) ? 1 : 0), 0);
    return t('alt.gan.neurons', {
      side: titleOf(state, side, t),
      width: pulls.length,
      out: count((pull, j) => pull > 0 && silent[j] === 0),
      in: count((pull, j) => pull < 0 && silent[j] === 0),
      none: count((_pull, j) => silent[j] === 1),
      off: offOf(generator),
    });
  });
  return t('alt.whole', { parts: [t('aria.gan.neurons'), t('alt.step', { k: state.k }), ...sides] });
};
