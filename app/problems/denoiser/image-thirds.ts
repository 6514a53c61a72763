import type { Panel } from '../../session/view.ts';
import { CERTIFICATE } from './image/certificate-panel.tsx';
import { POWER } from './image/power-panel.tsx';
import { STARTS } from './image/starts-panel.tsx';
import { TRUTH } from './image/truth.ts';
import { SKIES_PANEL } from './skies/panel.tsx';

/** Pictures beside the images, by name. */
export const THIRDS: Readonly<Record<string, Panel>> = Object.fromEntries(
  [TRUTH, STARTS, POWER, CERTIFICATE, SKIES_PANEL].map((panel) => [panel.name, panel]),
);
