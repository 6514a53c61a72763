import type { ComponentType } from 'react';
import { DEFAULT_PROBLEM, type ProblemId } from '../../engine/catalog.ts';
import type { SideName } from '../../engine/contract.ts';
import type { TableKind } from '../../engine/export/kinds.ts';
import type { Values } from '../../engine/params.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import type { Frame, Opened } from '../../workers/protocol.ts';
import type { DisplayList } from '../charts/display-list.ts';
import type { Rect, View } from '../charts/geometry.ts';
import type { MessageKey, Translate } from '../i18n/messages.ts';
import { during } from './busy.ts';
import type { Explanation } from './explanation.ts';
import type { FigureView, PanelPicture } from './picture/figure-view.ts';
import type { Picture } from './picture/picture.ts';
import type { Snapshot } from './picture/snapshot.ts';
import type { SliderWay } from './run/slider-way.ts';
import type { Session } from './session.ts';
import type { AppState } from './store.ts';

/**
 * The app side of a problem's contract: what a problem brings to the page, and the views whose code has come. It stands here, below the
 * problems, because pictures and features ask the view of what is opened; what it is made of stands in `app/problems/<id>/view.ts`.
 */

/** One panel. The page walks it with its name above and, where it is of one side, with that side's loss and verdict. */
export interface Panel {
  /** Its name in figures, tests and ids. */
  readonly name: string;
  /** Whose sign, loss and verdict stand with it; null where it is of both. */
  readonly side: SideName | null;
  title(state: AppState, t: Translate): string;
  /** A few facts beside the title; empty for none. */
  facts?(state: AppState, t: Translate): string;
  /** A class beside `panel`. */
  className?(state: AppState): string;
  readonly Body: ComponentType;
  /** How it is drawn in figures, films and prints, where the view's figure does not say. */
  readonly picture?: PanelPicture;
}

/** Small pictures of both sides, without words; their colours are those of every theme. */
export type Miniatures = Readonly<Record<SideName, DisplayList>>;

/** One picture of the row below the panels: numbers of both sides over the steps. */
export interface Curve {
  readonly name: string;
  title(state: AppState, t: Translate): string;
  /** What it is called where nobody sees it. */
  label(state: AppState, t: Translate): string;
  /** Makes its picture. Whoever shows it makes one of their own. */
  createPicture(): Picture;
  /** Where the axes stand in a panel of this size. */
  rectOf(width: number, height: number, scale: number): Rect;
  /** The steps that the whole axis holds. */
  stepsOf(state: AppState): number;
  /** Whether both sides share one number a step, which the left records: it is then read and told once. */
  isOne?(state: AppState): boolean;
  /** A side's number at a step, as the read-out gives it; NaN where it has none. */
  valueAt(snapshot: Snapshot, side: SideName, step: number, t: Translate): number;
  /** What is said while no step is read; nothing where it is absent. */
  note?(state: AppState, t: Translate): string;
  /** What is told of it in words beside both sides' numbers. */
  told?(snapshot: Snapshot, t: Translate): readonly string[];
  /** Columns of its table beside those of both sides. */
  more?(snapshot: Snapshot, t: Translate): readonly { readonly label: string; at(step: number): number }[];
}

/** A side's verdict beside its words. */
export interface Footing {
  /** What the side is set to, or what else stands below its verdict. */
  readonly below: string;
  /** The criterion of its end; empty where it has none. */
  readonly why: string;
  readonly ended: boolean;
  /** Whether a shorter step is offered. */
  readonly overshoots: boolean;
}

