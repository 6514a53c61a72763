import './network/words.en.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { Panel } from '../../session/view.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { createMorePanel } from '../kit/more-panel.tsx';
import { CHOSEN } from '../kit/state/view-state.ts';
import { KERNEL } from './network/kernel-panel.tsx';
import { SWEEPS } from './offers.ts';

/** Loaded when a sweep is chosen. */
let sweeps: typeof import('./sweep/panel.tsx') | null = null;

async function loadSweeps() {
  sweeps = await import('./sweep/panel.tsx');
  return sweeps;
}

/** Loads the code of a chosen sweep for a snapshot. */
export async function readSweep(_: unknown, { store }: Snapshot): Promise<undefined> {
  if (SWEEPS.some((name) => name === CHOSEN.of(store.getState()))) await loadSweeps();
}

const Sweep = lazyView(loadSweeps, 'Sweep');

const SWEEP_PANELS = SWEEPS.map(
  (name): Panel => ({
    name,
    side: null,
    title: (_, t) => t(`fed.sweep.title.${name}`),
    Body: Sweep,
    picture: {
      aspect: 1,
      narrow: () => 1,
      draw: (kit, snapshot, size) => (sweeps ? kit.draw(sweeps.SHOWN[name]!, snapshot, size) : []),
      tell: () => (sweeps ? [sweeps.tellSweep(name)] : []),
    },
  }),
);

/** Third panel of the network; the kernel while the explanation points at it. */
export const MORE = createMorePanel({
  entries: [KERNEL, ...SWEEP_PANELS],
  label: (t) => t('fed.more'),
  needs: ({ extra }) => (extra?.highlight === 'kernel' ? 'kernel' : null),
});
