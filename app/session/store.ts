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

/** Shareable state. */
export interface ConfigSlice {
  readonly scenario: Scenario;
  readonly own: OwnSource | null;
  /** A link's scenario that waits for its file, too large for the link; else null. */
  readonly awaited: Scenario | null;
  /** The address's scenario while another is shown briefly (a run under the pointer); else null. */
  readonly held: Scenario | null;
  /** Increases with every deliberate jump (preset, own data), which adds a history entry. */
  readonly jumps: number;
  readonly undoable: number;
}

export interface PlaybackSlice {
  readonly playing: boolean;
  /** True if play was continued at the end where it stops by itself. */
  readonly wentOn: boolean;
  readonly k: number;
  /** Target step of an opening or a seek; else null. */
  readonly target: number | null;
  /** Achieved steps per second if the machine is too slow, else null. */
  readonly achieved: number | null;
}

export interface SideState
  extends Pick<SideFrame, 'status' | 'endedAt' | 'arrivedAt' | 'labels' | 'carried'> {
  /** Last step of the side; below the frontier after it diverged. */
  readonly last: number;
}

export interface RunSlice {
  readonly phase: 'opening' | 'ready' | 'lost';
  /** Reason in phase `lost`; else the latest one. */
  readonly fault: Fault;
  /** True if an engine request is unanswered after ten seconds, until the user waits. */
  readonly unresponsive: boolean;
  readonly opened: Opened | null;
  /** Problem of `opened`, not always the requested one; before any is open, the first problem. */
  readonly openedProblem: ProblemId;
  readonly openedValues: Values;
  readonly frontier: number;
  /** Steps between kept ones: 1, or a power of two in a long run. */
  readonly stride: number;
  readonly sides: Readonly<Record<SideName, SideState>>;
  /** Increases with every landscape opened. */
  readonly landscape: number;
  /** Increases with every change of the trajectories, which are not in the store. */
  readonly version: number;
}

/** An engine answer for a problem's own pictures. */
export interface KnownReading<Value = unknown> {
  /** Its landscape, and its step; null if it holds for every step. */
  readonly landscape: number;
  readonly step: number | null;
  readonly value: Value;
}

/** Dots of “Let many go” at a step. */
export interface ShownCrowd {
  readonly frame: CrowdFrame;
  /** Step at which the last dot ends; null before. */
  readonly end: number | null;
  /** Key of their runs; `isPast` while newer ones, already shown, have no dots yet. */
  readonly key: string;
  readonly isPast: boolean;
  /** Drawing code, loaded with the first dots. */
  readonly pen: CrowdPen;
}

