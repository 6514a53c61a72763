import { transfer } from 'comlink';
import type { Instance, PairInstance, Side, SideName } from '../engine/contract.ts';
import { thinSamples } from '../engine/data/thin-samples.ts';
import { norm } from '../engine/kernels/vector.ts';
import { fieldInfos } from '../engine/landscapes/map-field.ts';
import type { PlaneStructure } from '../engine/landscapes/plane-structure.ts';
import type { Slicer } from '../engine/landscapes/slice-plane.ts';
import type { Values } from '../engine/params.ts';
import type { Parts, Problem } from '../engine/problem.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { createRun, type Frame, type Run, type SideFrame } from '../engine/run/create-run.ts';
import { descends, sidesOf } from '../engine/run/sides.ts';
import { sizesOf } from '../engine/run/sizes-of.ts';
import type { Notice } from '../engine/scenario/notice.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import type { ScenarioError } from '../engine/scenario/scenario-error.ts';
import type {
  AnytimeCalls,
  Engine,
  EnsembleCalls,
  Opened,
  OpenedSide,
  OwnSource,
  Probe,
  Refused,
} from './protocol.ts';
import { LISTEN_EVERY, runSliced } from './sliced.ts';
import type { CrowdReader } from './tasks/crowd.ts';
import type { FieldReader } from './tasks/fields.ts';
import { sampleGrid } from './tasks/grid.ts';
import type { Asker, OwnTables } from './tasks/own-tables.ts';
import type { UpdateCalls } from './tasks/updates.ts';

/** Most features for drawing samples. */
const DRAWN_FEATURES = 2;

/** Most samples sent: large data stay here. */
const MOST_DRAWN = 1000;

interface OpenScenario {
  readonly problem: Problem;
  readonly instance: Instance;
  /** Null unless both sides are losses over the same weights, as plane maps require. */
  readonly pair: PairInstance | null;
  /** Loads the problem's optional parts. */
  readonly loadParts: () => Promise<Parts | undefined>;
  readonly values: Values;
  readonly race: Run;
  /** Pending steps; the next wait. */
  turn: Promise<unknown>;
  /** Answers to the problem's questions. */
  readings: ReturnType<NonNullable<Parts['readings']>> | null;
  slicer: Slicer | null;
  structure: PlaneStructure | null;
  updates: UpdateCalls | null;
  crowd: CrowdReader | null;
  fields: FieldReader | null;
}

function buffersOf({ left, right }: Frame): ArrayBuffer[] {
  const side = (frame: SideFrame) =>
    [frame.iterates, ...(frame.places ? [frame.places] : []), ...Object.values(frame.series)].map(
      (array) => array!.buffer,
    );
  return [...side(left), ...side(right)];
}

/** Returns the notice of a scenario's error; rethrows others. */
function failureOf(error: unknown): Notice {
  // In WebKit later code has another class of that name (engine.worker.ts).
  if (error instanceof Error && error.name === 'ScenarioError') return (error as ScenarioError).notice;
  throw error;
}

/** Loaded after the first picture. */
const loadLandscape = () => import('./tasks/landscape.ts');
const loadExports = () => import('./tasks/exports.ts');

async function structureOf(open: OpenScenario): Promise<PlaneStructure | null> {
  const { describePlane } = await loadLandscape();
  open.structure ??= open.pair && describePlane(open.pair);
  return open.structure;
}

/** Takes the next steps. Pauses for messages between and within rounds; null if `isStale` then. */
function advance(open: OpenScenario, steps: number, isStale: () => boolean): Promise<Frame | null> {
  let frame: Frame | null = null;
  const step = () => {
    const begun = performance.now();
    frame = open.race.advance(steps, () => Math.abs(performance.now() - begun) >= LISTEN_EVERY);
    return frame === null;
  };
  const taken = open.turn.then(() => !isStale() && runSliced({ step }, isStale, undefined, 0));
  open.turn = taken.catch(() => undefined);
  return taken.then(() => frame);
}

