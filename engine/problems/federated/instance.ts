import type { IteratingSide, SidedInstance, SideName } from '../../contract.ts';
import type { NetworkSides } from './network/sides.ts';
import type { FedInfo } from './types.ts';

export interface FedInstance extends SidedInstance {
  readonly info: FedInfo;
  /** Null on the plane. */
  readonly network: NetworkSides | null;
  readonly sides: Readonly<Record<SideName, IteratingSide>>;
}
