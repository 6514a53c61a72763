import { scenarioParams } from '../../../engine/catalog.ts';
import { DRAWN, DRAWN_NAMES, ENSEMBLE_PARAMS } from '../../../engine/ensemble/ensemble-params.ts';
import { namesOf } from '../../../engine/params.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { viewOf } from '../../session/view.ts';
import { ParamControl } from '../../ui/ParamControl.tsx';
import { WorkersField } from './WorkersField.tsx';

/** What makes an ensemble, each a key of the link. */
export function EnsembleForm() {
  const session = useSession();
  const t = useTranslate();
  const { problem, values } = useApp((state) => state.scenario);
  const specs = scenarioParams(problem);
  const chosen = namesOf(values.vary);
  const possible = DRAWN_NAMES.filter((name) => DRAWN[name] in specs);
  const { isOfSamples } = useApp((state) => viewOf(state).runs);

  return (
    <div className="ensemble-form">
      <ParamControl name="runs" spec={ENSEMBLE_PARAMS.runs} />
      <ParamControl name="limit" spec={ENSEMBLE_PARAMS.limit} />
      <ParamControl name="within" spec={ENSEMBLE_PARAMS.within} />
      <fieldset>
        <legend>{t('param.vary')}</legend>
        {possible.map((name) => (
          <label key={name} className="control flag">
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              onChange={({ target }) => {
                const next = DRAWN_NAMES.filter((one) =>
                  one === name ? target.checked : chosen.includes(one),
                );
                session.change({ vary: next.join(',') });
              }}
            />
            <span>{t(`ensemble.drawn.${name}`)}</span>
          </label>
        ))}
      </fieldset>
      {isOfSamples && <ParamControl name="startlaw" spec={ENSEMBLE_PARAMS.startlaw} />}
      {isOfSamples && <ParamControl name="audit" spec={ENSEMBLE_PARAMS.audit} />}
      <WorkersField />
    </div>
  );
}
