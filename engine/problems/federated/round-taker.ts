import type { Vector } from '../../contract.ts';
import type { FedRound } from './types.ts';

/** `after` is the next state, null on divergence. */
export interface RoundTaker {
  /** Multiply-adds per round. */
  readonly products: number;
  take(k: number, state: Vector, after: Vector | null): FedRound;
}
