import './words.en.ts';
import type { SideName } from '../../engine/contract.ts';
import { dynamicKey, type Translate } from '../i18n/messages.ts';

/** What a problem calls its side above its panel; where it has no words for it, what every right side is to its left one. */
export function problemSide(problem: string, side: SideName, t: Translate): string {
  return t(dynamicKey('side', side, problem)) || t(`side.${side}.other`);
}

/** What it calls it beside its curve. */
export function problemShort(problem: string, side: SideName, t: Translate): string {
  return t(dynamicKey('side', side, problem, 'short')) || t(`side.${side}.other.short`);
}
