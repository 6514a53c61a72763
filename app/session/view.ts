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
import type { Entry } from './lecture.ts';
import type { FigureView, PanelPicture } from './picture/figure-view.ts';
import type { Picture } from './picture/picture.ts';
import type { Snapshot } from './picture/snapshot.ts';
import type { SliderWay } from './run/slider-way.ts';
import type { Session } from './session.ts';
import type { AppState } from './store.ts';

/**
 * Contract and registry of loaded views, each built in `app/problems/<id>/view.ts`. Below the problems, because pictures and features
 * need the open view.
 */

/** One panel; the page adds its name and, for a panel of one side, loss and verdict. */
export interface Panel {
  /** Name in figures, tests and ids. */
  readonly name: string;
  /** The side whose sign, loss and verdict it shows; null for both. */
  readonly side: SideName | null;
  title(state: AppState, t: Translate): string;
  /** Facts next to the title; may be empty. */
  facts?(state: AppState, t: Translate): string;
  /** Class besides `panel`. */
  className?(state: AppState): string;
  readonly Body: ComponentType;
  /** Pictures of its menu, one shown at a time. */
  readonly entries?: readonly Panel[];
  /** Picture in figures, films and prints, unless the view's figure has one. */
  readonly picture?: PanelPicture;
  /** Declaration of a panel that the kit made; its laws read it. */
  readonly of?: object | undefined;
  /** Declaration of a map of a field; the law of maps reads it. */
  readonly map?: object;
}

/** Small pictures without words, in colours that suit every theme. */
export type Miniatures = Readonly<Record<SideName, DisplayList>>;

/** One chart below the panels: both sides' numbers over the steps. */
export interface Curve {
  readonly name: string;
  title(state: AppState, t: Translate): string;
  /** Accessible name. */
  label(state: AppState, t: Translate): string;
  /** Returns a new picture; each place that shows the curve needs its own. */
  createPicture(): Picture;
  /** True if it draws a bound that no run can cross: the part `floor`. */
  hasFloor?(state: AppState): boolean;
  /** Axes' rect in a panel of this size. */
  rectOf(width: number, height: number, scale: number): Rect;
  /** Number of steps on the whole axis. */
  stepsOf(state: AppState): number;
  /** True if both sides share one number per step, recorded by the left. */
  isOne?(state: AppState): boolean;
  /** A side's read-out at a step; NaN if none. */
  valueAt(snapshot: Snapshot, side: SideName, step: number, t: Translate): number;
  /** Text while no step is read. */
  note?(state: AppState, t: Translate): string;
  /** Extra sentences of its description. */
  told?(snapshot: Snapshot, t: Translate): readonly string[];
  /** Table columns besides the two sides'. */
  more?(snapshot: Snapshot, t: Translate): readonly { readonly label: string; at(step: number): number }[];
}

/** Text and state below a side's verdict. */
export interface Footing {
  /** The side's settings or another line. */
  readonly below: string;
  /** The criterion of its end; may be empty. */
  readonly why: string;
  readonly ended: boolean;
  /** True if a shorter step is offered. */
  readonly overshoots: boolean;
}

/** Facts for the shared maps. */
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
  /** Noise or name of the data; may be empty. */
  noise(state: AppState, t: Translate): string;
  /** Weights of both sides and plant over the samples' own features; null if none. */
  fits(
    opened: NonNullable<AppState['opened']>,
    iterates: Readonly<Record<SideName, Float64Array>>,
  ): Readonly<Record<SideName | 'planted', readonly number[] | null>>;
  /** Letter of a side's loss in formulas; null for none. */
  letter?(state: AppState, side: SideName): string | null;
  /** True if a sample is active when its product with them is above 0. */
  readonly fitsActivate?: boolean;
  /** Part of the window where a side is undefined; null if none. */
  outside?(side: SideName, view: View): Outside | null;
  /** True if the loss is known to be convex; `optimumKnown`: its minimum is known in closed form. */
  isConvex(state: AppState, side: SideName): boolean;
  readonly optimumKnown: boolean;
}

/** Area where a side is undefined. */
export interface Outside {
  /** Outline in the window, an L (flat, data coordinates). */
  readonly polygon: readonly number[];
  /** Two convex arms, the larger first. */
  readonly arms: readonly (readonly number[])[];
}

