import { sweepPanel } from '../../kit/panel.tsx';
import { createSkies, describeSkies } from './drawing.ts';
import { SkiesPlate } from './SkiesPlate.tsx';

export const SKIES_PANEL = sweepPanel({
  ...{ name: 'skies', Body: SkiesPlate, aspect: 0.8 },
  ...{ create: () => createSkies(null), tell: describeSkies },
  title: (_, t) => t('skies.label'),
});
