/** A problem: its card, how its instances are made, and what it brings beside. Types only. */

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
  /** The step at which playing stops by itself, both sides having ended; null before. */
  readonly end: number | null;
  /** A number of one side at a step; NaN where there is none. */
  read(side: SideName, series: string, k: number): number;
  /** The state at a step, or null. */
  iterate(side: SideName, k: number): Float64Array | null;
}

/** A named question that a picture asks about an instance, by its type alone: name, what is asked, what is told, and what is told meanwhile. */
export interface Reading<Name extends string, Asked, Told, Progress = unknown> {
  readonly name: Name;
  readonly asked: Asked;
  readonly told: Told;
  readonly progress: Progress;
}

/** A reading of any types. */
export type AnyReading = Reading<string, unknown, unknown>;

/** What answers some readings, in slices. Null where this instance has no answer. */
export type Answers<R extends AnyReading> = {
  readonly [Each in R as Each['name']]: (
    asked: Each['asked'],
  ) => Search<Each['told'], Each['progress']> | null;
};

/** What one sample does at the weights of a side. */
export interface SampleNow {
  /** Its pre-activation: it is active above 0. */
  readonly z: number;
  /** The output minus the label. */
  readonly residual: number;
  /** d loss / dz: how hard it pulls on the weights, along its features. */
  readonly slope: number;
}

/** `asked`: a row of the data from 0, and the weights of both sides in original units. */
export type RowReading = Reading<
  'row',
  Readonly<Record<SideName, Vector>> & { readonly row: number },
  Readonly<Record<SideName, SampleNow>>
>;

/** What a hand moves: a sample, with its features as long as the weights, or the star, whose labels the data then have. */
export type Move =
  | { readonly row: number; readonly features: Vector; readonly label: number }
  | { readonly plant: Vector };

/** The data after a move, as a link carries them. A problem that does not answer it has samples that stay where they are. */
export type MovedReading = Reading<'moved', Move, ShareableData>;

/** What the explanation reads of one update beside what every optimizer has; all of it plain data. */
export interface TermsReader {
  /** Further entries of the update of a side that descends. */
  side?(name: SideName, update: UpdateTerms): Readonly<Record<string, unknown>>;
  /** What stands in place of the update of a side that iterates. */
  readonly rounds?: Readonly<Partial<Record<SideName, RoundsReader>>>;
}

/** Follows a side that iterates, as `UpdateReader` does one that descends. */
export interface RoundsReader {
  /** Goes on for a moment towards round k; true once it is there, or the side has ended before. */
  approach(k: number): boolean;
  /** The round that begins at k; null where the side has ended before. */
  read(k: number): unknown;
}

/** One run of an ensemble, under way. */
export interface Contest {
  /** Takes at most so many steps; false once the run has ended. */
  goOn(steps: number): boolean;
  /** Writes what the run came to. */
  write(columns: RunColumns, row: number): void;
}

/** The runs of an ensemble one after the other, in memory that is allocated once: each takes the place of the one before. */
export interface FlatRuns extends Contest {
  /** Begins a run by its number. */
  begin(run: number): void;
}

/** Makes the memory of one ensemble; null of values for which there is none. */
export type MakeFlat = (values: Values, ensemble: EnsembleValues) => FlatRuns | null;

/** What a problem brings beside its model, each part optional. Instances and values are those of one scenario. */
export interface Parts<I extends Instance = Instance> {
  /** Answers by name (`Answers`), plain data for plain data; made once for each instance that is asked. */
  readings?(instance: I, values: Values): Readonly<Record<string, (asked: never) => Search<unknown> | null>>;
  /**
   * Numbers of its own, or in place of the shared ones. `asked` has what is asked for by the text that asks (`name` or `name@step`), which
   * is its name in what is found; what is absent there is a shared one. `run` goes on beside until it has what it needs; null where no
   * number of the run is asked for.
   */
  facts?(
    instance: I,
    values: Values,
    asked: ReadonlyMap<string, FactAsked>,
    run: RunRecord | null,
  ): Search<Readonly<Record<string, number | undefined>>>;
  /** The table of a kind that the instance names in `tables`; null for another. */
  table?(instance: I, values: RunValues, request: TableRequest): ExportTable | null;
  /** `told` are the samples of which each is told; null where there are none. */
  terms?(instance: I, values: Values, told: ToldSamples | null): TermsReader;
  /**
   * The largest share of drawn runs in which the left can arrive by the criterion of an ensemble of these values (its own keys among
   * them), proved; null where nothing is.
   */
  mostArrive?(values: Values): number | null;
}

/** The part of a problem that `export/write-python.ts` makes a script of. */
export interface PythonPart<Own = Values, I extends Instance = Instance> {
  /** What the script of this run says, in words and in Python. */
  writeRun(instance: I, values: Own, asked: PythonAsked): PythonRun;
  /** How often a step looks at each feature; once where it is left out. */
  passes?(instance: I): number;
}

/** What the command line prints of a run. */
export interface Report {
  /** Entries of the heading behind the number of samples. */
  readonly heading: Readonly<Record<string, unknown>>;
  /** What of the command line cannot be met, as one line that begins with the flag; null where all can. */
  refuse(asked: {
    readonly format: 'json' | 'csv';
    readonly gap: number | null;
    readonly steps: number;
    readonly stationary: boolean;
  }): string | null;
  /** Whether `run` prints the states of chosen steps alone. */
  readonly listsStates?: true;
  /** Whether `run` can add the stationary points of both sides: where it cannot, `refuse` says so. */
  readonly listsStationary?: true;
  /**
   * Both sides up to step `steps`, as JSON has them; with a gap the right one is solved to that relative gap instead. `at` are the steps whose
   * states are printed; null for the usual ones.
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
  /** The report of a run of this instance. */
  reportOf(instance: I, values: RunValues): Report;
  /**
   * What a file of JSON gives in place of what these values draw: the values that it settles, and what `prepare` takes as `own.drawn`; or what
   * is wrong with it, in a line. Absent where no file can.
   */
  readFile?(file: unknown, values: Values): { readonly values: Values; readonly drawn: unknown } | string;
}

/** What can be raced: its card, and how the instance of given values comes about. */
export interface Problem<I extends Instance = Instance> {
  readonly card: ProblemCard;
  /**
   * Makes the instance. What an earlier one has in common with it (its prepared data) is taken from there: the same bits, without
   * the work. Throws `ScenarioError` where the values cannot be met (no data, no row left).
   */
  prepare(values: Values, own: OwnData | null, before?: Instance | null): I;
  /** Runs of an ensemble without an object a run, the same bits, in a file of its own; absent where it has none. */
  readonly flat?: () => Promise<MakeFlat>;
  /** What its script in Python says of a run, in files of its own; absent where it has none. */
  readonly python?: () => Promise<PythonPart<Values, I>>;
  /** What the command line prints of a run, where it is no list of states and series. */
  readonly report?: () => Promise<ReportPart<I>>;
  /** What it brings beside its model; a part of a problem that was loaded for a first picture (`loadProblem`) may lack it. */
  readonly parts?: Parts<I>;
}
