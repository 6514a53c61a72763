import { PROBLEM_IDS, scenarioParams } from '../catalog.ts';
import { isLimitable, type ParamGroup, type ParamSpec } from '../params.ts';

/** Headings of parameters, in their order; each names all of its own at once. */
export const GROUPS: readonly ParamGroup[] = ['data', 'plant', 'noise', 'loss', 'start', 'descent', 'view'];

/**
 * Parts of the page that do something, by the names that `hide=` and `lock=` give them: `steps` are one step back and on
 * (`step` is the parameter), `place` moves the start on the maps.
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
 * Keys of a link that no control of their own sets, or that nobody may take away: where the page is, its limits, and
 * what a person needs to use it at all. Those of ensembles go with the page's part of that name.
 */
export const FREE_KEYS: readonly string[] = namesWhere((spec) => !isLimitable(spec));

/** Every name that `hide=` and `lock=` know, of whatever problem. */
export const CONTROL_NAMES: ReadonlySet<string> = new Set([
  ...PAGE_CONTROLS,
  ...GROUPS,
  ...namesWhere(isLimitable),
]);

/** The keys of all problems whose declarations are so, each once. */
function namesWhere(isSo: (spec: ParamSpec) => boolean): string[] {
  const all = PROBLEM_IDS.flatMap((id) => Object.entries(scenarioParams(id)));
  return [...new Set(all.filter(([, spec]) => isSo(spec)).map(([name]) => name))];
}
