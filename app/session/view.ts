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
 * The app's side of a problem's contract, and the registry of loaded views; each is built in `app/problems/<id>/view.ts`. Below the
 * problems, because pictures and features need the open problem's view.
 */

/** One panel. The page adds its name and, if it belongs to a side, that side's loss and verdict. */
export interface Panel {
  /** Name in figures, tests and ids. */
  readonly name: string;
  /** The side whose sign, loss and verdict it shows; null if it shows both sides. */
  readonly side: SideName | null;
  title(state: AppState, t: Translate): string;
  /** A few facts next to the title; may be empty. */
  facts?(state: AppState, t: Translate): string;
  /** A class in addition to `panel`. */
  className?(state: AppState): string;
  readonly Body: ComponentType;
  /** Pictures of its menu; it is one of them at a time. */
  readonly entries?: readonly Panel[];
  /** Its picture in figures, films and prints, unless the view's figure has one. */
  readonly picture?: PanelPicture;
}

/** Small pictures of both sides, without words, in colours that suit every theme. */
export type Miniatures = Readonly<Record<SideName, DisplayList>>;

/** One chart of the row below the panels: numbers of both sides over the steps. */
export interface Curve {
  readonly name: string;
  title(state: AppState, t: Translate): string;
  /** Accessible name. */
  label(state: AppState, t: Translate): string;
  /** Returns a new picture; every place that shows the curve needs one of its own. */
  createPicture(): Picture;
  /** The rect of the axes in a panel of this size. */
  rectOf(width: number, height: number, scale: number): Rect;
  /** Number of steps on the whole axis. */
  stepsOf(state: AppState): number;
  /** True if both sides share one number per step, recorded by the left; it is then reported once. */
  isOne?(state: AppState): boolean;
  /** A side's number at a step, as the read-out shows it; NaN if it has none. */
  valueAt(snapshot: Snapshot, side: SideName, step: number, t: Translate): number;
  /** Text while no step is read; none if absent. */
  note?(state: AppState, t: Translate): string;
  /** Additional sentences of its description. */
  told?(snapshot: Snapshot, t: Translate): readonly string[];
  /** Table columns in addition to the two sides. */
  more?(snapshot: Snapshot, t: Translate): readonly { readonly label: string; at(step: number): number }[];
}

/** Text and state below a side's verdict. */
export interface Footing {
  /** The side's settings, or another line below its verdict. */
  readonly below: string;
  /** The criterion of its end; may be empty. */
  readonly why: string;
  readonly ended: boolean;
  /** True if a shorter step is offered. */
  readonly overshoots: boolean;
}

/** Facts for the shared maps, for problems whose sides have them. */
export interface MapFacts {
  axes(
    known: Pick<AppState, 'opened' | 'slice'>,
    side: SideName,
    t: Translate,
  ): { readonly x: string; readonly y: string };
  lowest(
    known: { readonly references: AppState['references']; readonly blend: number | undefined },
    side: SideName,
    t: Translate,
  ): string;
  gradient(state: AppState): MessageKey;
  /** The noise of the data, or the name of the data set; may be empty. */
  noise(state: AppState, t: Translate): string;
  /** Weights of both sides and of the plant over the samples' own features; null if there are no such weights. */
  fits(
    opened: NonNullable<AppState['opened']>,
    iterates: Readonly<Record<SideName, Float64Array>>,
  ): Readonly<Record<SideName | 'planted', readonly number[] | null>>;
  /** True if a sample is active when its product with those weights is above 0. */
  readonly fitsActivate?: boolean;
  /** The part of the window where a side is undefined; null if there is none. */
  outside?(side: SideName, view: View): Outside | null;
  /** True if a side's loss is known to be convex; `optimumKnown`: its least loss is known in closed form. */
  isConvex(state: AppState, side: SideName): boolean;
  readonly optimumKnown: boolean;
}

/** The area where a side is undefined. */
export interface Outside {
  /** Its outline in the window, an L (flat, data coordinates). */
  readonly polygon: readonly number[];
  /** Its two arms, both convex, the larger first. */
  readonly arms: readonly (readonly number[])[];
}

/** The scenario value that best shows the difference between both sides, and its slider. */
export interface MainKnob extends SliderWay {
  readonly key: string;
  /** True if the value is a vector of one number. */
  readonly isVector?: true;
  readonly words: readonly [MessageKey, MessageKey];
  /** Label next to a second knob, when its ends have no room. */
  readonly short?: MessageKey;
  /** Values at which something changes, by label: ticks of this slider and of the drawer's. */
  marks?(state: AppState, t: Translate): Readonly<Record<string, number>>;
}

