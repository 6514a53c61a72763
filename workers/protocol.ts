/** All messages between page and engine; types only. */

import type { Samples, SideName, Vector } from '../engine/contract.ts';
import type { FileTable } from '../engine/data/file-reader.ts';
import type { RefusedRow } from '../engine/data/table-reader.ts';
import type { CellAggregate } from '../engine/ensemble/aggregate.ts';
import type { SweepAggregate } from '../engine/ensemble/aggregate-file.ts';
import type { RunColumns } from '../engine/ensemble/columns.ts';
import type { CrowdFrame, CrowdSide } from '../engine/ensemble/crowd.ts';
import type { SweepRuns } from '../engine/ensemble/read-runs.ts';
import type { EnsembleSummary } from '../engine/ensemble/summary.ts';
import type { TableFormat, TableRequest, TableShape } from '../engine/export/kinds.ts';
import type { TableSource } from '../engine/export/table.ts';
import type { CodeRequest } from '../engine/export/write-code.ts';
import type { Written } from '../engine/export/write-python.ts';
import type { Facts } from '../engine/facts/scenario-facts.ts';
import type { FieldGround, FieldInfo, FieldPoint } from '../engine/field.ts';
import type { BasinEnd } from '../engine/landscapes/basins.ts';
import type { References } from '../engine/landscapes/minimum.ts';
import type { PlaneStructure } from '../engine/landscapes/plane-structure.ts';
import type { NamedPlane, PlaneAxis } from '../engine/landscapes/slice-plane.ts';
import type { StationaryPoints } from '../engine/landscapes/stationary-points.ts';
import type { GridView } from '../engine/landscapes/window.ts';
import type { Values } from '../engine/params.ts';
import type { AnyReading } from '../engine/problem.ts';
import type { Frame, SideFrame, SideSettings } from '../engine/run/create-run.ts';
import type { RunSizes } from '../engine/run/sizes-of.ts';
import type { TableChoice } from '../engine/scenario/file-choice.ts';
import type { Notice } from '../engine/scenario/notice.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';
import type { SideUpdate, Update } from '../engine/update/read-update.ts';
import type { ToldSamples } from '../engine/update/told-samples.ts';

/** Engine types for the page. */
export type {
  BasinEnd,
  CodeRequest,
  CrowdFrame,
  CrowdSide,
  EnsembleSummary,
  Facts,
  FieldGround,
  FieldInfo,
  FieldPoint,
  Frame,
  GridView,
  PlaneAxis,
  PlaneStructure,
  References,
  RunColumns,
  SideFrame,
  SideUpdate,
  StationaryPoints,
  ToldSamples,
  Update,
  Written,
};

/** The page's view of a side; sides may differ in everything. */
export interface OpenedSide extends SideSettings {
  readonly dimension: number;
  readonly start: Vector;
  readonly stepUnit: number;
  /** Target of distances; null without one, and for an iterating side. */
  readonly goal: Vector | null;
  /** Fields of its maps; the first over a plane is the side's map. */
  readonly fields: Readonly<Record<string, FieldInfo>>;
}

/** The page's view of an opened scenario, without later steps. */
export interface Opened {
  readonly run: number;
  readonly sides: Readonly<Record<SideName, OpenedSide>>;
  /** Number of weights if both sides are losses over the same ones from one start, as maps require; else 0. */
  readonly dimension: number;
  /** Features and labels to draw (one or two features); else empty. */
  readonly samples: Samples;
  readonly plant: Vector | null;
  readonly planted: boolean;
  /** Reference sizes for the end criteria. */
  readonly sizes: RunSizes;
  readonly standardised: boolean;
  /** True if the right provably has no minimum. */
  readonly unbounded: boolean;
  readonly info?: unknown;
  readonly tables: Readonly<Record<string, TableShape>>;
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
  readonly frame: Frame;
  /** Next steps in batches; fewer if they would have delayed a newer message. */
  readonly next: readonly Frame[];
}

export interface Refused {
  readonly run: number;
  readonly failure: Notice;
}

/** Losses at the cell centres of a `size` x `size` grid over the view, row-major, row 0 at the lowest second weight. */
export interface Grid {
  readonly view: GridView;
  readonly size: number;
  readonly left: Vector;
  readonly right: Vector;
}

/** Loss, gradient norm (scaled units if standardised) and descent direction at a point. */
export interface PointReading {
  readonly loss: number;
  readonly gradientNorm: number;
  /** Minus the gradient, in original units: plain descent per unit of step. */
  readonly descent: readonly number[];
}

