import type { SideName } from '../../../../engine/contract.ts';
import { formatDistance, formatPlace } from '../../../i18n/format.ts';
import { isAsking } from '../../../session/guessing.ts';
import type { Describe } from '../../../session/picture/picture.ts';
import { FED, planeOf } from '../federated-info.ts';
import { TICKS } from './marks.ts';

/** Most clients listed singly. */
const MOST = 6;

/** Describes the clients' minima, the shown round, the biases at the ticks. */
export const describeRound =
  (side: SideName): Describe =>
  (_, state, t) => {
    const info = planeOf(state);
    if (!info) return '';
    const { count, minima } = info.sides[side].clients;
    const round = FED.now(state, 'round')?.[side];
    const shown = Math.min(count, MOST);
    const places = Array.from({ length: shown }, (__, c) => formatPlace(minima.subarray(2 * c, 2 * c + 2)));
    const ends = round?.paths.slice(0, shown).map((path) => formatPlace(path.subarray(-2))) ?? [];
    const asks = isAsking(state);
    return [
      ...(count > 1 && !asks ? [t('alt.fed.minima', { places, more: count - shown })] : []),
      ...(round && count > 1 ? [t('alt.fed.round', { ends, average: formatPlace(round.average) })] : []),
      ...(side === 'left' && !asks && info.sides.left.limit
        ? [
            t('alt.fed.biases', {
              biases: TICKS.map((k) => ({ k, bias: formatDistance(info.biases[k - 1]!) })),
            }),
          ]
        : []),
    ].join(' ');
  };
