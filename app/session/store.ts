import { subscribeWithSelector } from 'zustand/middleware';
import { createStore } from 'zustand/vanilla';
import { DEFAULT_PROBLEM, type ProblemId } from '../../engine/catalog.ts';
import type { SideName } from '../../engine/contract.ts';
import type { Values } from '../../engine/params.ts';
import type { Language } from '../../engine/scenario/languages.ts';
import type { Notice } from '../../engine/scenario/notice.ts';
import { isWindow, openingScenario, type Scenario } from '../../engine/scenario/scenario.ts';
import type {
  BasinMaps,
  CrowdFrame,
  FieldGround,
  FieldPoint,
  Grid,
  Opened,
  OwnSource,
  PlaneStructure,
  Probe,
  PullGrid,
  References,
  SideFrame,
  Slice,
} from '../../workers/protocol.ts';
import type { View } from '../charts/geometry.ts';
import type { ArrowPen } from '../charts/marks/arrow-marks.ts';
import type { CrowdPen } from '../charts/marks/crowd-marks.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { type Fault, NO_FAULT } from './fault.ts';
import type { Lecture } from './lecture.ts';
import type { ExtraMarks } from './picture/extra-marks.ts';
import type { Overtaken } from './run/overtaken.ts';

/** What can be shared: the scenario and, where it does not fit a link, the text of the person's own data. */
export interface ConfigSlice {
  readonly scenario: Scenario;
  readonly own: OwnSource | null;
  /** What a link says that waits for its file: its data was too large for it. Null where none waits. */
  readonly awaited: Scenario | null;
  /** What the address says while something else is shown for a moment (a run under the pointer); null where it is what is shown. */
  readonly held: Scenario | null;
  /** Rises with every deliberate jump (a preset, own data), which makes an entry in the browser's history. */
  readonly jumps: number;
  /** Changes that can be taken back. */
  readonly undoable: number;
}

export interface PlaybackSlice {
  readonly playing: boolean;
  /** The step shown. */
  readonly k: number;
  /** The step that is on its way (an opening or a seek is under way); null where none is. */
  readonly target: number | null;
  /** Steps a second that were reached where the machine cannot keep up, else null. */
  readonly achieved: number | null;
}

export interface SideState
  extends Pick<SideFrame, 'status' | 'endedAt' | 'arrivedAt' | 'labels' | 'carried'> {
  /** Last step that the side has; less than the frontier after it diverged. */
  readonly last: number;
}

export interface RunSlice {
  readonly phase: 'opening' | 'ready' | 'lost';
  /** Why the run cannot go on; of the latest loss, where it goes on. */
  readonly fault: Fault;
  /** Whether an engine that something is asked of has answered nothing for ten seconds, and nobody chose to wait. */
  readonly unresponsive: boolean;
  readonly opened: Opened | null;
  /** The problem of what is opened, which may be another than what is asked for now; before anything is opened the first one. */
  readonly openedProblem: ProblemId;
  /** The values that it was opened with. */
  readonly openedValues: Values;
  /** Last step computed. */
  readonly frontier: number;
  /** Steps from one that is kept to the next: 1, and of a long run a power of two. */
  readonly stride: number;
  readonly sides: Readonly<Record<SideName, SideState>>;
  /** Rises with every other landscape that is opened: what is known of one says nothing of another. */
  readonly landscape: number;
  /** Rises with every change of the trajectories, which live outside. */
  readonly version: number;
}

/** An engine answer for a problem's own pictures. */
export interface KnownReading<Value = unknown> {
  /** Number of its landscape, and its step; null if it holds for every step. */
  readonly landscape: number;
  readonly step: number | null;
  readonly value: Value;
}

/** The dots of “Let many go” at a step. */
export interface ShownCrowd {
  readonly frame: CrowdFrame;
  /** The step at which the last of them has ended; null while one moves. */
  readonly end: number | null;
  /** What they are runs of, and whether the page shows something else by now: others are on their way. */
  readonly key: string;
  readonly isPast: boolean;
  /** What draws them; its code is loaded with the first of them. */
  readonly pen: CrowdPen;
}