export interface Probe extends Readonly<Record<SideName, PointReading>> {
  readonly at: readonly number[];
}

/** Ends of descent from every grid cell on one side. */
export interface BasinLabels {
  readonly ends: readonly BasinEnd[];
  /** Index into `ends` per cell, row-major, row 0 at the lowest second weight. */
  readonly labels: Uint16Array<ArrayBuffer>;
}

export interface BasinMaps extends Readonly<Record<SideName, BasinLabels>> {
  readonly view: GridView;
  readonly size: number;
}

/** Plane of maps of more than two weights, with the runs' ends. */
export interface Slice extends NamedPlane {
  /** End of each run, or its last searched state; original units, length d. Null if it diverged. */
  readonly ends: Readonly<Record<SideName, Float64Array | null>>;
}

/** Delta(w) = <w - w*, grad right - grad left> at the cell centres of a grid. */
export interface PullGrid {
  readonly view: GridView;
  readonly size: number;
  readonly values: Vector;
}

/** Start of an update's race, perhaps not the opened one; its unit of steps may depend on it. */
export type UpdateStart = Readonly<Record<SideName, Pick<OpenedSide, 'start' | 'stepUnit'>>>;

/** Own CSV file by reference; the number identifies file and options, so that it is read once. */
export interface OwnSource {
  readonly serial: number;
  readonly blob: Blob;
  readonly choice: TableChoice;
}

export interface TableReport {
  readonly names: readonly string[];
  readonly label: string;
  /** Last columns, for several outputs; null for one label column. */
  readonly outputs: readonly string[] | null;
  /** Class names of a text label, or empty. */
  readonly classes: readonly string[];
  /** Other columns' names, in order. */
  readonly features: readonly string[];
  readonly rows: number;
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
  /** Rows packed for a link; empty, with a notice, if too many. */
  readonly packed: string;
  /** All columns; empty if too many for the page. */
  readonly columns: FileTable['columns'];
  /** Numbers of the used columns, label last, and of the column of ones that the bias replaces. */
  readonly used: readonly number[];
  readonly ones: number | null;
  readonly decimal: FileTable['decimal'];
  /** Column means without a label column; else null. */
  readonly means: readonly number[] | null;
  /** Then also the first numbers by row: all if a link could carry them. */
  readonly numbers: Float64Array;
  /** Bias requested by the file, or null. */
  readonly bias: boolean | null;
}

/** A chunk of an ensemble; `scenario` has the values of its cell and the ensemble. */
export interface EnsembleTask {
  readonly scenario: Scenario;
  readonly own: OwnSource | null;
  readonly from: number;
  readonly count: number;
}

/** Source of a spec and a table of runs, without unfinished ones. */
export interface RunsTable {
  readonly runs: SweepRuns;
  readonly format: TableFormat;
  readonly source: TableSource;
}

/** Level curve of P(Bin(n, 1/2) >= d): n/d per d, NaN if above from n = d on. */
export interface ExactLine {
  readonly level: number;
  readonly ratios: readonly number[];
}

/** Failure in words (files) or as a notice (scenarios). */
export type EnsembleFailure = { readonly failure: Notice } | { readonly trouble: string };

/** Calls for ensembles, independent of the opened scenario; the first loads their code. */
export interface EnsembleCalls {
  /** Returns a chunk's table; null if `stop` came. */
  run(task: EnsembleTask): Promise<RunColumns | EnsembleFailure | null>;
  /** Abandons the current chunk within milliseconds. */
  stop(): void;
  summarise(runs: RunColumns | CellAggregate): EnsembleSummary;
  /** Returns one run's values for the main view, bit for bit. */
  show(task: EnsembleTask): Promise<Values | EnsembleFailure>;
  writeRuns(table: RunsTable): Promise<Blob>;
  /** Reads a sweep's CSV or aggregate. */
  readRuns(file: Blob): Promise<SweepRuns | SweepAggregate | EnsembleFailure>;
  exactLines(dimensions: readonly number[], levels: readonly number[]): readonly ExactLine[];
  /** Returns a proved upper bound on each scenario's fraction of starts from which the left can arrive (`Parts.mostArrive`), or null. */
  mostArrive(scenarios: readonly Scenario[]): Promise<readonly (number | null)[]>;
}

/**
 * Calls for the opened scenario. Answers are null if another was opened meanwhile, or none is. A new call needs a declaration here and its
 * body in serve.ts.
 */
