import type {
  Adjustment,
  Instance,
  OwnData,
  PairInstance,
  Preset,
  PresetWords,
  ProblemCard,
  Samples,
} from './contract.ts';
import { formatParam, type ParamSpec, type ParamSpecs, type ValuesOf } from './params.ts';
import type { Parts, Problem, PythonPart, ReportPart } from './problem.ts';
import type { PAGE_PARAMS, PageKey } from './scenario/page-keys.ts';

type PresetOf<P extends ParamSpecs> = {
  readonly id: string;
  readonly values: Partial<ValuesOf<P> & ValuesOf<typeof PAGE_PARAMS>>;
  readonly words?: PresetWords;
};

/** A key that every scenario has stands for one thing: no problem may declare it again. */
type NoPageKey<P> = { readonly [K in keyof P & PageKey]: `"${K}" is a key of the page already` };

/** Makes a card. The types refuse a key that the page has, and a preset that names an unknown parameter or a misspelt choice. */
export function defineCard<
  const Id extends string,
  const P extends ParamSpecs,
  const Series extends NonNullable<ProblemCard['series']> = Readonly<Record<never, never>>,
  const Ends extends NonNullable<ProblemCard['ends']> = Readonly<Record<never, never>>,
  const Facts extends NonNullable<ProblemCard['facts']> = Readonly<Record<never, never>>,
>(
  card: Omit<ProblemCard, 'presets' | 'adjust' | 'series' | 'ends' | 'facts'> & {
    readonly id: Id;
    readonly params: P & NoPageKey<P>;
    readonly series?: Series;
    readonly ends?: Ends;
    readonly facts?: Facts;
    adjust?(values: ValuesOf<P>): readonly Adjustment[];
    readonly presets: readonly [PresetOf<P>, ...PresetOf<P>[]];
  },
): Omit<ProblemCard, 'id' | 'params' | 'facts'> & {
  readonly id: Id;
  readonly params: P;
  readonly series: Series;
  readonly ends: Ends;
  readonly facts: Facts;
} {
  const whole = { series: {} as Series, ends: {} as Ends, facts: {} as Facts, ...card };
  return whole as typeof whole & { presets: readonly [Preset, ...Preset[]] };
}

/** The samples of a problem whose data are of another form. */
export const NO_SAMPLES: Samples = {
  count: 0,
  dimension: 0,
  features: new Float64Array(0),
  labels: new Float64Array(0),
  names: [],
  labelName: '',
  hasOnes: false,
};

/** What an instance has where it says nothing else: neither samples nor rows of a file, and nothing to notice. */
const NOTHING = {
  samples: NO_SAMPLES,
  refused: [],
  refusedCount: 0,
  notices: [],
} as const satisfies Partial<Instance>;

/** How a problem's instances are made, in two stages. */
export interface Making<Values, Made, I extends Instance> {
  /** The parameters that the prepared data depend on. */
  readonly isPrepared: (name: string, spec: ParamSpec) => boolean;
  /** What is expensive and depends on these alone; throws `ScenarioError` where it cannot be had. */
  readonly prepareData: (values: Values, own: OwnData | null) => Made;
  /** The rest, from all values. */
  readonly makeInstance: (
    prepared: Made,
    values: Values,
  ) => Omit<I, 'prepared' | keyof typeof NOTHING> & Partial<Pick<I, keyof typeof NOTHING>>;
  /** What it brings beside its model, if it is at hand. */
  readonly parts?: Parts<I> | undefined;
  /** Runs of an ensemble in memory that is allocated once. */
  readonly flat?: Problem['flat'];
  /** What its script in Python says of a run. */
  readonly python?: () => Promise<PythonPart<Values, I>>;
  /** What the command line prints of a run, where it is no list of states and series. */
  readonly report?: () => Promise<ReportPart<I>>;
}

/** The one way to make a Problem: a card and the two stages that turn its values into an instance. */
export function defineProblem<P extends ParamSpecs, Made, I extends Instance = PairInstance>(
  card: ProblemCard & { readonly params: P },
  { isPrepared, prepareData, makeInstance, parts, flat, python, report }: Making<ValuesOf<P>, Made, I>,
): Problem<I> {
  const names = Object.keys(card.params).filter((name) => isPrepared(name, card.params[name]!));
  return {
    card,
    ...(parts && { parts }),
    ...(flat && { flat }),
    ...(report && { report }),
    ...(python && { python: python as NonNullable<Problem<I>['python']> }),
    prepare(values, own, before = null) {
      // An infinite number is null as JSON: it is told apart as text.
      const key = JSON.stringify([card.id, names.map((name) => formatParam(values[name]!))]);
      const table = own?.table ?? null;
      const known = before?.prepared.key === key && before.prepared.table === table ? before.prepared : null;
      const prepared = known ?? { key, table, made: prepareData(values as ValuesOf<P>, own) };
      return {
        ...NOTHING,
        ...makeInstance(prepared.made as Made, values as ValuesOf<P>),
        prepared,
      } as unknown as I;
    },
  };
}