export interface PictureSlice {
  /** Readings of the problem's own pictures by name (`kit/state/readings.ts`): the latest of each, of any step. */
  readonly readings: Readonly<Record<string, KnownReading>>;
  /** State of the problem's view by name, with the key for which it holds (`kit/state/view-state.ts`). */
  readonly viewState: Readonly<Record<string, { readonly key: unknown; readonly value: unknown }>>;
  /** The number of the landscape that the engine of the pictures has opened. */
  readonly pictured: number;
  /** Whether something of the pictures could not be had: its code did not come, its engine is gone, or there was no memory. */
  readonly picturesFailed: boolean;
  readonly grid: Grid | null;
  readonly references: References | null;
  /** Stationary points and kinks; null before they are known, and where there is no plane. */
  readonly structure: PlaneStructure | null;
  /** Which of the two above belong to an earlier loss; they stay until those of the present one have come. */
  readonly overtaken: Overtaken;
  /** The plane of the maps where there are more than two weights; null before it is known. */
  readonly slice: Slice | null;
  /** Both with the code that draws them, which is loaded with the first. */
  readonly basins: (BasinMaps & { readonly pen: typeof import('../charts/basin-picture.ts') }) | null;
  readonly pull: (PullGrid & { readonly pen: typeof import('../charts/pull-picture.ts') }) | null;
  /** Each side's map of its own as a ground, and what it says of the point under the crosshair; null while that is not known. */
  readonly fields: Readonly<Record<SideName, FieldGround | null>>;
  readonly fieldPoints: Readonly<Record<SideName, FieldPoint | null>>;
  /** Both sides read at each side's shown iterate, and what draws their arrows; null where they are not shown. */
  readonly slopes: (Readonly<Record<SideName, Probe>> & { readonly pen: ArrowPen }) | null;
  /** Both sides read at the foot of each side's shown iterate on the slice; null without a slice. */
  readonly projections: Readonly<Record<SideName, Probe>> | null;
  /** Many starts at a step: drawn while it is the one that is shown. */
  readonly crowd: ShownCrowd | null;
  /** Whether the next drag on a map chooses where they start. */
  readonly brushing: boolean;
  /** The window that is shown where the scenario names none. */
  readonly autoView: View;
  /** The point under the crosshair, and what the engine says of it. */
  readonly crosshair: readonly [number, number] | null;
  readonly probe: Probe | null;
  /** Phase of the star's pulse on a side that just arrived, from 0 to 1; null for none. */
  readonly pulse: Readonly<Record<SideName, number | null>>;
  /** What the data panel shows while a sample is held; null fits it to the samples. */
  readonly dataWindow: View | null;
  /** Step under the pointer on a curve. */
  readonly hoverStep: number | null;
  /** What is laid over maps and data from beside them, another object whenever it changed; null for nothing. */
  readonly extra: ExtraMarks | null;
}

/** A short word about what just happened. */
export type ToastKey = Extract<MessageKey, `toast.${string}`>;

/** What a lecture adds. */
export interface LectureSlice {
  /** The lecture that the scenario names; null where it names none, or it has not come yet. */
  readonly lecture: Lecture | null;
  /** Whether it is given: then arrow keys change the scene. */
  readonly presenting: boolean;
  /** Whether the speaker notes are open beside the page. */
  readonly notes: boolean;
  /** Whether a red dot follows the pointer. */
  readonly laser: boolean;
  /** Height in pixels of the stage on which a lecture is presented, of an upright one three quarters of its width; 0 for none. */
  readonly stage: number;
  /** Whether the QR code of the open scene covers the page. */
  readonly code: boolean;
  /** Guessed ends of each side, one place per flag. The places of votes have no meaning; only their number counts. */
  readonly guesses: Readonly<Record<SideName, readonly (readonly [number, number])[]>>;
}

