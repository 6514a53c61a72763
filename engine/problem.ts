/** A problem: its card, how to make its instances, and its optional parts. Types only. */

import type { Instance, OwnData, ProblemCard, SideName, Vector } from './contract.ts';
import type { ShareableData } from './data/share-data.ts';
import type { RunColumns } from './ensemble/columns.ts';
import type { EnsembleValues } from './ensemble/ensemble-params.ts';
import type { TableRequest } from './export/kinds.ts';
import type { ExportTable } from './export/table.ts';
import type { Values } from './params.ts';
import type { PythonAsked, PythonRun } from './python/python-run.ts';
import type { FactAsked } from './record.ts';
import type { RunValues } from './run/create-run.ts';
import type { Search } from './search.ts';
import type { ToldSamples } from './update/told-samples.ts';
import type { UpdateTerms } from './update/update-terms.ts';

/** A run as facts and tables read it. */
export interface RunRecord {
  /** Step at which playback stops because both sides have ended; null before. */
  readonly end: number | null;
  /** Reads a number of one side at a step; NaN if there is none. */
  read(side: SideName, series: string, k: number): number;
  /** Returns the state at a step, or null. */
  iterate(side: SideName, k: number): Float64Array | null;
}

/** Type of a named question of a picture about an instance: name, question, answer and progress. */
export interface Reading<Name extends string, Asked, Told, Progress = unknown> {
  readonly name: Name;
  readonly asked: Asked;
  readonly told: Told;
  readonly progress: Progress;
}

export type AnyReading = Reading<string, unknown, unknown>;

/** Answers to some readings, computed in slices. Null if this instance has none. */
export type Answers<R extends AnyReading> = {
  readonly [Each in R as Each['name']]: (
    asked: Each['asked'],
  ) => Search<Each['told'], Each['progress']> | null;
};

export interface SampleNow {
  /** Pre-activation; the unit is active above 0. */
  readonly z: number;
  /** Output minus label. */
  readonly residual: number;
  /** d loss / dz: its pull on the weights, along its features. */
  readonly slope: number;
}

/** `asked`: a zero-based row, and the weights of both sides in original units. */
export type RowReading = Reading<
  'row',
  Readonly<Record<SideName, Vector>> & { readonly row: number },
  Readonly<Record<SideName, SampleNow>>
>;

/** Drag of a sample (features as long as the weights), or of the star, which then produces the labels. */
export type Move =
  | { readonly row: number; readonly features: Vector; readonly label: number }
  | { readonly plant: Vector };

/** Data after a move, as a link stores them. Without an answer the samples cannot be moved. */
export type MovedReading = Reading<'moved', Move, ShareableData>;

/** Problem-specific details of one update for the explanation; plain data. */
export interface TermsReader {
  side?(name: SideName, update: UpdateTerms): Readonly<Record<string, unknown>>;
  /** Replacement of the update of an iterating side. */
  readonly rounds?: Readonly<Partial<Record<SideName, RoundsReader>>>;
}

/** Follows an iterating side, as `UpdateReader` follows a descending one. */
export interface RoundsReader {
  /** Works for a moment towards round k; true once it is reached or the side has ended earlier. */
  approach(k: number): boolean;
  /** Returns the round that begins at k; null if the side has ended earlier. */
  read(k: number): unknown;
}

/** One ensemble run in progress. */
export interface Contest {
  /** Takes at most `steps` steps; false once the run has ended. */
  goOn(steps: number): boolean;
  /** Writes the result of the run. */
  write(columns: RunColumns, row: number): void;
}

/** Runs of an ensemble one after the other in memory that is allocated once; each overwrites the previous one. */
export interface FlatRuns extends Contest {
  /** Begins a run by its number. */
  begin(run: number): void;
}

/** Allocates for one ensemble; null if these values are not supported. */
export type MakeFlat = (values: Values, ensemble: EnsembleValues) => FlatRuns | null;

