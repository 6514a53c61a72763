import type { EngineClient } from '../../../workers/open-engine.ts';
import type { Opened } from '../../../workers/protocol.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { sceneName } from '../../session/scene-parts.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import type { Curve, ProblemView } from '../../session/view.ts';
import { curveByLevel } from './curve/by-level.ts';
import { curvesFigure } from './curve/curves-figure.ts';
import { PLAIN_VIEW } from './plain-view.ts';

/** A scenario whose facts are a level's own. */
export type OpenedAt<Info> = Opened & { readonly info: Info };

/** State of the page with a level open. */
export type At<Info> = AppState & { readonly opened: OpenedAt<Info> };

/** Keeps something up to date while the view is shown, or loads it for a snapshot. */
export interface Follower {
  /** Returns a function that ends it. */
  bind?(session: Session): () => void;
  read?(engine: EngineClient, snapshot: Snapshot): Promise<Partial<AppState> | undefined>;
}

type Argument<Given, Info> = Given extends Opened
  ? OpenedAt<Info>
  : Given extends Pick<AppState, 'opened' | 'openedProblem'>
    ? At<Info>
    : Given;

type AtLevel<Member, Info> = Member extends (...of: infer Of) => infer Result
  ? (...of: { [I in keyof Of]: Argument<Of[I], Info> }) => Result
  : never;

type Members = { readonly [Name in keyof typeof OPENED]-?: NonNullable<ProblemView[Name]> };

/** A level's part of a view: whatever it leaves out is shared by all levels. */
export type LevelView<Info> = {
  readonly [Name in keyof Members]?: AtLevel<Members[Name], Info>;
} & {
  /** One for each place in the row; every level has as many. */
  readonly curves?: readonly Curve[];
  /** All levels' are bound; only the open level's read. */
  readonly followers?: readonly Follower[];
};

type State = Pick<AppState, 'opened'>;
const ofState = ({ opened }: State) => opened;
const ofSecond = (_: unknown, { opened }: State) => opened;
const ofThird = (_: unknown, __: unknown, { opened }: State) => opened;
const ofSnapshot = ({ store }: Snapshot) => store.getState().opened;

/** Finds the open scenario among the arguments of each member that may differ by level. */
const OPENED = {
  title: ofState,
  short: ofState,
  about: ofState,
  knob: ofState,
  knobBeside: ofState,
  idea: ofState,
  second: ofState,
  raster: ofState,
  panels: ofState,
  heard: ofState,
  verdict: ofSecond,
  footing: ofSecond,
  readout: ofThird,
  loss: ofSnapshot,
  excess: ofSnapshot,
  note: ofSnapshot,
  miniatures: (opened: Opened) => opened,
} as const satisfies Partial<Record<keyof ProblemView, (...of: never) => Opened | null>>;

/** Stands in before a scenario is open, and for what neither the level nor the problem defines. */
const NOTHING: Partial<Members> = {
  title: () => '',
  short: () => '',
  about: () => '',
  knob: () => null,
  knobBeside: () => null,
  idea: () => null,
  second: () => [],
  heard: () => '',
  verdict: () => '',
  footing: () => ({ below: '', why: '', ended: false, overshoots: false }),
  note: () => '',
  miniatures: () => null,
};

type Name = keyof Members;
type Call = (...of: unknown[]) => unknown;

/**
 * Builds the view of a problem from its levels, each typed by its own facts (`Infos`: level -> facts), and from members that all
 * levels share. Figures export each curve alone, unless `shared` has a `figure`.
 */
export function defineView<Infos extends object>({
  levels,
  levelOf,
  shared,
  followers = [],
  figureTitle,
}: {
  readonly levels: { readonly [Level in keyof Infos]: LevelView<Infos[Level]> };
  levelOf(info: Infos[keyof Infos]): keyof Infos;
  readonly shared: Partial<ProblemView>;
  readonly followers?: readonly Follower[];
  /** Titles a curve's figure. */
  figureTitle(curve: string, t: Translate): string;
}): ProblemView {
  const all = Object.values(levels) as LevelView<never>[];
  const base: Partial<ProblemView> = { ...PLAIN_VIEW, ...shared };
  const levelIn = (opened: Opened | null): LevelView<never> | null =>
    opened?.info ? levels[levelOf(opened.info as Infos[keyof Infos])] : null;

  const byLevel = (name: Name): Call => {
    const find = OPENED[name] as (...of: unknown[]) => Opened | null;
    return (...of) => {
      const level = levelIn(find(...of));
      const member = level ? (level[name] ?? base[name] ?? NOTHING[name]) : (NOTHING[name] ?? base[name]);
      return (member as Call)(...of);
    };
  };
  const every = [...all.flatMap(({ followers = [] }) => followers), ...followers];
  const names = (Object.keys(OPENED) as Name[]).filter((name) => all.some((level) => level[name]));
  const curves = all[0]?.curves ? rowOf(all, levelIn) : (base.curves ?? []);
  const members = Object.fromEntries(names.map((name) => [name, byLevel(name)])) as Partial<ProblemView>;

  return {
    ...PLAIN_VIEW,
    ...shared,
    ...members,
    title: sceneName(members.title ?? base.title!),
    short: sceneName(members.short ?? base.short!),
    curves,
    figure: shared.figure ?? curvesFigure(curves, figureTitle),
    bind(session) {
      const ends = every.map((one) => one.bind?.(session));
      return () => {
        for (const end of ends) end?.();
      };
    },
    async read(engine, snapshot) {
      const read: Partial<AppState> = {};
      const own = levelIn(ofSnapshot(snapshot))?.followers ?? [];
      // Each sees what those before it have read.
      const seen = { ...snapshot, store: { getState: () => ({ ...snapshot.store.getState(), ...read }) } };
      for (const one of [...own, ...followers]) Object.assign(read, await one.read?.(engine, seen));
      return read;
    },
  };
}

/** Combines the levels' rows of curves, place by place. */
function rowOf(
  all: readonly LevelView<never>[],
  levelIn: (opened: Opened | null) => LevelView<never> | null,
): Curve[] {
  const rows = all.map(({ curves = [] }) => curves);
  return rows[0]!.map((first, i) =>
    curveByLevel(
      [first, ...rows.slice(1).map((row) => row[i]!)],
      ({ opened }) => levelIn(opened)?.curves?.[i] ?? first,
    ),
  );
}
