import { scenarioParams } from '../../../../engine/catalog.ts';
import { defaultOf, LINK_PARTS, sameValue, type Values } from '../../../../engine/params.ts';
import { formatLink } from '../../../../engine/scenario/scenario.ts';
import { type AppState, wantedStep } from '../../../session/store.ts';

/** What a link may carry or leave out as a person likes. */
export type LinkSection = (typeof LINK_PARTS)[number];

export interface LinkChoices {
  /** At the step that is shown, or at step 0. */
  readonly from: 'step' | 'start';
  readonly without: ReadonlySet<LinkSection>;
}

/** The parts of which the page has something to carry. */
export function partsOf({ scenario }: Pick<AppState, 'scenario'>): readonly LinkSection[] {
  const values: Values = scenario.values;
  const specs = Object.entries(scenarioParams(scenario.problem));
  return LINK_PARTS.filter((part) =>
    specs.some(([key, spec]) => spec.part === part && !sameValue(values[key]!, defaultOf(spec, values))),
  );
}

/** The fragment of what is shown, with what was chosen of it. A page within another page is no way to look at a link. */
export function chosenLink(state: AppState, { from, without }: LinkChoices): string {
  const { problem, values } = state.scenario;
  const left = Object.entries(scenarioParams(problem)).filter(
    ([, { part }]) => part === 'none' || (part !== 'run' && without.has(part)),
  );
  const defaults: Values = Object.fromEntries(left.map(([key, spec]) => [key, defaultOf(spec, values)]));
  const k = from === 'step' ? wantedStep(state) : 0;
  return formatLink({ problem, values: { ...values, ...defaults, k } });
}
