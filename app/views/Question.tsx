import { dynamicKey } from '../messages/messages.ts';
import { presetOf } from '../state/preset-of.ts';
import { useApp, useTranslate } from './session-context.tsx';

/** The one sentence that asks, and what the preset has to say of itself. */
export function Question() {
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  const own = useApp((state) => state.opened !== null && state.opened.plant === null);
  const preset = presetOf(scenario);
  const key = scenario.values.unlock ? 'question.unlocked' : own ? 'question.own' : 'question.ahead';
  return (
    <div className="question">
      <h2>{t(key)}</h2>
      {preset && <p>{t(dynamicKey('preset', preset, 'sentence'))}</p>}
      {preset === 'stopping-distance' && <p>{t('why.stoppingDistance')}</p>}
      {scenario.values.unlock === true && <p className="warning">{t('settings.unlocked')}</p>}
    </div>
  );
}
