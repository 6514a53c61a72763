import { useEffect, useState } from 'react';
import { parseLink } from '../../../../engine/scenario/scenario.ts';
import { during } from '../../../session/busy.ts';
import type { Entry, Scene } from '../../../session/lecture.ts';
import { useSession, useTranslate } from '../../../session/session-context.tsx';
import { type AppState, INITIAL_SIDES } from '../../../session/store.ts';
import { loadView } from '../../../session/view.ts';
import { type OfferedPart, partsOffered } from '../parts-offered.ts';

const TIMES = ['on', 'bookmark', 'end'] as const;

/** Returns the state of a scenario just opened, by an engine of its own; null if it does not open. */
function useOpened(link: string): AppState | null {
  const session = useSession();
  const [found, setFound] = useState<{ readonly link: string; readonly state: AppState } | null>(null);
  useEffect(() => {
    const engine = session.startEngine();
    let ended = false;
    const { scenario } = parseLink(link);
    const open = async () => {
      const [opened] = await Promise.all([engine.open(scenario, null, 0), loadView(scenario.problem)]);
      if (ended || !opened || 'failure' in opened) return;
      const of = { scenario, opened, openedProblem: scenario.problem, openedValues: scenario.values };
      const state = { ...session.store.getState(), ...of, k: 0, frontier: 0, sides: INITIAL_SIDES };
      setFound({ link, state });
    };
    during(open()).catch(() => undefined);
    return () => {
      ended = true;
      engine.dispose();
    };
  }, [session, link]);
  return found?.link === link ? found.state : null;
}

interface PartsProps {
  readonly scene: Scene;
  readonly onChange: (parts: Scene['parts']) => void;
}

/** Unfolds the parts that the scene's view offers. */
export function PartsField(props: PartsProps) {
  const t = useTranslate();
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="scene-parts" onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('lecture.parts')}</summary>
      {isOpen && <Parts {...props} />}
    </details>
  );
}

/** Check boxes of the shown parts, and when each appears. */
function Parts({ scene, onChange }: PartsProps) {
  const t = useTranslate();
  const opened = useOpened(scene.scenario);
  if (!opened) return null;

  function choose({ name, usual }: OfferedPart, entry: Entry): void {
    const { [name]: _, ...others } = scene.parts ?? {};
    const parts = entry === 'on' && usual({}) === 'on' ? others : { ...others, [name]: entry };
    onChange(Object.keys(parts).length > 0 ? parts : undefined);
  }

  return (
    <ul>
      {partsOffered(opened, t).map((part) => {
        const { name, title, usual } = part;
        const entry = scene.parts?.[name] ?? usual(scene);
        return (
          <li key={name}>
            <label className="scene-flag">
              <input
                type="checkbox"
                checked={entry !== 'off'}
                onChange={({ target }) => choose(part, target.checked ? 'on' : 'off')}
              />
              <span>{title}</span>
            </label>
            <select
              aria-label={t('lecture.partEnters', { title })}
              value={entry === 'off' ? 'on' : entry}
              disabled={entry === 'off'}
              onChange={({ target }) => choose(part, target.value as Entry)}
            >
              {TIMES.map((time) => (
                <option key={time} value={time}>
                  {t('lecture.partTime', { time })}
                </option>
              ))}
            </select>
          </li>
        );
      })}
    </ul>
  );
}
