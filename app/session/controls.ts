import { scenarioParams } from '../../engine/catalog.ts';
import { namesOf, type ParamValue } from '../../engine/params.ts';
import { FREE_KEYS } from '../../engine/scenario/control-names.ts';
import type { KeyName } from '../../engine/scenario/key-names.ts';
import { parseLink, type Scenario } from '../../engine/scenario/scenario.ts';
import type { Scene } from './lecture.ts';

export type ControlState = 'shown' | 'locked' | 'hidden';

/** The lists of `hide=` and `lock=`. */
export interface Limits {
  readonly hide: string;
  readonly lock: string;
}

const NO_LIMITS: Limits = { hide: '', lock: '' };

const ofScenes = new WeakMap<Scene, Limits>();

export function sceneLimits(scene: Scene | null): Limits {
  if (!scene || !/&(hide|lock)=/.test(scene.scenario)) return NO_LIMITS;
  const known = ofScenes.get(scene);
  if (known) return known;
  const { hide, lock } = parseLink(scene.scenario).scenario.values;
  const limits = { hide: hide as string, lock: lock as string };
  ofScenes.set(scene, limits);
  return limits;
}

/** Joins both lists, so neither can lift the other's limits. */
export function joinLimits({ values }: Scenario, { hide, lock }: Limits): Limits {
  const join = (...lists: ParamValue[]) => [...new Set(lists.flatMap(namesOf))].join(',');
  return { hide: join(values.hide!, hide), lock: join(values.lock!, lock) };
}

/** Aliases: the map's handle is also the start's, the header's button the profile's. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  place: ['start'],
  projector: ['profile', 'view'],
  profile: ['projector'],
};

/**
 * Returns a control's state under `hide=` and `lock=`, which name a parameter, a group or a part of the page; hidden wins. The page's
 * own keys (theme, language, single keys) are always shown. `scene`: the open scene's limits.
 */
export function controlState(scenario: Scenario, name: string, scene: Limits = NO_LIMITS): ControlState {
  if (!isLimited(scenario, scene)) return 'shown';
  const { hide, lock } = joinLimits(scenario, scene);
  if (FREE_KEYS.includes(name)) return 'shown';
  const group = scenarioParams(scenario.problem)[name]?.group;
  const names = [name, ...(group ? [group] : []), ...(ALSO[name] ?? [])];
  const isIn = (list: string) => {
    const listed = namesOf(list);
    return names.some((candidate) => listed.includes(candidate));
  };
  return isIn(hide) ? 'hidden' : isIn(lock) ? 'locked' : 'shown';
}

export function isLimited({ values }: Scenario, scene: Limits = NO_LIMITS): boolean {
  return [values.hide, values.lock, scene.hide, scene.lock].some((list) => list !== '');
}

/** True unless `keys=0` switches off all keys, or `keysoff=` this one. */
export function isKeyOn({ values }: Scenario, name: KeyName): boolean {
  return values.keys !== false && !namesOf(values.keysoff).includes(name);
}
