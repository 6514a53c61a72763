import type { IteratingSide, SidedInstance, SideName } from '../../contract.ts';
import type { NetworkSides } from './network/sides.ts';
import type { FedInfo } from './types.ts';

/** Federated averaging at one scenario's values. */
export interface FedInstance extends SidedInstance {
  readonly info: FedInfo;
  /** What both sides of the network are made of; null on the plane. */
  readonly network: NetworkSides | null;
  readonly sides: Readonly<Record<SideName, IteratingSide>>;
}