export interface PictureSlice {
  /** Latest readings of the problem's own pictures by name, of any step (`kit/state/readings.ts`). */
  readonly readings: Readonly<Record<string, KnownReading>>;
  /** State of the problem's view by name, with the key for which it holds (`kit/state/view-state.ts`). */
  readonly viewState: Readonly<Record<string, { readonly key: unknown; readonly value: unknown }>>;
  /** Landscape that the pictures' engine has opened. */
  readonly pictured: number;
  /** True if part of the pictures is missing: code failed to load, engine gone, or out of memory. */
  readonly picturesFailed: boolean;
  readonly grid: Grid | null;
  /** Landscape that grid or fields are of. */
  readonly mapped: number;
  readonly references: References | null;
  /** Stationary points and kinks; null while unknown, and without a plane. */
  readonly structure: PlaneStructure | null;
  /** Marks of an earlier loss among the two above, until replaced. */
  readonly overtaken: Overtaken;
  /** Plane of the maps of over two weights; null while unknown. */
  readonly slice: Slice | null;
  /** Both with their drawing code. */
  readonly basins: (BasinMaps & { readonly pen: typeof import('../charts/basin-picture.ts') }) | null;
  readonly pull: (PullGrid & { readonly pen: typeof import('../charts/pull-picture.ts') }) | null;
  /** Each side's own map as a ground, and its values at the crosshair; null while unknown. */
  readonly fields: Readonly<Record<SideName, FieldGround | null>>;
  readonly fieldPoints: Readonly<Record<SideName, FieldPoint | null>>;
  /** Both sides' readings at each shown iterate, and the arrows' drawing code; null if not shown. */
  readonly slopes: (Readonly<Record<SideName, Probe>> & { readonly pen: ArrowPen }) | null;
  /** Both sides' readings at each shown iterate's projection; null without a slice. */
  readonly projections: Readonly<Record<SideName, Probe>> | null;
  /** Many starts at a step, drawn while it is shown. */
  readonly crowd: ShownCrowd | null;
  /** True if the next drag on a map chooses their region. */
  readonly brushing: boolean;
  readonly autoView: View;
  /** The point under the crosshair, and its reading. */
  readonly crosshair: readonly [number, number] | null;
  readonly probe: Probe | null;
  /** Phase, 0 to 1, of the star's pulse on a side that just arrived; null for none. */
  readonly pulse: Readonly<Record<SideName, number | null>>;
  /** Data panel's window while a sample is dragged; null fits it to the samples. */
  readonly dataWindow: View | null;
  /** Step under the pointer on a curve. */
  readonly hoverStep: number | null;
  /** The explanation's marks, a new object per change; null for none. */
  readonly extra: ExtraMarks | null;
}

export type ToastKey = Extract<MessageKey, `toast.${string}`>;

export interface LectureSlice {
  /** The scenario's lecture; null for none, or until loaded. */
  readonly lecture: Lecture | null;
  /** True while presented: arrow keys then change the scene. */
  readonly presenting: boolean;
  readonly notes: boolean;
  /** True while a red dot follows the pointer. */
  readonly laser: boolean;
  /** Height in pixels of the presenting stage (upright: three quarters of its width); 0 for none. */
  readonly stage: number;
  /** True while the scene's QR code covers the page. */
  readonly code: boolean;
  /** Guessed ends of each side, one point per flag. Of votes only the number counts. */
  readonly guesses: Readonly<Record<SideName, readonly (readonly [number, number])[]>>;
}

export interface NoticeSlice {
  /** True while a tone follows the loss; only a user can start it, never a link. */
  readonly tone: boolean;
  /** The scenario's language, once its words have loaded. */
  readonly language: Language;
  readonly moreWords: boolean;
  /** Notices on corrected or ignored input. */
  readonly notices: readonly Notice[];
  readonly runNotices: readonly Notice[];
  readonly toast: { readonly key: ToastKey; readonly at: number } | null;
}

export function wantedStep({ k, target }: Pick<AppState, 'k' | 'target'>): number {
  return target ?? k;
}

export type AppState = ConfigSlice & PlaybackSlice & RunSlice & PictureSlice & LectureSlice & NoticeSlice;

export const NO_GUESSES: LectureSlice['guesses'] = { left: [], right: [] };

export const NO_FIELDS = { left: null, right: null } as const;

export const MOST_GUESSES = 30;

const AT_START: SideState = { status: 'moving', endedAt: null, arrivedAt: null, last: 0 };

export const sideState = (
  { count, width, iterates, series, ...standing }: SideFrame,
  { last }: Pick<SideState, 'last'>,
): SideState => ({ ...standing, last });

export const INITIAL_SIDES = { left: AT_START, right: AT_START } as const;

/** Creates the vanilla store. Only the session and its parts (player, pictures, pulse) write to it. */
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
        wentOn: false,
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
        mapped: 0,
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

/** Returns both landscapes' window; the same object for the same values. */
export function shownView({ scenario, autoView }: Pick<AppState, 'scenario' | 'autoView'>): View {
  const view = scenario.values.view;
  if (!view || !isWindow(view)) return autoView;
  const [x0, x1, y0, y1] = view;
  const known = windows.get(view) ?? { x0, x1, y0, y1 };
  windows.set(view, known);
  return known;
}
