import './image/words.en.ts';
import './image/more-words.en.ts';
import { createMorePanel } from '../kit/more-panel.tsx';
import { CERTIFICATE } from './image/certificate-panel.tsx';
import { TRUTH } from './image/panels.tsx';
import { POWER } from './image/power-panel.tsx';
import { STARTS } from './image/starts-panel.tsx';
import { SKIES_PANEL } from './skies/panel.ts';

export const BESIDE_IMAGES = createMorePanel({
  entries: [TRUTH, STARTS, POWER, CERTIFICATE, SKIES_PANEL],
  label: (t) => t('image.more'),
});
