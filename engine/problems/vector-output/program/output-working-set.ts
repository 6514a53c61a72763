import { dot, norm } from '../../../kernels/vector.ts';
import type { OutputNeuron, RoundProgram } from '../rounds.ts';
import { type Atom, createAtomFactory, type ProgramData } from './atoms.ts';
import { certifyOutputs } from './certificate.ts';
import type { DualSurface, Face, Touch } from './faces.ts';
import { createOutputNewton, FIRM_SHIFT, SHIFT } from './output-newton.ts';

/** Maximum atoms added per round, and local maxima examined to choose them. */
export const MOST_NEW = 8;
const MOST_SEEN = 64;
/** Maximum Newton steps per round; the next round continues. */
const MOST_STEPS = 400;
/** Final steps of a round that ignore nearly flat directions. */
const FIRM_STEPS = 4;
/** Maximum moves of an atom beyond a wall per round. */
const MOST_MOVES = 4;
/** Atoms below this share of the heaviest are dropped. */
const GONE = 1e-12;
/** Relative difference of equal objectives. */
const ROUNDING = 1e-14;
/** Maximum 1 - cos of equal directions: atoms of a face; touches of a round; a touch and an existing atom. */
const SAME = 1e-14;
const CLOSE = 1e-6;
const THERE = 1e-9;

/**
 * Solves min 1/(2n) ||Z - Y||_F^2 + beta N(Z) over the faces of an arrangement, from no atom: each round adds atoms where eta exceeds n
 * beta most, minimises over all by Newton, and moves atoms at rest on a wall beyond it. `capacity` limits the atoms. The program owns
 * `surface`.
 */
