import './words.en.ts';
import type { Scenario } from '../../../engine/scenario/scenario.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { MessageKey, Translate } from '../../i18n/messages.ts';
import { scenarioOf } from '../../session/guessing.ts';
import type { Entry, Scene } from '../../session/lecture.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import { isSameRun } from '../../session/scenario/preset-of.ts';
import type { AppState } from '../../session/store.ts';
import { viewOf } from '../../session/view.ts';

/** A part that scenes of the open view may list. */
export interface OfferedPart {
  readonly name: string;
  readonly title: string;
  /** Its state on a stage if the scene does not list it. */
  usual(scene: Pick<Scene, 'frame'>): Entry;
}

/** Returns the parts of the open view, in the order of the page. */
export function partsOffered(state: AppState, t: Translate): OfferedPart[] {
  const view = viewOf(state);
  const panels = view.panels(state);
  const row = [...view.curves, ...(view.Meter ? [null] : [])];
  const hasSides = panels.some(({ side }) => side !== null);
  const hasLabels = view.maps !== null || SIDES.some((side) => fieldOf(state.opened, side) !== null);
  const fixed = [
    view.curves.some((curve) => curve.hasFloor?.(state)) && ('floor' as const),
    hasLabels && ('labels' as const),
    view.maps !== null && ('marks' as const),
    view.maps !== null && ('ground' as const),
    view.maps?.letter !== undefined && ('letters' as const),
    view.knob?.(state) && ('knob' as const),
    hasSides && ('titles' as const),
    hasSides && ('readouts' as const),
    hasSides && ('verdict' as const),
    view.maps !== null && ('terms' as const),
  ].filter((name) => typeof name === 'string');
  return [
    ...panels.map((panel) => ({
      name: panel.name,
      title: panel.title(state, t),
      usual: () => 'on' as const,
    })),
    ...row.map((curve, i) => ({
      name: curve?.name ?? 'gap',
      title: curve?.title(state, t) ?? t('lecture.part', { part: 'gap' }),
      usual: ({ frame }: Pick<Scene, 'frame'>) =>
        frame === `curve${i + 1}` || (view.Lead && i === 0) ? ('on' as const) : ('off' as const),
    })),
    ...(view.details ?? []).map(({ name, title, usual }) => ({
      name,
      title: (t as (key: MessageKey) => string)(title),
      usual: () => usual,
    })),
    ...fixed.map((name) => ({
      name,
      title: t('lecture.part', { part: name }),
      usual: () => (name === 'knob' || name === 'letters' ? ('off' as const) : ('on' as const)),
    })),
  ];
}

/** Returns the listed names that the open scene's own view does not offer, and what it offers; null while its view is not open. */
export function unknownParts(
  state: AppState,
  scene: Scene,
  t: Translate,
): { readonly unknown: readonly string[]; readonly offered: string } | null {
  const { opened, openedProblem: problem, openedValues: values } = state;
  const isOpen = opened !== null && !viewOf(state).isFirst;
  // The page may still be opening the scene's scenario.
  if (!isOpen || !isSameRun({ problem, values } as Scenario, scenarioOf(scene))) return null;
  const names = partsOffered(state, t).map(({ name }) => name);
  const unknown = Object.keys(scene.parts ?? {}).filter((name) => !names.includes(name));
  return { unknown, offered: names.join(', ') };
}
