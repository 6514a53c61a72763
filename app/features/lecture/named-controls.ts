import '../../ui/fields/param-words.en.ts';
import { scenarioParams } from '../../../engine/catalog.ts';
import type { PageControl } from '../../../engine/scenario/control-names.ts';
import { dynamicKey, type MessageKey, type Translate } from '../../i18n/messages.ts';
import { scenarioOf } from '../../session/guessing.ts';
import type { Scene } from '../../session/lecture.ts';

/** Parts of the page that a text may name, with their titles. */
const OF_PAGE = {
  dice: 'play.dice',
  ensemble: 'header.ensemble',
} as const satisfies Partial<Record<PageControl, MessageKey>>;

/** `{{control:name}}`: a key of the scene's problem, or one of these parts. */
const PLACE = /\{\{\s*control:(\w+)\s*\}\}/g;

const isOfPage = (name: string): name is keyof typeof OF_PAGE => Object.hasOwn(OF_PAGE, name);

const specsOf = (scene: Pick<Scene, 'scenario'>) => scenarioParams(scenarioOf(scene as Scene).problem);

/** Returns the controls that texts name, each once, without unknown ones. */
export function controlsIn(texts: readonly string[], scene: Pick<Scene, 'scenario'>): string[] {
  const named = texts.flatMap((text) => [...text.matchAll(PLACE)].map(([, name]) => name!));
  return [...new Set(named)].filter((name) => isOfPage(name) || Object.hasOwn(specsOf(scene), name));
}

/** Returns the places whose control the scene's problem and the page lack. */
export const unknownControlsIn = (texts: readonly string[], scene: Pick<Scene, 'scenario'>): string[] =>
  texts
    .flatMap((text) => text.match(/\{\{\s*control:.*?\}\}/g) ?? [])
    .filter((whole) => controlsIn([whole], scene).length === 0);

/** Returns the keys that a scene's notes name: they have a control on the stage. */
export const keysNamed = (scene: Pick<Scene, 'scenario' | 'notes'>): string[] =>
  controlsIn([scene.notes], scene).filter((name) => !isOfPage(name));

/** Replaces named controls by their titles on the page; unknown ones stay. */
export function nameControls(text: string, scene: Pick<Scene, 'scenario'>, t: Translate): string {
  return text.replace(PLACE, (whole, name: string) => {
    if (controlsIn([whole], scene).length === 0) return whole;
    const title = isOfPage(name) ? OF_PAGE[name] : dynamicKey('param', specsOf(scene)[name]!.called ?? name);
    return t('lecture.control', { title: t(title) });
  });
}
