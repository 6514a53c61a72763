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
  /** Changes of one gesture (a drag, a slider move) are undone together. */
  readonly gesture?: string;
  /** Stay at the shown step if a drag can recompute it. By default a new start or new data resets to step 0. */
  readonly keepStep?: boolean;
}

export interface LoadOptions {
  readonly own?: OwnSource | null;
  readonly notices?: readonly Notice[];
  readonly jump?: boolean;
}

/** Lecture commands, loaded with the first lecture. */
export interface LectureCalls {
  /** Opens the scene of a link with a lecture and no problem. Does nothing once `isStale` is true. */
  openLecture(
    session: Session,
    values: ScenarioValues,
    notices: readonly Notice[],
    isStale: () => boolean,
  ): Promise<void>;
  walkOn(session: Session, by: number): void;
  followLecture(session: Session): void;
}

/** Every user action. A locked or hidden one only shows a toast. */
export interface Session {
  /** Rejects if the code fails to load, and in a session without lectures. */
  lectures(): Promise<LectureCalls>;
  readonly store: AppStore;
  readonly trajectories: Trajectories;
  /** The pictures' engine. It has opened the race's scenario, or soon will. */
  readonly pictureEngine: EngineClient;
  /** Starts an engine for an ensemble; the caller ends it. */
  readonly startEngine: () => EngineClient;
  /** Sets scenario values. New data starts a new run; rates and losses keep the step; view values change nothing else. */
  change(values: Values, options?: ChangeOptions): void;
  /** Opens a scenario, paused at its step; `jump` adds a history entry. */
  load(scenario: Scenario, options?: LoadOptions): void;
  /** Like `load`, but keeps the page's settings. */
  openScenario(scenario: Scenario, options?: LoadOptions): void;
  openPreset(id: string, problem?: ProblemId): void;
  /** Opens the open problem's defaults. */
  openDefaults(): void;
  openProblem(problem: ProblemId): void;
  setStart(start: readonly number[], options?: ChangeOptions): void;
  /** Plays from this point: the run of a cell of the basins. */
  replayFrom(start: readonly [number, number]): void;
  /**
   * Opens the user's table with a link's values; `data` is empty if it does not fit a link. With `own` null the values are the whole
   * table.
   */
  openOwn(own: OwnSource | null, values: Values, notices: readonly Notice[]): void;
  openAwaited(own: OwnSource): void;
  /** Keeps the user's table for links that leave it out. */
  meetOwn(table: Blob): void;
  /** Returns an id for one gesture's changes, undone together. */
  newGesture(): string;
  undo(): void;
  /** Pauses or plays; at the end where play stops by itself, from the start. */
  toggle(): void;
  /** Like `toggle`, but continues at that end. */
  goOn(): void;
  pause(): void;
  /** Pauses, then moves by this many steps. */
  step(by: number): void;
  seek(k: number): void;
  reset(): void;
  /** Draws a new seed for everything random. */
  reseed(): void;
  setView(view: View | null, gesture: string): void;
  pointAt(at: readonly [number, number] | null): void;
  /** Names the user's file and its reading options, so that each engine reads it once. */
  nameOwn(blob: Blob, choice?: TableChoice): OwnSource;
  /**
   * Reads a file without opening it; `onProgress` gets the bytes read. Null if cancelled or superseded. Reports the failures of
   * `openOwn` with values, of `openAwaited` with null.
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
  /** Runs `act` without the link's limits, which bind the reader, not the embedding page. */
  bypassLimits(act: () => void): void;
  say(key: ToastKey): void;
  setLecture(lecture: Lecture | null): void;
  /** Moves by this many scenes; shows a toast past either end. */
  nextScene(by: number): void;
  /** Starts or ends presenting an open lecture. */
  present(on: boolean): void;
  /** Pauses at the step that the open scene marks. */
  toBookmark(): void;
  /** Adds a flag at a side's guessed end, in map coordinates, up to `MOST_GUESSES`; null removes the last one. */
  guess(side: SideName, at: readonly [number, number] | null): void;
  setNotes(open: boolean): void;
  toggleTone(): void;
  toggleLaser(): void;
  toggleCode(): void;
  /** Restarts lost or silent engines and recomputes the run to the same step, with the same digits. */
  startAgain(): void;
  /** Keeps waiting for an unresponsive engine. */
  waitOn(): void;
  dispose(): void;
}
