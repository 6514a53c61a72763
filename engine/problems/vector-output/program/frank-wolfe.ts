import { dot, norm } from '../../../kernels/vector.ts';
import type { OutputNeuron, RoundProgram } from '../rounds.ts';
import type { ProgramData } from './atoms.ts';
import { certifyOutputs } from './certificate.ts';
import type { DualSurface, Face, Touch } from './faces.ts';

/** Parts sum_j t_j w_j^T of one face, u = B t with ||t_j|| = 1; a part weighs ||w_j||. */
interface FaceParts {
  readonly face: Face;
  parts: { readonly t: Float64Array; readonly w: Float64Array }[];
}

/** Maximum 1 - cos of equal directions. */
const SAME = 1e-14;
/** A pivot below this share of the largest entry is zero. */
const NO_PIVOT = 1e-13;

/**
 * Runs Frank-Wolfe on min 1/(2n) ||Z - Y||^2 + beta tau over N(Z) <= tau <= cap, cap = ||Y||^2/(2 n beta), from (0, 0) (Sahiner et al.,
 * arXiv 2012.13329). The vertex is (cap relu(A u) g^T, cap) at the maximum of eta if above n beta, else (0, 0); the line search is exact.
 * `objective` contains beta tau, and tau is at least the atoms' weight, so F of the network may be lower.
 *
 * Inside a face relu(A u) is linear in u, so more than q K atoms are dependent: one is removed along a null combination that keeps the sum
 * and does not raise the total weight (Caratheodory). Cost O(nK) a round in the plane.
 */
