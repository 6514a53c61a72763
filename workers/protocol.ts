/** Every message between the page and its engine; types only. */

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

/** What the page may know of the engine's results. */
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

/** What the page learns of a side, which may differ from the other in everything. */
export interface OpenedSide extends SideSettings {
  /** Numbers of one state, as many as its start has. */
  readonly dimension: number;
  readonly start: Vector;
  /** What a step c is measured in. */
  readonly stepUnit: number;
  /** What its distances are measured to; null where that is nothing, and of a side that iterates. */
  readonly goal: Vector | null;
  /** What its maps can show, by name: the first over a plane is the side's map. */
  readonly fields: Readonly<Record<string, FieldInfo>>;
}

/** What the page learns of an opened scenario: everything but the steps to come. */
export interface Opened {
  readonly run: number;
  readonly sides: Readonly<Record<SideName, OpenedSide>>;
  /** The weights that both sides are losses over, from one start: maps are of them. 0 where there are none that both share. */
  readonly dimension: number;
  /** Features and labels are sent where they can be drawn (one or two features); else they are empty. */
  readonly samples: Samples;
  /** The star of such maps. */
  readonly plant: Vector | null;
  readonly planted: boolean;
  /** What the criteria of its ends are relative to. */
  readonly sizes: RunSizes;
  readonly standardised: boolean;
  /** Whether the right side provably has no minimum. */
  readonly unbounded: boolean;
  /** What the problem says of itself, of a type of its own; absent where it says nothing. */
  readonly info?: unknown;
  /** Tables of the problem's own that can be taken away. */
  readonly tables: Readonly<Record<string, TableShape>>;
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
  /** Step 0 of both sides. */
  readonly frame: Frame;
  /** The steps after it that were asked for with the opening, in batches; fewer where they would have kept a newer message waiting. */
  readonly next: readonly Frame[];
}

/** A scenario that cannot be met, with the reason. */
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

/** A landscape at one point: loss, gradient norm (scaled units where the data is standardised) and downhill. */
export interface PointReading {
  readonly loss: number;
  readonly gradientNorm: number;
  /** Where plain descent goes from there, per unit of step: minus the gradient, as a move in original units. */
  readonly descent: readonly number[];
}

/** Both sides at one point. */
export interface Probe extends Readonly<Record<SideName, PointReading>> {
  readonly at: readonly number[];
}

/** The ends that descent comes to from every cell of a grid on one side. */
export interface BasinLabels {
  readonly ends: readonly BasinEnd[];
  /** Index into `ends` a cell, row-major, row 0 at the lowest second weight. */
  readonly labels: Uint16Array<ArrayBuffer>;
}

export interface BasinMaps extends Readonly<Record<SideName, BasinLabels>> {
  readonly view: GridView;
  readonly size: number;
}

/** The plane that the maps of more than two weights show, and where the runs' ends lie in it. */
export interface Slice extends NamedPlane {
  /** Where each run ended, or stood after the search's steps; original units, length d. Null for one that diverged. */
  readonly ends: Readonly<Record<SideName, Float64Array | null>>;
}

/** Delta(w) = <w - w*, grad right - grad left> at the cell centres of a grid. */
export interface PullGrid {
  readonly view: GridView;
  readonly size: number;
  readonly values: Vector;
}

/** Where the race of an update begins, which the engine that is asked need not have opened: the unit of its steps may hang on the start. */
export type UpdateStart = Readonly<Record<SideName, Pick<OpenedSide, 'start' | 'stepUnit'>>>;

/** A person's own CSV file as the page hands it on, by reference; the number names it and how it is read, so that it is read once. */
export interface OwnSource {
  readonly serial: number;
  readonly blob: Blob;
  readonly choice: TableChoice;
}

/** What was found in a CSV file. */
export interface TableReport {
  readonly names: readonly string[];
  readonly label: string;
  /** The last columns, where the problem takes several outputs; null where one column is the label. */
  readonly outputs: readonly string[] | null;
  /** What the label's texts are, where it is one of classes; else empty. */
  readonly classes: readonly string[];
  /** Names of the other columns, in order. */
  readonly features: readonly string[];
  readonly rows: number;
  /** The first refused rows, and how many there are. */
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
  /** The rows as a link carries them; empty where they do not fit, which a notice says. */
  readonly packed: string;
  /** All columns of the file; none of a file with more than a page has room for. */
  readonly columns: FileTable['columns'];
  /** The numbers of those that are taken, the label last, and of the column of ones that the bias takes the place of. */
  readonly used: readonly number[];
  readonly ones: number | null;
  readonly decimal: FileTable['decimal'];
  /** The mean of each column, where no column is the label; else null. */
  readonly means: readonly number[] | null;
  /** Then also the first numbers, row by row: all of them where a link could hold them. */
  readonly numbers: Float64Array;
  /** Whether the file says that it wants a bias; null where it says nothing. */
  readonly bias: boolean | null;
}

/** A chunk of an ensemble; `scenario` holds the values of its cell and what makes the ensemble. */
export interface EnsembleTask {
  readonly scenario: Scenario;
  readonly own: OwnSource | null;
  readonly from: number;
  readonly count: number;
}

/** What a spec and a table of its runs are written as; runs that are not done are left out. */
export interface RunsTable {
  readonly runs: SweepRuns;
  readonly format: TableFormat;
  readonly source: TableSource;
}

/** Where P(Bin(n, 1/2) >= d) crosses a level: n/d for each d, NaN where it is above it from n = d on. */
export interface ExactLine {
  readonly level: number;
  readonly ratios: readonly number[];
}

/** A failure in words of its own (files) or by its notice (scenarios). */
export type EnsembleFailure = { readonly failure: Notice } | { readonly trouble: string };

