import { useId } from 'react';
import type { NetworkUpdate } from '../../../engine/problems/two-layer/types.ts';
import { formatCount } from '../../i18n/format.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';
import { toldNeuron } from './of-neuron.ts';

/** Which of the network's neurons is told: the one whose landscape is shown. */
export function NeuronChoice({ update }: { update: Pick<NetworkUpdate, 'left'> }) {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const wanted = useApp(({ scenario }) => scenario.values.neuron ?? 1);
  const control = useControl('neuron');
  const title = useTitle(control, t('explain.walk.neuron'));
  const count = update.left?.network?.neurons ?? 1;
  // The words beside it say which it is.
  if (count < 2 || control === 'hidden') return null;
  return (
    <div className="told-neuron">
      <label htmlFor={id}>{t('explain.walk.neuron')}</label>
      <select
        id={id}
        value={toldNeuron(update, wanted) + 1}
        disabled={control === 'locked'}
        title={control === 'locked' ? title : undefined}
        data-arrows
        onChange={(event) => session.change({ neuron: Number(event.target.value) })}
      >
        {Array.from({ length: count }, (_, j) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a neuron is its number.
          <option key={j} value={j + 1}>
            {formatCount(j + 1)}
          </option>
        ))}
      </select>
    </div>
  );
}