export function createFrankWolfe(data: ProgramData, surface: DualSurface): RoundProgram {
  const { features, labels, samples: n, beta } = data;
  const d = features.length / n;
  const outputs = labels.length / n;
  const cap = dot(labels, labels) / (2 * n * beta);
  const fitted = new Float64Array(n * outputs);
  const residual = Float64Array.from(labels);
  const toVertex = new Float64Array(n * outputs);
  const faces = new Map<string, FaceParts>();
  let tau = 0;
  let objective = dot(residual, residual) / (2 * n);
  let lowerBound = certifyOutputs(surface, features, labels, residual, beta).lowerBound;
  let taken: OutputNeuron[] = [];
  let atRest = false;

  /** Adds a unit direction with output weights w. */
  function add({ face, direction }: Touch, w: Float64Array): void {
    const { basis, dimension: q, active } = face;
    const key = `${basis.join()} ${active.join('')}`;
    const here = faces.get(key) ?? { face, parts: [] };
    faces.set(key, here);
    const t = new Float64Array(q);
    for (let j = 0; j < q; j++) for (let k = 0; k < d; k++) t[j] = t[j]! + basis[k * q + j]! * direction[k]!;
    const twin = here.parts.find((part) => 1 - dot(part.t, t) < SAME);
    if (twin) for (let c = 0; c < outputs; c++) twin.w[c] = twin.w[c]! + w[c]!;
    else here.parts.push({ t, w });
    if (here.parts.length > q * outputs) here.parts = reduced(here.parts, q);
  }

  /** Removes one part or more, keeping the sum without raising the total weight. */
  function reduced(parts: FaceParts['parts'], q: number): FaceParts['parts'] {
    const weights = parts.map(({ w }) => norm(w));
    const kept = parts.filter((_, j) => weights[j]! > 0);
    if (kept.length < parts.length) return kept;
    const multiples = nullVector(
      parts.map(({ t, w }, j) =>
        Float64Array.from(
          { length: q * outputs },
          (_, k) => (t[Math.floor(k / outputs)]! * w[k % outputs]!) / weights[j]!,
        ),
      ),
    );
    let change = 0;
    for (const multiple of multiples) change += multiple;
    const sign = change > 0 ? -1 : 1;
    let most = Number.POSITIVE_INFINITY;
    let gone = -1;
    multiples.forEach((multiple, j) => {
      const room = weights[j]! / -(sign * multiple);
      if (sign * multiple < 0 && room < most) [most, gone] = [room, j];
    });
    parts.forEach(({ w }, j) => {
      const factor = 1 + (most * sign * multiples[j]!) / weights[j]!;
      for (let c = 0; c < outputs; c++) w[c] = w[c]! * factor;
    });
    return parts.filter((_, j) => j !== gone);
  }

  /** Writes the step from (Z, tau) to the vertex; returns the touch and its g, or null for (0, 0). */
  function lookUp(): readonly [touch: Touch, g: Float64Array] | null {
    const [touch] = surface.localMaxima(n * beta, 1);
    for (let at = 0; at < toVertex.length; at++) toVertex[at] = -fitted[at]!;
    if (!touch) return null;
    const h = Float64Array.from({ length: n }, (_, i) =>
      Math.max(0, dot(touch.direction, features.subarray(i * d, i * d + d))),
    );
    const g = new Float64Array(outputs);
    for (let i = 0; i < n; i++)
      for (let c = 0; c < outputs; c++) g[c] = g[c]! + h[i]! * residual[i * outputs + c]!;
    const eta = norm(g);
    for (let c = 0; c < outputs; c++) g[c] = g[c]! / eta;
    for (let i = 0; i < n; i++)
      for (let c = 0, at = i * outputs; c < outputs; c++, at++)
        toVertex[at] = toVertex[at]! + cap * h[i]! * g[c]!;
    return [touch, g];
  }

  function* round(): Generator<void, void> {
    const found = lookUp();
    const rise = (found ? cap : 0) - tau;
    const curvature = dot(toVertex, toVertex) / n;
    const slope = dot(residual, toVertex) / n - beta * rise;
    const share = curvature > 0 ? Math.min(1, Math.max(0, slope / curvature)) : 0;
    tau += share * rise;
    for (const { parts } of faces.values())
      for (const { w } of parts) for (let c = 0; c < outputs; c++) w[c] = (1 - share) * w[c]!;
    taken = [];
    if (found && share > 0) {
      const [touch, g] = found;
      const root = Math.sqrt(share * cap);
      taken.push({ u: touch.direction.map((x) => root * x), v: g.map((x) => root * x) });
      add(
        touch,
        g.map((x) => share * cap * x),
      );
    }
    for (let at = 0; at < fitted.length; at++) {
      fitted[at] = fitted[at]! + share * toVertex[at]!;
      residual[at] = labels[at]! - fitted[at]!;
    }
    objective = dot(residual, residual) / (2 * n) + beta * tau;
    lowerBound = Math.max(lowerBound, certifyOutputs(surface, features, labels, residual, beta).lowerBound);
    atRest = share === 0;
  }

  return {
    get neurons() {
      const neurons: OutputNeuron[] = [];
      for (const { face, parts } of faces.values())
        for (const { t, w } of parts) {
          const root = Math.sqrt(norm(w));
          if (!(root > 0)) continue;
          const u = new Float64Array(d);
          const q = t.length;
          for (let k = 0; k < d; k++)
            for (let j = 0; j < q; j++) u[k] = u[k]! + root * face.basis[k * q + j]! * t[j]!;
          neurons.push({ u, v: w.map((x) => x / root) });
        }
      return neurons;
    },
    get objective() {
      return objective;
    },
    get lowerBound() {
      return lowerBound;
    },
    get taken() {
      return taken;
    },
    get atRest() {
      return atRest;
    },
    round,
  };
}

/** Returns multiples, not all 0, with which the columns (one more than their length) add up to 0. */
function nullVector(columns: readonly Float64Array[]): Float64Array {
  const count = columns.length;
  const height = columns[0]!.length;
  const left = columns.map((column) => Float64Array.from(column));
  // Eliminate on columns, largest pivot first, until one is 0; `made` are the combinations.
  const made = left.map((_, j) => Float64Array.from({ length: count }, (__, k) => (k === j ? 1 : 0)));
  let largest = 0;
  for (const column of left) for (const x of column) largest = Math.max(largest, Math.abs(x));
  for (let done = 0; done < count; done++) {
    let [pivot, row, size] = [done, 0, 0];
    for (let j = done; j < count; j++)
      for (let k = 0; k < height; k++)
        if (Math.abs(left[j]![k]!) > size) [pivot, row, size] = [j, k, Math.abs(left[j]![k]!)];
    if (!(size > NO_PIVOT * largest)) return made[done]!;
    [left[done], left[pivot]] = [left[pivot]!, left[done]!];
    [made[done], made[pivot]] = [made[pivot]!, made[done]!];
    for (let j = done + 1; j < count; j++) {
      const factor = left[j]![row]! / left[done]![row]!;
      for (let k = 0; k < height; k++) left[j]![k] = left[j]![k]! - factor * left[done]![k]!;
      for (let k = 0; k < count; k++) made[j]![k] = made[j]![k]! - factor * made[done]![k]!;
    }
  }
  return made[count - 1]!;
}
