import '../index.ts';
import '../../i18n/all-words.ts';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CATALOG, PROBLEM_IDS } from '../../../engine/catalog.ts';
import type { ProblemCard } from '../../../engine/contract.ts';
import { createRandom } from '../../../engine/kernels/random.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { LANGUAGE_NAMES } from '../../../engine/scenario/languages.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { SIDES } from '../../../engine/side-names.ts';
import { runsAll, spread } from '../../../scripts/tier.mjs';
import { withTimerFrames } from '../../../scripts/timer-frames.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import { readSnapshot } from '../../figure/read-snapshot.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { createKit } from '../../pictures/kit.ts';
import { createSession } from '../../session/create-session.ts';
import { scenarioOf } from '../../session/guessing.ts';
import type { Scene } from '../../session/lecture.ts';
import type { PictureKit } from '../../session/picture/figure-view.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { until } from '../../session/run/until.ts';
import type { Session } from '../../session/session.ts';
import { stubEngine } from '../../session/stub/stub-engine.ts';
import { loadMoreWords, type Panel, viewOf } from '../../session/view.ts';
import { loadShipped } from '../../storage/lectures/find-lecture.ts';
import { SHIPPED_IDS } from '../../storage/lectures/shipped/ids.ts';
import { brokenByMaps, type EngineAsked } from './for-tests/named-maps.ts';
import { shownPanels, sweepOf } from './for-tests/read-parts.ts';
import { brokenByPictures, brokenByWords, declaredIn, ROOMS, saidOf, textsIn } from './laws.ts';
import { CHOSEN } from './state/view-state.ts';

interface Opened {
  readonly name: string;
  readonly scenario: Scenario;
  readonly scene?: Scene;
}

/** Presets of each problem: one of each level, all of them under `npm run test:all`. */
const PRESETS = PROBLEM_IDS.flatMap((problem) => {
  const { presets, opens }: ProblemCard = CATALOG[problem];
  const levels = new Set([presets[0].id, ...Object.values(opens?.presets ?? {})]);
  const ids = presets.map(({ id }) => id).filter((id) => runsAll || levels.has(id));
  return ids.map((id): Opened => ({ name: `${problem}, ${id}`, scenario: presetScenario(problem, id) }));
});

const SCENES = (
  await Promise.all(
    SHIPPED_IDS.toSorted().map(async (id) =>
      (
        await loadShipped(id, 'en')
      ).scenes.map((scene, k): Opened => ({ name: `${id} ${k + 1}`, scenario: scenarioOf(scene), scene })),
    ),
  )
).flat();

const isNamed = ({ scene }: Opened) => scene?.parts?.titles !== 'off';

const NO_TEXTS = { title: '', sentence: '', notes: '', question: '' };

/** Steps after the opening one. */
const LATER = 30;

const ENGINE: EngineAsked = {
  prepare: async (problem, values) => (await loadProblem(problem)).prepare(values, null),
  integer: (below) => random.integer(below),
};
const random = createRandom(1, 0);

const sessions: Session[] = [];

withTimerFrames();

beforeAll(async () => {
  await loadMoreWords();
});

afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
});

async function open({ scenario, scene }: Opened): Promise<Session> {
  const session = createSession(() => stubEngine({}));
  sessions.push(session);
  session.load(scenario);
  if (scene) session.setLecture({ title: '', scenes: [scene] });
  await until(() => {
    const { phase, target, pictured, landscape, opened, grid, references } = session.store.getState();
    expect([phase, target, pictured]).toEqual(['ready', null, landscape]);
    if (viewOf(session.store.getState()).maps && opened!.dimension === 2)
      expect([grid, references]).not.toContain(null);
  });
  return session;
}

/** Runs a panel's sweep until something is known; false without one. */
async function hasRun({ store }: Session, panel: Panel): Promise<boolean> {
  const sweep = sweepOf(panel);
  const at = store.getState();
  const input = sweep?.select(at);
  if (!sweep?.show(input!, createTranslate('en'))) return false;
  const engine = stubEngine({});
  await engine.open(at.scenario, at.own);
  const asked = sweep.ask(input!);
  await new Promise<void>((resolve, reject) => {
    const keep = (told: unknown) => {
      if (!told) return;
      sweep.known.set(store, { asked, from: at.scenario.values.seed as number, told }, at);
      const { progress = null } = sweep.show(sweep.select(store.getState()), createTranslate('en')) ?? {};
      if (progress && progress.done > 0) resolve();
    };
    engine.reading(sweep.reading, asked, keep).then(keep).then(resolve, reject);
  });
  engine.dispose();
  return true;
}

