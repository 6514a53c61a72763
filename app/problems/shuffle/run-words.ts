import { PLAIN_VIEW } from '../plain-view.ts';

/** How runs are counted. */
export const RUNS = PLAIN_VIEW.runs;