/** Optional parts of a problem beside its model. Instances and values belong to one scenario. */
export interface Parts<I extends Instance = Instance> {
  /** Answers by name (`Answers`), plain data for plain data; created once per queried instance. */
  readings?(instance: I, values: Values): Readonly<Record<string, (asked: never) => Search<unknown> | null>>;
  /**
   * Computes facts that extend or replace the shared ones. `asked` holds the requests of the text (`name` or `name@step`), which are also
   * the keys of the result; a missing key means the shared fact. `run` continues alongside until it has what is needed; null if no number
   * of the run is requested.
   */
  facts?(
    instance: I,
    values: Values,
    asked: ReadonlyMap<string, FactAsked>,
    run: RunRecord | null,
  ): Search<Readonly<Record<string, number | undefined>>>;
  /** Builds the table of a kind named in the instance's `tables`; null for another kind. */
  table?(instance: I, values: RunValues, request: TableRequest): ExportTable | null;
  /** `told`: samples to describe one by one; null if there are none. */
  terms?(instance: I, values: Values, told: ToldSamples | null): TermsReader;
  /**
   * Proves an upper bound on the fraction of drawn runs in which the left can arrive by the ensemble criterion of these values; null if
   * nothing is proved.
   */
  mostArrive?(values: Values): number | null;
}

/** A problem's part of the script by `export/write-python.ts`. */
export interface PythonPart<Own = Values, I extends Instance = Instance> {
  /** Writes the script of this run, in words and in Python. */
  writeRun(instance: I, values: Own, asked: PythonAsked): PythonRun;
  /** Passes over each feature per step; default 1. */
  passes?(instance: I): number;
}

/** Command-line output of a run. */
export interface Report {
  /** Heading entries after the number of samples. */
  readonly heading: Readonly<Record<string, unknown>>;
  /** Returns a one-line reason, beginning with the flag, why an option cannot be met; null if all can. */
  refuse(asked: {
    readonly format: 'json' | 'csv';
    readonly gap: number | null;
    readonly steps: number;
    readonly stationary: boolean;
  }): string | null;
  /** True if `run` prints only the states of chosen steps. */
  readonly listsStates?: true;
  /** True if `run` can add the stationary points of both sides; otherwise `refuse` reports it. */
  readonly listsStationary?: true;
  /**
   * Runs both sides up to step `steps` and returns JSON; given a gap, it solves the right side to that relative gap instead. `at`: steps
   * whose states are printed; null for the usual ones.
   */
  run(
    steps: number,
    gap: number | null,
    at: readonly number[] | null,
    stationary: boolean,
  ): Readonly<Record<SideName, unknown>>;
}

/** The part of a problem that makes its report. */
export interface ReportPart<I extends Instance = Instance> {
  /** Makes the report of a run of this instance. */
  reportOf(instance: I, values: RunValues): Report;
  /**
   * Reads a JSON file that replaces the drawn data: the values it determines and `own.drawn` for `prepare`; or a one-line error. Absent if
   * no file is supported.
   */
  readFile?(file: unknown, values: Values): { readonly values: Values; readonly drawn: unknown } | string;
}

/** A problem that can be raced: its card and its instances. */
export interface Problem<I extends Instance = Instance> {
  readonly card: ProblemCard;
  /**
   * Makes the instance and reuses the prepared data that `before` shares with it: the same bits, without the work. Throws `ScenarioError`
   * if the values cannot be met (no data, no row left).
   */
  prepare(values: Values, own: OwnData | null, before?: Instance | null): I;
  /** Allocation-free ensemble runs with the same bits, in a separate file; absent if there are none. */
  readonly flat?: () => Promise<MakeFlat>;
  /** Its part of the Python script, in separate files; absent if there is none. */
  readonly python?: () => Promise<PythonPart<Values, I>>;
  /** Command-line report of a run that is not a list of states and series. */
  readonly report?: () => Promise<ReportPart<I>>;
  /** Optional parts; missing in a problem that was loaded for a first picture (`loadProblem`). */
  readonly parts?: Parts<I>;
}
