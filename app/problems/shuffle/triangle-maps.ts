import type { SideName } from '../../../engine/contract.ts';
import type { Panel } from '../../session/view.ts';
import { createFieldPanel } from '../fields/field-panel.tsx';

/** The map of a side over the triangle: E on the left, E + lambda P on the right. */
export const trianglePanel = (side: SideName): Panel =>
  createFieldPanel({ side, axes: () => ({ x: 'x₁', y: 'x₂' }) });
