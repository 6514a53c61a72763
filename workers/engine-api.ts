import { transfer } from 'comlink';
import type { Instance, Landscape, SideName, Vector } from '../engine/contract.ts';
import { thinSamples } from '../engine/data/thin-samples.ts';
import type { TableFormat, TableRequest } from '../engine/export/kinds.ts';
import type { TableSource } from '../engine/export/table.ts';
import { norm } from '../engine/kernels/vector.ts';
import type { GridView } from '../engine/landscapes/grid.ts';
import type { References } from '../engine/landscapes/minimum.ts';
import type { PlaneStructure } from '../engine/landscapes/plane-structure.ts';
import { createSidesSampler } from '../engine/landscapes/sample-sides.ts';
import type { Slicer } from '../engine/landscapes/slicer.ts';
import type { Values } from '../engine/params.ts';
import { loadProblem } from '../engine/problems/index.ts';
import { createRun, type Frame, type Run, type RunValues, type SideFrame } from '../engine/run/create-run.ts';
import { sizesOf } from '../engine/run/sizes-of.ts';
import { type Notice, ScenarioError } from '../engine/scenario/notice.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import { breathe, elapsed } from './breathe.ts';
import type { NetworkCalls } from './network-calls.ts';
import type { Asker, OwnTables } from './own-tables.ts';
import type {
  BasinLabels,
  BasinMaps,
  CodeRequest,
  EngineApi,
  EnsembleApi,
  Facts,
  Grid,
  NetworkReading,
  Opened,
  Optimum,
  OwnSource,
  Probe,
  PullGrid,
  ReadingRequest,
  Refused,
  Slice,
  Successes,
  SuccessRequest,
  TableReport,
  Update,
  UpdateStart,
  Written,
} from './protocol.ts';
import type { UpdateCalls } from './update-calls.ts';

/** Samples that one slice of a grid looks at before the worker listens for a newer request. */
const SLICE = 2_000_000;

/** Most features of which the samples are sent to be drawn. */
const DRAWN_FEATURES = 2;

/** Most samples that are sent: large data stays in the worker. */
const MOST_DRAWN = 1000;

/** Cells of a basin map between two looks at the clock, and milliseconds between two looks for a newer request. */
const BASIN_SLICE = 8;
const PATIENCE = 20;

function buffersOf({ left, right }: Frame): ArrayBuffer[] {
  const side = (frame: SideFrame) =>
    [frame.iterates, frame.losses, frame.objectives, frame.bounds, frame.gradientNorms, frame.distances].map(
      (array) => array.buffer,
    );
  return [...side(left), ...side(right)];
}

/** The notice of an error that a scenario brought about; other errors are thrown on. */
function failureOf(error: unknown): Notice {
  if (error instanceof ScenarioError) return error.notice;
  throw error;
}

/** What is asked for after the first picture. */
const loadLater = async () => (await import('./later-calls.ts')).LATER;

