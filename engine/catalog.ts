import type { ProblemCard } from './contract.ts';
import { ENSEMBLE_PARAMS } from './ensemble/ensemble-params.ts';
import type { ParamSpecs } from './params.ts';
import { LIFT } from './problems/lift/card.ts';
import { ONE_NEURON } from './problems/one-neuron/card.ts';
import { TWO_LAYER } from './problems/two-layer/card.ts';
import { VIEW_PARAMS } from './scenario/view-params.ts';

/** The problems by the names that links use. */
export type ProblemId = 'one-neuron' | 'two-layer' | 'lift';

/** The cards of all problems, in menu order: plain data, which is all of a problem that the app may import. */
export const CATALOG = {
  'one-neuron': ONE_NEURON,
  'two-layer': TWO_LAYER,
  lift: LIFT,
} as const satisfies Record<ProblemId, ProblemCard>;

/** The problem of a link that names none. */
export const DEFAULT_PROBLEM: ProblemId = 'one-neuron';

/** Whether a text is the name of a problem. */
export function isProblemId(id: string): id is ProblemId {
  return Object.hasOwn(CATALOG, id);
}

/** Everything that a scenario of this problem may set: the problem's own parameters, those of the view, those of ensembles. */
export function scenarioParams(problem: ProblemId): ParamSpecs {
  return { ...CATALOG[problem].params, ...VIEW_PARAMS, ...ENSEMBLE_PARAMS };
}
