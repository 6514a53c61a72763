import './network/words.en.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { createMorePanel, lazyPanels } from '../kit/more-panel.tsx';
import { CHOSEN } from '../kit/state/view-state.ts';
import { KERNEL } from './network/kernel-panel.tsx';
import { SWEEPS, type SweepName } from './offers.ts';

const titleOf = (name: SweepName) => [name, `fed.sweep.title.${name}`] as const;

const { panels, read } = lazyPanels(
  () => import('./sweep/panel.tsx'),
  Object.fromEntries(SWEEPS.map(titleOf)) satisfies Record<string, MessageKey>,
);

/** Loads the code of a chosen sweep for a snapshot. */
export async function readSweep(_: unknown, { store }: Snapshot): Promise<undefined> {
  if (panels.some(({ name }) => name === CHOSEN.of(store.getState()))) await read();
}

/** Third panel of the network; the kernel while the explanation points at it. */
export const MORE = createMorePanel({
  entries: [KERNEL, ...panels],
  label: (t) => t('fed.more'),
  needs: ({ extra }) => (extra?.highlight === 'kernel' ? 'kernel' : null),
});
