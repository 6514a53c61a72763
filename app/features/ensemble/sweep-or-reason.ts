import { type Sweep, SweepError } from '../../../engine/ensemble/sweep.ts';

/** The sweep that a form names, or why it is none. */
export function sweepOrReason(make: () => Sweep): Sweep | string {
  try {
    return make();
  } catch (error) {
    if (error instanceof SweepError) return error.message;
    throw error;
  }
}
