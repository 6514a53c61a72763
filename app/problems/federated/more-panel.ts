import './network/words.en.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { createMorePanel, lazyPanels } from '../kit/more-panel.tsx';
import { CHOSEN } from '../kit/state/view-state.ts';
import { SWEEPS, type SweepName } from './offers.ts';

const titleOf = (name: SweepName) => [name, `fed.sweep.title.${name}`] as const;

const sweeps = lazyPanels(
  () => import('./sweep/panel.tsx'),
  Object.fromEntries(SWEEPS.map(titleOf)) satisfies Record<string, MessageKey>,
);

const kernel = lazyPanels(() => import('./network/kernel-panel.tsx'), { kernel: 'fed.kernel.title' });

/** Loads the code of the chosen picture for a snapshot. */
export async function readMore(_: unknown, { store }: Snapshot): Promise<undefined> {
  const chosen = CHOSEN.of(store.getState());
  await (sweeps.panels.some(({ name }) => name === chosen) ? sweeps : kernel).read();
}

/** Third panel of the network; the kernel while the explanation points at it. */
export const MORE = createMorePanel({
  entries: [...kernel.panels, ...sweeps.panels],
  label: (t) => t('fed.more'),
  needs: ({ extra }) => (extra?.highlight === 'kernel' ? 'kernel' : null),
});
