import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';

export const TURN = 2 * Math.PI;

export interface Unrolled {
  /** Angle of the cut, half a sample spacing before 0, so that no arc of generated data is split. */
  readonly from: number;
  /** Sample indices sorted by angle. */
  readonly order: readonly number[];
  /** Angle of each sample in [`from`, `from` + 2 pi). */
  readonly angles: readonly number[];
  /** Runs of neighbouring samples of one client. */
  readonly arcs: readonly Arc[];
}

export interface Arc {
  readonly client: number;
  readonly from: number;
  readonly to: number;
}

export function unroll({
  angles,
  owners,
}: Pick<NetworkInfo, 'owners'> & { readonly angles: ArrayLike<number> }): Unrolled {
  const n = angles.length;
  const from = -Math.PI / n;
  const wrapped = Array.from(angles, (angle) => wrap(angle, from));
  const order = wrapped.map((_, i) => i).sort((i, j) => wrapped[i]! - wrapped[j]! || i - j);
  const arcs: Arc[] = [];
  order.forEach((i, at) => {
    const next = order[at + 1];
    // Half-way between neighbours; at the ends, the cut.
    const to = next === undefined ? from + TURN : (wrapped[i]! + wrapped[next]!) / 2;
    const last = arcs.at(-1);
    if (last && last.client === owners[i]) arcs[arcs.length - 1] = { ...last, to };
    else arcs.push({ client: owners[i]!, from: last?.to ?? from, to });
  });
  return { from, order, angles: wrapped, arcs };
}

/** Shifts an angle by whole turns into [`from`, `from` + 2 pi). */
export function wrap(angle: number, from: number): number {
  const turned = angle - TURN * Math.floor((angle - from) / TURN);
  // Rounding may push one end past the other.
  return turned >= from && turned < from + TURN ? turned : from;
}

/** Returns the index j of the angle 2 pi j/points nearest to an angle. */
export const nearestPoint = (angle: number, points: number): number =>
  ((Math.round((angle / TURN) * points) % points) + points) % points;

/** Interpolates a model linearly. */
export function valueAt(curve: ArrayLike<number>, angle: number): number {
  const at = (wrap(angle, 0) / TURN) * curve.length;
  const j = Math.min(curve.length - 1, Math.floor(at));
  const next = curve[(j + 1) % curve.length]!;
  return curve[j]! + (at - j) * (next - curve[j]!);
}

/** Returns a model over one turn from `from`, flat (angle, value), both ends interpolated. */
export function turnOf(curve: ArrayLike<number>, from: number): number[] {
  const step = TURN / curve.length;
  const first = Math.ceil(from / step);
  const flat = [from, valueAt(curve, from)];
  for (let j = first; j * step < from + TURN; j++)
    if (j * step > from) flat.push(j * step, curve[((j % curve.length) + curve.length) % curve.length]!);
  flat.push(from + TURN, flat[1]!);
  return flat;
}
