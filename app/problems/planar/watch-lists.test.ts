import '../../i18n/all-words.ts';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { CATALOG } from '../../../engine/catalog.ts';
import type { SideName } from '../../../engine/contract.ts';
import { parseLink, valueAt, withValues } from '../../../engine/scenario/scenario.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { createThinner } from '../../charts/thin.ts';
import {
  solidGround,
  solidRun,
  solidThinners,
  watchSolidGround,
  watchSolidRun,
} from '../../features/space/solid-drawing.ts';
import { figureLook } from '../../figure/look.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { curveDrawing, QUANTITIES, spanOf, watchCurve } from '../../pictures/curve-drawing.ts';
import { curveRect } from '../../pictures/curve-plot.ts';
import { dataDrawing, watchData } from '../../pictures/data-drawing.ts';
import {
  landscapeBase,
  landscapeOverlay,
  watchBase,
  watchOverlay,
} from '../../pictures/landscape-drawing.ts';
import { groundOf, groundParts } from '../../pictures/landscape-marks.ts';
import { legendDrawing, watchLegend } from '../../pictures/legend-drawing.ts';
import { loadMoreWords } from '../../problems/load-words.ts';
import { createSession } from '../../session/create-session.ts';
import { excessOver } from '../../session/excess.ts';
import { verdictFacts } from '../../session/facts.ts';
import type { Session } from '../../session/session.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import type { AppState } from '../../session/store.ts';
import { stubEngine } from '../../session/stub-engine.ts';
import { until } from '../../session/until.ts';

/** No picture reads a part of the store that its watch list forgets. */

const t = createTranslate('en');
const SIZE = { width: 500, height: 400 };
const look = figureLook(1, false);
const sessions: Session[] = [];

beforeAll(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {} }));
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 1));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  await loadMoreWords(CATALOG);
});
afterAll(() => {
  for (const session of sessions) session.dispose();
});

async function opened(link: string, how: Parameters<typeof stubEngine>[0] = {}): Promise<Session> {
  const session = createSession(() => stubEngine(how));
  sessions.push(session);
  session.load(parseLink(link).scenario);
  await until(() => {
    const { phase, target, grid } = session.store.getState();
    expect([phase, target, grid === null]).toEqual(['ready', null, false]);
  });
  return session;
}

const known = (session: Session) =>
  until(() => {
    const { references, structure, basins, pull, scenario, opened } = session.store.getState();
    expect(references).not.toBeNull();
    if (opened!.dimension === 2) expect(structure).not.toBeNull();
    if (scenario.values.ground === 'basins') expect(basins).not.toBeNull();
    if (scenario.values.ground === 'pull') expect(pull).not.toBeNull();
  });

type Draw = (snapshot: Snapshot, side: SideName) => unknown;
const thinners = { left: createThinner(), right: createThinner() };
const base = (snapshot: Snapshot, side: SideName): DisplayList =>
  landscapeBase(snapshot, side, SIZE, look, t, groundOf(snapshot.store.getState(), side, t));
const PICTURES: Record<string, [Draw, (state: AppState, side: SideName) => readonly unknown[]]> = {
  ground: [base, watchBase],
  'colours of the ground': [(snapshot, side) => groundOf(snapshot.store.getState(), side, t), groundParts],
  'path and marks': [
    (snapshot, side) => landscapeOverlay(snapshot, side, SIZE, look, t, thinners[side], []),
    watchOverlay,
  ],
  legend: [(snapshot, side) => legendDrawing(snapshot, side, SIZE, look, t), watchLegend],
  'blocks in space': [(snapshot) => solidGround(snapshot, look.table, t), watchSolidGround],
  'paths in space': [(snapshot) => solidRun(snapshot, solidThinners(), t), watchSolidRun],
  data: [(snapshot) => dataDrawing(snapshot, SIZE, look, t), watchData],
  ...Object.fromEntries(
    QUANTITIES.map((quantity) => [
      quantity,
      [(snapshot: Snapshot) => curveDrawing(snapshot, quantity, SIZE, look, t), watchCurve],
    ]),
  ),
};

/** The parts of the store, and the scenario's values, that a picture reads. */
function readBy(draw: Draw, { store, trajectories }: Session, side: SideName): Set<string> {
  const read = new Set<string>();
  const recording = <T extends object>(of: T, prefix: string): T =>
    new Proxy(of, {
      get(target, key, receiver) {
        const value = Reflect.get(target, key, receiver);
        if (typeof key !== 'string') return value;
        if (prefix === '' && key === 'scenario')
          return {
            ...(value as AppState['scenario']),
            values: recording((value as AppState['scenario']).values, 'values.'),
          };
        read.add(prefix + key);
        return value;
      },
    });
  draw({ store: { getState: () => recording(store.getState(), '') }, trajectories }, side);
  return read;
}

/** The same state with another value of one part. */
function withAnother(state: AppState, part: string): AppState {
  const another = (value: unknown): unknown => {
    if (typeof value === 'number') return value + 1;
    if (typeof value === 'boolean') return !value;
    if (typeof value === 'string') return `${value}?`;
    return Array.isArray(value)
      ? [...value]
      : typeof value === 'object'
        ? { ...value, left: {}, right: {} }
        : {};
  };
  const key = part.replace('values.', '') as keyof AppState;
  if (!part.startsWith('values.')) return { ...state, [key]: another(state[key]) };
  const { scenario } = state;
  return {
    ...state,
    scenario: withValues(scenario, { [key]: another(valueAt(scenario, key)) as never }),
  };
}

