import type { SideName } from '../../engine/contract.ts';
import { shownStep } from './facts.ts';
import type { Session } from './session.ts';

/** The numbers of one side at the shown step, every digit. */
export interface Shown {
  readonly k: number;
  readonly iterate: readonly number[];
  readonly loss: number;
  readonly distance: number;
  readonly status: string;
}

export function shown(session: Session, side: SideName): Shown {
  const state = session.store.getState();
  const k = shownStep(state, side);
  const { iterates, losses, distances, dimension } = session.trajectories[side];
  return {
    k,
    iterate: Array.from(iterates.subarray(k * dimension, (k + 1) * dimension)),
    loss: losses[k] ?? Number.NaN,
    distance: distances[k] ?? Number.NaN,
    status: state.sides[side].status,
  };
}