/** What the shared maps ask of a problem whose sides stand on them. */
export interface MapFacts {
  /** Names of the two coordinates of a side's map. */
  axes(
    known: Pick<AppState, 'opened' | 'slice'>,
    side: SideName,
    t: Translate,
  ): { readonly x: string; readonly y: string };
  /** What the lowest place of a side is called. */
  lowest(
    known: { readonly references: AppState['references']; readonly blend: number | undefined },
    side: SideName,
    t: Translate,
  ): string;
  /** What a side's gradient norm is called as a curve. */
  gradient(state: AppState): MessageKey;
  /** What noise the data has, or which data set it is; empty where there is no word on it. */
  noise(state: AppState, t: Translate): string;
  /** The weights that both sides and the plant have over the samples' own features; null where they are no such weights. */
  fits(
    opened: NonNullable<AppState['opened']>,
    iterates: Readonly<Record<SideName, Float64Array>>,
  ): Readonly<Record<SideName | 'planted', readonly number[] | null>>;
  /** Whether a sample is active where its product with those weights is above 0. */
  readonly fitsActivate?: boolean;
  /** What of the window a side is not defined over; absent where that is nothing. */
  outside?(side: SideName, view: View): Outside | null;
  /** Whether a side is known to be convex, and whether its least loss is known in closed form. */
  isConvex(state: AppState, side: SideName): boolean;
  readonly optimumKnown: boolean;
}

/** What a side is not defined over. */
export interface Outside {
  /** All of it in the window, an L (flat, data coordinates). */
  readonly polygon: readonly number[];
  /** Its two arms, each of them convex, the larger first. */
  readonly arms: readonly (readonly number[])[];
}

/** The number of a scenario that shows best what lies between both sides, and the way that it is turned along. */
export interface MainKnob extends SliderWay {
  readonly key: string;
  /** Whether it is a vector of one number. */
  readonly isVector?: true;
  /** What its two ends are called. */
  readonly words: readonly [MessageKey, MessageKey];
  /** What it is called beside another one, where its ends have no room. */
  readonly short?: MessageKey;
  /** Numbers on the way that something changes at, by what is said of them: ticks of this slider and of the drawer's. */
  marks?(state: AppState, t: Translate): Readonly<Record<string, number>>;
}

/** The event of the window by which a panel asks for the drawer of ensembles. */
export const HOW_OFTEN = 'how-often';

/** How many runs of a problem are told, in the order in which they are counted. */
export interface RunWords {
  /** What runs are measured by: the name that the engine's aim has. */
  aim(values: Values): AimName;
  /** What both sides are called. */
  sides(scenario: Scenario, t: Translate): Readonly<Record<SideName, string>>;
  /** Whether a run may be a tie, neither a hit nor a miss (`Aim.series`); the words of its criterion say what it is. */
  readonly hasTies?: true;
  /** Whether starts have laws, and runs can be audited. */
  readonly isOfSamples: boolean;
  /** Why no larger share of runs can arrive, where its problem proves a bound (`Parts.mostArrive`). */
  readonly most?: MessageKey;
  readonly exact?: ExactLaw;
  /** Diagrams that are ready to be run: what each is called, and the values that make it. */
  offers?(
    known: Pick<AppState, 'scenario' | 'opened'>,
  ): readonly { readonly name: MessageKey; readonly values: Values }[];
}

/** What there are words for: `ensemble.criterion.<name>`, `ensemble.did.<name>` and `ensemble.quantiles.<name>`. */
export type AimName = MessageKey extends infer Key
  ? Key extends `ensemble.criterion.${infer Name}`
    ? Name
    : never
  : never;

/** Of runs that a diagram counts, P(Binomial(trials, 1/2) >= successes) is known exactly: lines in one panel, its axes being these numbers. */
export interface ExactLaw {
  readonly trials: string;
  readonly successes: string;
  readonly panel: SideName;
  /** What the lines are. */
  readonly words: MessageKey;
  /** Whether it holds where these values are drawn anew. */
  holds(values: Values, drawn: readonly string[]): boolean;
}

