import type { Aim, Instance } from '../contract.ts';

/**
 * What runs of this instance are measured by, never negative and 0 at the goal; null where nothing is known to aim at. Of a pair it is the
 * distance to the plant (original units); without one, of known minima, how far a loss is above its own.
 */
export function aimOf(instance: Instance): Aim | null {
  if (instance.aim) return instance.aim();
  if (instance.sides) return null;
  const { plant, minima } = instance;
  if (plant) return { name: 'distance', measure: (_, distance) => distance };
  return (
    (minima && {
      name: 'excess',
      measure: (side, _, objective) => Math.max(0, objective - minima[side].loss),
    }) ??
    null
  );
}
