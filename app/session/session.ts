import type { ProblemId } from '../../engine/catalog.ts';
import type { SideName } from '../../engine/contract.ts';
import type { Values } from '../../engine/params.ts';
import type { TableChoice } from '../../engine/scenario/file-choice.ts';
import type { Notice } from '../../engine/scenario/notice.ts';
import type { Scenario, ScenarioValues } from '../../engine/scenario/scenario.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import type { OwnSource, TableReport } from '../../workers/protocol.ts';
import type { View } from '../charts/geometry.ts';
import type { Lecture } from './lecture.ts';
import type { Trajectories } from './run/trajectory.ts';
import type { AppStore, ToastKey } from './store.ts';

export interface ChangeOptions {
  /** Changes with the same gesture (one drag, one slider move) are undone together. */
  readonly gesture?: string;
  /** Stay at the shown step if it can be recomputed during a drag. By default a new start or new data resets to step 0. */
  readonly keepStep?: boolean;
}

export interface LoadOptions {
  readonly own?: OwnSource | null;
  readonly notices?: readonly Notice[];
  readonly jump?: boolean;
}

/** Lecture commands; their code loads with the first lecture. */
export interface LectureCalls {
  /** Opens the scene of a link that names a lecture and no problem. Does nothing once `isStale` is true. */
  openLecture(
    session: Session,
    values: ScenarioValues,
    notices: readonly Notice[],
    isStale: () => boolean,
  ): Promise<void>;
  walkOn(session: Session, by: number): void;
  followLecture(session: Session): void;
}

/** Every user action; views call these and read the store. A locked or hidden action only shows a toast, by button, key or gesture. */
export interface Session {
  /** Rejects if the code cannot be loaded, and in a session without lectures. */
  lectures(): Promise<LectureCalls>;
  readonly store: AppStore;
  readonly trajectories: Trajectories;
  /** The engine for pictures. It has opened the race's scenario, or soon will. */
  readonly pictureEngine: EngineClient;
  /** Starts an extra engine for an ensemble; the caller ends it. */
  readonly startEngine: () => EngineClient;
  /** Sets scenario values. New data starts a new run; rates and losses keep the step; view values change nothing else. */
  change(values: Values, options?: ChangeOptions): void;
  /** Opens another scenario, paused at its step; `jump` adds an entry to the browser's history. */
  load(scenario: Scenario, options?: LoadOptions): void;
  /** Like `load`, but keeps the page's settings. */
  openScenario(scenario: Scenario, options?: LoadOptions): void;
  openPreset(id: string, problem?: ProblemId): void;
  openProblem(problem: ProblemId): void;
  setStart(start: readonly number[], options?: ChangeOptions): void;
  /** Starts at this point and plays: the run of a cell of the basins. */
  replayFrom(start: readonly [number, number]): void;
  /**
   * Opens the user's own table with a link's values; `data` is empty if it does not fit a link. With `own` null the values are the whole
   * table.
   */
  openOwn(own: OwnSource | null, values: Values, notices: readonly Notice[]): void;
  /** Opens the link that waits for its file. */
  openAwaited(own: OwnSource): void;
  /** Keeps the user's own table for links that had to leave it out. */
  meetOwn(table: Blob): void;
  /** Returns an id for the changes of one gesture, which are undone together. */
  newGesture(): string;
  undo(): void;
  toggle(): void;
  pause(): void;
  /** Pauses, then moves by this many steps. */
  step(by: number): void;
  seek(k: number): void;
  reset(): void;
  /** Draws a new seed for everything random in the scenario. */
  reseed(): void;
  setView(view: View | null, gesture: string): void;
  pointAt(at: readonly [number, number] | null): void;
  /** Names the user's own file and its reading options, so that each engine reads it once. */
  nameOwn(blob: Blob, choice?: TableChoice): OwnSource;
  /**
   * Reads a file without opening it; `onProgress` gets the bytes read. Null if cancelled or superseded. Reports the failures of `openOwn`
   * with values, of `openAwaited` with null.
   */
  inspect(
    own: OwnSource | null,
    onProgress: (bytes: number) => void,
    values?: Values | null,
  ): Promise<TableReport | { failure: Notice } | null>;
  cancelInspect(): void;
  /** Reads the curves at a step; null ends it. */
  hoverStep(step: number | null): void;
  dismissNotices(): void;
  notify(notices: readonly Notice[]): void;
  /** True if the link allows a control; otherwise shows a toast. */
  mayUse(name: string): boolean;
  /** Runs `act` without the link's limits, for the embedding page: they limit the reader, not the author. */
  bypassLimits(act: () => void): void;
  say(key: ToastKey): void;
  setLecture(lecture: Lecture | null): void;
  /** Moves by this many scenes of the open lecture; shows a toast past either end. */
  nextScene(by: number): void;
  /** Starts or ends presenting; does nothing without an open lecture. */
  present(on: boolean): void;
  /** Pauses and shows the step that the open scene marks. */
  toBookmark(): void;
  /** Adds a flag at the guessed end of a side, in map coordinates, up to `MOST_GUESSES`; null removes the last one. */
  guess(side: SideName, at: readonly [number, number] | null): void;
  setNotes(open: boolean): void;
  toggleTone(): void;
  toggleLaser(): void;
  toggleCode(): void;
  /** Restarts lost or silent engines and recomputes the run up to the same step, with the same digits. */
  startAgain(): void;
  /** Keeps waiting for an unresponsive engine. */
  waitOn(): void;
  dispose(): void;
}