/** Takes first steps in batches while a message may wait, at least one. */
async function firstSteps(
  open: OpenScenario,
  steps: number,
  batch: number,
  isStale: () => boolean,
): Promise<Frame[]> {
  const begun = performance.now();
  const frames: Frame[] = [];
  for (let left = steps; left > 0; left -= batch) {
    if (frames.length > 0 && Math.abs(performance.now() - begun) >= LISTEN_EVERY) break;
    const frame = await advance(open, Math.min(left, batch), isStale);
    if (!frame) break;
    frames.push(frame);
  }
  return frames;
}

async function openedOf(
  run: number,
  open: OpenScenario,
  [steps, batch]: readonly [number, number],
  isStale: () => boolean,
): Promise<Opened | null> {
  const { instance, race } = open;
  const { samples, sides, info } = instance;
  const both = sidesOf(instance);
  const { left, right } = both;
  const drawn = samples.dimension - (samples.hasOnes ? 1 : 0) <= DRAWN_FEATURES;
  const none = { features: new Float64Array(0), labels: new Float64Array(0) };
  const frame = race.first();
  const openedSide = (name: SideName): OpenedSide => {
    const { dimension, stepUnit } = both[name];
    const { start, goal } = descends(both[name]) ? both[name] : { start: frame[name].iterates, goal: null };
    return { ...race.settings[name], dimension, start, stepUnit, goal, fields: fieldInfos(both[name]) };
  };
  const next = await firstSteps(open, steps, batch, isStale);
  if (isStale()) return null;
  const opened: Opened = {
    run,
    sides: { left: openedSide('left'), right: openedSide('right') },
    dimension: sides ? 0 : left.dimension,
    // Two layers have few samples, with a residual each.
    samples: drawn ? thinSamples(samples, sides ? samples.count : MOST_DRAWN) : { ...samples, ...none },
    plant: sides ? null : instance.plant,
    planted: !sides && instance.planted,
    sizes: sizesOf(instance),
    standardised: descends(left) && !left.scaling.identity,
    unbounded: descends(right) && right.landscape.unbounded,
    ...(info !== undefined && { info }),
    refused: instance.refused,
    refusedCount: instance.refusedCount,
    notices: instance.notices,
    tables: instance.tables ?? {},
    frame,
    next,
  };
  return transfer(opened, next.flatMap(buffersOf));
}

/** Evaluates both sides at a point. An iterating side uses the other's loss, which compares both. */
function probe({ instance }: OpenScenario, at: readonly number[]): Probe | null {
  const sides = sidesOf(instance);
  const measure = (side: Side) => {
    if (!descends(side) || at.length !== side.dimension) return null;
    const [scaled, gradient] = [new Float64Array(at.length), new Float64Array(at.length)];
    side.scaling.toScaled(scaled, Float64Array.from(at));
    const loss = side.landscape.evaluate(gradient, scaled);
    const descent = new Float64Array(at.length);
    side.scaling.toOriginal(descent, gradient);
    return {
      loss,
      gradientNorm: norm(gradient),
      descent: Array.from(descent, (slope) => -slope + 0),
    };
  };
  const [left, right] = [measure(sides.left), measure(sides.right)];
  return left || right ? { at, left: (left ?? right)!, right: (right ?? left)! } : null;
}

