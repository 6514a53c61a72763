import type { Panel } from '../../session/view.ts';
import { CIRCLE } from './circle-panel.tsx';
import { MORE } from './more-panel.ts';

/** The panels of the network: both models over the circle, and what there is beside them. */
export const NETWORK_PANELS: readonly Panel[] = [CIRCLE.left, CIRCLE.right, MORE];