/** Window event by which a panel opens the drawer of ensembles. */
export const HOW_OFTEN = 'how-often';

/** Words and rules for counted runs. */
export interface RunWords {
  /** Name of the engine's aim that runs are measured by. */
  aim(values: Values): AimName;
  sides(scenario: Scenario, t: Translate): Readonly<Record<SideName, string>>;
  /** True if a run may be a tie, neither a hit nor a miss (`Aim.series`); the words of its criterion define a tie. */
  readonly hasTies?: true;
  /** True if starts have laws and runs can be audited. */
  readonly isOfSamples: boolean;
  /** The reason why no larger share of runs can arrive, for problems that prove a bound (`Parts.mostArrive`). */
  readonly most?: MessageKey;
  readonly exact?: ExactLaw;
  /** Ready-made diagrams: their names and values. */
  offers?(
    known: Pick<AppState, 'scenario' | 'opened'>,
  ): readonly { readonly name: MessageKey; readonly values: Values }[];
}

/** Names with the messages `ensemble.criterion.<name>`, `ensemble.did.<name>` and `ensemble.quantiles.<name>`. */
export type AimName = MessageKey extends infer Key
  ? Key extends `ensemble.criterion.${infer Name}`
    ? Name
    : never
  : never;

/** P(Binomial(trials, 1/2) >= successes): the exact law of a diagram's runs, as lines in a panel whose axes are these parameters. */
export interface ExactLaw {
  readonly trials: string;
  readonly successes: string;
  readonly panel: SideName;
  /** Label of the lines. */
  readonly words: MessageKey;
  /** True if the law holds for these values when the `drawn` ones are drawn anew. */
  holds(values: Values, drawn: readonly string[]): boolean;
}

export interface ProblemView {
  /**
   * Facts for the shared maps of two weights or a slice; null if neither side has maps. Without maps the page requests no grids, stationary
   * points, basins, references or landscapes in space.
   */
  readonly maps: MapFacts | null;
  /** True if its code failed to load and this view replaces it: for most problems the shared view without panels. */
  readonly isMissing: boolean;
  /** True while the rest of the view is loading; the curves' space is reserved. */
  readonly isFirst: boolean;
  /** Name of one step of a run, if not "step". Messages whose key ends in it take precedence. */
  readonly unit?: 'round';
  /** True if its verdicts need a third line. */
  readonly wordy: boolean;
  /** A class of its panels' row. */
  readonly className: string;
  /** A side's name above its panel (`title`) and next to its curve (`short`). */
  title(state: AppState, side: SideName, t: Translate): string;
  short(state: AppState, side: SideName, t: Translate): string;
  /** A short line below a panel's name; empty for none. Absent if no panel has one. */
  about?(state: AppState, panel: string, t: Translate): string;
  /** The main slider. Null: no effect now. Absent: none. Must be referentially stable. */
  knob?(state: AppState): MainKnob | null;
  /** A second slider, under the same rules. */
  knobBeside?(state: AppState): MainKnob | null;
  /** Paragraphs of the help on what is compared, and their source. */
  readonly help: { readonly lines: readonly MessageKey[]; readonly source?: MessageKey };
  /** True if an audience can vote for the side with the larger final read-out; used if no map can hold flags. */
  votes?(state: Pick<AppState, 'opened' | 'openedProblem'>): boolean;
  readonly runs: RunWords;
  /** Own data with this many features: the default of the bias, and a note on this many columns. */
  ownBias?(features: number): boolean;
  ownNote?(columns: number): MessageKey | null;
  /** Kind of image in its figures, as in `figure.<name>`; null if they have none. */
  raster(state: AppState): 'solid' | 'raster' | null;
  /** Names of its saved tables, if they are not of weights and losses. */
  readonly tables: Readonly<Partial<Record<TableKind, string>>>;
  panels(state: AppState): readonly Panel[];
  /** Small pictures, `size` pixels wide and high, for problems without maps of weights: of a batch's last step, or of the start. */
  miniatures?(opened: Opened, last: Pick<Frame, SideName> | null, size: number): Miniatures | null;
  readonly curves: readonly Curve[];
  /** The page's largest picture, in place of the last panel; it is the first curve. Absent if both maps come first. */
  readonly Lead?: ComponentType;
  /** Picture of the idea behind the two sides, in place of the curves before the first step. */
  readonly Idea?: ComponentType;
  hasIdea?(state: AppState): boolean;
  /** Drawn behind the curves, in their row. */
  readonly Meter?: ComponentType;
  /** The number of a side's read-out; `readout` adds its unit or name, `heard` is its accessible name. */
  loss(snapshot: Snapshot, side: SideName): number;
  /** Its number of decimals; by default as `formatReadout` chooses. */
  readonly decimals?: number;
  readout(loss: string, t: Translate, state: AppState): string;
  heard(state: AppState, side: SideName, t: Translate): string;
  /** The number that the tone follows: a side's distance above the best known value. */
  excess(snapshot: Snapshot, side: SideName, step: number): number;
  /** A side's state at the shown step in words. `PLAIN_VIEW` uses `end.<problem>.<end>` with its step `k` and its facts. */
  verdict(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): string;
  footing(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): Footing;
  /** A further note that changes with every step; may be empty. */
  note?(snapshot: Snapshot, side: SideName, t: Translate): string;
  /** The run in words, for a live region. */
  tell(snapshot: Snapshot, state: AppState, t: Translate): string;
  /** Keeps its readings up to date while it is shown; returns a function that ends this. */
  bind?(session: Session): () => void;
  /** Loads its explanation; for missing parts the page explains what holds for every problem. */
  readonly explain?: (() => Promise<{ readonly explanation: Partial<Explanation> }>) | undefined;
  /** Its look in figures, films and prints; by default that of the shared planar view. */
  readonly figure?: FigureView;
  /** Asks the engine for its pictures' readings at a snapshot's iterates. */
  read?(engine: EngineClient, snapshot: Snapshot): Promise<Partial<AppState>>;
}

