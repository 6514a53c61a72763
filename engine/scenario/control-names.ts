import { PROBLEM_IDS, scenarioParams } from '../catalog.ts';
import { isLimitable, type ParamGroup, type ParamSpec } from '../params.ts';

/** Parameter headings in order; `lock=` and `hide=` may name a heading for all its parameters. */
export const GROUPS: readonly ParamGroup[] = ['data', 'plant', 'noise', 'loss', 'start', 'descent', 'view'];

/**
 * Active parts of the page by their names in `hide=` and `lock=`: `steps` are one step back and forward (`step` is the parameter), `place`
 * moves the start on the maps.
 */
export const PAGE_CONTROLS = [
  'play',
  'steps',
  'reset',
  'scrub',
  'speed',
  'dice',
  'place',
  'undo',
  'projector',
  'lectures',
  'explain',
  'layers',
  'ensemble',
  'own',
  'scenario',
  'presets',
  'problem',
  'share',
  'help',
] as const;

export type PageControl = (typeof PAGE_CONTROLS)[number];

/**
 * Keys of a link without a control of their own, or that must stay available: page position, limits, and basic needs of a user. Ensemble
 * keys follow the page part of that name.
 */
export const FREE_KEYS: readonly string[] = namesWhere((spec) => !isLimitable(spec));

/** All names in `hide=` and `lock=`, over all problems. */
export const CONTROL_NAMES: ReadonlySet<string> = new Set([
  ...PAGE_CONTROLS,
  ...GROUPS,
  ...namesWhere(isLimitable),
]);

/** Returns the matching keys of all problems, each once. */
function namesWhere(isSo: (spec: ParamSpec) => boolean): string[] {
  const all = PROBLEM_IDS.flatMap((id) => Object.entries(scenarioParams(id)));
  return [...new Set(all.filter(([, spec]) => isSo(spec)).map(([name]) => name))];
}