export interface NoticeSlice {
  /** Whether a tone follows the loss while the run plays; it begins with a person's wish alone, never with a link. */
  readonly tone: boolean;
  /** The language that the page speaks: the one that the scenario asks for, once its words have come. */
  readonly language: Language;
  /** Whether the words of the problems beyond the opening one were needed and have come. */
  readonly moreWords: boolean;
  /** What a link, a field or a file brought that was not taken as it came. */
  readonly notices: readonly Notice[];
  /** What the opened data itself has to say. */
  readonly runNotices: readonly Notice[];
  /** A short word about what just happened (a message key), for the toast and the live region. */
  readonly toast: { readonly key: ToastKey; readonly at: number } | null;
}

/** The step that counts: the one on its way, else the one shown. */
export function wantedStep({ k, target }: Pick<AppState, 'k' | 'target'>): number {
  return target ?? k;
}

export type AppState = ConfigSlice & PlaybackSlice & RunSlice & PictureSlice & LectureSlice & NoticeSlice;

export const NO_GUESSES: LectureSlice['guesses'] = { left: [], right: [] };

export const NO_FIELDS = { left: null, right: null } as const;

/** Flags that a map takes. */
export const MOST_GUESSES = 30;

const AT_START: SideState = { status: 'moving', endedAt: null, arrivedAt: null, last: 0 };

/** How a side stands after a frame. */
export const sideState = (
  { count, width, iterates, series, ...standing }: SideFrame,
  { last }: Pick<SideState, 'last'>,
): SideState => ({ ...standing, last });

export const INITIAL_SIDES = { left: AT_START, right: AT_START } as const;

/** The vanilla store: it knows no React. Only the session and its parts (player, pictures, pulse) write to it. */
export function createAppStore() {
  return createStore<AppState>()(
    subscribeWithSelector(
      (): AppState => ({
        scenario: openingScenario(),
        own: null,
        awaited: null,
        held: null,
        jumps: 0,
        undoable: 0,
        playing: false,
        k: 0,
        target: null,
        achieved: null,
        phase: 'opening',
        fault: NO_FAULT,
        unresponsive: false,
        opened: null,
        openedProblem: DEFAULT_PROBLEM,
        openedValues: {},
        frontier: 0,
        stride: 1,
        sides: INITIAL_SIDES,
        landscape: 0,
        version: 0,
        pictured: 0,
        picturesFailed: false,
        readings: {},
        viewState: {},
        grid: null,
        references: null,
        structure: null,
        overtaken: { structure: null, references: null, sides: [] },
        slice: null,
        basins: null,
        pull: null,
        fields: NO_FIELDS,
        fieldPoints: NO_FIELDS,
        slopes: null,
        projections: null,
        crowd: null,
        brushing: false,
        autoView: { x0: -2.2, x1: 2.2, y0: -2.2, y1: 2.2 },
        crosshair: null,
        probe: null,
        pulse: { left: null, right: null },
        dataWindow: null,
        hoverStep: null,
        extra: null,
        lecture: null,
        presenting: false,
        notes: false,
        laser: false,
        stage: 0,
        code: false,
        guesses: NO_GUESSES,
        language: 'en',
        tone: false,
        moreWords: false,
        notices: [],
        runNotices: [],
        toast: null,
      }),
    ),
  );
}

export type AppStore = ReturnType<typeof createAppStore>;

const windows = new WeakMap<readonly number[], View>();

/** The window that both landscapes show: the same object for the same values. */
export function shownView({ scenario, autoView }: Pick<AppState, 'scenario' | 'autoView'>): View {
  const view = scenario.values.view;
  if (!view || !isWindow(view)) return autoView;
  const [x0, x1, y0, y1] = view;
  const known = windows.get(view) ?? { x0, x1, y0, y1 };
  windows.set(view, known);
  return known;
}
