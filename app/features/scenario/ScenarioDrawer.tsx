import './words.en.ts';
import '../../ui/fields/param-words.en.ts';
import { CATALOG, scenarioParams } from '../../../engine/catalog.ts';
import { isInDrawer } from '../../../engine/params.ts';
import { GROUPS } from '../../../engine/scenario/control-names.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';
import { ControlButton } from '../../ui/fields/ControlButton.tsx';
import { ParamControl } from '../../ui/fields/ParamControl.tsx';
import { Drawer } from '../../ui/windows/Drawer.tsx';
import { ForClass } from './ForClass.tsx';
import { ProblemChoice } from './ProblemChoice.tsx';

/** Shows all controls, from the declarations. */
export function ScenarioDrawer({ onClose, onOwnData }: { onClose: () => void; onOwnData: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  // Without a table, CSV means: choose one.
  const hasTable = useApp((state) => state.own !== null || state.scenario.values.data !== '');
  const presets = useControl('presets');
  const presetsTitle = useTitle(presets, t('drawer.presets'));
  const specs = Object.entries(scenarioParams(scenario.problem));
  return (
    <Drawer id="drawer-title" title={t('drawer.title')} onClose={onClose}>
      <ProblemChoice />
      {presets !== 'hidden' && (
        <section>
          <h3>{t('drawer.presets')}</h3>
          <ul className="presets">
            {CATALOG[scenario.problem].presets.map(({ id }) => (
              <li key={id}>
                <button
                  type="button"
                  disabled={presets === 'locked'}
                  title={presets === 'locked' ? presetsTitle : undefined}
                  onClick={() => session.openPreset(id)}
                >
                  <b>{t(dynamicKey('preset', id, 'title'))}</b>
                  <span>{t(dynamicKey('preset', id, 'sentence'))}</span>
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {GROUPS.map((group) => {
        const shown = specs.filter(
          ([, spec]) => spec.group === group && isInDrawer(spec) && (spec.when?.(scenario.values) ?? true),
        );
        if (shown.length === 0) return null;
        return (
          <section key={group}>
            <h3>{t(dynamicKey('group', group))}</h3>
            {shown.map(([name, spec]) => (
              <ParamControl
                key={name}
                name={name}
                spec={spec}
                {...(name === 'features' && !hasTable ? { instead: { csv: onOwnData } } : {})}
              />
            ))}
            {group === 'data' && (
              <ControlButton
                control="own"
                className="text-button"
                title={t('drawer.open')}
                onClick={onOwnData}
              >
                {t('drawer.open')}
              </ControlButton>
            )}
            {group === 'view' && <ToneControl />}
          </section>
        );
      })}
      <ForClass />
    </Drawer>
  );
}

function ToneControl() {
  const session = useSession();
  const t = useTranslate();
  const tone = useApp((state) => state.tone);
  return (
    <>
      <label className="control flag">
        <input type="checkbox" checked={tone} onChange={session.toggleTone} />
        <span>{t('tone.toggle')}</span>
      </label>
      <p className="note">{t('tone.mapping')}</p>
    </>
  );
}
