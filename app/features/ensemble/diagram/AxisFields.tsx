import { useEffect, useId, useState } from 'react';
import { scenarioParams } from '../../../../engine/catalog.ts';
import { areOne, axisKeys } from '../../../../engine/ensemble/axes.ts';
import { formatParam } from '../../../../engine/params.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { Select } from '../../../ui/fields/Select.tsx';
import { axisWord } from '../ensemble-words.ts';
import { readPlaces, typedWords } from '../read-typed.ts';
import { Refusal, TypedField } from '../TypedField.tsx';
import { firstPlaces } from './diagram.ts';

export function AxisFields({ axis }: { axis: 'x' | 'y' }) {
  const session = useSession();
  const t = useTranslate();
  const id = useId();
  const { problem, values } = useApp((state) => state.scenario);
  const [key, at] = [`${axis}key`, `${axis}at`] as const;
  const specs = scenarioParams(problem);
  const name = values[key] as string;
  const offered = axisKeys(specs, values);
  // A link's parameter stays visible even without effect.
  const keys = name === '' || offered.includes(name) ? offered : [...offered, name];
  const other = values[axis === 'x' ? 'ykey' : 'xkey'] as string;
  const title = t(`ensemble.axis.${axis}`);
  const shown = formatParam(values[at]!);
  const [text, setText] = useState(shown);
  const [bad, setBad] = useState<string | null>(null);
  useEffect(() => {
    setText(shown);
    setBad(null);
  }, [shown]);

  function take(): void {
    const places = text === shown ? null : readPlaces(text);
    setBad(text === shown || places ? null : typedWords(text));
    if (!places) return;
    session.change({ [at]: places });
    // Normalise the text even if values are equal.
    setText(formatParam(places));
  }

  return (
    <div className="axis-fields">
      <Select
        label={title}
        value={keys.includes(name) ? name : ''}
        options={[
          ['', t('ensemble.axis.none')],
          ...keys
            .filter((one) => !areOne(one, other))
            .map((one) => [one, axisWord(one, t, problem)] as const),
        ]}
        onChoose={(chosen) =>
          session.change({ [key]: chosen, [at]: chosen === '' ? null : firstPlaces(chosen, specs, values) })
        }
      />
      {name !== '' && specs[name]?.kind !== 'choice' && (
        <TypedField
          id={id}
          label={t('ensemble.axis.places', { axis: title })}
          text={text}
          refused={bad !== null}
          onText={setText}
          onTake={take}
        />
      )}
      <Refusal id={id} words={bad === null ? null : t('ensemble.axis.bad', { got: bad })} />
    </div>
  );
}
