import { scenarioParams } from '../../../../engine/catalog.ts';
import { sameValue, type Values } from '../../../../engine/params.ts';
import { formatLink } from '../../../../engine/scenario/scenario.ts';
import { type AppState, wantedStep } from '../../../session/store.ts';

/** What a link may carry or leave out as a person likes, by the keys that it is. */
export const PARTS = {
  map: ['view', 'plane', 'pair', 'ground', 'points', 'dead', 'rays', 'arrows', 'solid', 'scale', 'axis'],
  page: ['theme', 'profile', 'lang'],
  limits: ['hide', 'lock', 'keys', 'keysoff'],
  lecture: ['lecture', 'scene'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type Part = keyof typeof PARTS;

/** A page within another page is no way to look at a link. */
const NEVER = ['embed', 'panels'];

const PART_NAMES = Object.keys(PARTS) as Part[];

export interface LinkChoices {
  /** At the step that is shown, or at step 0. */
  readonly from: 'step' | 'start';
  readonly without: ReadonlySet<Part>;
}

/** The parts of which the page has something to carry. */
export function partsOf({ scenario }: Pick<AppState, 'scenario'>): readonly Part[] {
  const specs = scenarioParams(scenario.problem);
  return PART_NAMES.filter((part) =>
    PARTS[part].some((key) => !sameValue(scenario.values[key]!, specs[key]!.default)),
  );
}

/** The fragment of what is shown, with what was chosen of it. */
export function chosenLink(state: AppState, { from, without }: LinkChoices): string {
  const { problem, values } = state.scenario;
  const specs = scenarioParams(problem);
  const left = [...NEVER, ...[...without].flatMap((part) => PARTS[part])].filter((key) => key in specs);
  const defaults: Values = Object.fromEntries(left.map((key) => [key, specs[key]!.default]));
  const k = from === 'step' ? wantedStep(state) : 0;
  return formatLink({ problem, values: { ...values, ...defaults, k } });
}
