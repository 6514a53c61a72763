import './words.en.ts';
import type { SideName } from '../../engine/contract.ts';
import { dynamicKey, type Translate } from '../i18n/messages.ts';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';

/** Returns a side's name above its panel, else the general name. */
export function problemSide(problem: string, side: SideName, t: Translate): string {
  return t(dynamicKey('side', side, problem)) || t(`side.${side}.other`);
}

/** Returns a side's name next to its curve. */
export function problemShort(problem: string, side: SideName, t: Translate): string {
  return t(dynamicKey('side', side, problem, 'short')) || t(`side.${side}.other.short`);
}

export function legendWords(
  state: AppState,
  side: SideName,
  t: Translate,
): Readonly<Record<'title' | 'note' | 'whole', string>> {
  const { scenario, opened } = state;
  const shared = scenario.values.scale === 'shared';
  const over = t(opened?.planted ? 'legend.over.zero' : 'legend.over.references');
  const title = shared ? over : viewOf(state).short(state, side, t);
  const scale = t(shared ? 'legend.shared' : 'legend.own');
  return { title, note: shared ? scale : '', whole: t('legend.whole', { title, scale }) };
}
