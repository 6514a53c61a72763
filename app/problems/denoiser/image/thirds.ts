import type { Panel } from '../../../session/view.ts';
import { SKIES_PANEL } from '../skies/panel.ts';
import { CERTIFICATE } from './certificate-panel.tsx';
import { POWER } from './power-panel.tsx';
import { STARTS } from './starts-panel.tsx';
import { TRUTH } from './truth.ts';

/** Pictures beside the images, by name. */
export const THIRDS: Readonly<Record<string, Panel>> = Object.fromEntries(
  [TRUTH, STARTS, POWER, CERTIFICATE, SKIES_PANEL].map((panel) => [panel.name, panel]),
);
