import '../index.ts';
import '../../i18n/all-words.ts';
import { isDeepStrictEqual } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { SideName } from '../../../engine/contract.ts';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { spread } from '../../../scripts/tier.mjs';
import { withTimerFrames } from '../../../scripts/timer-frames.ts';
import type { DisplayList, Mark } from '../../charts/display-list.ts';
import { createComposer } from '../../figure/compose.ts';
import { figureStyle } from '../../figure/draw-style.ts';
import { readSnapshot } from '../../figure/read-snapshot.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { curveRect } from '../../pictures/curve/step-plot.ts';
import {
  createSpaceRun,
  selectSpaceGround,
  selectSpaceRun,
  spaceGround,
} from '../../pictures/space/space-drawing.ts';
import { createSession } from '../../session/create-session.ts';
import { excessOver } from '../../session/excess.ts';
import { verdictFacts } from '../../session/facts.ts';
import { type Canvas, createPicture, drawNow, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { snapshotAt } from '../../session/picture/snapshot-at.ts';
import { until } from '../../session/run/until.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { stubEngine } from '../../session/stub/stub-engine.ts';
import { loadMoreWords } from '../../session/view.ts';
import { createAngles } from '../two-layer/angle/drawing.ts';
import { createCircle } from '../two-layer/circle/drawing.ts';
import { CURVES as NETWORK_CURVES } from '../two-layer/curves.ts';
import { type NetworksRead, NETWORKS as READ } from '../two-layer/network-facts.ts';
import { createNeuronGround, createNeuronLegend, createNeuronRun } from '../two-layer/neuron/drawing.ts';
import {
  createFit,
  createOutputCurves,
  createResidualLegend,
  createResidualMap,
} from '../two-layer/output/drawing.ts';
import { createCurve, QUANTITIES, spanOf } from './curves.ts';
import { createData } from './data-drawing.ts';
import { createLandscape } from './landscape-drawing.ts';
import { createLegend } from './legend-drawing.ts';
import { createCoordinates } from './samples/coordinates-drawing.ts';

/** A picture depends only on its selection: a reused one shows what a new one shows. */

const t = createTranslate('en');
const SIZE = { width: 500, height: 400 };
const drawStyle = figureStyle(1, false);
const canvas: Canvas = { size: SIZE, drawStyle, t };
const sessions: Session[] = [];

withTimerFrames();

beforeAll(async () => {
  await loadMoreWords();
});
afterAll(() => {
  for (const session of sessions) session.dispose();
});

async function opened(link: string, how: Parameters<typeof stubEngine>[0] = {}): Promise<Session> {
  const session = createSession(() => stubEngine(how));
  sessions.push(session);
  session.load(parseLink(link).scenario);
  await until(() => {
    const { phase, target, grid, opened } = session.store.getState();
    expect([phase, target, grid === null && opened!.dimension > 0]).toEqual(['ready', null, false]);
  });
  return session;
}

const pictured = (session: Session) =>
  until(() => {
    const { references, structure, basins, pull, scenario, opened } = session.store.getState();
    if (opened!.dimension === 0) return;
    expect(references).not.toBeNull();
    if (scenario.problem === 'one-neuron' && opened!.dimension === 2) expect(structure).not.toBeNull();
    if (scenario.values.ground === 'basins') expect(basins).not.toBeNull();
    if (scenario.values.ground === 'pull') expect(pull).not.toBeNull();
  });

/** A 3D block is no display list, but is selected and made alike. */
function solids(): Picture {
  const [ground, run] = [selectSpaceGround(), selectSpaceRun()];
  const runOf = createSpaceRun();
  return createPicture({
    select: (snapshot, t) => ({ ground: ground(snapshot, t), run: run(snapshot, t) }),
    draw: (input, { t }) =>
      [spaceGround(input.ground, drawStyle.palette, t), runOf(input.run, t)] as unknown as DisplayList,
  });
}

const both = (name: string, create: (side: SideName) => Picture): Record<string, () => Picture> => ({
  [`${name}, left`]: () => create('left'),
  [`${name}, right`]: () => create('right'),
});
const PLANAR: Record<string, () => Picture> = {
  ...both('ground', (side) => createLandscape(side).ground),
  ...both('path and marks', (side) => createLandscape(side).run),
  ...both('legend', createLegend),
  'blocks in space': solids,
  data: createData,
  weights: createCoordinates,
  ...Object.fromEntries(QUANTITIES.map((quantity) => [quantity, () => createCurve(quantity)])),
};
const NETWORKS: Record<string, () => Picture> = {
  ...both('angles', createAngles),
  circle: () => createCircle(),
  "a neuron's landscape": createNeuronGround,
  "a neuron's path": () => createNeuronRun(),
  "a neuron's colours": createNeuronLegend,
  outputs: createOutputCurves,
  ...both('residual', createResidualMap),
  'colours of residuals': createResidualLegend,
  fit: createFit,
  objective: NETWORK_CURVES[0].createPicture,
  'excess of F': NETWORK_CURVES[1].createPicture,
};

type Change = (state: AppState) => Partial<AppState>;
const valued =
  (values: Partial<Record<string, unknown>>): Change =>
  ({ scenario }) => ({ scenario: { ...scenario, values: { ...scenario.values, ...values } } as never });
/** Changes the readings of both networks, if read. */
const read =
  (change: (networks: NetworksRead) => NetworksRead): Change =>
  (state) => {
    const known = READ.find(state, 'networks');
    if (!known) return {};
    return { readings: { ...state.readings, networks: { ...known, value: change(known.value) } } };
  };
const without =
  (...names: readonly string[]): Change =>
  ({ readings }) => ({
    readings: Object.fromEntries(Object.entries(readings).filter(([name]) => !names.includes(name))),
  });
/** Changes while a picture is shown, in order. */
const CHANGES: readonly Change[] = [
  () => ({ k: 0 }),
  () => ({ k: 11 }),
  () => ({ k: 12, crosshair: [0.3, 0.4] }),
  () => ({ hoverStep: 7, pulse: { left: 0.3, right: null } }),
  ...(['points', 'dead', 'rays', 'arrows'] as const).map((key) => valued({ [key]: false })),
  valued({ scale: 'own' }),
  valued({ ground: 'loss' }),
  valued({ ground: 'basins' }),
  valued({ blend: 0.5 }),
  valued({ leak: 0.1, axis: 'evaluations', neuron: 2 }),
  valued({ view: [-1, 3, -2, 2] }),
  ({ references }) => ({
    references: references && { ...references, left: { ...references.left, loss: 0.01 } },
  }),
  ({ opened }) => ({ opened: opened && { ...opened, planted: !opened.planted, plant: null } }),
  ({ sides }) => ({ sides: { ...sides, left: { ...sides.left, last: 5 } } }),
  () => ({ frontier: 15 }),
  () => ({ structure: null }),
  () => ({ references: null, basins: null, pull: null }),
  () => ({ grid: null, slice: null }),
  read((networks) => ({ ...networks, reading: { ...networks.reading, left: networks.reading.right } })),
  without('optimum'),
  without('networks', 'neuron'),
];

const SCENES = [
  [
    'two weights, all layers',
    '#v=1&problem=one-neuron&features=gauss&n=12&noise=0.5&seed=3&points=1&rays=1&dead=1&arrows=1&k=20',
    PLANAR,
  ],
  [
    'basins',
    '#v=1&problem=one-neuron&features=gauss&n=12&noise=0.5&seed=3&points=1&ground=basins&k=20',
    PLANAR,
  ],
  ['more weights', '#v=1&problem=one-neuron&features=gauss&n=24&d=4&noise=1.5&seed=2&k=20', PLANAR],
  ['one feature', '#v=1&problem=one-neuron&features=line&n=8&k=20', PLANAR],
  ['the lift', '#v=1&problem=lift&k=20', PLANAR],
  ['two layers', '#v=1&problem=two-layer&features=gauss&n=12&m=4&seed=3&k=20', NETWORKS],
] as const;

describe.each(spread(SCENES, 3))('%s', (_, link, pictures) => {
  it('a picture that selects the same draws the same, and one that is kept draws what a new one draws', async () => {
    const session = await opened(link);
    await pictured(session);
    const { store, trajectories } = await readSnapshot(session, 20);
    const first = store.getState();
    const states = [first, ...CHANGES.map((change) => ({ ...first, ...change(first) })), first];
    for (const [name, create] of Object.entries(pictures)) {
      const picture = create();
      let lastInput: object = {};
      let lastList: DisplayList = [];
      let drawn = 0;
      for (const [i, state] of states.entries()) {
        const snapshot: Snapshot = { store: { getState: () => state }, trajectories };
        const input = picture.select(snapshot, t);
        const list = picture.draw(input, canvas);
        const fresh = drawNow(create(), snapshot, canvas);
        expect(isDeepStrictEqual(list, fresh), `${name} after change ${i}`).toBe(true);
        // The same selection gives the same list, made once.
        if (lastInput === input) expect(list).toBe(lastList);
        else drawn++;
        [lastInput, lastList] = [input, list];
      }
      expect(drawn, name).toBeLessThan(states.length);
    }
  });
});

it('a step costs the path alone: the ground is made once, whatever is drawn over it', async () => {
  const session = await opened('#v=1&problem=one-neuron&features=gauss&n=12&noise=0.5&seed=3&arrows=1&k=20');
  await pictured(session);
  const { ground, run } = createLandscape('left');
  const at = (k: number) => snapshotAt(session, k);
  const grounds = [0, 5, 20].map((k) => drawNow(ground, at(k), canvas));
  expect(new Set(grounds).size).toBe(1);
  const runs = [0, 5, 20].map((k) => drawNow(run, at(k), canvas));
  expect(new Set(runs).size).toBe(3);
  // The run reuses the ground's selection: no second one is made.
  expect(ground.select(at(5), t)).toBe(run.select(at(20), t).map);
});

describe('a reference', () => {
  const LINK = '#v=1&problem=one-neuron&features=gauss&n=24&d=12&noise=1.5&seed=2&sseed=2';

  /** Grounds as the page keeps them. */
  function page() {
    const grounds = { left: createLandscape('left').ground, right: createLandscape('right').ground };
    return (session: Session, side: SideName) => drawNow(grounds[side], session, canvas);
  }

  // 0.1 above the true value: the left run then falls below it.
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
      if (!isLate) await pictured(session);
      for (const side of ['left', 'right'] as const) drawn(session, side);
      session.seek(3000);
      await until(() => expect(session.store.getState()).toMatchObject({ k: 3000, target: null }));
      for (const side of ['left', 'right'] as const) drawn(session, side);
      release();
      await pictured(session);
      const fresh = await opened(`${LINK}&k=3000`, { above });
      await pictured(fresh);
      for (const side of ['left', 'right'] as const)
        expect(drawn(session, side)).toEqual(page()(fresh, side));
    },
  );

  it('gives the page, the exported figure and a page opened there the same picture', async () => {
    const session = await opened(LINK);
    const side = 'left';
    const { ground, run } = createLandscape(side);
    const size = { width: 400, height: 400 };
    const paged = (of: Snapshot, pictures = { ground, run }) =>
      [pictures.ground, pictures.run].flatMap((picture: Picture) =>
        drawNow(picture, of, { ...canvas, size }),
      );
    paged(session);
    session.seek(3000);
    await until(() => expect(session.store.getState()).toMatchObject({ k: 3000, target: null }));
    await pictured(session);
    const list = paged(session);
    const fresh = await opened(`${LINK}&k=3000`);
    await pictured(fresh);
    expect(list).toEqual(paged(fresh, createLandscape(side)));
    const compose = createComposer({
      part: side,
      width: size.width,
      drawStyle,
      background: null,
      caption: null,
      t,
    });
    const figure = compose(snapshotAt(session, 3000)).list;
    const map = figure.find((mark) => mark.kind === 'group' && mark.name === side) as Extract<
      Mark,
      { kind: 'group' }
    >;
    expect(map.marks.slice(0, list.length)).toEqual(list);
  });

  it.each([
    [0, 'reaches the last step, far above rounding'],
    [0.1, 'stops where the run falls below it'],
  ])('is never the run itself: the curve over one that is %d too high %s', async (above) => {
    const session = await opened(`${LINK}&k=3000`, { above });
    await pictured(session);
    const state = session.store.getState();
    const facts = verdictFacts(state, session.trajectories, 'left');
    expect(facts).toMatchObject({ status: 'moving', certified: false, restarts: 32, lower: above > 0 });
    const { series, count } = session.trajectories.left;
    const shown = Array.from(series.loss.subarray(0, count), (loss) => excessOver(state, 'left', loss));
    expect(shown.at(-1)! > 0).toBe(above === 0);
    const lines = leftCurve(drawNow(createCurve('excess'), session, canvas));
    const rect = curveRect(SIZE.width, SIZE.height, 1);
    const stops = Math.max(...lines.filter((_, i) => i % 2 === 0));
    const last = shown.findLastIndex((excess) => excess > 0);
    // Exact to a pixel column.
    expect(Math.abs(stops - rect.x - (rect.width * last) / spanOf(state))).toBeLessThan(1);
    // The axis excludes the rounding left by a number minus itself.
    const least = shown[last]!;
    expect(least).toBeGreaterThan(1e-8);
  });
});

