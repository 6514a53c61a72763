import './words.en.ts';
import './examples.css';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { CATALOG, PROBLEM_IDS, type ProblemId } from '../../../engine/catalog.ts';
import type { Preset } from '../../../engine/contract.ts';
import { openingScenario } from '../../../engine/scenario/scenario.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import { during } from '../../session/busy.ts';
import { hasKeyboardFocus } from '../../session/keys.ts';
import { pageQuestion } from '../../session/scenario/page-question.ts';
import { presetOf } from '../../session/scenario/preset-of.ts';
import { problemName } from '../../session/scenario/problem-name.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { useControl, useTitle } from '../../session/use-control.ts';
import { loadMoreWords } from '../../session/view.ts';
import { Miniature } from '../../ui/Miniature.tsx';
import { useMaps } from '../../ui/use-maps.ts';

const presetsOf = (problem: ProblemId): readonly Preset[] => CATALOG[problem].presets;

/** The front door: a tile for each problem, which loads its opening, then the examples by problem, the open one's first. */
export function ExampleList({ onOpened }: { onOpened: () => void }) {
  const session = useSession();
  const t = useTranslate();
  const scenario = useApp((state) => state.scenario);
  const [problems, presets] = [useControl('problem'), useControl('presets')];
  const title = useTitle(presets, t('examples.title'));
  const isFree = problems === 'shown' && presets === 'shown';
  const others = isFree ? PROBLEM_IDS.filter((id) => id !== scenario.problem) : [];
  const [unfolded, setUnfolded] = useState<readonly ProblemId[]>([]);
  const wanted = useMemo(
    () => [
      ...(isFree ? PROBLEM_IDS.map((problem) => exampleOf(problem, CATALOG[problem].opening)) : []),
      ...[scenario.problem, ...unfolded].flatMap((problem) =>
        presetsOf(problem).map(({ id }) => exampleOf(problem, id)),
      ),
    ],
    [isFree, scenario.problem, unfolded],
  );
  const pictures = useMaps(wanted);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    const items = [...(list.current?.querySelectorAll<HTMLElement>('[aria-current]') ?? [])];
    // By pointer the list stays at its beginning.
    items.at(-1)?.focus({ preventScroll: !hasKeyboardFocus() });
  }, []);

  useEffect(() => {
    if (session.store.getState().moreWords) return;
    // On failure, the names are those in links.
    during(loadMoreWords()).then(
      () => session.store.setState({ moreWords: true }),
      () => undefined,
    );
  }, [session]);

  const item = (problem: ProblemId, id: string, isCurrent: boolean, words: ReactNode, open: () => void) => (
    <li key={`${problem} ${id}`}>
      <button
        type="button"
        disabled={presets === 'locked'}
        title={presets === 'locked' ? title : undefined}
        aria-current={isCurrent || undefined}
        onClick={() => {
          open();
          onOpened();
        }}
      >
        <span className="example-maps" aria-hidden>
          <Miniature maps={pictures.get(`${problem} ${id}`)} side="left" zoom={2} />
          <Miniature maps={pictures.get(`${problem} ${id}`)} side="right" zoom={2} />
        </span>
        <span>{words}</span>
      </button>
    </li>
  );

  const tile = (problem: ProblemId) =>
    item(
      problem,
      CATALOG[problem].opening,
      problem === scenario.problem,
      <>
        <b>{problemName(problem, t)}</b>{' '}
        <span className="tile-question">
          {pageQuestion({ scenario: openingScenario(problem), opened: null }, t)}
        </span>{' '}
        <span>{t(dynamicKey('tile', problem))}</span>
      </>,
      () => session.openProblem(problem),
    );

  const examples = (problem: ProblemId) => (
    <ul>
      {presetsOf(problem).map(({ id }) =>
        item(
          problem,
          id,
          problem === scenario.problem && id === presetOf(scenario),
          <>
            <b>{t(dynamicKey('preset', id, 'title'))}</b>{' '}
            <span>{t(dynamicKey('preset', id, 'sentence'))}</span>
          </>,
          () => session.openPreset(id, problem),
        ),
      )}
    </ul>
  );

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div className="examples" data-testid="examples" role="group" aria-label={t('examples.title')} ref={list}>
      {isFree && (
        <section>
          <h3>{t('examples.problems')}</h3>
          <ul className="tiles">{PROBLEM_IDS.map(tile)}</ul>
        </section>
      )}
      <section>
        <h3>{t('examples.of', { name: problemName(scenario.problem, t) })}</h3>
        {examples(scenario.problem)}
      </section>
      {others.map((problem) => (
        <details
          key={problem}
          onToggle={({ currentTarget }) => {
            if (currentTarget.open) setUnfolded((now) => [...new Set([...now, problem])]);
          }}
        >
          <summary>{t('examples.of', { name: problemName(problem, t) })}</summary>
          {examples(problem)}
        </details>
      ))}
    </div>
  );
}

const exampleOf = (problem: ProblemId, id: string) => ({
  key: `${problem} ${id}`,
  problem,
  values: presetsOf(problem).find((preset) => preset.id === id)!.values,
});
