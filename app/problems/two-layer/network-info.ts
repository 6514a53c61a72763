import type { NetworkInfo } from '../../../engine/problems/two-layer/types.ts';
import type { Opened } from '../../../workers/protocol.ts';

/** Returns the info of two layers; null for another or no problem. */
export function networkOf(opened: Pick<Opened, 'info'> | null | undefined): NetworkInfo | null {
  const info = opened?.info as Partial<NetworkInfo> | undefined;
  return info?.neurons === undefined ? null : (info as NetworkInfo);
}
