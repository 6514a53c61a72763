import './image-words.en.ts';
import { createMorePanel } from '../more-panel.tsx';
import { TRUTH } from './image-panels.tsx';
import { SKIES_PANEL } from './skies-panel.ts';

/** What can be had beside both images. */
export const BESIDE_IMAGES = createMorePanel({
  entries: [TRUTH, SKIES_PANEL],
  label: (t) => t('image.more'),
});
