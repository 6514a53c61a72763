import type { SideName } from '../../../engine/contract.ts';
import { shownIterate, shownNumber, shownStep } from '../run/kept-steps.ts';
import { standingOf } from '../run/standing.ts';
import type { Session } from '../session.ts';

/** A side's numbers at the shown step, unrounded. */
export interface Shown {
  readonly k: number;
  readonly iterate: readonly number[];
  readonly loss: number;
  readonly distance: number;
  readonly status: string;
}

export function shown(session: Session, side: SideName): Shown {
  const state = session.store.getState();
  return {
    k: shownStep(state, side),
    iterate: Array.from(shownIterate(session, side)),
    loss: shownNumber(session, side, 'loss'),
    distance: shownNumber(session, side, 'distance'),
    status: standingOf(state, session.trajectories, side).status,
  };
}
