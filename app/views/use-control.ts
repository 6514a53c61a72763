import { type ControlState, controlState } from '../state/controls.ts';
import { useApp, useTranslate } from './session-context.tsx';

/** What the scenario's link lets a person do with a control. */
export function useControl(name: string): ControlState {
  return useApp((state) => controlState(state.scenario, name));
}

/** The title of a control: of a locked one it says why it is off. */
export function useTitle(state: ControlState, title: string): string {
  const t = useTranslate();
  return state === 'locked' ? t('control.lockedTitle', { title }) : title;
}
