import type { PairInstance, SideName, Vector } from '../../contract.ts';
import type { Values } from '../../params.ts';
import type { TermsReader } from '../../problem.ts';
import type { ToldSamples } from '../../update/told-samples.ts';
import { readOwnData } from './data/own-data.ts';
import { sampleReadings } from './data/reading.ts';
import { readSamples } from './data/terms.ts';
import { followLazily } from './lazy-loss.ts';
import { makeProblem } from './make-problem.ts';
import { populationInstance } from './population/instance.ts';
import { createSlicer } from './slice-loss.ts';
import type { NeuronSideTerms } from './types.ts';

/** Reads both losses and gradients at a side's weights, and its sample terms. */
function neuronTerms(instance: PairInstance, values: Values, told: ToldSamples | null): TermsReader {
  const { dimension: d, scaling, plant } = instance;
  const home = new Float64Array(d);
  if (plant) scaling.toScaled(home, plant);
  const { leak, blend } = values as { readonly leak: number; readonly blend: number };

  return {
    side(side, update): Readonly<Record<string, unknown>> & NeuronSideTerms {
      const gradients: Record<SideName, Vector> = { left: update.gradient, right: update.gradient };
      const losses: Record<SideName, number> = { left: update.loss, right: update.loss };
      const other = side === 'left' ? 'right' : 'left';
      gradients[other] = new Float64Array(d);
      losses[other] = instance[other].evaluate(gradients[other], update.weights);
      const descents = { left: new Float64Array(d), right: new Float64Array(d) };
      let pull = 0;
      for (const name of ['left', 'right'] as const)
        scaling.toOriginal(
          descents[name],
          gradients[name].map((slope) => -slope + 0),
        );
      for (let j = 0; j < d; j++)
        pull += (update.weights[j]! - home[j]!) * (gradients.right[j]! - gradients.left[j]!);
      return {
        descents,
        losses,
        pull: plant ? pull : Number.NaN,
        samples: told && readSamples(instance, told, side, update.original.weights, { leak, blend }),
      };
    },
  };
}

/** Left: squared loss. Right: the convex relaxation, or a blend of both. */
export const problem = makeProblem(
  { readOwnData, populationInstance, followLazily, createSlicer },
  { terms: neuronTerms, readings: sampleReadings },
);
