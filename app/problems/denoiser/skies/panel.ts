import { readPanel } from '../../kit/picture-panel.tsx';
import { createSkies, describeSkies } from './drawing.ts';
import { SkiesPlate } from './SkiesPlate.tsx';

export const SKIES_PANEL = readPanel({
  ...{ name: 'skies', Body: SkiesPlate, aspect: 0.8 },
  ...{ create: () => createSkies(null), tell: describeSkies },
  title: (_, t) => t('skies.label'),
});
