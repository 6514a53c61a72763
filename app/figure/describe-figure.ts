import type { Translate } from '../i18n/messages.ts';
import { describeCurve } from '../pictures/curve/describe-curve.ts';
import type { Describe } from '../session/picture/picture.ts';
import type { Snapshot } from '../session/picture/snapshot.ts';
import { withRoom } from '../session/scene-parts.ts';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';
import { type FigurePart, figureOf, partsOf, pictureOf } from './parts.ts';

/** Returns a part's describing functions. */
function tellersOf(state: AppState, part: FigurePart): readonly Describe[] {
  const { alone } = figureOf(state);
  if (part === 'view')
    return partsOf(state)
      .filter((one) => one !== 'view')
      .flatMap((one) => tellersOf(state, one));
  const picture = pictureOf(state, part) ?? alone?.find(({ name }) => name === part);
  return picture ? picture.tell(state) : withRoom(state, viewOf(state).curves).map(describeCurve);
}

/** Describes a figure as the page does for screen readers. */
export function describeFigure(snapshot: Snapshot, part: FigurePart, t: Translate): string {
  const state = snapshot.store.getState();
  return tellersOf(state, part)
    .map((tell) => tell(snapshot, state, t))
    .join('\n');
}
