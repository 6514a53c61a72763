import { type ControlState, controlState, sceneLimits } from './controls.ts';
import { openScene } from './guessing.ts';
import { useApp, useTranslate } from './session-context.tsx';

/** What the page's link and the open scene let a person do with a control. */
export function useControl(name: string): ControlState {
  return useApp((state) => controlState(state.scenario, name, sceneLimits(openScene(state))));
}

/** The title of a control: of a locked one it says why it is off. */
export function useTitle(state: ControlState, title: string): string {
  const t = useTranslate();
  return state === 'locked' ? t('control.lockedTitle', { title }) : title;
}
