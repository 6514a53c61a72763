import './image-words.en.ts';
import { createMorePanel } from '../more-panel.tsx';
import { TRUTH } from './image-panels.tsx';

/** What can be had beside both images. */
export const BESIDE_IMAGES = createMorePanel({
  entries: [TRUTH],
  label: (t) => t('image.more'),
});
