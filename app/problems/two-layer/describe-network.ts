import { SIDES } from '../../../engine/side-names.ts';
import { networkOf } from './network-info.ts';
import '../../pictures/alt-words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import { formatNumberShort, formatPlace, formatReadout } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Describe } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { AppState } from '../../session/store.ts';
import { countDirections, countKept, objectiveOf, readingNow } from './network-facts.ts';
import { networkName } from './network-names.ts';
import { neuronShown, neuronsAt } from './network-pictures.ts';
import { leftWords, rightWords } from './network-words.ts';

/** Text alternatives of two layers. */

function verdictOf(session: Snapshot, state: AppState, side: SideName, t: Translate): string {
  return (side === 'left' ? leftWords : rightWords)(session, state, t);
}

function neurons(session: Snapshot, state: AppState, side: SideName, t: Translate): string {
  const { columns, neurons: all } = networkOf(state.opened)!;
  const flat = neuronsAt(session, side);
  const dead = side === 'left' ? (readingNow(state)?.left.dead.subarray(0, all) ?? []) : [];
  return t('alt.neurons', {
    side: networkName(state, side, t),
    kept: countKept(flat, columns),
    directions: countDirections(flat, columns).directions,
    dead: Array.from(dead).filter((flag) => flag !== 0).length,
  });
}

export const neuron: Describe = (session, state, t) => {
  const network = networkOf(state.opened);
  const j = neuronShown(state);
  const words = t('aria.neuron', { j: j + 1 });
  if (!network) return words;
  const flat = neuronsAt(session, 'left');
  const { columns } = network;
  const parts = [
    words,
    t('alt.neuron', {
      k: state.k,
      at: formatPlace(flat.subarray(columns * j, columns * (j + 1))),
      output: formatNumberShort(Number(flat[columns * network.neurons + j]!.toPrecision(4))),
      objective: formatReadout(objectiveOf(session, 'left')),
    }),
    verdictOf(session, state, 'left', t),
  ];
  return t('alt.whole', { parts });
};

export const circle: Describe = (session, state, t) => {
  if (!networkOf(state.opened)) return t('aria.circle');
  const parts = [
    t('aria.circle'),
    t('alt.step', { k: state.k }),
    ...SIDES.map((side) => neurons(session, state, side, t)),
    verdictOf(session, state, 'right', t),
  ];
  return t('alt.whole', { parts });
};

function angles(side: SideName): Describe {
  return (session, state, t) => {
    const right = networkName(state, 'right', t);
    const hasTeacher = networkOf(state.opened)?.teacher != null;
    const words = t('aria.angles', { side: networkName(state, side, t), right: hasTeacher ? null : right });
    if (!networkOf(state.opened)) return words;
    const parts = [
      words,
      t('alt.step', { k: state.k }),
      neurons(session, state, side, t),
      verdictOf(session, state, side, t),
    ];
    return t('alt.whole', { parts });
  };
}

export const leftAngles = angles('left');
export const rightAngles = angles('right');

/** Returns the root mean square and largest size of a side's residuals. */
function misfit(state: AppState, side: SideName, t: Translate): string {
  const residual = readingNow(state)?.[side].residual;
  if (!residual || residual.length === 0) return '';
  const squares = residual.reduce((sum, value) => sum + value * value, 0);
  const largest = residual.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  return t('alt.misfit', {
    side: networkName(state, side, t),
    mean: formatReadout(Math.sqrt(squares / residual.length)),
    largest: formatReadout(largest),
  });
}

function misfits(words: (t: Translate) => string, sides: readonly SideName[]): Describe {
  return (_, state, t) => {
    const told = [words(t), t('alt.step', { k: state.k }), ...sides.map((side) => misfit(state, side, t))];
    return t('alt.whole', { parts: told.filter((part) => part !== '') });
  };
}

/** Describe both outputs over one feature, and both outputs against the labels. */
export const outputs = misfits((t) => t('aria.output'), SIDES);
export const fit = misfits((t) => t('network.fit'), SIDES);

const sideOf =
  (key: 'aria.output.side' | 'aria.fit.side' | 'aria.residual') =>
  (side: SideName): Describe =>
  (session, state, t) =>
    misfits(() => t(key, { side: networkName(state, side, t) }), [side])(session, state, t);

/** Describe one side's output over one feature, or against the labels. */
export const sideOutput = sideOf('aria.output.side');
export const sideFit = sideOf('aria.fit.side');

const residualMap = sideOf('aria.residual');
export const leftResidual = residualMap('left');
export const rightResidual = residualMap('right');