export interface ProblemView {
  /**
   * Facts for the shared maps of two weights, or of a slice through more; null where neither side stands on them. Grids, stationary points,
   * basins, references and the landscapes in space are asked for where there are such maps.
   */
  readonly maps: MapFacts | null;
  /** Whether its code could not be had: this is what is there without it, for most problems the shared view without panels. */
  readonly isMissing: boolean;
  /** Whether the rest of it is still on its way: curves have their places. */
  readonly isFirst: boolean;
  /** Name of one step of a run if it is not "step". Words whose key ends in it take precedence. */
  readonly unit?: 'round';
  /** Whether its verdicts take a third line. */
  readonly wordy: boolean;
  /** A class of its panels' row, for styles of its own. */
  readonly className: string;
  /** What a side is called above its panel, and beside its curve. */
  title(state: AppState, side: SideName, t: Translate): string;
  short(state: AppState, side: SideName, t: Translate): string;
  /** What a panel shows, in a short line below its name; empty for nothing. Absent where no panel has one. */
  about?(state: AppState, panel: string, t: Translate): string;
  /** What is turned on the stage; null where it has no effect now, absent where there is nothing. It is the same object each time. */
  knob?(state: AppState): MainKnob | null;
  /** A second one beside it, on the same terms. */
  knobBeside?(state: AppState): MainKnob | null;
  /** What the help says is compared, paragraph by paragraph, and what it is taken from. */
  readonly help: { readonly lines: readonly MessageKey[]; readonly source?: MessageKey };
  /** True if an audience can vote for the side with the larger final read-out; used if no map can hold flags. */
  votes?(state: Pick<AppState, 'opened' | 'openedProblem'>): boolean;
  readonly runs: RunWords;
  /** Own data of so many features: whether a bias is added where nobody says so, and what is said of so many columns. */
  ownBias?(features: number): boolean;
  ownNote?(columns: number): MessageKey | null;
  /** A figure's pictures that are images: as a word in `figure.<name>`, or null for none. */
  raster(state: AppState): 'solid' | 'raster' | null;
  /** What its saved tables are called, where they are not those of weights and losses. */
  readonly tables: Readonly<Partial<Record<TableKind, string>>>;
  panels(state: AppState): readonly Panel[];
  /** Small pictures where there are no maps of weights: of the last step of a batch, or of the start, `size` pixels wide and high. */
  miniatures?(opened: Opened, last: Pick<Frame, SideName> | null, size: number): Miniatures | null;
  readonly curves: readonly Curve[];
  /** On the page the largest picture, in the place of the last panel: the first of the curves. Absent where both maps come first. */
  readonly Lead?: ComponentType;
  /** What stands in place of the curves before the first step: the idea behind the two sides. Absent where there is no picture of it. */
  readonly Idea?: ComponentType;
  hasIdea?(state: AppState): boolean;
  /** What stands in the row of the curves behind them. */
  readonly Meter?: ComponentType;
  /** The number of a side's read-out at the shown step, with its unit or name, and what a screen reader calls it. */
  loss(snapshot: Snapshot, side: SideName): number;
  /** How many decimals that number has; as `formatReadout` writes it where this is absent. */
  readonly decimals?: number;
  readout(loss: string, t: Translate, state: AppState): string;
  heard(state: AppState, side: SideName, t: Translate): string;
  /** What is heard of a side at a step: how far it is above the best that is known. */
  excess(snapshot: Snapshot, side: SideName, step: number): number;
  /** How a side stands at the shown step, in words. `PLAIN_VIEW` says `end.<problem>.<end>`, with its step `k` and what it carries. */
  verdict(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): string;
  footing(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): Footing;
  /** What stands there too and changes with every step; empty for nothing. */
  note?(snapshot: Snapshot, side: SideName, t: Translate): string;
  /** The run in words, for a live region. */
  tell(snapshot: Snapshot, state: AppState, t: Translate): string;
  /** Keeps its readings up to date while it is shown; returns what ends that. */
  bind?(session: Session): () => void;
  /** Loads what is explained of it; without it, or what it leaves out, only what holds for every problem is said. */
  readonly explain?: (() => Promise<{ readonly explanation: Partial<Explanation> }>) | undefined;
  /** How it is drawn in figures, films and prints; without it as the shared planar view is. */
  readonly figure?: FigureView;
  /** What its pictures show at the iterates of a snapshot, asked of the engine. */
  read?(engine: EngineClient, snapshot: Snapshot): Promise<Partial<AppState>>;
}

