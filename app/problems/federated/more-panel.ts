import './network-words.en.ts';
import { createMorePanel } from '../more-panel.tsx';
import { KERNEL } from './kernel-panel.tsx';
import { SWEEP_PANELS } from './sweep-panel.tsx';

/** What can be had in the third panel of the network; the kernel while it is pointed at. */
export const MORE = createMorePanel({
  entries: [KERNEL, ...SWEEP_PANELS],
  label: (t) => t('fed.more'),
  needs: ({ extra }) => (extra?.highlight === 'kernel' ? 'kernel' : null),
});
