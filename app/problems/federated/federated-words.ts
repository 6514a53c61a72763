import type { PlaneSide } from '../../../engine/problems/federated/types.ts';
import { formatDistance } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { AppState } from '../../session/store.ts';
import type { Footing } from '../../session/view.ts';

type Settings = Pick<PlaneSide, 'local' | 'eta' | 'server'>;

/** Returns a side's footing while its end is asked for; empty before the first round. */
export function askedBelow({ k }: Pick<AppState, 'k'>, of: Settings, t: Translate): Footing {
  const told = toldBelow(of, '', false, t);
  return k === 0 ? { ...told, below: '' } : told;
}

/** Returns a side's settings, for the line below its verdict, with its proof or criterion (`why`). */
export function toldBelow(of: Settings, why: string, ended: boolean, t: Translate): Footing {
  const { local, eta, server } = of;
  const below = t('fed.settings', {
    local,
    eta: formatDistance(eta),
    server: server === 1 ? null : formatDistance(server),
  });
  return { below, why, ended, overshoots: false };
}
