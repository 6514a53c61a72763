import type { SideName } from '../../../engine/contract.ts';
import { dynamicKey } from '../../i18n/messages.ts';
import type { Panel } from '../../session/view.ts';
import { createFieldPanel } from '../fields/field-panel.tsx';
import { forecastWords } from './federated-words.ts';

/** The plane of a side: F_K in colour over the contours of F, and what a round does there. */
export const planePanel = (side: SideName): Panel =>
  createFieldPanel({
    side,
    facts: (state, t) => forecastWords(state, side, t),
    axes: () => ({ x: 'θ₁', y: 'θ₂' }),
    mark: ({ kind }, _, t) => ({
      kind: kind === 'minimum' ? 'plant' : kind === 'rest' ? 'minimum' : 'saddle',
      label: t(dynamicKey('mark', 'federated', kind)),
    }),
    height: (t) => t('fed.height'),
    under: (t) => t('fed.under'),
  });
