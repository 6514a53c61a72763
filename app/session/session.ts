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
  /** Changes of one gesture (a drag, a slider) are taken back together. */
  readonly gesture?: string;
  /** Stay at the shown step, if the run up to it can be taken at every move of a hand; by default another start and other data begin at step 0. */
  readonly keepStep?: boolean;
}

export interface LoadOptions {
  readonly own?: OwnSource | null;
  readonly notices?: readonly Notice[];
  readonly jump?: boolean;
}

/** What is done with lectures; its code comes with the first one. */
export interface LectureCalls {
  /** Opens a link that names a lecture and no problem: the scene itself; nothing where `isStale` says that something else was asked for. */
  openLecture(
    session: Session,
    values: ScenarioValues,
    notices: readonly Notice[],
    isStale: () => boolean,
  ): Promise<void>;
  walkOn(session: Session, by: number): void;
  followLecture(session: Session): void;
}

/**
 * Everything a person can do, in one place; the views call it and read the store. What a link has locked or hidden is not
 * done, by button, key or gesture, and a short word says so.
 */
export interface Session {
  /** Rejects where their code cannot be had, and in a session without lectures. */
  lectures(): Promise<LectureCalls>;
  readonly store: AppStore;
  readonly trajectories: Trajectories;
  /** The engine that pictures are asked of; it has opened what the race has, or soon will. */
  readonly pictureEngine: EngineClient;
  /** Starts one more engine, for a count of its own; whoever asks ends it. */
  readonly startEngine: () => EngineClient;
  /** Sets values of the scenario. Data begins a new run; rates and losses keep the step; view changes nothing else. */
  change(values: Values, options?: ChangeOptions): void;
  /** Opens another scenario, paused at its step; `jump` makes an entry in the browser's history. */
  load(scenario: Scenario, options?: LoadOptions): void;
  /** The same, but what the person set about the page stays. */
  openScenario(scenario: Scenario, options?: LoadOptions): void;
  /** Opens a preset, of another problem where one is named. */
  openPreset(id: string, problem?: ProblemId): void;
  /** Opens the first preset of another problem. */
  openProblem(problem: ProblemId): void;
  /** Moves the start on a map. */
  setStart(start: readonly number[], options?: ChangeOptions): void;
  /** Starts there and plays: the run of a cell of the basins. */
  replayFrom(start: readonly [number, number]): void;
  /** Opens a person's own table with the values that a link has of it: `data` is empty where it does not fit. Without one the values are all of it. */
  openOwn(own: OwnSource | null, values: Values, notices: readonly Notice[]): void;
  /** Opens the link that waits for its file. */
  openAwaited(own: OwnSource): void;
  /** Keeps a person's own table for the links that had to leave it out. */
  meetOwn(table: Blob): void;
  /** A name for the changes of one gesture, which are taken back together. */
  newGesture(): string;
  undo(): void;
  toggle(): void;
  pause(): void;
  /** Pauses, then moves by this many steps. */
  step(by: number): void;
  seek(k: number): void;
  /** Back to the start of the same scenario. */
  reset(): void;
  /** A new seed for whatever the scenario draws. */
  reseed(): void;
  setView(view: View | null, gesture: string): void;
  pointAt(at: readonly [number, number] | null): void;
  /** Names a person's own file and how it is read, so that each engine reads it once. */
  nameOwn(blob: Blob, choice?: TableChoice): OwnSource;
  /**
   * Reads a file without opening it; `onProgress` gets the bytes read. Null where it was given up, or another came. With values it fails where
   * `openOwn` could not open them; with null in their place, where `openAwaited` could not.
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
  /** Whether the link lets a person use a control; where not, a short word says so. */
  mayUse(name: string): boolean;
  /** Does something for the page that holds this one: its limits are for the reader, not for who wrote the link. */
  bypassLimits(act: () => void): void;
  say(key: ToastKey): void;
  /** Puts the lecture that the scenario names into the store; null for none. */
  setLecture(lecture: Lecture | null): void;
  /** Goes on by so many scenes of the open lecture; a word says where there are no more. */
  nextScene(by: number): void;
  /** Begins or ends presenting; nothing is presented where no lecture is open. */
  present(on: boolean): void;
  /** Pauses and shows the step that the open scene marks. */
  toBookmark(): void;
  /** One more flag where somebody guesses that a side will end, in the plane of its map, up to `MOST_GUESSES`; null takes the last one back. */
  guess(side: SideName, at: readonly [number, number] | null): void;
  setNotes(open: boolean): void;
  /** Lets a tone follow the loss, or ends it. */
  toggleTone(): void;
  toggleLaser(): void;
  /** Shows the QR code of the open scene, or takes it away. */
  toggleCode(): void;
  /** Starts anew what was lost or does not answer, and takes the run again as far as it was: the same digits. */
  startAgain(): void;
  /** Goes on waiting for an engine that does not answer. */
  waitOn(): void;
  dispose(): void;
}
