import type { Vector } from '../../contract.ts';
import type { FedRound } from './types.ts';

/** Takes the round apart that begins at a state; `after` is the next one, null where the side diverges. */
export interface RoundTaker {
  /** Multiply-adds of a round. */
  readonly products: number;
  take(k: number, state: Vector, after: Vector | null): FedRound;
}
