import '../../../pictures/alt-words.en.ts';
import './cone-words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import { formatDigits, formatPlace, formatReadout, formatShare } from '../../../i18n/format.ts';
import { isAsking } from '../../../session/guessing.ts';
import type { Describe } from '../../../session/picture/picture.ts';
import { numberAt, shownNumber, shownRow } from '../../../session/run/kept-steps.ts';
import { viewOf } from '../../../session/view.ts';
import { floorOf, GAME, generatorsOf, titleOf } from '../game-info.ts';

/** Shares up to which g counts as arrived, and as close. */
const [ON, NEAR] = [1e-3, 0.1];

export function describeCone(side: SideName): Describe {
  return (snapshot, state, t) => {
    const name = titleOf(state, side, t);
    const info = generatorsOf(state);
    if (!info) return t('aria.gan.cone', { side: name });
    const trajectory = snapshot.trajectories[side];
    const { places } = trajectory;
    const row = shownRow(snapshot, side);
    const floor = floorOf(state, side);
    const mse = shownNumber(snapshot, side, 'loss');
    const first = numberAt(trajectory, 'loss', 0);
    const { certificate, width } = info.sides[side];
    const { reachable } = certificate;
    const share = reachable ? mse / first : (mse - floor) / floor;
    const mean = GAME.now(state, 'players')?.[side].mean ?? [places[3 * row]!, places[3 * row + 1]!];
    const facts = {
      side: name,
      width,
      reachable: isAsking(state) ? null : reachable,
      floor: formatDigits(floor),
      mse: formatReadout(mse),
      mean: formatPlace(info.mean),
      g: formatPlace(mean),
      far: share < 1 ? formatShare(share) : formatReadout(reachable ? share : 1 + share),
      isMany: !(share < 1),
      near: share <= ON ? 'on' : share <= NEAR ? 'near' : 'far',
    } as const;
    const parts = [
      t('aria.gan.cone', { side: name }),
      t('alt.step', { k: state.k }),
      Number.isFinite(mse) ? t('alt.gan.cone', facts) : '',
      viewOf(state).verdict(snapshot, state, side, t),
    ];
    return t('alt.whole', { parts: parts.filter((part) => part !== '') });
  };
}
