import type { Values } from '../../../engine/params.ts';
import type { OutputsUpdate, OutputTerms } from '../../../engine/problems/vector-output/types.ts';
import { partOfUpdate, takePlaces } from '../kit/update-part.ts';

/** Returns indices of u_j and v_j in U (d x m), then V (m x K), row-major. */
export function placesOf(
  { neurons: m, columns: d, outputs }: Pick<OutputTerms, 'neurons' | 'columns' | 'outputs'>,
  j: number,
): number[] {
  return [
    ...Array.from({ length: d }, (_, c) => c * m + j),
    ...Array.from({ length: outputs }, (_, k) => d * m + j * outputs + k),
  ];
}

/** Returns the neuron from 0, clamped to the last. */
export function toldNeuron({ left }: Pick<OutputsUpdate, 'left'>, { neuron }: Values): number {
  return Math.min(Number(neuron ?? 1), left?.network?.neurons ?? 1) - 1;
}

/** Returns the listed index of the last sample at or before the requested one. */
export function toldSample({ told }: Pick<OutputsUpdate, 'told'>, { sample }: Values): number {
  const behind = told?.rows.findIndex((row) => row > Number(sample ?? 1) - 1) ?? 0;
  return behind < 0 ? told!.rows.length - 1 : Math.max(0, behind - 1);
}

/** Restricts descent's update to one neuron; the right stays. */
export function ofNeuron(update: OutputsUpdate, j: number): OutputsUpdate {
  const { left } = update;
  if (!left?.network) return update;
  const { network } = left;
  const places = placesOf(network, j);
  return {
    ...update,
    left: {
      ...partOfUpdate(left, places),
      network: {
        ...network,
        fit: takePlaces(network.fit, places),
        decay: takePlaces(network.decay, places),
        on: network.on.slice(j, j + 1),
      },
    },
  };
}
