import { ENTRY } from '../../../landscapes/arrangement.ts';
import type { DualSurface, Face } from '../program/faces.ts';
import { createOutputCurve, type OutputTouch } from '../program/output-curve.ts';

const PLANE = Float64Array.of(1, 0, 0, 1);

/**
 * The dual curve of planar rows (n x 2, row-major) and K outputs as a surface: its faces are the arrangement's sectors and rays. The
 * arrangement determines, without a tolerance here, which rows a ray is orthogonal to.
 */
export function createPlanarSurface(features: Float64Array, outputs: number): DualSurface {
  const n = features.length / 2;
  const curve = createOutputCurve(features, outputs);
  const { rays: count, entries, starts, enters } = curve.arrangement;
  const half = count / 2;

  function faceOf({ place, onRay, x, y }: OutputTouch): Face {
    const active = new Uint8Array(n);
    for (let r = 0; r < half; r++) {
      // A row that enters at ray r is on in the half circle of sectors from there; one that leaves, in the other half.
      const turned = place - r + (place < r ? count : 0);
      if (onRay && turned % half === 0) continue;
      for (let k = starts[r]!; k < starts[r + 1]!; k++)
        if (enters(k, r) === turned < half) active[entries[ENTRY * k + 2]!] = 1;
    }
    return onRay
      ? { dimension: 1, basis: Float64Array.of(x, y), active }
      : { dimension: 2, basis: PLANE, active };
  }

  return {
    columns: 2,
    isExact: true,
    update: curve.update,
    maximum: () => curve.maximum()?.eta ?? 0,
    localMaxima: (level, most) =>
      curve
        .localMaxima(level)
        .sort((a, b) => b.eta - a.eta)
        .slice(0, most)
        .map((touch) => ({
          direction: Float64Array.of(touch.x, touch.y),
          eta: touch.eta,
          face: faceOf(touch),
        })),
  };
}
