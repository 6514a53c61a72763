import type { Instance, SideName, Vector } from '../contract.ts';
import { dot } from '../kernels/vector.ts';
import type { Values } from '../params.ts';
import { createLiftReader, type LiftTerms } from '../problems/lift/lift-terms.ts';
import {
  readSamples,
  type SampleTerms,
  type ToldSamples,
  toldSamples,
} from '../problems/one-neuron/sample-terms.ts';
import { createNetworkTermsReader, type NetworkTerms } from '../problems/two-layer/network-terms.ts';
import { createRoundReader, type RoundTerms } from '../problems/two-layer/round-terms.ts';
import type { RunValues } from '../run/create-run.ts';
import { createUpdateReader, type UpdateTerms } from './update-terms.ts';

/** One update of one side with what it is made of. */
export interface SideUpdate extends UpdateTerms {
  /** Downhill on both losses at this side's w_k: minus the gradient, as a move in original units (length d). */
  readonly descents: Readonly<Record<SideName, Vector>>;
  /** Both losses at this side's w_k; the other side's is NaN where that is over other weights. */
  readonly losses: Readonly<Record<SideName, number>>;
  /** Delta(w_k) = <w_k - w*, grad right - grad left>; NaN without a plant. */
  readonly pull: number;
  /** Of one neuron on finitely many samples; else null. */
  readonly samples: SampleTerms | null;
  /** Of a side that descends on a network: two layers, and the left of a lift; else null. */
  readonly network: NetworkTerms | null;
  /** Of the right side of a lift; else null. */
  readonly lift: LiftTerms | null;
  /** Of a network: the data's part of F at w_k and the penalty's; null where F is made of other parts. */
  readonly parts: { readonly fit: number; readonly penalty: number } | null;
}

/** Both sides' updates from step k, each from its last step where it has fewer. */
export interface Update {
  readonly k: number;
  readonly told: ToldSamples | null;
  /** Null of a side that is solved, and of one that does not get to the step. */
  readonly left: SideUpdate | null;
  readonly right: SideUpdate | null;
  /** Of a right side that is solved, in place of its update; null of one that descends or has ended before the step. */
  readonly round: RoundTerms | null;
}

/** Reads updates of a run, step after step: the next step costs one step, one behind it the whole way from the start. */
export interface UpdateWalk {
  /** Goes at most `steps` steps on each side towards its step, one round of a solver; true once both are there. */
  approach(at: Readonly<Record<SideName, number>>, steps: number): boolean;
  read(at: Readonly<Record<SideName, number>>): Update;
}

/** Both sides of the run of these values from the instance's start. */
export function createUpdateWalk(instance: Instance, values: Values & RunValues): UpdateWalk {
  const readers = {
    left: createUpdateReader(instance, values, 'left'),
    right: createUpdateReader(instance, values, 'right'),
  };
  const isNeuron = !instance.network && typeof values.leak === 'number';
  const told = toldSamples(instance);
  const rounds = told && createRoundReader(instance, told);
  const readNetwork = told && createNetworkTermsReader(instance, values, told);
  const readLift = createLiftReader(instance, values);
  const { dimension: d, scaling, plant, network } = instance;
  const home = new Float64Array(d);
  if (plant && isNeuron) scaling.toScaled(home, plant);

  function partsOf(side: SideName, weights: Float64Array): SideUpdate['parts'] {
    if (readLift) {
      const beta = values.beta as number;
      const penalty =
        side === 'left' ? (beta / 2) * dot(weights, weights) : beta * (weights[0]! + weights[1]!);
      return { fit: instance[side].loss(weights) - penalty, penalty };
    }
    // With free biases and a constant not every number of the state costs.
    if (!network || network.constant) return null;
    const penalty = (network.beta / 2) * dot(weights, weights);
    return { fit: instance.left.loss(weights) - penalty, penalty };
  }

  function sideAt(side: SideName, k: number): SideUpdate | null {
    const terms = readers[side]?.read(k);
    if (!terms) return null;
    const gradients = { left: new Float64Array(d), right: new Float64Array(d) };
    const descents = { left: new Float64Array(d), right: new Float64Array(d) };
    const losses = { left: Number.NaN, right: Number.NaN, [side]: terms.loss };
    let pull = 0;
    for (const name of ['left', 'right'] as const) {
      // The two sides of a lift are over different weights.
      if (name === side || !isNeuron) gradients[name].set(terms.gradient);
      else losses[name] = instance[name].evaluate(gradients[name], terms.weights);
      scaling.toOriginal(
        descents[name],
        gradients[name].map((slope) => -slope + 0),
      );
    }
    for (let j = 0; j < d; j++)
      pull += (terms.weights[j]! - home[j]!) * (gradients.right[j]! - gradients.left[j]!);
    return {
      ...terms,
      descents,
      losses,
      pull: isNeuron && plant ? pull : Number.NaN,
      network: readLift && side === 'right' ? null : (readNetwork?.(side, terms.weights, k) ?? null),
      lift: side === 'right' ? (readLift?.(terms.weights) ?? null) : null,
      samples:
        told && isNeuron
          ? readSamples(instance, told, side, terms.original.weights, {
              leak: values.leak as number,
              blend: values.blend as number,
            })
          : null,
      parts: partsOf(side, terms.weights),
    };
  }

  return {
    approach(at, steps) {
      const left = readers.left?.approach(at.left, steps) ?? true;
      const right = readers.right?.approach(at.right, steps) ?? rounds?.approach(at.right) ?? true;
      return left && right;
    },
    read: (at) => ({
      k: Math.max(at.left, at.right),
      told,
      left: sideAt('left', at.left),
      right: sideAt('right', at.right),
      round: rounds?.read(at.right) ?? null,
    }),
  };
}