/** Implements the protocol by the engine; computes nothing itself. Slices long work, so that newer requests are heard. */
export function createEngine(): Engine {
  let ownTables: Promise<OwnTables> | null = null;
  let run = 0;
  let open: OpenScenario | null = null;
  /** Previous instance, for its shared parts. */
  let latest: Instance | null = null;
  let factTicket = 0;
  let ensembles: Promise<EnsembleCalls> | null = null;

  function loadOwnTables(): Promise<OwnTables> {
    ownTables ??= import('./tasks/own-tables.ts').then((module) => module.createOwnTables());
    return ownTables;
  }

  /** Without loaded tables there is no reading to stop. */
  function stopReading(asker: Asker): void {
    ownTables?.then(
      (tables) => tables.stop(asker),
      () => undefined,
    );
  }

  async function openScenario(
    newRun: number,
    scenario: Scenario,
    own: OwnSource | null,
    steps = 0,
    batch = steps,
  ): Promise<Opened | Refused | null> {
    run = newRun;
    latest = open?.instance ?? latest;
    open = null;
    if (!own) stopReading('open');
    try {
      const table = own && (await (await loadOwnTables()).read('open', own));
      const problem = await loadProblem(scenario.problem, scenario.values);
      if (newRun !== run) return null;
      const instance = problem.prepare(scenario.values, table && { table }, latest);
      open = {
        problem,
        instance,
        pair: instance.sides ? null : instance,
        loadParts: async () => (await loadProblem(scenario.problem)).parts,
        values: scenario.values,
        race: createRun(instance, scenario.values, true),
        turn: Promise.resolve(),
        readings: null,
        slicer: null,
        structure: null,
        updates: null,
        crowd: null,
        fields: null,
      };
      latest = null;
    } catch (error) {
      return { run, failure: failureOf(error) };
    }
    return openedOf(run, open, [steps, batch], () => newRun !== run);
  }

  /** Wraps an answer about the opened scenario; `isStale` is true once another is open. */
  function about<Args extends unknown[], Answer>(
    answer: (open: OpenScenario, isStale: () => boolean, ...args: Args) => Answer,
  ) {
    return (ofRun: number, ...args: Args): Answer | null => {
      const mine = open;
      return ofRun === run && mine ? answer(mine, () => mine !== open, ...args) : null;
    };
  }

  /** Same; a newer question of the kind and `topic` also makes it stale. */
  function newest<Args extends unknown[], Answer>(
    answer: (open: OpenScenario, isStale: () => boolean, ...args: Args) => Answer,
    topic: (...args: Args) => string = () => '',
  ) {
    const latestOf = new Map<string, object>();
    return about((mine, isStale, ...args: Args) => {
      const [of, ticket] = [topic(...args), {}];
      latestOf.set(of, ticket);
      return answer(mine, () => latestOf.get(of) !== ticket || isStale(), ...args);
    });
  }

  /** Returns the reader of these values' fields, loaded on first use and kept. */
  async function fieldsOf(mine: OpenScenario, values: Values): Promise<FieldReader> {
    const { createFieldReader, fieldKey } = await import('./tasks/fields.ts');
    const key = fieldKey(mine.problem, values);
    if (mine.fields?.key !== key) mine.fields = createFieldReader(mine.problem, mine.instance, values, key);
    return mine.fields;
  }

  const opened: Engine['opened'] = {
    open: openScenario,
    advance: about(async (mine, isStale, steps) => {
      const frame = await advance(mine, steps, isStale);
      return frame && transfer(frame, buffersOf(frame));
    }),
    grid: newest(async ({ pair, slicer }, isStale, view, size) =>
      pair ? sampleGrid(pair, slicer, isStale, view, size) : null,
    ),
    slice: newest(async (mine, isStale, values, start) => {
      const { choosePlane } = await loadLandscape();
      const { pair } = mine;
      const slice = pair && !isStale() ? await choosePlane(pair, values, start, isStale) : null;
      if (slice) mine.slicer = pair!.createSlicer(slice);
      return slice;
    }),
    references: about(async (mine, isStale) => {
      const { findReferences } = await loadLandscape();
      const known = await structureOf(mine);
      return mine.pair && !isStale() ? findReferences(mine.pair, known, isStale) : null;
    }),
    structure: about(structureOf),
    basins: newest(async (mine, isStale, values, view, size) => {
      const { mapBasins } = await loadLandscape();
      const known = await structureOf(mine);
      return known && !isStale() ? mapBasins(mine.pair!, known, values, view, size, isStale) : null;
    }),
    pull: about(async ({ pair }, _, view, size) => pair && (await loadLandscape()).mapPull(pair, view, size)),
    probe: about((mine, _, at) => probe(mine, at)),
    crowd: newest(async (mine, isStale, values, step) => {
      const { createCrowdReader, crowdKey } = await import('./tasks/crowd.ts');
      if (isStale()) return null;
      const { problem, instance, slicer } = mine;
      const key = crowdKey(problem, values);
      if (mine.crowd?.key !== key || mine.crowd.slicer !== slicer)
        mine.crowd = createCrowdReader(problem, instance, values, slicer, key);
      return mine.crowd.read(step, isStale);
    }),
    field: newest(
      async (mine, isStale, values, ...asked) => {
        const fields = await fieldsOf(mine, values);
        return isStale() ? null : fields.ground(...asked, isStale);
      },
      (_, side) => side,
    ),
    fieldAt: about(async (mine, isStale, values, ...asked) => {
      const fields = await fieldsOf(mine, values);
      return isStale() ? null : fields.point(...asked);
    }),
    update: newest(async (mine, isStale, values, from, at) => {
      const { createUpdateCalls } = await import('./tasks/updates.ts');
      const parts = await mine.loadParts();
      if (isStale()) return null;
      const starts = [from.left, from.right].map(({ start, stepUnit }) => [...start, stepUnit]);
      const key = JSON.stringify([values, starts]);
      if (mine.updates?.key !== key)
        mine.updates = createUpdateCalls(mine.instance, parts, values, from, key);
      return mine.updates.read(at, isStale);
    }),
    reading: newest(
      async (mine, isStale, name, asked, onProgress) => {
        const parts = await mine.loadParts();
        if (isStale()) return null;
        mine.readings ??= parts?.readings?.(mine.instance, mine.values) ?? {};
        const search = Object.hasOwn(mine.readings, name) ? mine.readings[name]!(asked as never) : null;
        if (!search) return null;
        const tell = () => search.progress && onProgress?.(search.progress());
        return (await runSliced(search, isStale, tell)) ? search.found() : null;
      },
      (name) => name,
    ),
    exportTable: about(async ({ instance, loadParts }, isStale, ...asked) => {
      const { exportTable } = await loadExports();
      const parts = await loadParts();
      return isStale() ? null : exportTable(instance, parts, ...asked, isStale);
    }),
    writeCode: about(async ({ instance }, isStale, ...asked) => {
      const { writeCode } = await loadExports();
      return isStale() ? null : writeCode(instance, ...asked);
    }),
  };

  const anytime: AnytimeCalls = {
    async readFacts(scenario, names) {
      const ticket = ++factTicket;
      const isStale = () => ticket !== factTicket;
      const { findFacts } = await import('./tasks/facts.ts');
      return isStale() ? null : findFacts(scenario, names, isStale);
    },
    async inspect(own, onProgress, scenario) {
      try {
        const table = own && (await (await loadOwnTables()).read('inspect', own, onProgress));
        if (scenario) (await loadProblem(scenario.problem)).prepare(scenario.values, table && { table });
        return table && (await import('./tasks/table-report.ts')).reportOf(table);
      } catch (error) {
        return { failure: failureOf(error) };
      }
    },
    cancelInspect: () => stopReading('inspect'),
    ping: () => undefined,
  };

  async function askEnsemble(name: string, args: readonly unknown[]): Promise<unknown> {
    ensembles ??= import('./tasks/ensembles.ts').then(({ createEnsembleCalls }) =>
      createEnsembleCalls(async (own) => (await loadOwnTables()).read('open', own)),
    );
    const calls = await ensembles;
    return (calls[name as keyof EnsembleCalls] as (...all: readonly unknown[]) => unknown)(...args);
  }

  /** Forwards ensemble calls without loading their code. */
  const ensemble = new Proxy({} as EnsembleCalls, {
    get:
      (_, name) =>
      (...args: unknown[]) =>
        askEnsemble(String(name), args),
  });

  return { opened, anytime, ensemble };
}
