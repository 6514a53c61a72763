import type { SideName } from '../../engine/contract.ts';
import type { Opened } from '../../workers/protocol.ts';

/** Whether an optimizer moves a side; otherwise it moves by itself, in rounds that may take a second each. */
export function descends({ settings }: Pick<Opened, 'settings'>, side: SideName): boolean {
  return !settings[side].iterates;
}