/** Values that make another landscape, and what hangs on one: `opened` is another with each of them. */
const OF_OPENED = [
  'values.blend',
  'values.leak',
  'values.noise',
  'values.inside',
  'values.features',
  'values.n',
  'values.d',
  'values.rule',
];
/** `version` rises with each frame, and with it these change. */
const OF_VERSION = ['frontier', 'stride', 'sides'];
/** Read through `shownView`: a window that is named, or the automatic one. */
const OF_VIEW = ['values.view', 'autoView'];

describe.each([
  [
    'two weights, all layers',
    '#v=1&problem=one-neuron&features=gauss&n=12&noise=0.5&seed=3&points=1&rays=1&dead=1&arrows=1&k=20',
  ],
  ['basins', '#v=1&problem=one-neuron&features=gauss&n=12&noise=0.5&seed=3&points=1&ground=basins&k=20'],
  ['more weights', '#v=1&problem=one-neuron&features=gauss&n=24&d=4&noise=1.5&seed=2&k=20'],
])('%s', (_, link) => {
  it.each(Object.keys(PICTURES))('%s: its watch list forgets nothing that it reads', async (name) => {
    const session = await opened(link);
    await known(session);
    const state = session.store.getState();
    const [draw, watch] = PICTURES[name]!;
    for (const side of ['left', 'right'] as const) {
      const before = watch(state, side);
      for (const part of readBy(draw, session, side)) {
        if ([...OF_OPENED, ...OF_VERSION, ...OF_VIEW].includes(part)) continue;
        const after = watch(withAnother(state, part), side);
        expect(
          after.some((value, i) => value !== before[i]),
          `${name} reads ${part}`,
        ).toBe(true);
      }
    }
  });
});

describe('a reference', () => {
  const LINK = '#v=1&problem=one-neuron&features=gauss&n=24&d=12&noise=1.5&seed=2&sseed=2';

  /** Draws the grounds as the page does: again only where the watch list says so. */
  function page() {
    const kept = new Map<SideName, { of: readonly unknown[]; list: DisplayList }>();
    return (session: Session, side: SideName) => {
      const of = watchBase(session.store.getState());
      const last = kept.get(side);
      if (last && of.every((value, i) => value === last.of[i])) return last.list;
      const list = base(session, side);
      kept.set(side, { of, list });
      return list;
    };
  }

  // 0.1 higher than it is: then the left run falls below it.
  it.each([
    ['comes before the run', 0, false],
    ['comes after the run', 0, true],
    ['is undercut by the run', 0.1, false],
  ])(
    'that %s leaves the maps at step 3000 with the colours of a page that is opened there',
    async (_, above, isLate) => {
      let release = () => {};
      const waiting = isLate ? new Promise<void>((resolve) => (release = resolve)) : Promise.resolve();
      const session = await opened(LINK, { above, waiting });
      const drawn = page();
      if (!isLate) await known(session);
      for (const side of ['left', 'right'] as const) drawn(session, side);
      session.seek(3000);
      await until(() => expect(session.store.getState()).toMatchObject({ k: 3000, target: null }));
      for (const side of ['left', 'right'] as const) drawn(session, side);
      release();
      await known(session);
      const fresh = await opened(`${LINK}&k=3000`, { above });
      await known(fresh);
      for (const side of ['left', 'right'] as const) expect(drawn(session, side)).toEqual(base(fresh, side));
    },
  );

  it.each([
    [0, 'reaches the last step, far above rounding'],
    [0.1, 'stops where the run falls below it'],
  ])('is never the run itself: the curve over one that is %d too high %s', async (above) => {
    const session = await opened(`${LINK}&k=3000`, { above });
    await known(session);
    const state = session.store.getState();
    const facts = verdictFacts(state, session.trajectories, 'left');
    expect(facts).toMatchObject({ status: 'moving', certified: false, restarts: 32, lower: above > 0 });
    const { losses, count } = session.trajectories.left;
    const shown = Array.from(losses.subarray(0, count), (loss) => excessOver(state, 'left', loss));
    expect(shown.at(-1)! > 0).toBe(above === 0);
    const lines = leftCurve(curveDrawing(session, 'excess', SIZE, look, t));
    const rect = curveRect(SIZE.width, SIZE.height, 1);
    const stops = Math.max(...lines.filter((_, i) => i % 2 === 0));
    const last = shown.findLastIndex((excess) => excess > 0);
    // To a pixel's column.
    expect(Math.abs(stops - rect.x - (rect.width * last) / spanOf(state))).toBeLessThan(1);
    // The axis holds what is known, not what is left of a number taken from itself.
    const least = shown[last]!;
    expect(least).toBeGreaterThan(1e-8);
  });
});

/** The points of the left side's curve, flat. */
function leftCurve(list: DisplayList): number[] {
  return list.flatMap((mark) => {
    if (mark.kind === 'clip') return leftCurve(mark.marks);
    return mark.kind === 'path' && mark.strokes?.[0]?.color === look.palette.leftPath
      ? mark.lines.flatMap((line) => Array.from(line))
      : [];
  });
}