/** Returns what still says a side's title, or its short one, where the scene calls the sides left and right alone. */
function brokenByNames(snapshot: Snapshot, kit: PictureKit, of: readonly ('title' | 'short')[]): string[] {
  const state = snapshot.store.getState();
  const bare = { ...state, lecture: null };
  const names = SIDES.flatMap((side) => of.map((name) => viewOf(bare)[name](bare, side, kit.t)));
  const drawn = declaredIn(snapshot, kit, ROOMS[0]!).flatMap(({ name, size, draw }) =>
    textsIn(draw(size)).map(({ text }) => [`label of ${name}`, text] as const),
  );
  const said = saidOf(snapshot, kit).filter(([what]) => !what.startsWith('hint'));
  return [...said, ...drawn].flatMap(([what, words]) =>
    names.filter((name) => words.includes(name)).map((name) => `${what}: ${name}`),
  );
}

/** Returns the broken laws of a view at two steps: of `npm test` in another room and language each. */
async function broken(of: Opened): Promise<string[]> {
  const session = await open(of);
  const palette = PALETTES.light;
  const kits = LANGUAGE_NAMES.flatMap((language) =>
    ROOMS.map((room) => ({
      room,
      kit: createKit({ palette, scale: room.scale, bands: false }, createTranslate(language), null),
      where: `${language}, ${room.width} x ${room.scale}`,
    })),
  );
  const first = of.scenario.values.k;
  const found: string[] = [];
  for (const [i, k] of [first, of.scene?.bookmark ?? first + LATER].entries()) {
    session.seek(k);
    await until(() => expect(session.store.getState().target).toBeNull());
    const snapshot = await readSnapshot(session, k);
    for (const { kit, room, where } of runsAll ? kits : [kits.at(-i)!])
      found.push(...brokenByPictures(snapshot, kit, room).map((one) => `step ${k}, ${where}: ${one}`));
    found.push(...brokenByWords(snapshot, kits.at(-1)!.kit, kits[0]!.kit));
  }
  const { lecture, k: last } = session.store.getState();
  const scene: Scene = of.scene ?? { ...NO_TEXTS, bookmark: null, guess: false, scenario: '' };
  session.setLecture({ title: '', scenes: [{ ...scene, parts: { ...scene.parts, titles: 'off' } }] });
  const unnamed = await readSnapshot(session, last);
  found.push(...brokenByNames(unnamed, kits[0]!.kit, ['title']));
  if (!isNamed(of))
    for (const at of [0, -1]) found.push(...brokenByNames(unnamed, kits.at(at)!.kit, ['short']));
  session.setLecture(lecture);
  const state = session.store.getState();
  const panels = viewOf(state).panels(state);
  const check = async (how: string) => {
    const snapshot = await readSnapshot(session, state.k);
    const { kit, room } = kits[0]!;
    const all = [...brokenByPictures(snapshot, kit, room), ...brokenByWords(snapshot, kits.at(-1)!.kit, kit)];
    found.push(...all.map((one) => `${how}: ${one}`));
  };
  for (const name of [
    null,
    ...panels.flatMap(({ entries = [] }) => entries.slice(1).map((one) => one.name)),
  ]) {
    CHOSEN.set(session.store, name);
    if (name) await check(`${name} chosen`);
    for (const panel of shownPanels(session, panels))
      if (await hasRun(session, panel)) await check(`${panel.name} run`);
  }
  return found;
}

describe('every panel and curve keeps the laws of pictures and of words', () => {
  it.each(PRESETS)('$name', async (preset) => {
    expect(await broken(preset)).toEqual([]);
  });

  // The numbers of the map of the fourth are still above its least value.
  const meant = SCENES.filter(({ name }) => name !== 'meetings 4');
  it.each(meant)('and in $name each map shows the function that its heading names', async (scene) => {
    const session = await open(scene);
    const first = scene.scenario.values.k;
    const found: string[] = [];
    const { opened } = session.store.getState();
    if (!SIDES.some((side) => fieldOf(opened, side)?.[1].height) && opened!.dimension !== 2) return;
    // Before Play, after it, and where the scene's text changes.
    for (const k of [first, first + 1, scene.scene!.bookmark ?? first + LATER]) {
      session.seek(k);
      await until(() => expect(session.store.getState().target).toBeNull());
      const kit = createKit({ palette: PALETTES.light, scale: 1, bands: false }, createTranslate('en'), null);
      const snapshot = await readSnapshot(session, k);
      found.push(...(await brokenByMaps(snapshot, kit, ROOMS[2]!, ENGINE)).map((one) => `step ${k}: ${one}`));
    }
    expect(found).toEqual([]);
  });

  it.each([...spread(SCENES.filter(isNamed), 5), ...SCENES.filter((of) => !isNamed(of))])(
    'in a shipped scene: $name',
    async (scene) => {
      expect(await broken(scene)).toEqual([]);
    },
  );
});
