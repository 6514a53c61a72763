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
import type { Outcome } from './run/outcome-names.ts';
import type { PAGE_PARAMS, PageKey } from './scenario/page-keys.ts';

type PresetOf<P extends ParamSpecs, Name extends string> = {
  readonly id: Name;
  readonly values: Partial<ValuesOf<P> & ValuesOf<typeof PAGE_PARAMS>>;
  readonly words?: PresetWords;
};

/** Rejects parameters that redeclare a key of every scenario. */
type NoPageKey<P> = { readonly [K in keyof P & PageKey]: `"${K}" is a key of the page already` };

/** Makes a card. The types reject a key of the page and a preset with an unknown parameter or misspelt choice, and an opening that is none of them. */
export function defineCard<
  const Id extends string,
  const Name extends string,
  const P extends ParamSpecs,
  const Series extends NonNullable<ProblemCard['series']> = Readonly<Record<never, never>>,
  const Ends extends NonNullable<ProblemCard['ends']> = Readonly<Record<never, never>>,
  const Facts extends NonNullable<ProblemCard['facts']> = Readonly<Record<never, never>>,
>(
  card: Omit<
    ProblemCard,
    'opening' | 'presets' | 'adjust' | 'arrival' | 'compares' | 'series' | 'ends' | 'facts'
  > & {
    readonly id: Id;
    readonly params: P & NoPageKey<P>;
    readonly series?: Series;
    readonly ends?: Ends;
    readonly facts?: Facts;
    adjust?(values: ValuesOf<P>): readonly Adjustment[];
    arrival(values: ValuesOf<P>): Outcome;
    compares(values: ValuesOf<P>): (keyof NoInfer<Series> & string) | 'objective' | 'loss' | null;
    readonly opening: NoInfer<Name>;
    readonly presets: readonly [PresetOf<P, Name>, ...PresetOf<P, Name>[]];
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

/** Samples of a problem whose data have another form. */
export const NO_SAMPLES: Samples = {
  count: 0,
  dimension: 0,
  features: new Float64Array(0),
  labels: new Float64Array(0),
  names: [],
  labelName: '',
  hasOnes: false,
};

/** Defaults of an instance: no samples, no rows of a file, no notices. */
const NOTHING = {
  samples: NO_SAMPLES,
  refused: [],
  refusedCount: 0,
  notices: [],
} as const satisfies Partial<Instance>;

/** Two-stage construction of a problem's instances. */
export interface Making<Values, Made, I extends Instance> {
  /** True for parameters that the prepared data depend on. */
  readonly isPrepared: (name: string, spec: ParamSpec) => boolean;
  /** Prepares the expensive part, which depends on these alone; throws `ScenarioError` if that is impossible. */
  readonly prepareData: (values: Values, own: OwnData | null) => Made;
  readonly makeInstance: (
    prepared: Made,
    values: Values,
  ) => Omit<I, 'prepared' | keyof typeof NOTHING> & Partial<Pick<I, keyof typeof NOTHING>>;
  readonly parts?: Parts<I> | undefined;
  readonly flat?: Problem['flat'];
  readonly python?: () => Promise<PythonPart<Values, I>>;
  readonly report?: () => Promise<ReportPart<I>>;
}

/** Builds a Problem from a card and the two stages; the only way to make one. */
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
      // JSON writes an infinite number as null, so format the values as text.
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
