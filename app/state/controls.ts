import { scenarioParams } from '../../engine/catalog.ts';
import { namesOf, type ParamValue } from '../../engine/params.ts';
import { FREE_KEYS } from '../../engine/scenario/control-names.ts';
import type { KeyName } from '../../engine/scenario/key-names.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';

/** What a link lets a person do with a control: use it, see it, or see its value alone. */
export type ControlState = 'shown' | 'locked' | 'hidden';

/** Names that stand for the same thing: the map's handle is the start's too, the header's button the profile's. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  place: ['start'],
  projector: ['profile', 'view'],
  profile: ['projector'],
};

/**
 * What `hide=` and `lock=` make of a control, named by a parameter's key or as a part of the page; a group's name stands
 * for each of its parameters. Hidden counts before locked. The keys of the page itself (theme, language, single keys)
 * are always shown.
 */
export function controlState({ problem, values }: Scenario, name: string): ControlState {
  if (values.hide === '' && values.lock === '') return 'shown';
  if (FREE_KEYS.includes(name)) return 'shown';
  const group = scenarioParams(problem)[name]?.group;
  const names = [name, ...(group ? [group] : []), ...(ALSO[name] ?? [])];
  const isIn = (list: ParamValue | undefined) => {
    const listed = namesOf(list);
    return names.some((candidate) => listed.includes(candidate));
  };
  return isIn(values.hide) ? 'hidden' : isIn(values.lock) ? 'locked' : 'shown';
}

/** Whether a link limits anything. */
export function isLimited({ values }: Scenario): boolean {
  return values.hide !== '' || values.lock !== '';
}

/** Whether a single key works: all can be switched off at once, and each by its name. */
export function isKeyOn({ values }: Scenario, name: KeyName): boolean {
  return values.keys !== false && !namesOf(values.keysoff).includes(name);
}