/** Returns the points of the left side's curve, flat. */
function leftCurve(list: DisplayList): number[] {
  return list.flatMap((mark) => {
    if (mark.kind === 'clip') return leftCurve(mark.marks);
    return mark.kind === 'path' && mark.strokes?.[0]?.color === drawStyle.palette.leftPath
      ? mark.lines.flatMap((line) => Array.from(line))
      : [];
  });
}

/** Words and roles of a list and of its parts. */
const toldBy = (list: DisplayList): unknown[] =>
  list.flatMap((mark) =>
    mark.kind === 'clip' || mark.kind === 'group'
      ? toldBy(mark.marks)
      : [mark.kind === 'text' ? mark.text : mark.role],
  );

it('no arrow leaves an iterate at which the gradients have vanished', async () => {
  const session = await opened(
    '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&arrows=1&k=80',
  );
  const arrowsAt = async (k: number, side: SideName) => {
    const told = toldBy(drawNow(createLandscape(side).run, await readSnapshot(session, k), canvas));
    return ['−∇f', '−∇g', 'difference'].filter((name) => told.includes(name));
  };
  await pictured(session);
  expect(await arrowsAt(20, 'right')).toEqual(['−∇f', '−∇g']);
  expect(await arrowsAt(80, 'right')).toEqual([]);
  // The relaxation would still pull the other side.
  expect(await arrowsAt(80, 'left')).toContain('−∇g');
});

it('weights at the origin have no arrow and no half-plane on the data', async () => {
  const session = await opened(
    '#v=1&problem=one-neuron&features=csv&data=trap&plant=1,1&start=-1.5,-0.5&k=100',
  );
  const partsAt = (k: number) =>
    toldBy(drawNow(createData(), snapshotAt(session, k), canvas)).filter((role) =>
      /^(half|bound|dir).*-left$/.test(`${role}`),
    );
  expect(partsAt(0)).toEqual(['half-plane-left', 'boundary-left', 'direction-left']);
  expect(partsAt(100)).toEqual([]);
});
