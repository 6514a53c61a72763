import type { NetworkInfo } from '../../../engine/problems/two-layer/types.ts';
import type { Opened } from '../../../workers/protocol.ts';

/** What two layers say of themselves; null while nothing or another problem is opened. */
export function networkOf(opened: Pick<Opened, 'info'> | null | undefined): NetworkInfo | null {
  const info = opened?.info as Partial<NetworkInfo> | undefined;
  return info?.neurons === undefined ? null : (info as NetworkInfo);
}
