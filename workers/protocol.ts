/** All messages between the page and its engine; types only. */

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

/** Engine result types that the page may know. */
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

/** The page's view of a side; the two sides may differ in everything. */
export interface OpenedSide extends SideSettings {
  readonly dimension: number;
  readonly start: Vector;
  readonly stepUnit: number;
  /** Target of its distances; null without one, and for an iterating side. */
  readonly goal: Vector | null;
  /** Fields of its maps by name; the first over a plane is the side's map. */
  readonly fields: Readonly<Record<string, FieldInfo>>;
}

/** The page's view of an opened scenario: everything except later steps. */
export interface Opened {
  readonly run: number;
  readonly sides: Readonly<Record<SideName, OpenedSide>>;
  /** Number of weights if both sides are losses over the same ones, from one start, as maps require; else 0. */
  readonly dimension: number;
  /** Features and labels, if they can be drawn (one or two features); else empty. */
  readonly samples: Samples;
  readonly plant: Vector | null;
  readonly planted: boolean;
  /** Reference sizes of the criteria of its ends. */
  readonly sizes: RunSizes;
  readonly standardised: boolean;
  /** True if the right side provably has no minimum. */
  readonly unbounded: boolean;
  readonly info?: unknown;
  readonly tables: Readonly<Record<string, TableShape>>;
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
  readonly frame: Frame;
  /** Next steps requested with the opening, in batches; fewer if they would have delayed a newer message. */
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

/** A landscape at one point: loss, gradient norm (scaled units if the data are standardised) and descent direction. */
export interface PointReading {
  readonly loss: number;
  readonly gradientNorm: number;
  /** Move of plain descent per unit of step: minus the gradient, in original units. */
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

/** Plane shown by maps of more than two weights, with the runs' ends. */
export interface Slice extends NamedPlane {
  /** End of each run, or its state after the search's steps; original units, length d. Null if it diverged. */
  readonly ends: Readonly<Record<SideName, Float64Array | null>>;
}

/** Delta(w) = <w - w*, grad right - grad left> at the cell centres of a grid. */
export interface PullGrid {
  readonly view: GridView;
  readonly size: number;
  readonly values: Vector;
}

/** Start of an update's race. The engine need not have opened it, and its unit of steps may depend on the start. */
export type UpdateStart = Readonly<Record<SideName, Pick<OpenedSide, 'start' | 'stepUnit'>>>;

/** Own CSV file, passed by reference; the number identifies the file and its reading options, so that it is read once. */
export interface OwnSource {
  readonly serial: number;
  readonly blob: Blob;
  readonly choice: TableChoice;
}

export interface TableReport {
  readonly names: readonly string[];
  readonly label: string;
  /** The last columns, if the problem takes several outputs; null for one label column. */
  readonly outputs: readonly string[] | null;
  /** Class names of a text label; else empty. */
  readonly classes: readonly string[];
  /** Names of the other columns, in order. */
  readonly features: readonly string[];
  readonly rows: number;
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
  /** Rows packed for a link; empty, with a notice, if they do not fit. */
  readonly packed: string;
  /** All columns of the file; empty if there are too many for the page. */
  readonly columns: FileTable['columns'];
  /** Numbers of the used columns, the label last, and of the column of ones that the bias replaces. */
  readonly used: readonly number[];
  readonly ones: number | null;
  readonly decimal: FileTable['decimal'];
  /** Mean of each column if there is no label column; else null. */
  readonly means: readonly number[] | null;
  /** Then also the first numbers, row by row: all of them if a link could carry them. */
  readonly numbers: Float64Array;
  /** Bias requested by the file; null if it does not say. */
  readonly bias: boolean | null;
}

/** A chunk of an ensemble; `scenario` contains the values of its cell and of the ensemble. */
export interface EnsembleTask {
  readonly scenario: Scenario;
  readonly own: OwnSource | null;
  readonly from: number;
  readonly count: number;
}

/** Source of a spec and a table of runs; unfinished runs are left out. */
export interface RunsTable {
  readonly runs: SweepRuns;
  readonly format: TableFormat;
  readonly source: TableSource;
}

/** Level curve of P(Bin(n, 1/2) >= d): n/d for each d, NaN if already above from n = d on. */
export interface ExactLine {
  readonly level: number;
  readonly ratios: readonly number[];
}

/** A failure in its own words (files) or by its notice (scenarios). */
export type EnsembleFailure = { readonly failure: Notice } | { readonly trouble: string };

/** Calls for ensembles, independent of the opened scenario; their code is loaded by the first one. */
export interface EnsembleCalls {
  /** Runs a chunk and returns its table. Null if `stop` came meanwhile. */
  run(task: EnsembleTask): Promise<RunColumns | EnsembleFailure | null>;
  /** Abandons the current chunk within some milliseconds. */
  stop(): void;
  summarise(runs: RunColumns | CellAggregate): EnsembleSummary;
  /** Returns the main view's values of one run, bit for bit. */
  show(task: EnsembleTask): Promise<Values | EnsembleFailure>;
  writeRuns(table: RunsTable): Promise<Blob>;
  /** Reads the CSV of a sweep, or its aggregate. */
  readRuns(file: Blob): Promise<SweepRuns | SweepAggregate | EnsembleFailure>;
  exactLines(dimensions: readonly number[], levels: readonly number[]): readonly ExactLine[];
  /**
   * Returns a proved upper bound on the fraction of each scenario's starts from which the left can arrive (`Parts.mostArrive`), or null.
   */
  mostArrive(scenarios: readonly Scenario[]): Promise<readonly (number | null)[]>;
}

/**
 * Calls for the opened scenario. Every answer is null if another one was opened meanwhile, or none is open. A new call needs one
 * declaration here and its body in serve.ts.
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
  /** Null also if a newer grid was requested meanwhile. */
  grid(view: GridView, size: number): Promise<Grid | null>;
  /** Chooses the plane of later grids of more than two weights, for the runs from `start`. Null also if a newer one was requested. */
  slice(values: Values, start: Vector): Promise<Slice | null>;
  references(): Promise<References | null>;
  /** Returns stationary points and kinks of the plane; null if there is none. */
  structure(): Promise<PlaneStructure | null>;
  /** Computes basins under the rule and step of these values. Null outside the plane, and if newer basins were requested meanwhile. */
  basins(values: Values, view: GridView, size: number): Promise<BasinMaps | null>;
  /** Null without a plant or a plane. */
  pull(view: GridView, size: number): Promise<PullGrid | null>;
  probe(at: readonly number[]): Probe | null;
  /**
   * Returns the crowd of these values at the latest stored step not after `step`; for more than two weights on the last plane of `slice`.
   * It is kept, so that the next step costs one step. Null if no map shows one, or if a newer one was requested meanwhile, which reuses the
   * results.
   */
  crowd(values: Values, step: number): Promise<CrowdFrame | null>;
  /**
   * Samples a field of a side over a view, under these values: heights on a `size` x `size` grid, else streamlines, `size` across. Null if
   * the side has no such field over a plane, or if a newer one of the side was requested meanwhile.
   */
  field(
    values: Values,
    side: SideName,
    name: string,
    view: GridView,
    size: number,
  ): Promise<FieldGround | null>;
  /**
   * Evaluates such a field at a point; null if there is none. Every request is answered, because a start and the crosshair ask
   * concurrently.
   */
  fieldAt(
    values: Values,
    side: SideName,
    name: string,
    at: readonly [number, number],
  ): Promise<FieldPoint | null>;
  /**
   * Returns the updates of these values' race from step `at` of each side, with their terms. Null also if a newer one was requested
   * meanwhile.
   */
  update(values: Values, from: UpdateStart, at: Readonly<Record<SideName, number>>): Promise<Update | null>;
  /**
   * Asks the problem's question of this name (`Parts.readings`); `onProgress` gets intermediate results. Null without an answer, or if a
   * newer question of the name was asked meanwhile.
   */
  reading(name: string, asked: unknown, onProgress?: (progress: unknown) => void): Promise<unknown>;
  /** Writes a table of the opened scenario, whose values are passed in; `onProgress` gets the number of rows written. */
  exportTable(
    scenario: Scenario,
    request: TableRequest,
    format: TableFormat,
    source: TableSource,
    onProgress: (rows: number) => void,
  ): Promise<Blob | null>;
  /** Writes code that reproduces the opened scenario's run; its values are passed in. */
  writeCode(scenario: Scenario, request: CodeRequest): Promise<Written | null>;
}

/** Calls independent of the opened scenario. */
export interface AnytimeCalls {
  /**
   * Computes named numbers of a scenario (`name` or `name@step`). Null if newer ones were requested meanwhile; empty if the scenario cannot
   * be realised.
   */
  readFacts(scenario: Scenario, names: readonly string[]): Promise<Facts | null>;
  /**
   * Reads a file without opening it; `onProgress` gets the bytes read. Null if another or no file was requested meanwhile. Given a
   * scenario, it fails if that cannot be realised with the file.
   */
  inspect(
    own: OwnSource | null,
    onProgress: (bytes: number) => void,
    scenario?: Scenario,
  ): Promise<TableReport | { readonly failure: Notice } | null>;
  cancelInspect(): void;
  /** Answers at once, to prove that the worker responds. */
  ping(): void;
}

/** Engine as a worker serves it: calls about the opened scenario carry their run number. */
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

/** Remote view of calls: every answer is a promise. */
export type Asked<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Awaited<Answer>>
    : never;
};

/** Engine as the page calls it. Every `open` begins a new run; calls about an older one are answered by null. */
export interface EngineCalls extends Omit<Asked<OpenedCalls>, 'reading'> {
  /** `reading` with the types of one of the problem's questions. */
  reading<R extends AnyReading>(
    name: R['name'],
    asked: R['asked'],
    onProgress?: (progress: R['progress']) => void,
  ): Promise<R['told'] | null>;
  readonly anytime: Asked<AnytimeCalls>;
  readonly ensemble: Asked<EnsembleCalls>;
}
