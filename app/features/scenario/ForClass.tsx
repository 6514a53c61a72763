import './words.en.ts';
import '../../ui/fields/param-words.en.ts';
import '../../ui/look/class.css';
import { useState } from 'react';
import { scenarioParams } from '../../../engine/catalog.ts';
import { isLimitable, namesOf } from '../../../engine/params.ts';
import { GROUPS, PAGE_CONTROLS } from '../../../engine/scenario/control-names.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import type { ControlState } from '../../session/controls.ts';
import { presentLink } from '../../session/scenario/bind-link.ts';
import { copyLink } from '../../session/scenario/copy-link.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { Button } from '../../ui/fields/Button.tsx';
import { Select } from '../../ui/fields/Select.tsx';

const STATES: readonly ControlState[] = ['shown', 'locked', 'hidden'];

type Choices = Readonly<Record<string, ControlState>>;

/** Makes a link that locks or hides controls, to try or copy; the page stays as it is. */
export function ForClass() {
  const session = useSession();
  const t = useTranslate();
  const { problem, values } = useApp((state) => state.scenario);
  const [choices, setChoices] = useState<Choices>(() => ({
    ...Object.fromEntries(namesOf(values.lock).map((name) => [name, 'locked' as const])),
    ...Object.fromEntries(namesOf(values.hide).map((name) => [name, 'hidden' as const])),
  }));
  const specs = scenarioParams(problem);
  const single = Object.keys(specs).filter(
    (name) => isLimitable(specs[name]!) && ![...GROUPS, ...PAGE_CONTROLS].some((other) => other === name),
  );
  const named = (wanted: ControlState) => Object.keys(choices).filter((name) => choices[name] === wanted);
  const limits = { hide: named('hidden').join(','), lock: named('locked').join(',') };

  const row = (name: string, label: string) => (
    <Select
      key={name}
      label={label}
      value={choices[name] ?? 'shown'}
      options={STATES.map((state) => [state, t(dynamicKey('class', state))])}
      onChoose={(state) => setChoices({ ...choices, [name]: state })}
    />
  );

  return (
    <details className="for-class" data-testid="for-class">
      <summary>
        <h3>{t('class.title')}</h3>
      </summary>
      <p className="note">{t('class.lead')}</p>
      <h4>{t('class.parts')}</h4>
      {PAGE_CONTROLS.map((name) => row(name, t(dynamicKey('class.part', name))))}
      <h4>{t('class.groups')}</h4>
      {GROUPS.map((name) => row(name, t(dynamicKey('group', name))))}
      <details>
        <summary>{t('class.single')}</summary>
        {single.map((name) => row(name, t(dynamicKey('param', specs[name]!.called ?? name))))}
      </details>
      <p className="note" role="status">
        {t('class.count', { locked: named('locked').length, hidden: named('hidden').length })}
      </p>
      <div className="class-actions">
        <Button
          primary
          onClick={() => void copyLink(session, presentLink(session, limits), t)}
          words={t('class.copy')}
        />
        <Button onClick={() => session.change(limits)} words={t('class.try')} />
        <Button onClick={() => setChoices({})} words={t('class.clear')} />
      </div>
    </details>
  );
}
