import type { Panel } from '../../session/view.ts';
import { SkiesPlate } from './SkiesPlate.tsx';
import { createSkies, describeSkies } from './skies-drawing.ts';

const noneRead = () => createSkies(null);

/** Many skies, as an entry of the third panel of an image. */
export const SKIES_PANEL: Panel = {
  name: 'skies',
  side: null,
  title: (_, t) => t('skies.label'),
  Body: SkiesPlate,
  picture: {
    aspect: 0.8,
    draw: (kit, snapshot, size) => kit.draw(noneRead, snapshot, size),
    tell: () => [describeSkies],
  },
};
