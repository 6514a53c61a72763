import type { Vector } from '../../contract.ts';
import type { FedRound } from './types.ts';

/** Reads the terms of the round from a state; `after` is the next state, null if the side diverges. */
export interface RoundTaker {
  /** Multiply-adds per round. */
  readonly products: number;
  take(k: number, state: Vector, after: Vector | null): FedRound;
}
