import './words.en.ts';
import type { SideName } from '../../engine/contract.ts';
import { dynamicKey, type MessageKey, type Translate } from '../i18n/messages.ts';
import type { AppState } from '../session/store.ts';
import type { MapState } from './map-state.ts';

/** One neuron is what the page is about; two layers have panels with names of their own (`networkTitle`). */
function hasOwnSides(problem: string): boolean {
  return problem !== 'one-neuron' && problem !== 'two-layer';
}

/** What a side is called above its map. */
export function sideTitle({ scenario }: AppState, side: SideName, t: Translate): string {
  if (hasOwnSides(scenario.problem)) return problemSide(scenario.problem, side, t);
  const { blend = 1 } = scenario.values;
  return side === 'right' && blend < 1 ? t('side.rightBlend', { blend }) : t(`side.${side}`);
}

/** What a problem calls its side; where it has no words for it, what every right side is to its left one. */
export function problemSide(problem: string, side: SideName, t: Translate): string {
  return t(dynamicKey('side', side, problem)) || t(`side.${side}.other`);
}

/** What it is called beside its curve. */
export function sideShort({ scenario }: AppState, side: SideName, t: Translate): string {
  if (hasOwnSides(scenario.problem))
    return t(dynamicKey('side', side, scenario.problem, 'short')) || t(`side.${side}.other.short`);
  if (side === 'left') return t('side.left.short');
  return t((scenario.values.blend ?? 1) < 1 ? 'side.blend.short' : 'side.right.short');
}

/** Names of the two coordinates of a side's map: slope and bias where the second feature is the column of ones. */
export function weightAxes({ opened, problem, side }: Pick<MapState, 'opened' | 'problem' | 'side'>): {
  x: MessageKey;
  y: MessageKey;
} {
  if (problem === 'lift')
    return side === 'left' ? { x: 'axis.u', y: 'axis.alpha' } : { x: 'axis.v', y: 'axis.w' };
  if ((opened?.dimension ?? 2) > 2) return { x: 'axis.s', y: 'axis.t' };
  return opened?.samples.hasOnes ? { x: 'axis.slope', y: 'axis.bias' } : { x: 'axis.w1', y: 'axis.w2' };
}
