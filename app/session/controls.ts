import { scenarioParams } from '../../engine/catalog.ts';
import { namesOf, type ParamValue } from '../../engine/params.ts';
import { FREE_KEYS } from '../../engine/scenario/control-names.ts';
import type { KeyName } from '../../engine/scenario/key-names.ts';
import { parseLink, type Scenario } from '../../engine/scenario/scenario.ts';
import type { Scene } from './lecture.ts';

/** What a link lets a person do with a control: use it, see it, or see its value alone. */
export type ControlState = 'shown' | 'locked' | 'hidden';

/** What `hide=` and `lock=` name. */
export interface Limits {
  readonly hide: string;
  readonly lock: string;
}

const NO_LIMITS: Limits = { hide: '', lock: '' };

const ofScenes = new WeakMap<Scene, Limits>();

/** What the link of a scene hides and locks, as long as it is open; no scene limits nothing. */
export function sceneLimits(scene: Scene | null): Limits {
  if (!scene || !/&(hide|lock)=/.test(scene.scenario)) return NO_LIMITS;
  const known = ofScenes.get(scene);
  if (known) return known;
  const { hide, lock } = parseLink(scene.scenario).scenario.values;
  const limits = { hide: hide as string, lock: lock as string };
  ofScenes.set(scene, limits);
  return limits;
}

/** What both name: a scene takes nothing back that the page's link has limited, and the page nothing of the scene's. */
export function joinLimits({ values }: Scenario, { hide, lock }: Limits): Limits {
  const join = (...lists: ParamValue[]) => [...new Set(lists.flatMap(namesOf))].join(',');
  return { hide: join(values.hide!, hide), lock: join(values.lock!, lock) };
}

/** Names that stand for the same thing: the map's handle is the start's too, the header's button the profile's. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  place: ['start'],
  projector: ['profile', 'view'],
  profile: ['projector'],
};

/**
 * What `hide=` and `lock=` make of a control, named by a parameter's key or as a part of the page; a group's name stands
 * for each of its parameters. Hidden counts before locked. The keys of the page itself (theme, language, single keys)
 * are always shown. `scene` is what the open scene of a lecture adds.
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

/** Whether a link, or the open scene, limits anything. */
export function isLimited({ values }: Scenario, scene: Limits = NO_LIMITS): boolean {
  return [values.hide, values.lock, scene.hide, scene.lock].some((list) => list !== '');
}

/** Whether a single key works: all can be switched off at once, and each by its name. */
export function isKeyOn({ values }: Scenario, name: KeyName): boolean {
  return values.keys !== false && !namesOf(values.keysoff).includes(name);
}