export function createWorkingSet(data: ProgramData, surface: DualSurface, capacity: number): RoundProgram {
  const { features, labels, samples: n, beta } = data;
  const d = features.length / n;
  const outputs = labels.length / n;
  const factory = createAtomFactory(data);
  const newton = createOutputNewton(data, factory);
  const residual = new Float64Array(n * outputs);
  let atoms: Atom[] = [];
  let neurons: readonly OutputNeuron[] = [];
  let objective = writeResidual(neurons);
  let lowerBound = certifyOutputs(surface, features, labels, residual, beta).lowerBound;
  let taken: OutputNeuron[] = [];
  let atRest = false;

  /** Writes Y - relu(A U) V and returns F, from the ReLU itself because a face made stale by rounding gives another value. */
  function writeResidual(network: readonly OutputNeuron[]): number {
    residual.set(labels);
    let squares = 0;
    for (const { u, v } of network) {
      squares += dot(u, u) + dot(v, v);
      for (let i = 0; i < n; i++) {
        let z = 0;
        for (let k = 0; k < d; k++) z += features[i * d + k]! * u[k]!;
        if (z > 0) for (let c = 0; c < outputs; c++) residual[i * outputs + c]! -= z * v[c]!;
      }
    }
    return dot(residual, residual) / (2 * n) + (beta / 2) * squares;
  }

  const neuronsOf = (set: readonly Atom[]): OutputNeuron[] =>
    set.map((atom) => {
      newton.balance(atom);
      return { u: factory.directionOf(atom, atom.t), v: Float64Array.from(atom.v) };
    });

  const isSameFace = (a: Face, b: Face) =>
    a.dimension === b.dimension && a.active.every((one, i) => one === b.active[i]);

  /** Returns 1 - cos of two directions, without cancellation. */
  function apart(a: Float64Array, b: Float64Array): number {
    const [x, y] = [norm(a), norm(b)];
    let sum = 0;
    for (let k = 0; k < d; k++) sum += (a[k]! / x - b[k]! / y) ** 2;
    return sum / 2;
  }

  const at = (atom: Atom) => factory.directionOf(atom, atom.t);

  /** Adds the largest distinct touches, with half the weight that is best for each alone. */
  function takeIn(set: Atom[]): void {
    const chosen: Touch[] = [];
    taken = [];
    const room = Math.min(MOST_NEW, capacity - set.length);
    for (const touch of surface.localMaxima(n * beta, MOST_SEEN)) {
      if (chosen.length >= room) break;
      const { direction: u, face, eta } = touch;
      if (chosen.some((other) => apart(other.direction, u) < CLOSE)) continue;
      chosen.push(touch);
      if (set.some((atom) => isSameFace(atom.face, face) && apart(at(atom), u) < THERE)) continue;
      const pull = new Float64Array(outputs);
      let squares = 0;
      for (let i = 0; i < n; i++) {
        const h = Math.max(0, dot(u, features.subarray(i * d, i * d + d)));
        squares += h * h;
        for (let c = 0; c < outputs; c++) pull[c] = pull[c]! + h * residual[i * outputs + c]!;
      }
      const size = norm(pull);
      const root = Math.sqrt((eta - n * beta) / (2 * squares));
      if (!(size > 0 && root > 0 && root < Number.POSITIVE_INFINITY)) continue;
      const neuron = { u: u.map((x) => x * root), v: pull.map((x) => (x * root) / size) };
      taken.push(neuron);
      set.push(factory.create(face, neuron.u, Float64Array.from(neuron.v)));
    }
  }

  /** Drops light atoms and joins those of one face and direction. */
  function tidied(set: readonly Atom[]): Atom[] {
    const weights = set.map(({ t, v }) => norm(t) * norm(v));
    const least = GONE * Math.max(0, ...weights);
    const kept: Atom[] = [];
    set.forEach((atom, p) => {
      if (!(weights[p]! > least)) return;
      const twin = kept.find(
        (other) => isSameFace(other.face, atom.face) && apart(at(other), at(atom)) < SAME,
      );
      if (!twin) {
        kept.push(atom);
        return;
      }
      const [x, y] = [norm(twin.t), norm(atom.t)];
      for (let c = 0; c < outputs; c++) twin.v[c] = twin.v[c]! + (y / x) * atom.v[c]!;
    });
    return kept;
  }

  /** Moves every atom on a wall to where eta rises beyond it; returns true if one moved. */
  function moveOn(set: Atom[], moves: Map<Float64Array, number>): boolean {
    writeResidual(neuronsOf(set));
    let moved = false;
    set.forEach((atom, p) => {
      const before = moves.get(atom.v) ?? 0;
      const next = before < MOST_MOVES ? factory.movedOn(atom, residual) : null;
      if (!next) return;
      moves.set(next.v, before + 1);
      set[p] = next;
      moved = true;
    });
    return moved;
  }

  function* round(): Generator<void, void> {
    let set: Atom[] = atoms.map((atom) => ({
      ...atom,
      t: Float64Array.from(atom.t),
      v: Float64Array.from(atom.v),
    }));
    takeIn(set);
    yield;
    const moves = new Map<Float64Array, number>();
    for (let steps = 0; steps < MOST_STEPS && set.length > 0; steps++) {
      const outcome = newton.step(set, SHIFT);
      if (outcome !== 'moved') set = tidied(set);
      if (outcome === 'rest' && !moveOn(set, moves)) break;
      yield;
    }
    for (let steps = 0; steps < FIRM_STEPS && set.length > 0; steps++) {
      newton.step(set, FIRM_SHIFT);
      yield;
    }
    set = tidied(set);
    const network = neuronsOf(set);
    const value = writeResidual(network);
    // The residual of a rejected network still proves its bound.
    const found = certifyOutputs(surface, features, labels, residual, beta).lowerBound;
    atRest = !(value < objective) && !(found > lowerBound);
    lowerBound = Math.max(lowerBound, found);
    if (value <= objective) {
      neurons = network;
      objective = value;
    }
    // Worse by rounding alone: continuing from it may still approach the optimum.
    if (value <= objective * (1 + ROUNDING)) {
      atoms = set;
      return;
    }
    // Patterns were stale: keep the previous atoms.
    yield;
    writeResidual(neuronsOf(atoms));
    surface.update(residual);
  }

  return {
    get neurons() {
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
