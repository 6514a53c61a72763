import './words.en.ts';
import './examples.css';
import { useEffect, useMemo, useRef, useState } from 'react';
import { CATALOG, PROBLEM_IDS, type ProblemId } from '../../../engine/catalog.ts';
import type { Preset, SideName } from '../../../engine/contract.ts';
import { paint } from '../../charts/paint-canvas.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import { during } from '../../session/busy.ts';
import { presetOf } from '../../session/preset-of.ts';
import { problemName } from '../../session/problem-name.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';
import { loadMoreWords } from '../../session/view.ts';
import { drawExample, type ExamplePictures, PICTURE } from './example-picture.ts';

/** The pictures that have been drawn, while the page is open. */
const drawn = new Map<string, ExamplePictures | null>();

/** Every example by its problem, with a picture of both maps; a press opens it. */
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
  const pictures = useExamplePictures(offered);

  useEffect(() => {
    if (session.store.getState().moreWords) return;
    // Where they cannot be had the examples are called by their names in links.
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
                      <Miniature list={pictures.get(`${problem} ${id}`)} side="left" />
                      <Miniature list={pictures.get(`${problem} ${id}`)} side="right" />
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

/** One map of an example; undefined before it is drawn, null where it has none. */
function Miniature({ list: both, side }: { list: ExamplePictures | null | undefined; side: SideName }) {
  const list = both?.[side];
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    if (!canvas.current || !context || !list) return;
    const dpr = devicePixelRatio || 1;
    canvas.current.width = canvas.current.height = Math.round(PICTURE * dpr);
    paint(context, list, { width: PICTURE, height: PICTURE, dpr });
  }, [list]);
  return <canvas ref={canvas} className={both === null ? 'none' : ''} />;
}

/** Draws what has not been drawn yet, one example after another, while the list is seen. */
function useExamplePictures(problems: readonly ProblemId[]): ReadonlyMap<string, ExamplePictures | null> {
  const session = useSession();
  const [, setDone] = useState(drawn.size);
  useEffect(() => {
    const missing = problems.flatMap((problem) =>
      (CATALOG[problem].presets as readonly Preset[])
        .map(({ id, values }) => ({ key: `${problem} ${id}`, problem, values }))
        .filter(({ key }) => !drawn.has(key)),
    );
    if (missing.length === 0) return;
    const engine = session.startEngine();
    let ended = false;
    const drawAll = async () => {
      for (const { key, problem, values } of missing) {
        if (ended) return;
        drawn.set(key, await drawExample(engine, problem, values));
        if (!ended) setDone(drawn.size);
      }
    };
    // An engine that is gone leaves the names and sentences.
    drawAll().catch(() => undefined);
    return () => {
      ended = true;
      engine.dispose();
    };
  }, [session, problems]);
  return drawn;
}
