import { type OriginalRays, TURN } from './original-rays.ts';
import { FORM, type PlanarLoss } from './planar-loss.ts';
import type { RaySigns } from './ray-signs.ts';

/**
 * Share of the directions, by their angle in original units, in which the loss does not fall from the origin at first
 * order: those with l.u <= 0. l.u is continuous over the rays, so the signs there say where it changes (docs/mathematics.md, section 5.4).
 */
export function findStuckShare(planar: PlanarLoss, signs: RaySigns, originalRays: OriginalRays): number {
  const { rays, directions } = planar.arrangement;
  const { pull, ahead } = signs;
  const { after, opening } = originalRays;
  const form = new Float64Array(FORM);

  /** Whether all of the sector is; a half turn that begins and ends with l.u = 0 has the sign that the slope ahead has. */
  const isStuck = (sector: number): boolean =>
    pull[sector]! <= 0 &&
    pull[after(sector)]! <= 0 &&
    !(rays === 2 && pull[sector] === 0 && ahead[sector]! < 0);

  /** Angle of the part of a sector that is, where the sign changes inside: there l.u = 0 a quarter turn from l. */
  function partOf(sector: number): number {
    const starts = pull[sector]!;
    if (starts * pull[after(sector)]! >= 0) return 0;
    planar.form(form, sector);
    return starts < 0 ? opening(sector, form[4]!, -form[3]!) : opening(after(sector), -form[4]!, form[3]!);
  }

  let stuck = 0;
  /** Ray since which all is stuck, -1 where the sector before is not. Runs are measured whole, cut at the half turns. */
  let since = -1;
  for (let sector = 0; sector < rays; sector++) {
    const next = after(sector);
    if (!isStuck(sector)) stuck += partOf(sector);
    else if (since < 0) since = sector;
    if (since >= 0 && (next === 0 || next === rays / 2 || !isStuck(next))) {
      stuck += opening(since, directions[2 * next]!, directions[2 * next + 1]!);
      since = -1;
    }
  }
  return Math.min(1, stuck / TURN);
}
