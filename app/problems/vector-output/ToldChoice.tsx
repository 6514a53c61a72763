import type { OutputsUpdate } from '../../../engine/problems/vector-output/types.ts';
import { useApp } from '../../session/session-context.tsx';
import { countTo, NumberChoice } from '../kit/NumberChoice.tsx';
import { toldNeuron, toldSample } from './of-neuron.ts';

/** Chooses the sample and neuron to explain. */
export function ToldChoice({ update }: { update: Pick<OutputsUpdate, 'left' | 'told'> }) {
  const values = useApp(({ scenario }) => scenario.values);
  const rows = update.told?.rows ?? new Int32Array(0);
  return (
    <>
      <NumberChoice
        name="sample"
        words="explain.walk.sample"
        numbers={Array.from(rows, (row) => row + 1)}
        chosen={(rows[toldSample(update, values)] ?? 0) + 1}
      />
      <NumberChoice
        name="neuron"
        words="explain.walk.neuron"
        numbers={countTo(update.left?.network?.neurons ?? 1)}
        chosen={toldNeuron(update, values) + 1}
      />
    </>
  );
}
