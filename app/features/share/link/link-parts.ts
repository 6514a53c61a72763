import { scenarioParams } from '../../../../engine/catalog.ts';
import { defaultOf, LINK_PARTS, sameValue, type Values } from '../../../../engine/params.ts';
import { formatLink } from '../../../../engine/scenario/scenario.ts';
import { type AppState, wantedStep } from '../../../session/store.ts';

export type LinkSection = (typeof LINK_PARTS)[number];

export interface LinkChoices {
  /** Shown step, or step 0. */
  readonly from: 'step' | 'start';
  readonly without: ReadonlySet<LinkSection>;
}

/** Returns the parts with non-default values. */
export function partsOf({ scenario }: Pick<AppState, 'scenario'>): readonly LinkSection[] {
  const values: Values = scenario.values;
  const specs = Object.entries(scenarioParams(scenario.problem));
  return LINK_PARTS.filter((part) =>
    specs.some(([key, spec]) => spec.part === part && !sameValue(values[key]!, defaultOf(spec, values))),
  );
}

/** Returns the view's fragment with the chosen parts, not as an embed. */
export function chosenLink(state: AppState, { from, without }: LinkChoices): string {
  const { problem, values } = state.scenario;
  const left = Object.entries(scenarioParams(problem)).filter(
    ([, { part }]) => part === 'none' || (part !== 'run' && without.has(part)),
  );
  const defaults: Values = Object.fromEntries(left.map(([key, spec]) => [key, defaultOf(spec, values)]));
  const k = from === 'step' ? wantedStep(state) : 0;
  return formatLink({ problem, values: { ...values, ...defaults, k } });
}