/** Answers the protocol with the engine; computes nothing itself, and names what is transferred. */
export function createEngineApi(): EngineApi {
  /** Made when a first file comes; whoever waits for it is served in the order of asking. */
  let ownTables: Promise<OwnTables> | null = null;
  let run = 0;
  let instance: Instance | null = null;
  /** The one before: what the next has in common with it is not made anew. */
  let latest: Instance | null = null;
  let race: Run | null = null;
  let gridTicket = 0;
  let basinTicket = 0;
  let sliceTicket = 0;
  let slicer: Slicer | null = null;
  let structured: PlaneStructure | null = null;
  let networks: NetworkCalls | null = null;
  let updates: UpdateCalls | null = null;
  let updateTicket = 0;
  let factTicket = 0;
  let ensembles: Promise<EnsembleApi> | null = null;

  function loadOwnTables(): Promise<OwnTables> {
    ownTables ??= import('./own-tables.ts').then((module) => module.createOwnTables());
    return ownTables;
  }

  /** Where the tables cannot be loaded, nothing is read that could be stopped. */
  function stopReading(asker: Asker): void {
    ownTables?.then(
      (tables) => tables.stop(asker),
      () => undefined,
    );
  }

  async function open(
    newRun: number,
    scenario: Scenario,
    own: OwnSource | null,
    steps = 0,
  ): Promise<Opened | Refused | null> {
    run = newRun;
    latest = instance ?? latest;
    instance = null;
    race = null;
    structured = null;
    networks = null;
    updates = null;
    updateTicket++;
    gridTicket++;
    basinTicket++;
    sliceTicket++;
    slicer = null;
    if (!own) stopReading('open');
    try {
      const table = own && (await (await loadOwnTables()).read('open', own));
      const problem = await loadProblem(scenario.problem, scenario.values);
      if (newRun !== run) return null;
      const made = problem.prepare(scenario.values, table && { table }, latest);
      const calls = made.network && (await import('./network-calls.ts')).createNetworkCalls(made);
      if (newRun !== run) return null;
      instance = made;
      networks = calls ?? null;
      latest = null;
    } catch (error) {
      return { run, failure: failureOf(error) };
    }
    race = createRun(instance, scenario.values as unknown as RunValues);
    const { samples } = instance;
    const drawn = samples.dimension - (samples.hasOnes ? 1 : 0) <= DRAWN_FEATURES;
    const none = { features: new Float64Array(0), labels: new Float64Array(0) };
    const frame = race.first();
    const next = steps > 0 ? race.advance(steps) : null;
    const opened: Opened = {
      run,
      dimension: instance.dimension,
      // Two layers have few samples, and a residual for each.
      samples: drawn
        ? thinSamples(samples, instance.network ? samples.count : MOST_DRAWN)
        : { ...samples, ...none },
      start: instance.start,
      plant: instance.plant,
      planted: instance.planted,
      smoothness: instance.smoothness,
      sizes: sizesOf(instance),
      standardised: !instance.scaling.identity,
      unbounded: instance.right.unbounded,
      settings: race.settings,
      network: instance.network ?? null,
      refused: instance.refused,
      refusedCount: instance.refusedCount,
      notices: instance.notices,
      frame,
      next,
    };
    return next ? transfer(opened, buffersOf(next)) : opened;
  }

  function advance(ofRun: number, steps: number): Frame | null {
    if (ofRun !== run || !race) return null;
    const frame = race.advance(steps);
    return transfer(frame, buffersOf(frame));
  }

  async function grid(ofRun: number, view: GridView, size: number): Promise<Grid | null> {
    const ticket = ++gridTicket;
    const sampler = ofRun === run && instance && createSidesSampler(instance, slicer, size);
    if (!sampler) return null;
    const rows = Math.max(1, Math.floor(SLICE / sampler.rowCost));
    const left = new Float64Array(size * size);
    const right = new Float64Array(size * size);
    for (let row = 0; row < size; row += rows) {
      if (row > 0) await breathe();
      if (ofRun !== run || ticket !== gridTicket) return null;
      sampler.writeRows(left, right, view, size, row, Math.min(size, row + rows));
    }
    return transfer({ view, size, left, right }, [left.buffer, right.buffer]);
  }

  async function slice(ofRun: number, values: Values, start: Vector): Promise<Slice | null> {
    const ticket = ++sliceTicket;
    if (ofRun !== run || !instance) return null;
    const { createPlaneSearch, planeRequest } = await loadLater();
    if (ofRun !== run || ticket !== sliceTicket || !instance) return null;
    const search = createPlaneSearch(
      { ...instance, start },
      values as unknown as RunValues,
      planeRequest(instance, values),
    );
    while (search.step()) {
      await breathe();
      if (ofRun !== run || ticket !== sliceTicket || !instance) return null;
    }
    const plane = search.plane();
    slicer = instance.createSlicer(plane);
    return { ...plane, ends: search.ends() };
  }

  async function references(ofRun: number): Promise<References | null> {
    const { createReferenceSearch } = await loadLater();
    const known = await structure(ofRun);
    if (ofRun !== run || !instance) return null;
    const search = createReferenceSearch(instance, known);
    while (search.step()) {
      await breathe();
      if (ofRun !== run) return null;
    }
    return search.found();
  }

  function probe(ofRun: number, at: readonly number[]): Probe | null {
    if (ofRun !== run || !instance || at.length !== instance.dimension) return null;
    const scaled = new Float64Array(at.length);
    const gradient = new Float64Array(at.length);
    instance.scaling.toScaled(scaled, Float64Array.from(at));
    const { scaling } = instance;
    const measure = (landscape: Landscape) => {
      const loss = landscape.evaluate(gradient, scaled);
      const gradientNorm = norm(gradient);
      const descent = new Float64Array(at.length);
      scaling.toOriginal(descent, gradient);
      return { loss, gradientNorm, descent: Array.from(descent, (slope) => -slope + 0) };
    };
    return { at, left: measure(instance.left), right: measure(instance.right) };
  }

  async function update(
    ofRun: number,
    values: Values,
    from: UpdateStart,
    at: Readonly<Record<SideName, number>>,
  ): Promise<Update | null> {
    const ticket = ++updateTicket;
    const { createUpdateCalls } = await import('./update-calls.ts');
    const isStale = () => ofRun !== run || ticket !== updateTicket || !instance;
    if (isStale()) return null;
    const key = JSON.stringify([values, Array.from(from.start), from.smoothness]);
    if (updates?.key !== key) updates = createUpdateCalls(instance!, values, from, key);
    return updates.read(at, isStale);
  }

  function readNetworks(ofRun: number, request: ReadingRequest): NetworkReading | null {
    return ofRun === run && networks ? networks.read(request) : null;
  }

  function neuron(
    ofRun: number,
    network: Vector,
    index: number,
    view: GridView,
    size: number,
  ): Vector | null {
    const values = ofRun === run && networks ? networks.neuron(network, index, view, size) : null;
    return values && transfer(values, [values.buffer]);
  }

  async function optimum(ofRun: number): Promise<Optimum | null> {
    const calls = ofRun === run ? networks : null;
    const solver = calls?.bound() ?? null;
    if (!calls || !solver) return null;
    while (solver.status === 'moving') {
      solver.step();
      await breathe();
      if (ofRun !== run) return null;
    }
    return calls.optimum(solver);
  }

  async function countSuccesses(
    ofRun: number,
    values: Values,
    request: SuccessRequest,
    onProgress: (found: Successes) => void,
  ): Promise<Successes | null> {
    const best = await optimum(ofRun);
    if (!best || !networks) return null;
    const count = networks.count(values as unknown as RunValues, request, best.lowerBound);
    const found = () => ({ done: count.done, successes: count.successes, interval: count.interval });
    let heard = performance.now();
    while (count.step()) {
      if (elapsed(heard) < PATIENCE) continue;
      onProgress(found());
      await breathe();
      if (ofRun !== run) return null;
      heard = performance.now();
    }
    return found();
  }

  async function structure(ofRun: number): Promise<PlaneStructure | null> {
    const { describePlane } = await loadLater();
    if (ofRun !== run || !instance) return null;
    structured ??= describePlane(instance);
    return structured;
  }

  async function basins(
    ofRun: number,
    values: Values,
    view: GridView,
    size: number,
  ): Promise<BasinMaps | null> {
    const ticket = ++basinTicket;
    const { createSideBasins, sampleBasins } = await loadLater();
    const known = await structure(ofRun);
    if (ofRun !== run || ticket !== basinTicket || !known || !instance) return null;
    const runValues = values as unknown as RunValues;
    const map = (side: SideName) => {
      const found = createSideBasins(instance!, runValues, known, side)!;
      return { found, ends: found.ends, labels: new Uint16Array(size * size) };
    };
    const sides = { left: map('left'), right: map('right') };
    let heard = performance.now();
    for (let cell = 0; cell < size * size; cell += BASIN_SLICE) {
      if (elapsed(heard) > PATIENCE) {
        await breathe();
        heard = performance.now();
      }
      if (ofRun !== run || ticket !== basinTicket) return null;
      const end = Math.min(size * size, cell + BASIN_SLICE);
      for (const { found, labels } of [sides.left, sides.right])
        sampleBasins(labels, found, view, size, cell, end);
    }
    const of = ({ ends, labels }: (typeof sides)['left']): BasinLabels => ({ ends, labels });
    const maps = { view, size, left: of(sides.left), right: of(sides.right) };
    return transfer(maps, [maps.left.labels.buffer, maps.right.labels.buffer]);
  }

  async function pull(ofRun: number, view: GridView, size: number): Promise<PullGrid | null> {
    const { samplePull } = await loadLater();
    if (ofRun !== run || instance?.dimension !== 2 || !instance.plant) return null;
    const values = new Float64Array(size * size);
    samplePull(values, instance, view, size, 0, size);
    return transfer({ view, size, values }, [values.buffer]);
  }

  async function readFacts(scenario: Scenario, names: readonly string[]): Promise<Facts | null> {
    const ticket = ++factTicket;
    const isStale = () => ticket !== factTicket;
    const { findFacts } = await import('./fact-calls.ts');
    return isStale() ? null : findFacts(scenario, names, isStale);
  }

  async function exportTable(
    ofRun: number,
    scenario: Scenario,
    request: TableRequest,
    format: TableFormat,
    source: TableSource,
    onProgress: (rows: number) => void,
  ): Promise<Blob | null> {
    const { EXPORTS } = await import('./export-calls.ts');
    if (ofRun !== run || !instance) return null;
    const isStale = () => ofRun !== run;
    return EXPORTS.exportTable(instance, scenario, request, format, source, onProgress, isStale);
  }

  async function writeCode(ofRun: number, scenario: Scenario, request: CodeRequest): Promise<Written | null> {
    const { EXPORTS } = await import('./export-calls.ts');
    return ofRun === run && instance ? EXPORTS.writeCode(instance, scenario, request) : null;
  }

  async function ensemble(name: keyof EnsembleApi, args: readonly unknown[]): Promise<unknown> {
    ensembles ??= import('./ensemble-calls.ts').then(({ createEnsembleCalls }) =>
      createEnsembleCalls(async (own) => (await loadOwnTables()).read('open', own)),
    );
    const calls = await ensembles;
    return (calls[name] as (...all: readonly unknown[]) => unknown)(...args);
  }

  async function inspect(
    own: OwnSource,
    onProgress: (bytes: number) => void,
  ): Promise<TableReport | { failure: Notice } | null> {
    try {
      const table = await (await loadOwnTables()).read('inspect', own, onProgress);
      return table && (await import('./table-report.ts')).reportOf(table);
    } catch (error) {
      return { failure: failureOf(error) };
    }
  }

  return {
    open,
    advance,
    grid,
    slice,
    references,
    structure,
    basins,
    pull,
    probe,
    update,
    readNetworks,
    neuron,
    optimum,
    countSuccesses,
    readFacts,
    exportTable,
    writeCode,
    ensemble,
    inspect,
    cancelInspect: () => stopReading('inspect'),
    ping: () => undefined,
  };
}
