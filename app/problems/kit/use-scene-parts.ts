import { useShallow } from 'zustand/react/shallow';
import { openScene } from '../../session/guessing.ts';
import type { Frame } from '../../session/lecture.ts';
import { type PartState, partState } from '../../session/scene-parts.ts';
import { useApp } from '../../session/session-context.tsx';
import { type Panel, showsAll, viewOf } from '../../session/view.ts';

/** States of the parts of the page: `shown`, `waits` (its room stays empty) or `absent`, by name. */
export type SceneParts = Readonly<Record<string, Exclude<PartState, 'unlisted'>>>;

/**
 * Returns how the page shows parts: as the open scene lists them, or as the first screen leaves them out. Of the row below the panels, a
 * stage shows only the framed part and those that the scene lists. `curves`: from left to right; `first` is the row's first.
 */
export function useSceneParts(
  names: readonly string[],
  curves: readonly string[],
  first: number,
): SceneParts {
  return useApp(
    useShallow((state) => {
      const frame = openScene(state)?.frame;
      const second = showsAll(state) ? [] : (viewOf(state).second?.(state) ?? []);
      const states = [...names, ...curves].map((name) => {
        const now = partState(state, name);
        if (now !== 'unlisted') return [name, now] as const;
        const place = curves.indexOf(name);
        const isFramed = place < first || state.stage === 0 || frame === `curve${place + 1}`;
        return [name, isFramed && !second.includes(name) ? 'shown' : 'absent'] as const;
      });
      return Object.fromEntries(states) as SceneParts;
    }),
  );
}

/** Combines the states of the lead's two pictures. */
export const leadState = (parts: SceneParts, names: readonly string[]) =>
  (['shown', 'waits'] as const).find((wanted) => names.some((name) => parts[name] === wanted)) ?? 'absent';

/** Returns the place, from 1, of the panel that the scene frames; undefined for none. */
export function framedPanel(
  frame: Frame | undefined,
  listed: readonly Panel[],
  places: readonly Panel[],
  hasLead: boolean,
): number | undefined {
  if (hasLead && (frame === 'third' || frame === 'curve1')) return places.length + 1;
  const panel = listed[['left', 'right', 'third'].indexOf(frame ?? '')];
  return panel && places.includes(panel) ? places.indexOf(panel) + 1 : undefined;
}
