import type { Landscape } from '../contract.ts';
import { SUMS } from './arrangement.ts';
import type { PlanarLoss } from './planar-loss.ts';

/** A landscape whose loss and gradient are look-ups, whatever n is; the rest is the direct landscape's. */
export function onSectors(direct: Landscape, planar: PlanarLoss): Landscape {
  const { arrangement, linearShare, samples: n } = planar;
  const entering = new Float64Array(SUMS);

  const sectorLoss: Landscape = {
    ...direct,
    loss: (w) => planar.lossIn(arrangement.locate(w[0]!, w[1]!), w[0]!, w[1]!),
    evaluate(gradient, w) {
      const x = w[0]!;
      const y = w[1]!;
      const sector = arrangement.locate(x, y);
      const loss = planar.evaluateIn(gradient, sector, x, y);
      if (x === 0 && y === 0) {
        // A sample is active iff a.w > 0: at the origin none is.
        gradient[0] = (-linearShare * arrangement.whole[3]!) / n;
        gradient[1] = (-linearShare * arrangement.whole[4]!) / n;
      } else if (arrangement.isOnRay(sector, x, y)) {
        // Nor are, on a ray, those orthogonal to it: what enters behind it is not on yet.
        arrangement.sumEntering(entering, sector);
        gradient[0] = gradient[0]! + ((1 - linearShare) * entering[3]!) / n;
        gradient[1] = gradient[1]! + ((1 - linearShare) * entering[4]!) / n;
      }
      return loss;
    },
    follow: () => sectorLoss,
  };
  return sectorLoss;
}
