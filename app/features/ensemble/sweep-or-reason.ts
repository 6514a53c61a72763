import { type Sweep, SweepError } from '../../../engine/ensemble/sweep.ts';

/** Returns the sweep, or the message of its SweepError. */
export function sweepOrReason(make: () => Sweep): Sweep | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof SweepError) return error.message;
    throw error;
  }
}