type Source = ProblemView | (() => Promise<ProblemView>);
type Sources = Readonly<Partial<Record<ProblemId, Source>>>;

/** Whose views there are; a problem that is not among them has the shared one. */
let sources: Sources = {};
let shared: Source | null = null;
/** What the opening problem is shown by until its view has come. */
let first: Source | null = null;
let opening: ProblemView | null = null;
const come = new Map<string, ProblemView>();

/** Loads the words of the problems beyond the opening one: those of the page, and what their cards say of themselves. */
export let loadMoreWords = async (): Promise<void> => undefined;

/**
 * Names the views, once, before a session begins: `planar` shows whatever has none of its own, `moreWords` loads their words, `firstView` is
 * all of the opening problem's view that its first picture needs.
 */
export function defineViews(
  own: Sources,
  planar: Source,
  moreWords: () => Promise<void>,
  firstView: Source = planar,
): void {
  sources = own;
  shared = planar;
  first = firstView;
  opening = typeof first === 'function' ? null : first;
  loadMoreWords = moreWords;
  for (const [id, source] of Object.entries(own)) if (typeof source !== 'function') come.set(id, source);
}

/** Loads a problem's view. Where its code cannot be had, what is opened has a view without panels, and the page says so. */
export async function loadView(problem: ProblemId): Promise<void> {
  const source = sources[problem] ?? shared;
  if (typeof source !== 'function' || come.get(problem)?.isMissing === false) return;
  try {
    come.set(problem, await during(source()));
  } catch {
    const view = await loadFirstView();
    // What the opening problem was first shown by stays.
    const bare = problem === DEFAULT_PROBLEM ? {} : { panels: () => [], curves: [] };
    come.set(problem, { ...view, ...bare, isMissing: true, isFirst: false });
  }
}

/** Loads what the opening problem is shown by until its view has come: there before a page is made. */
export async function loadFirstView(): Promise<ProblemView> {
  if (!opening && typeof first === 'function') opening = await first();
  return standIn();
}

function standIn(): ProblemView {
  if (!opening) throw new Error('expected a first view before one is asked for; it has not been loaded');
  return opening;
}

/** The small pictures of a problem whose sides have no maps of weights; null where it has none of its own. */
export async function miniaturesOf(
  problem: ProblemId,
  ...of: Parameters<NonNullable<ProblemView['miniatures']>>
): Promise<Miniatures | null> {
  await loadView(problem);
  return come.get(problem)?.miniatures?.(...of) ?? null;
}

/** What is turned on the stage by this key; null where nothing is. */
export function knobOf(state: AppState, key: string): MainKnob | null {
  const { knob, knobBeside } = viewOf(state);
  return [knob?.(state), knobBeside?.(state)].find((one) => one?.key === key) ?? null;
}

/** Whether the sides of what is opened stand on maps; those of the opening problem do before its view has come. */
export function hasMaps({ openedProblem }: Pick<AppState, 'openedProblem'>): boolean {
  return come.get(openedProblem)?.maps !== null;
}

/** Returns the unit of the open run's steps; empty means steps. */
export const unitOf = ({ openedProblem }: Pick<AppState, 'openedProblem'>) =>
  come.get(openedProblem)?.unit ?? '';

export const canVote = (state: Pick<AppState, 'opened' | 'openedProblem'>): boolean =>
  come.get(state.openedProblem)?.votes?.(state) ?? false;

/** The view of what is opened. */
export function viewOf({ openedProblem }: Pick<AppState, 'openedProblem'>): ProblemView {
  return come.get(openedProblem) ?? standIn();
}
