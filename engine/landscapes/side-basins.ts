import type { PairInstance, SideName } from '../contract.ts';
import { createOptimizer } from '../optimizers/update-rules.ts';
import { type RunValues, sideSettings } from '../run/create-run.ts';
import { type Basins, createBasins } from './basins.ts';
import { onSectors } from './on-sectors.ts';
import type { PlaneStructure } from './plane-structure.ts';

/** Returns one side's basins under the run's rule and step; null outside the plane. */
export function createSideBasins(
  instance: PairInstance,
  values: RunValues,
  structure: PlaneStructure,
  side: SideName,
): Basins | null {
  const landscape = instance[side];
  const planar = landscape.planar();
  if (!planar) return null;
  const settings = sideSettings(instance, values)[side];
  return createBasins({
    // Always use sectors: tens of thousands of descents become lookups.
    landscape: onSectors(landscape, planar),
    planar,
    scaling: instance.scaling,
    smoothness: instance.smoothness,
    stationary: structure[side],
    createOptimizer: (followed) => createOptimizer(settings.rule, followed, settings),
    plainStep: settings.rule === 'gd' ? settings.step : null,
  });
}
