import type { Translate } from '../i18n/messages.ts';
import { areDrawn, inputsOf } from '../pictures/data-drawing.ts';
import { sideTitle } from '../pictures/side-words.ts';
import { networkCurveTitle } from '../problems/two-layer/network-curve-drawing.ts';
import { networkTitle } from '../problems/two-layer/network-names.ts';
import { outputKind } from '../problems/two-layer/output-drawing.ts';
import type { AppState } from '../session/store.ts';

/** What a figure can be of: the whole view, or one of its panels. */
export type Part =
  | 'view'
  | 'left'
  | 'right'
  | 'data'
  | 'coordinates'
  | 'curves'
  | 'output'
  | 'objective'
  | 'gap';

/** The panels of what is shown, the whole view first. */
export function partsOf(state: AppState): Part[] {
  const { opened } = state;
  if (opened?.network) return ['view', 'left', 'right', 'output', 'objective', 'gap'];
  const dimension = opened?.dimension ?? 2;
  const inputs = inputsOf(state);
  return [
    'view',
    ...(dimension > 1 ? (['left', 'right'] as const) : []),
    ...(dimension === 1 || !areDrawn(inputs) ? (['coordinates'] as const) : []),
    ...(areDrawn(inputs) ? (['data'] as const) : []),
    'curves',
  ];
}

/** What a panel is called. */
export function partTitle(state: AppState, part: Part, t: Translate): string {
  const network = state.opened?.network;
  switch (part) {
    case 'view':
      return t('figure.view');
    case 'left':
      return network ? networkTitle(state, 'left', t) : sideTitle(state, 'left', t);
    case 'right':
      return network ? networkTitle(state, 'right', t) : sideTitle(state, 'right', t);
    case 'data':
      return t('data.title');
    case 'coordinates':
      return t('coordinates.title');
    case 'curves':
      return t('figure.curves');
    case 'output':
      return t(outputKind(state) === 'plane' ? 'network.residuals' : 'network.output');
    case 'objective':
      return networkCurveTitle('objective', t);
    case 'gap':
      return networkCurveTitle('excess', t);
  }
}
