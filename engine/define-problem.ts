import type { Instance, OwnData, Preset, Problem, ProblemCard } from './contract.ts';
import type { ParamSpecs, Values, ValuesOf } from './params.ts';
import type { VIEW_PARAMS } from './scenario/view-params.ts';

type PresetOf<P extends ParamSpecs> = {
  readonly id: string;
  readonly values: Partial<ValuesOf<P> & ValuesOf<typeof VIEW_PARAMS>>;
};

/** Makes a card. The types refuse a preset that names an unknown parameter or a misspelt choice. */
export function defineCard<const P extends ParamSpecs>(card: {
  readonly id: string;
  readonly params: P;
  readonly presets: readonly [PresetOf<P>, ...PresetOf<P>[]];
}): ProblemCard & { readonly params: P } {
  return card as typeof card & { presets: readonly [Preset, ...Preset[]] };
}

/** The one way to make a Problem: a card and the function that turns its values into an instance. */
export function defineProblem<P extends ParamSpecs>(
  card: ProblemCard & { readonly params: P },
  prepare: (values: ValuesOf<P>, own: OwnData | null) => Instance,
): Problem {
  return { card, prepare: (values: Values, own) => prepare(values as ValuesOf<P>, own) };
}
