import '../../kit/surface/read-below.css';
import './panels.css';
import { useMemo, useState } from 'react';
import { CATALOG } from '../../../../engine/catalog.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { useControl } from '../../../session/use-control.ts';
import type { Panel } from '../../../session/view.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { SlideArea } from '../../kit/surface/SlideArea.tsx';
import type { LevelKey } from './info.ts';
import {
  axisOf,
  boundWords,
  createPixelLevels,
  describeLevels,
  keyOf,
  levelWords,
} from './levels-drawing.ts';
import { levelAt } from './levels-plot.ts';

/** Change per arrow key, and per page key. */
const STEPS = { c: [0.01, 0.1], cap: [0.01, 0.1] } as const;

/** Click, drag or keys set c or the cap, the pointer reads. */
function LevelsPlate({ of }: { of: LevelKey }) {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const { scale } = useThemeContext();
  const [pointed, setPointed] = useState<number | null>(null);
  const { ground } = useMemo(() => createPixelLevels(of, pointed), [of, pointed]);
  const { run } = useMemo(() => createPixelLevels(of), [of]);
  const describe = useMemo(() => async () => describeLevels(of), [of]);
  const isFree = useControl(of) === 'shown';
  const value = useApp((state) => keyOf(state, of));
  const read = useApp((state) => (pointed === null ? '' : levelWords(state, of, pointed, t)));
  const said = useApp((state) => levelWords(state, of, keyOf(state, of), t));
  const hint = useApp((state) => boundWords(state, of, t));
  const title = t(`pixels.levels.title.${of}`);
  const { min, max } = CATALOG.denoiser.params[of];
  const axis = axisOf(of);

  function change(to: number, gesture: string): void {
    const next = Number(Math.max(Math.max(min, 0.01), Math.min(max, to)).toFixed(3));
    if (next !== keyOf(store.getState(), of)) session.change({ [of]: next }, { gesture });
  }

  function next(key: string): number | undefined {
    // The last request may not be opened yet.
    const now = keyOf(store.getState(), of);
    const [step, page] = STEPS[of];
    // Right follows the direction of the axis.
    const way = Math.sign(axis[1] - axis[0]);
    return {
      ArrowRight: now + way * step,
      ArrowUp: now + step,
      ArrowLeft: now - way * step,
      ArrowDown: now - step,
      PageUp: now + page,
      PageDown: now - page,
      Home: axis[0],
      End: axis[1],
    }[key];
  }

  return (
    <div className="plate pixel-read read-under levels">
      <div className="pointed">
        <Drawing picture={ground} />
        <Drawing picture={run} label={title} describe={describe} />
        <SlideArea
          testId={`levels-${of}`}
          label={t(`pixels.levels.slide.${of}`)}
          isFree={isFree}
          min={Math.min(...axis)}
          max={Math.max(...axis, value)}
          value={value}
          valueText={said}
          at={(x, size) => levelAt(size, scale, axis, x)}
          next={next}
          change={change}
          point={setPointed}
        />
      </div>
      <output aria-live="off" className={read ? 'probe' : 'probe hint'} data-testid={`probe-levels-${of}`}>
        {read || hint}
      </output>
    </div>
  );
}

function levelsPanel(key: LevelKey): Panel {
  const ground = () => createPixelLevels(key).ground;
  const run = () => createPixelLevels(key).run;
  return {
    name: `levels-${key}`,
    side: null,
    title: (_, t) => t(`pixels.levels.title.${key}`),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <LevelsPlate of={key} />,
    picture: {
      aspect: 1,
      narrow: () => 0.8,
      draw: (kit, snapshot, size) => [...kit.draw(ground, snapshot, size), ...kit.draw(run, snapshot, size)],
      tell: () => [describeLevels(key)],
    },
  };
}

export const LEVELS_C = levelsPanel('c');
export const LEVELS_CAP = levelsPanel('cap');
