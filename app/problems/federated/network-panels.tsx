import type { Panel } from '../../session/view.ts';

/** The panels of the network. */
export const NETWORK_PANELS: readonly Panel[] = [];
