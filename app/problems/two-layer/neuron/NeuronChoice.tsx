import type { NetworkUpdate } from '../../../../engine/problems/two-layer/types.ts';
import { useApp } from '../../../session/session-context.tsx';
import { countTo, NumberChoice } from '../../kit/NumberChoice.tsx';
import { toldNeuron } from '../of-neuron.ts';

/** Chooses the explained neuron, whose landscape is shown. */
export function NeuronChoice({ update }: { update: Pick<NetworkUpdate, 'left'> }) {
  const wanted = useApp(({ scenario }) => scenario.values.neuron ?? 1);
  return (
    <NumberChoice
      name="neuron"
      words="explain.walk.neuron"
      numbers={countTo(update.left?.network?.neurons ?? 1)}
      chosen={toldNeuron(update, wanted) + 1}
    />
  );
}