export interface OpenedCalls {
  /** Opens a scenario and takes up to `steps` steps, `batch` at a time, to save round trips. */
  open(
    scenario: Scenario,
    own: OwnSource | null,
    steps?: number,
    batch?: number,
  ): Promise<Opened | Refused | null>;
  advance(steps: number): Promise<Frame | null>;
  /** Null also if a newer grid was requested. */
  grid(view: GridView, size: number): Promise<Grid | null>;
  /** Chooses the plane of later grids of more than two weights, for runs from `start`. Null also if a newer one was requested. */
  slice(values: Values, start: Vector): Promise<Slice | null>;
  references(): Promise<References | null>;
  /** Stationary points and kinks of the plane, or null. */
  structure(): Promise<PlaneStructure | null>;
  /** Computes basins under these values' rule and step. Null outside the plane, and if newer ones were requested. */
  basins(values: Values, view: GridView, size: number): Promise<BasinMaps | null>;
  /** Null without a plant or a plane. */
  pull(view: GridView, size: number): Promise<PullGrid | null>;
  probe(at: readonly number[]): Probe | null;
  /**
   * Returns these values' crowd at the latest stored step not after `step`; above two weights on `slice`'s last plane. It is kept: the
   * next step costs one step. Null without a map of it, or if a newer one was requested, which reuses the results.
   */
  crowd(values: Values, step: number): Promise<CrowdFrame | null>;
  /**
   * Samples a side's field over a view under these values: heights on a `size` x `size` grid, else streamlines, `size` across. Null
   * without such a field over a plane, or if a newer one of the side was requested.
   */
  field(
    values: Values,
    side: SideName,
    name: string,
    view: GridView,
    size: number,
  ): Promise<FieldGround | null>;
  /** Evaluates such a field at a point, or null. Every request is answered: start and crosshair ask concurrently. */
  fieldAt(
    values: Values,
    side: SideName,
    name: string,
    at: readonly [number, number],
  ): Promise<FieldPoint | null>;
  /** Returns the updates of these values' race from each side's step `at`, with terms. Null also if a newer one was requested. */
  update(values: Values, from: UpdateStart, at: Readonly<Record<SideName, number>>): Promise<Update | null>;
  /**
   * Asks a question of the problem (`Parts.readings`); `onProgress` gets intermediate results. Null without an answer, or if a newer one
   * of the name was asked.
   */
  reading(name: string, asked: unknown, onProgress?: (progress: unknown) => void): Promise<unknown>;
  /** Writes a table of the opened scenario with its values; `onProgress` gets the number of rows written. */
  exportTable(
    scenario: Scenario,
    request: TableRequest,
    format: TableFormat,
    source: TableSource,
    onProgress: (rows: number) => void,
  ): Promise<Blob | null>;
  /** Writes code for the opened scenario's run with its values. */
  writeCode(scenario: Scenario, request: CodeRequest): Promise<Written | null>;
}

/** Calls independent of the opened scenario. */
export interface AnytimeCalls {
  /** Computes numbers of a scenario (`name` or `name@step`). Null if newer ones were requested; empty for an impossible scenario. */
  readFacts(scenario: Scenario, names: readonly string[]): Promise<Facts | null>;
  /**
   * Reads a file without opening it; `onProgress` gets the bytes read. Null if another or none was requested meanwhile. Fails if a given
   * scenario is impossible with the file.
   */
  inspect(
    own: OwnSource | null,
    onProgress: (bytes: number) => void,
    scenario?: Scenario,
  ): Promise<TableReport | { readonly failure: Notice } | null>;
  cancelInspect(): void;
  /** Proves that the worker responds. */
  ping(): void;
}

/** Engine in a worker: calls about the opened scenario carry its run number. */
export interface Engine {
  readonly opened: {
    [Name in keyof OpenedCalls]: (
      run: number,
      ...args: Parameters<OpenedCalls[Name]>
    ) => ReturnType<OpenedCalls[Name]> | null;
  };
  readonly anytime: AnytimeCalls;
  readonly ensemble: EnsembleCalls;
}

/** Calls whose answers are promises. */
export type Asked<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Awaited<Answer>>
    : never;
};

/** Engine as the page calls it. Every `open` begins a new run; calls about older ones give null. */
export interface EngineCalls extends Omit<Asked<OpenedCalls>, 'reading'> {
  /** `reading` with the types of one question. */
  reading<R extends AnyReading>(
    name: R['name'],
    asked: R['asked'],
    onProgress?: (progress: R['progress']) => void,
  ): Promise<R['told'] | null>;
  readonly anytime: Asked<AnytimeCalls>;
  readonly ensemble: Asked<EnsembleCalls>;
}
