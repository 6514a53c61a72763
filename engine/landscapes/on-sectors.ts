import type { Landscape } from '../contract.ts';
import { SUMS } from './arrangement.ts';
import type { PlanarLoss } from './planar-loss.ts';

const entering = new Float64Array(SUMS);

/** Writes the gradient and returns the loss, both in the units of the planar loss. */
export function evaluatePlanar(planar: PlanarLoss, gradient: Float64Array, x: number, y: number): number {
  const { arrangement, linearShare, samples: n } = planar;
  const sector = arrangement.locate(x, y);
  const loss = planar.evaluateIn(gradient, sector, x, y);
  if (x === 0 && y === 0) {
    // Active means a.w > 0: none is at the origin.
    gradient[0] = (-linearShare * arrangement.whole[3]!) / n;
    gradient[1] = (-linearShare * arrangement.whole[4]!) / n;
  } else if (arrangement.isOnRay(sector, x, y)) {
    // On a ray its orthogonal samples are inactive too: remove those that enter.
    arrangement.sumEntering(entering, sector);
    gradient[0] = gradient[0]! + ((1 - linearShare) * entering[3]!) / n;
    gradient[1] = gradient[1]! + ((1 - linearShare) * entering[4]!) / n;
  }
  return loss;
}

/** Replaces loss and gradient by sector lookups, independent of n. */
export function onSectors(direct: Landscape, planar: PlanarLoss): Landscape {
  const { arrangement, whitening } = planar;
  const own = new Float64Array(2);

  const sectorLoss: Landscape = {
    ...direct,
    loss(w) {
      const at = whitening.identity ? w : own;
      if (at === own) whitening.toScaled(own, w);
      return planar.lossIn(arrangement.locate(at[0]!, at[1]!), at[0]!, at[1]!);
    },
    evaluate(gradient, w) {
      if (whitening.identity) return evaluatePlanar(planar, gradient, w[0]!, w[1]!);
      whitening.toScaled(own, w);
      const loss = evaluatePlanar(planar, gradient, own[0]!, own[1]!);
      whitening.toOriginalGradient(gradient);
      return loss;
    },
    follow: () => sectorLoss,
  };
  return sectorLoss;
}
