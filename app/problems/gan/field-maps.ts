import type { SideName } from '../../../engine/contract.ts';
import type { Panel } from '../../session/view.ts';
import { createFieldPanel } from '../fields/field-panel.tsx';
import { forecastWords } from './game-words.ts';

/** The maps of the plane, (w, d) with what a round moves, and those of two weights with the value against the best discriminator. */

export const planePanel = (side: SideName): Panel =>
  createFieldPanel({
    side,
    facts: (state, t) => forecastWords(state, side, t),
    axes: (_, t) => ({ x: t('gan.axis.w'), y: t('gan.axis.d') }),
    mark: ({ kind }, _, t) => (kind === 'saddle' ? { kind, label: t('gan.mark.saddle') } : null),
  });

export const weightsPanel = (side: SideName): Panel =>
  createFieldPanel({
    side,
    axes: () => ({ x: 'w₁', y: 'w₂' }),
    mark: (_, __, t) => ({ kind: 'minimum', label: t('gan.mark.floor') }),
    height: (t) => t('gan.height'),
  });
