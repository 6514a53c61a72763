import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parseLink, withValues } from '../../../engine/scenario/scenario.ts';
import { createLocalEngine, withSmallGrids } from '../../../workers/local-engine.ts';
import type { Grid } from '../../../workers/protocol.ts';
import { createSession } from '../../session/create-session.ts';
import { turns, until } from '../../session/run/until.ts';
import { shownView } from '../../session/store.ts';
import { stubFrames } from '../../session/stub/stub-frames.ts';
import { loadView } from '../../session/view.ts';
import { OPENING } from '../one-neuron/opening.ts';
import '../index.ts';
import { sweepKnob } from './knob-sweep.ts';

const passFrame = stubFrames();
beforeEach(() => void vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener() {} })));
afterEach(() => void vi.unstubAllGlobals());

const FRAME = 16;
const CELLS = 24;
/** Frames that an engine call takes: ten times those of two busy cores. */
const SLOW = 30;

const link = '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&blend=0.05';

test('a slow engine still shows at least eight maps of a sweep, each under its own number', async () => {
  let frames = 0;
  const due: { readonly at: number; readonly go: () => void }[] = [];
  let delay = 0;
  const slowly = () =>
    new Promise<void>((go) => {
      if (delay === 0) go();
      else due.push({ at: frames + delay, go });
    });
  await loadView('one-neuron');
  const session = createSession(() =>
    createLocalEngine(async (call) => {
      await slowly();
      return withSmallGrids(call, CELLS);
    }),
  );
  const { store } = session;
  const { scenario } = parseLink(link);
  session.load(scenario);
  await until(() => expect(store.getState().mapped).toBe(store.getState().landscape));
  await until(() => expect(store.getState().references).not.toBeNull());
  delay = SLOW;

  const shown = new Map<Grid, number>();
  const titles = new Set<string>();
  let isOver = false;
  const t = (_: string, values?: { blend: number }) => String(values?.blend);
  const gesture = session.newGesture();
  const stop = sweepKnob(
    store,
    (blend) => session.change({ blend }, { gesture }),
    () => {
      isOver = true;
    },
  );
  for (; !isOver || store.getState().phase !== 'ready'; frames++) {
    expect(frames).toBeLessThan(20_000);
    passFrame(FRAME);
    for (const { go } of due.filter(({ at }) => at === frames)) go();
    await turns(2);
    const state = store.getState();
    const blend = state.openedValues.blend as number;
    // A frame shows map and numbers of one value.
    expect(shown.get(state.grid!) ?? blend).toBe(blend);
    if (shown.has(state.grid!)) continue;
    shown.set(state.grid!, blend);
    titles.add(OPENING.title(state, 'right', t as never));
  }
  stop();
  expect(shown.size).toBeGreaterThanOrEqual(8);
  expect(titles.size).toBe(new Set(shown.values()).size);
  const fast = createLocalEngine((call) => withSmallGrids(call, CELLS));
  for (const [grid, blend] of shown) {
    await fast.open(withValues(scenario, { blend }), null);
    const own = (await fast.grid(shownView(store.getState()), CELLS))!;
    expect(grid.right, `blend ${blend}`).toEqual(own.right);
  }
  session.dispose();
});
