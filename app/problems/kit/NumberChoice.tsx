import { useId } from 'react';
import { formatCount } from '../../i18n/format.ts';
import type { MessageKey } from '../../i18n/messages.ts';
import { useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';

/** A menu of numbers from 1 that sets the parameter `name`. */
export function NumberChoice({
  name,
  words,
  numbers,
  chosen,
}: {
  name: string;
  words: MessageKey;
  numbers: readonly number[];
  chosen: number;
}) {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const control = useControl(name);
  const word = (t as (key: MessageKey) => string)(words);
  const title = useTitle(control, word);
  // The words next to it already name the only one.
  if (numbers.length < 2 || control === 'hidden') return null;
  return (
    <div className="told-neuron">
      <label htmlFor={id}>{word}</label>
      <select
        id={id}
        value={chosen}
        disabled={control === 'locked'}
        title={control === 'locked' ? title : undefined}
        data-arrows
        onChange={(event) => session.change({ [name]: Number(event.target.value) })}
      >
        {numbers.map((number) => (
          <option key={number} value={number}>
            {formatCount(number)}
          </option>
        ))}
      </select>
    </div>
  );
}

export const countTo = (count: number): number[] => Array.from({ length: count }, (_, j) => j + 1);
