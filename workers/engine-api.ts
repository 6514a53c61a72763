import { transfer } from 'comlink';
import type { Instance, Landscape, OwnData } from '../engine/contract.ts';
import { columnsOf } from '../engine/data/columns.ts';
import { readTable } from '../engine/data/read-table.ts';
import { shareTable } from '../engine/data/share-data.ts';
import { norm } from '../engine/kernels/vector.ts';
import { type GridView, sampleGrid } from '../engine/landscapes/grid.ts';
import { createReferenceSearch, type References } from '../engine/landscapes/minimum.ts';
import { MAX_SAMPLES } from '../engine/limits.ts';
import { PROBLEMS } from '../engine/problems/index.ts';
import {
  createRace,
  type Frame,
  type Race,
  type RaceValues,
  type SideFrame,
} from '../engine/race/create-race.ts';
import { type Notice, ScenarioError } from '../engine/scenario/notice.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import type { EngineApi, Grid, Opened, Probe, Refused, TableReport } from './protocol.ts';

/** Samples that one slice of a grid looks at before the worker listens for a newer request. */
const SLICE = 2_000_000;

/** Most features of which the samples are sent to be drawn. */
const DRAWN_FEATURES = 2;

function buffersOf({ left, right }: Frame): ArrayBuffer[] {
  const side = (frame: SideFrame) =>
    [frame.iterates, frame.losses, frame.gradientNorms, frame.distances].map((array) => array.buffer);
  return [...side(left), ...side(right)];
}

/** The notice of an error that a scenario brought about; other errors are thrown on. */
function failureOf(error: unknown): Notice {
  if (error instanceof ScenarioError) return error.notice;
  throw error;
}

/** Lets waiting messages be heard; a timer would wait four milliseconds. */
function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Answers the protocol with the engine; computes nothing itself, and names what is transferred. */
export function createEngineApi(): EngineApi {
  let run = 0;
  let instance: Instance | null = null;
  let race: Race | null = null;
  let gridTicket = 0;

  function open(newRun: number, scenario: Scenario, own: OwnData | null): Opened | Refused {
    run = newRun;
    instance = null;
    race = null;
    gridTicket++;
    try {
      instance = PROBLEMS[scenario.problem].prepare(scenario.values, own);
    } catch (error) {
      return { run, failure: failureOf(error) };
    }
    race = createRace(instance, scenario.values as unknown as RaceValues);
    const { samples } = instance;
    const drawn = samples.dimension - (samples.hasOnes ? 1 : 0) <= DRAWN_FEATURES;
    return {
      run,
      dimension: instance.dimension,
      samples: drawn ? samples : { ...samples, features: new Float64Array(0), labels: new Float64Array(0) },
      start: instance.start,
      plant: instance.plant,
      planted: instance.planted,
      smoothness: instance.smoothness,
      standardised: !instance.scaling.identity,
      unbounded: instance.right.unbounded,
      settings: race.settings,
      refused: instance.refused,
      notices: instance.notices,
      frame: race.first(),
    };
  }

  function advance(ofRun: number, steps: number): Frame | null {
    if (ofRun !== run || !race) return null;
    const frame = race.advance(steps);
    return transfer(frame, buffersOf(frame));
  }

  async function grid(ofRun: number, view: GridView, size: number): Promise<Grid | null> {
    const ticket = ++gridTicket;
    const rows = Math.max(1, Math.floor(SLICE / (size * (instance?.samples.count ?? 1))));
    const left = new Float64Array(size * size);
    const right = new Float64Array(size * size);
    for (let row = 0; row < size; row += rows) {
      if (row > 0) await breathe();
      if (ofRun !== run || ticket !== gridTicket || !instance) return null;
      const end = Math.min(size, row + rows);
      sampleGrid(left, instance.left, instance.scaling, view, size, row, end);
      sampleGrid(right, instance.right, instance.scaling, view, size, row, end);
    }
    return transfer({ view, size, left, right }, [left.buffer, right.buffer]);
  }

  async function references(ofRun: number): Promise<References | null> {
    if (ofRun !== run || !instance) return null;
    const search = createReferenceSearch(instance);
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
    const measure = (landscape: Landscape) => {
      const loss = landscape.evaluate(gradient, scaled);
      return { loss, gradientNorm: norm(gradient) };
    };
    return { at, left: measure(instance.left), right: measure(instance.right) };
  }

  function inspect(text: string): TableReport | { failure: Notice } {
    try {
      const table = readTable(text, MAX_SAMPLES);
      const columns = columnsOf(table.names);
      const shared = shareTable(table);
      return {
        names: table.names,
        label: table.names[columns.label]!,
        features: columns.features.map((j) => table.names[j]!),
        rows: table.rows,
        refused: table.refused,
        notices: shared.notice ? [...table.notices, shared.notice] : table.notices,
        packed: shared.packed,
      };
    } catch (error) {
      return { failure: failureOf(error) };
    }
  }

  return {
    open,
    advance,
    grid,
    references,
    probe,
    inspect,
  };
}
