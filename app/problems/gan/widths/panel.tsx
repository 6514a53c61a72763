import '../chance-words.en.ts';
import type { WidthsReading } from '../../../../engine/problems/gan/types.ts';
import { say } from '../../kit/say.ts';
import { sweepPanel } from '../../kit/sweep/sweep-panel.tsx';
import { gameOf } from '../game-info.ts';
import { shownWidths, type WidthsState } from './drawing.ts';
import { SWEEP, sweepFor } from './facts.ts';

/** Shows the exact law and, on demand, a sweep of games. */
export const WIDTHS = sweepPanel<WidthsReading, WidthsState & { readonly from: number }>({
  ...{ name: 'widths', reading: 'widths', known: SWEEP },
  title: (_, t) => t('gan.widths'),
  label: (t) => t('aria.gan.widths'),
  tableTitle: (t) => t('gan.widths.table'),
  select(state) {
    const info = gameOf(state);
    const from = state.scenario.values.seed as number;
    return { info: info?.level === 'network' ? info : null, known: SWEEP.of(state), from };
  },
  ask: ({ info }) => sweepFor(info!),
  show: ({ from, ...state }, t) => shownWidths(state, from, t),
  word: (t, name, facts) => say(t, `gan.widths.${name}`, facts),
});
