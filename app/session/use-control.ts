import { type ControlState, controlState, sceneLimits } from './controls.ts';
import { openScene } from './guessing.ts';
import { useApp, useTranslate } from './session-context.tsx';

/** Returns a control's state under the link and the open scene. */
export function useControl(name: string): ControlState {
  return useApp((state) => controlState(state.scenario, name, sceneLimits(openScene(state))));
}

/** Returns a control's tooltip; a locked one's says why it is off. */
export function useTitle(state: ControlState, title: string): string {
  const t = useTranslate();
  return state === 'locked' ? t('control.lockedTitle', { title }) : title;
}
