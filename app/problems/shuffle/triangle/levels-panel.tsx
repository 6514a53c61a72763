import '../matrix-words.en.ts';
import '../../kit/surface/read-below.css';
import '../matrix.css';
import { useMemo, useState } from 'react';
import { isAsking } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { useControl } from '../../../session/use-control.ts';
import type { Panel } from '../../../session/view.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { useThemeContext } from '../../../ui/look/theme-context.ts';
import { SlideArea } from '../../kit/surface/SlideArea.tsx';
import { shuffleOf } from '../shuffle-info.ts';
import {
  createLevels,
  describeLevels,
  levelsInputNow,
  levelWords,
  shareOf,
  thresholdWords,
} from './levels-drawing.ts';
import { LAST_SHARE, nextShare, shareAt } from './levels-plot.ts';

const describe = async () => describeLevels;

/** Every rest point over lambda: a click, a drag or keys set lambda, a pointer reads it. */
function LevelsPlate() {
  const session = useSession();
  const { store } = session;
  const t = useTranslate();
  const drawStyle = useThemeContext();
  const [pointed, setPointed] = useState<number | null>(null);
  const { run } = useMemo(() => createLevels(), []);
  const { ground } = useMemo(() => createLevels(pointed), [pointed]);
  const control = useControl('lambda');
  const isFree = control === 'shown';
  const info = useApp((state) => (shuffleOf(state)?.triangle ? shuffleOf(state) : null));
  const asks = useApp(isAsking);
  const share = useApp(shareOf);
  const read = useApp((state) => (pointed === null ? '' : levelWords(state, pointed, t)));
  const said = useApp((state) => levelWords(state, shareOf(state), t));

  function shareUnder(x: number, size: { readonly width: number; readonly height: number }): number {
    const input = levelsInputNow(store.getState(), { size, drawStyle, t });
    return input ? shareAt(input, x) : 0;
  }

  function change(lambda: number, gesture: string): void {
    if (lambda !== shareOf(store.getState())) session.change({ lambda }, { gesture });
  }

  function next(key: string): number | undefined {
    if (!info) return undefined;
    // What was asked for last may not be opened yet.
    const now = shareOf(store.getState());
    const stops = info.thresholds.map(({ threshold }) => threshold / info.smoothness).sort((a, b) => a - b);
    // Just beyond a threshold, in the digits that a link has.
    const beyond = (from: number) => Number((1.02 * from).toPrecision(3));
    return {
      ArrowRight: nextShare(now, 1),
      ArrowUp: nextShare(now, 1),
      ArrowLeft: nextShare(now, -1),
      ArrowDown: nextShare(now, -1),
      PageUp: stops.map(beyond).find((stop) => stop > now) ?? LAST_SHARE,
      PageDown: stops.map(beyond).findLast((stop) => stop > 0 && stop < now) ?? 0,
      Home: 0,
      End: LAST_SHARE,
    }[key];
  }

  if (!info) return null;
  const hint = asks ? '' : thresholdWords(info, t);
  return (
    <div className="plate matrix-read read-under levels">
      <div className="pointed">
        <Drawing picture={ground} />
        <Drawing picture={run} label={t('aria.shuffle.levels')} describe={describe} />
        <SlideArea
          testId="levels"
          label={t('shuffle.levels.slide')}
          isFree={isFree}
          min={0}
          max={Math.max(LAST_SHARE, share)}
          value={share}
          valueText={said}
          at={shareUnder}
          next={next}
          change={change}
          point={setPointed}
        />
      </div>
      <output aria-live="off" className={read ? 'probe' : 'probe hint'} data-testid="probe-levels">
        {read || hint}
      </output>
    </div>
  );
}

const ground = () => createLevels().ground;
const run = () => createLevels().run;

/** Every rest point, beside both triangles. */
export const LEVELS: Panel = {
  name: 'levels',
  side: null,
  title: (_, t) => t('shuffle.levels.title'),
  Body: LevelsPlate,
  picture: {
    aspect: 1,
    narrow: () => 0.8,
    draw: (kit, snapshot, size) => [...kit.draw(ground, snapshot, size), ...kit.draw(run, snapshot, size)],
    tell: () => [describeLevels],
  },
};
