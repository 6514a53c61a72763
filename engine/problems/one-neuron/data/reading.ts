import type { PairInstance, Vector } from '../../../contract.ts';
import { dot } from '../../../kernels/vector.ts';
import type { Values } from '../../../params.ts';
import type { Answers } from '../../../problem.ts';
import { foundAtOnce } from '../../../search.ts';
import { createNeuronLoss } from '../loss.ts';
import type { NeuronReading, SideOfSample } from '../types.ts';
import { movedData } from './moved-data.ts';
import { readSamples } from './terms.ts';

/** Values of z on either side of 0. */
const PLACES = 96;

/** Range of z relative to the label and the pre-activations. */
const ROOM = 1.25;

/**
 * Returns the row that best shows the penalty: the largest label above zero inactive at w, else the largest above zero. Null without one,
 * since no sample then has a penalty.
 */
function tellingRow({ samples }: PairInstance, w: Float64Array): number | null {
  const { features, labels, dimension: d } = samples;
  let best: { readonly row: number; readonly inactive: boolean } | null = null;
  for (let row = 0; row < labels.length; row++) {
    const inactive = !(dot(features.subarray(row * d, row * d + d), w) > 0);
    const isBetter =
      best === null || (inactive === best.inactive ? labels[row]! > labels[best.row]! : inactive);
    if (labels[row]! > 0 && isBetter) best = { row, inactive };
  }
  return best === null ? null : best.row;
}

export function sampleReadings(instance: PairInstance, values: Values): Answers<NeuronReading> {
  const { features, labels, dimension: d } = instance.samples;
  const { leak, blend } = values as { readonly leak: number; readonly blend: number };

  return {
    /**
     * One sample's loss over z: the loss of a neuron with the single feature 1. Null for infinitely many samples, and without a label above
     * zero. Non-finite weights give NaN. Cost O(n d).
     */
    sample({ left, right }) {
      const row = tellingRow(instance, left);
      if (row === null) return null;
      const feature = features.slice(row * d, row * d + d);
      const label = labels[row]!;
      const now = { left: dot(feature, left), right: dot(feature, right) };
      const reach = ROOM * Math.max(label, Math.abs(now.left), Math.abs(now.right));
      const zs = Float64Array.from({ length: 2 * PLACES + 1 }, (_, i) => (reach * (i - PLACES)) / PLACES);

      function side(name: 'left' | 'right'): SideOfSample {
        const one = { features: Float64Array.of(1), labels: Float64Array.of(label), dimension: 1, leak };
        const loss = createNeuronLoss({ ...one, blend: name === 'left' ? 0 : blend });
        const slope = new Float64Array(1);
        const weights = { left, right }[name];
        const z = now[name];
        let active = 0;
        for (let i = 0; i < labels.length; i++)
          if (dot(features.subarray(i * d, i * d + d), weights) > 0) active++;
        return {
          losses: zs.map((at) => loss.loss(Float64Array.of(at))),
          z,
          loss: loss.evaluate(slope, Float64Array.of(z)),
          slope: slope[0]! + 0,
          active,
        };
      }
      return foundAtOnce({ row, label, zs, left: side('left'), right: side('right') });
    },

    /** Null without such a row. Non-finite weights give NaN. Cost O(n d). */
    row({ row, left, right }) {
      if (!(row in labels)) return null;
      const one = { features: features.slice(row * d, row * d + d), labels: Float64Array.of(labels[row]!) };
      const told = { ...one, rows: Int32Array.of(row), negative: 0, count: labels.length };
      const side = (name: 'left' | 'right', w: Vector) => {
        const terms = readSamples(instance, told, name, w, { leak, blend });
        return { z: terms.z[0]!, residual: terms.residuals[0]!, slope: terms.slopes[0]! };
      };
      return foundAtOnce({ left: side('left', left), right: side('right', right) });
    },

    /** Null for infinitely many samples, and without such a row. */
    moved(move) {
      const isThere = 'plant' in move ? labels.length > 0 : move.row in labels;
      return isThere ? foundAtOnce(movedData(instance.samples, move, leak)) : null;
    },
  };
}