type Source = ProblemView | (() => Promise<ProblemView>);
type Sources = Readonly<Partial<Record<ProblemId, Source>>>;

/** Problems with a view of their own; the others use the shared one. */
let sources: Sources = {};
let shared: Source | null = null;
/** Shows the opening problem until its view has loaded. */
let first: Source | null = null;
let opening: ProblemView | null = null;
const come = new Map<string, ProblemView>();

/** Loads the words of the problems other than the opening one: the page's, and those of their cards. */
export let loadMoreWords = async (): Promise<void> => undefined;

/**
 * Registers the views, once, before a session. `planar`: the default view; `moreWords`: loads their words; `firstView`: the part of the
 * opening problem's view that its first picture needs.
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

/** Loads a problem's view. If that fails, the view has no panels, and the page reports it. */
export async function loadView(problem: ProblemId): Promise<void> {
  const source = sources[problem] ?? shared;
  if (typeof source !== 'function' || come.get(problem)?.isMissing === false) return;
  try {
    come.set(problem, await during(source()));
  } catch {
    const view = await loadFirstView();
    // The opening problem keeps its first view.
    const bare = problem === DEFAULT_PROBLEM ? {} : { panels: () => [], curves: [] };
    come.set(problem, { ...view, ...bare, isMissing: true, isFirst: false });
  }
}

/** Loads the first view of the opening problem, before the page is rendered. */
export async function loadFirstView(): Promise<ProblemView> {
  if (!opening && typeof first === 'function') opening = await first();
  return standIn();
}

function standIn(): ProblemView {
  if (!opening) throw new Error('expected a first view before one is asked for; it has not been loaded');
  return opening;
}

/** Returns a problem's miniatures; null if it has none. */
export async function miniaturesOf(
  problem: ProblemId,
  ...of: Parameters<NonNullable<ProblemView['miniatures']>>
): Promise<Miniatures | null> {
  await loadView(problem);
  return come.get(problem)?.miniatures?.(...of) ?? null;
}

/** Returns the stage's slider with this key, or null. */
export function knobOf(state: AppState, key: string): MainKnob | null {
  const { knob, knobBeside } = viewOf(state);
  return [knob?.(state), knobBeside?.(state)].find((one) => one?.key === key) ?? null;
}

/** True if the sides of the open problem have maps; for the opening problem also before its view has loaded. */
export function hasMaps({ openedProblem }: Pick<AppState, 'openedProblem'>): boolean {
  return come.get(openedProblem)?.maps !== null;
}

/** Returns the unit of the open run's steps; empty means steps. */
export const unitOf = ({ openedProblem }: Pick<AppState, 'openedProblem'>) =>
  come.get(openedProblem)?.unit ?? '';

export const canVote = (state: Pick<AppState, 'opened' | 'openedProblem'>): boolean =>
  come.get(state.openedProblem)?.votes?.(state) ?? false;

export function viewOf({ openedProblem }: Pick<AppState, 'openedProblem'>): ProblemView {
  return come.get(openedProblem) ?? standIn();
}
