import type { Translate } from '../i18n/messages.ts';
import * as neurons from '../pictures/describe.ts';
import type { Describe } from '../pictures/picture.ts';
import * as networks from '../problems/two-layer/describe-network.ts';
import { outputKind } from '../problems/two-layer/output-drawing.ts';
import type { Snapshot } from '../session/snapshot.ts';
import type { AppState } from '../session/store.ts';
import { type Part, partsOf } from './parts.ts';

const CURVES = [neurons.excessCurve, neurons.distanceCurve, neurons.gradientCurve];

const OUTPUTS = {
  line: [networks.outputs],
  plane: [networks.leftResidual, networks.rightResidual],
  fit: [networks.fit],
} as const;

/** What tells the pictures of a part, which the page's own pictures are told by. */
function tellersOf(state: AppState, part: Part): readonly Describe[] {
  const network = state.opened?.network;
  switch (part) {
    case 'view':
      return partsOf(state)
        .filter((one) => one !== 'view')
        .flatMap((one) => tellersOf(state, one));
    case 'left':
      if (!network) return [neurons.leftMap];
      return [network.columns === 2 ? networks.neuron : networks.leftAngles];
    case 'right':
      if (!network) return [neurons.rightMap];
      return [network.columns === 2 ? networks.circle : networks.rightAngles];
    case 'data':
      return [neurons.data];
    case 'coordinates':
      return [neurons.coordinates];
    case 'curves':
      return CURVES;
    case 'output':
      return OUTPUTS[outputKind(state)];
    case 'objective':
      return [networks.objectiveCurve];
    case 'gap':
      return [networks.excessCurve];
  }
}

/** A figure in words, as the page tells its pictures to who does not see them. */
export function describeFigure(snapshot: Snapshot, part: Part, t: Translate): string {
  const state = snapshot.store.getState();
  return tellersOf(state, part)
    .map((tell) => tell(snapshot, state, t))
    .join('\n');
}