/** The scenario value that best shows the sides' difference, and its slider. */
export interface MainKnob extends SliderWay {
  readonly key: string;
  /** True if the value is a vector of one number. */
  readonly isVector?: true;
  readonly words: readonly [MessageKey, MessageKey];
  /** The side whose run it changes; a law turns every knob of every preset. */
  readonly side: SideName | 'both';
  /** Label next to a second knob, when its ends have no room. */
  readonly short?: MessageKey;
  /** Values at which something changes, by label: ticks here and in the drawer. */
  marks?(state: AppState, t: Translate): Readonly<Record<string, number>>;
}

/** Window event that opens the drawer of ensembles. */
export const HOW_OFTEN = 'how-often';

export interface RunWords {
  /** The engine's aim that measures runs. */
  aim(values: Values): AimName;
  sides(scenario: Scenario, t: Translate): Readonly<Record<SideName, string>>;
  /** True if a run may be a tie, neither hit nor miss (`Aim.series`), as the criterion's words define it. */
  readonly hasTies?: true;
  /** True if starts have laws and runs can be audited. */
  readonly isOfSamples: boolean;
  /** The drawn weights that made the data; default: the star. */
  readonly drawnPlant?: 'teacher';
  /** True if the right side counts rounds that solve a program, and the left steps of a descent. */
  hasRounds?(values: Values): boolean;
  /** Reason why no more runs can arrive, for problems with a proved bound (`Parts.mostArrive`). */
  readonly most?: MessageKey;
  readonly exact?: ExactLaw;
  /** Ready-made diagrams. */
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

/** P(Binomial(trials, 1/2) >= successes): exact law of a diagram's runs, as lines in a panel with these axes. */
export interface ExactLaw {
  readonly trials: string;
  readonly successes: string;
  readonly panel: SideName;
  readonly words: MessageKey;
  /** True if the law holds when the `drawn` values are drawn anew. */
  holds(values: Values, drawn: readonly string[]): boolean;
}

export interface ProblemView {
  /**
   * Facts for the shared maps of two weights or a slice. Null without maps: the page then requests no grids, stationary points, basins,
   * references or landscapes in space.
   */
  readonly maps: MapFacts | null;
  /** True if its code failed to load; for most problems this is then the shared view without panels. */
  readonly isMissing: boolean;
  /** True while the rest is loading; the curves' space is reserved. */
  readonly isFirst: boolean;
  /** Name of a run's step, if not "step". Messages whose key ends in it take precedence. */
  readonly unit?: 'round';
  /** True if its verdicts need a third line. */
  readonly wordy: boolean;
  /** A class of its panels' row. */
  readonly className: string;
  /** A side's name above its panel (`title`) and next to its curve (`short`). */
  title(state: AppState, side: SideName, t: Translate): string;
  short(state: AppState, side: SideName, t: Translate): string;
  /** A line below a panel's name; may be empty. Absent if no panel has one. */
  about?(state: AppState, panel: string, t: Translate): string;
  /** The main slider. Null: no effect now. Absent: none. Must be referentially stable. */
  knob?(state: AppState): MainKnob | null;
  /** A second slider, likewise. */
  knobBeside?(state: AppState): MainKnob | null;
  /** Help on the comparison, and its source. */
  readonly help: { readonly lines: readonly MessageKey[]; readonly source?: MessageKey };
  /** True if an audience can vote for the larger final read-out; used if no map takes flags. */
  votes?(state: Pick<AppState, 'opened' | 'openedProblem'>): boolean;
  readonly runs: RunWords;
  /** For own data: default of the bias by number of features, and a note by number of columns. */
  ownBias?(features: number): boolean;
  ownNote?(columns: number): MessageKey | null;
  /** Kind of image in its figures (`figure.<name>`); null for none. */
  raster(state: AppState): 'solid' | 'raster' | null;
  /** Names of saved tables, if not of weights and losses. */
  readonly tables: Readonly<Partial<Record<TableKind, string>>>;
  panels(state: AppState): readonly Panel[];
  /** Pictures of `size` x `size` pixels of a batch's last step or the start, for problems without maps of weights. */
  miniatures?(opened: Opened, last: Pick<Frame, SideName> | null, size: number): Miniatures | null;
  readonly curves: readonly Curve[];
  /** The page's largest picture (the first curve), in place of the last panel. Absent if both maps come first. */
  readonly Lead?: ComponentType;
  /** Picture of the idea, in place of the curves before the first step; null for none. Must be referentially stable. */
  idea?(state: AppState): ComponentType | null;
  /** If it knows something of the end before the run: this waits for the end, the first step (`start`) or this step, or for `forecast`. */
  readonly foretells?: true | 'start' | number;
  /** Names of panels and curves that the first screen leaves out (`pictures`). */
  second?(state: AppState): readonly string[];
  /** Titles of pictures that replace others when all are shown. */
  instead?(state: AppState, t: Translate): readonly string[];
  /** Details of its pictures that a scene may list besides its parts, and their state if it does not. */
  readonly details?: readonly { readonly name: string; readonly title: MessageKey; readonly usual: Entry }[];
  /** Drawn behind the curves. */
  readonly Meter?: ComponentType;
  /** A side's number; `readout` adds its unit or name, `heard` is its accessible name. */
  loss(snapshot: Snapshot, side: SideName): number;
  /** Its decimals; default: as `formatReadout` chooses. */
  readonly decimals?: number;
  /** Empty for none. */
  readout(loss: string, t: Translate, state: AppState): string;
  heard(state: AppState, side: SideName, t: Translate): string;
  /** Distance above the best known value, which the tone follows. */
  excess(snapshot: Snapshot, side: SideName, step: number): number;
  /** A side's state in words. `PLAIN_VIEW` uses `end.<problem>.<end>` with its step `k` and facts. */
  verdict(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): string;
  footing(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): Footing;
  /** A note that changes with every step; may be empty. */
  note?(snapshot: Snapshot, side: SideName, t: Translate): string;
  /** The run in words, for a live region. */
  tell(snapshot: Snapshot, state: AppState, t: Translate): string;
  /** Updates its readings while shown; returns a function that ends this. */
  bind?(session: Session): () => void;
  /** Loads its explanation; the page's general one replaces missing parts. */
  readonly explain?: (() => Promise<{ readonly explanation: Partial<Explanation> }>) | undefined;
  /** Look in figures, films and prints; default: the shared planar view's. */
  readonly figure?: FigureView;
  /** Requests its pictures' readings at a snapshot's iterates. */
  read?(engine: EngineClient, snapshot: Snapshot): Promise<Partial<AppState>>;
}

type Source = ProblemView | (() => Promise<ProblemView>);
type Sources = Readonly<Partial<Record<ProblemId, Source>>>;

/** Problems with their own view; the others use the shared one. */
let sources: Sources = {};
let shared: Source | null = null;
/** Shows the opening problem until its view has loaded. */
let first: Source | null = null;
let opening: ProblemView | null = null;
const come = new Map<string, ProblemView>();

/** Loads the words of all problems but the opening one. */
export let loadMoreWords = async (): Promise<void> => undefined;

/**
 * Registers the views, once, before a session. `planar`: the default view; `moreWords`: loads their words; `firstView`: the opening
 * view's part for its first picture.
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

/** Loads a problem's view; on failure it has no panels, and the page reports it. */
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

/** Loads the opening problem's first view, before rendering. */
export async function loadFirstView(): Promise<ProblemView> {
  if (!opening && typeof first === 'function') opening = await first();
  return standIn();
}

function standIn(): ProblemView {
  if (!opening) throw new Error('expected a first view before one is asked for; it has not been loaded');
  return opening;
}

/** Returns a problem's miniatures; null for none. */
export async function miniaturesOf(
  problem: ProblemId,
  ...of: Parameters<NonNullable<ProblemView['miniatures']>>
): Promise<Miniatures | null> {
  await loadView(problem);
  return come.get(problem)?.miniatures?.(...of) ?? null;
}

/** True if the page shows all pictures: on demand, for an explanation, and in lectures and embeds, which choose their own. */
export const showsAll = ({
  scenario: { values },
  lecture,
  extra,
}: Pick<AppState, 'scenario' | 'lecture' | 'extra'>): boolean =>
  values.pictures === 'all' || lecture !== null || extra !== null || values.embed === true;

export function knobOf(state: AppState, key: string): MainKnob | null {
  const { knob, knobBeside } = viewOf(state);
  return [knob?.(state), knobBeside?.(state)].find((one) => one?.key === key) ?? null;
}

/** True if the open problem's sides have maps, or its view has not loaded. */
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
