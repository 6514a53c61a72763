import '../kit/lead.css';
import type { PanelPicture } from '../../session/picture/figure-view.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import type { Panel } from '../../session/view.ts';
import { CHOSEN } from '../kit/state/view-state.ts';
import { gameOf } from './game-info.ts';
import { NEURONS } from './network/neurons-panel.tsx';
import { WIDTHS } from './widths/panel.tsx';

const hasWidths = (state: AppState) => (gameOf(state)?.law.length ?? 0) > 0;
const isWidths = (state: AppState) => hasWidths(state) && CHOSEN.of(state) === 'widths';
const shownOf = (state: AppState) => (isWidths(state) ? WIDTHS : NEURONS);

function More() {
  const { store } = useSession();
  const t = useTranslate();
  const { Body } = useApp(shownOf);
  const has = useApp(hasWidths);
  const other = useApp((state) => (isWidths(state) ? NEURONS : WIDTHS).title(state, t));

  const toggle = () => CHOSEN.set(store, isWidths(store.getState()) ? null : 'widths');

  return (
    <>
      {has && (
        <button type="button" className="demand" data-testid="more-other" onClick={toggle}>
          {other}
        </button>
      )}
      <Body />
    </>
  );
}

const picture: PanelPicture = {
  aspect: 1,
  narrow: () => 0.8,
  draw: (kit, snapshot, size) => shownOf(snapshot.store.getState()).picture!.draw(kit, snapshot, size),
  tell: (state) => shownOf(state).picture!.tell(state),
};

export const MORE: Panel = {
  name: 'more',
  side: null,
  title: (state, t) => shownOf(state).title(state, t),
  Body: More,
  picture,
};
