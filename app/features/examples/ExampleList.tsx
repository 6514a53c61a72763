import './words.en.ts';
import './examples.css';
import { useEffect, useMemo } from 'react';
import { CATALOG, PROBLEM_IDS } from '../../../engine/catalog.ts';
import type { Preset } from '../../../engine/contract.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import { during } from '../../session/busy.ts';
import { presetOf } from '../../session/scenario/preset-of.ts';
import { problemName } from '../../session/scenario/problem-name.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';
import { loadMoreWords } from '../../session/view.ts';
import { Miniature } from '../../ui/Miniature.tsx';
import { useMaps } from '../../ui/use-maps.ts';

export function ExampleList({ onOpened }: { onOpened: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  const current = presetOf(scenario);
  const [problems, presets] = [useControl('problem'), useControl('presets')];
  const title = useTitle(presets, t('examples.title'));
  const isFree = problems === 'shown' && presets === 'shown';
  const offered = useMemo(
    () => PROBLEM_IDS.filter((id) => isFree || id === scenario.problem),
    [isFree, scenario.problem],
  );
  const wanted = useMemo(
    () =>
      offered.flatMap((problem) =>
        (CATALOG[problem].presets as readonly Preset[]).map(({ id, values }) => ({
          key: `${problem} ${id}`,
          problem,
          values,
        })),
      ),
    [offered],
  );
  const pictures = useMaps(wanted);

  useEffect(() => {
    if (session.store.getState().moreWords) return;
    // On failure, the names are those in links.
    during(loadMoreWords()).then(
      () => session.store.setState({ moreWords: true }),
      () => undefined,
    );
  }, [session]);

  return (
    <div className="examples" data-testid="examples">
      {offered.map((problem) => (
        <section key={problem} aria-label={problemName(problem, t)}>
          <h3>{problemName(problem, t)}</h3>
          <ul>
            {(CATALOG[problem].presets as readonly Preset[]).map(({ id }) => {
              const isCurrent = problem === scenario.problem && id === current;
              return (
                <li key={id}>
                  <button
                    type="button"
                    disabled={presets === 'locked'}
                    title={presets === 'locked' ? title : undefined}
                    aria-current={isCurrent || undefined}
                    onClick={() => {
                      session.openPreset(id, problem);
                      onOpened();
                    }}
                  >
                    <span className="example-maps" aria-hidden>
                      <Miniature maps={pictures.get(`${problem} ${id}`)} side="left" />
                      <Miniature maps={pictures.get(`${problem} ${id}`)} side="right" />
                    </span>
                    <span>
                      <b>{t(dynamicKey('preset', id, 'title'))}</b>
                      <span>{t(dynamicKey('preset', id, 'sentence'))}</span>
                    </span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      ))}
    </div>
  );
}