/** What is asked of ensembles, whatever is open; its code is loaded with the first question. */
export interface EnsembleCalls {
  /** The table of a chunk. Null where `stop` came meanwhile. */
  run(task: EnsembleTask): Promise<RunColumns | EnsembleFailure | null>;
  /** Gives up the chunk that is under way, within some milliseconds. */
  stop(): void;
  summarise(runs: RunColumns | CellAggregate): EnsembleSummary;
  /** The values with which the main view shows one run of an ensemble, bit for bit. */
  show(task: EnsembleTask): Promise<Values | EnsembleFailure>;
  writeRuns(table: RunsTable): Promise<Blob>;
  /** Reads the CSV of a sweep, or its aggregate. */
  readRuns(file: Blob): Promise<SweepRuns | SweepAggregate | EnsembleFailure>;
  exactLines(dimensions: readonly number[], levels: readonly number[]): readonly ExactLine[];
  /** The largest share of each scenario's starts from which the left can arrive, proved (`Parts.mostArrive`); null where nothing is. */
  mostArrive(scenarios: readonly Scenario[]): Promise<readonly (number | null)[]>;
}

/**
 * What is asked of the opened scenario. Every answer is null where another one was opened meanwhile, or none is open. A new call is one
 * declaration here, and its body in serve.ts.
 */
export interface OpenedCalls {
  /** Takes up to `steps` steps at once, `batch` at a time: one answer is waited for instead of two or more. */
  open(
    scenario: Scenario,
    own: OwnSource | null,
    steps?: number,
    batch?: number,
  ): Promise<Opened | Refused | null>;
  advance(steps: number): Promise<Frame | null>;
  /** Null where a newer grid was asked for meanwhile too. */
  grid(view: GridView, size: number): Promise<Grid | null>;
  /** Chooses the plane that later grids of more than two weights are over, for the runs from `start`. Null where a newer one was asked for too. */
  slice(values: Values, start: Vector): Promise<Slice | null>;
  references(): Promise<References | null>;
  /** Stationary points and kinks of the plane; null where there is none. */
  structure(): Promise<PlaneStructure | null>;
  /** Under the rule and step of these values. Null outside the plane, or where newer basins were asked for meanwhile too. */
  basins(values: Values, view: GridView, size: number): Promise<BasinMaps | null>;
  /** Null without a plant or a plane. */
  pull(view: GridView, size: number): Promise<PullGrid | null>;
  probe(at: readonly number[]): Probe | null;
  /**
   * The crowd that these values name, at the latest kept step that is not after `step`; of more than two weights on the plane that `slice` chose
   * last. It is kept, so that the next step costs one step. Null where no map shows one, or where a newer one was asked for meanwhile too:
   * what was computed for the older serves the newer.
   */
  crowd(values: Values, step: number): Promise<CrowdFrame | null>;
  /**
   * A field of a side over a view, under these values: heights on a grid of `size` x `size`, else streamlines, `size` across. Null where the side has no
   * such field over a plane, or where a newer one of the side was asked for meanwhile too.
   */
  field(
    values: Values,
    side: SideName,
    name: string,
    view: GridView,
    size: number,
  ): Promise<FieldGround | null>;
  /** What such a field says of a point; null where there is none. Every question is answered: a start and the crosshair are asked for side by side. */
  fieldAt(
    values: Values,
    side: SideName,
    name: string,
    at: readonly [number, number],
  ): Promise<FieldPoint | null>;
  /**
   * The updates that the race of these values takes from step `at` of each side, with what they are made of. Null where a newer one was
   * asked for meanwhile too.
   */
  update(values: Values, from: UpdateStart, at: Readonly<Record<SideName, number>>): Promise<Update | null>;
  /**
   * Asks the problem's question of this name (`Parts.readings`); `onProgress` gets what is known meanwhile. Null where it has no answer, or
   * where a newer question of the name was asked meanwhile too.
   */
  reading(name: string, asked: unknown, onProgress?: (progress: unknown) => void): Promise<unknown>;
  /** The file of a table of the opened scenario, whose values are handed in; `onProgress` gets the rows written so far. */
  exportTable(
    scenario: Scenario,
    request: TableRequest,
    format: TableFormat,
    source: TableSource,
    onProgress: (rows: number) => void,
  ): Promise<Blob | null>;
  /** Code that reproduces the run of the opened scenario, whose values are handed in. */
  writeCode(scenario: Scenario, request: CodeRequest): Promise<Written | null>;
}

/** What is asked whatever is open. */
export interface AnytimeCalls {
  /** Named numbers of a scenario (`name` or `name@step`). Null where newer ones were asked for meanwhile; none of a scenario that cannot be met. */
  readFacts(scenario: Scenario, names: readonly string[]): Promise<Facts | null>;
  /**
   * Reads a file without opening it; `onProgress` gets the bytes read. Null where another was asked for, or none. With a scenario it fails where
   * that one cannot be met with the file.
   */
  inspect(
    own: OwnSource | null,
    onProgress: (bytes: number) => void,
    scenario?: Scenario,
  ): Promise<TableReport | { readonly failure: Notice } | null>;
  /** Gives up the reading that `inspect` began. */
  cancelInspect(): void;
  /** Answers at once: whether the worker hears. */
  ping(): void;
}

/** The engine as a worker serves it: calls of the opened scenario are told which run they ask about. */
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

/** Calls as they are seen from afar: every answer is a promise. */
export type Asked<Calls> = {
  readonly [Name in keyof Calls]: Calls[Name] extends (...args: infer Args) => infer Answer
    ? (...args: Args) => Promise<Awaited<Answer>>
    : never;
};

/** The engine as the page calls it. Every `open` begins a new run; what is asked of an older one is answered by null. */
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
