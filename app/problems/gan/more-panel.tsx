import '../kit/lead.css';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import type { Panel } from '../../session/view.ts';
import { CHOSEN } from '../kit/state/view-state.ts';
import { gameOf } from './game-info.ts';
import { NEURONS } from './network/neurons-panel.tsx';
import { WIDTHS } from './widths/panel.tsx';

const hasWidths = (state: AppState) => (gameOf(state)?.law.length ?? 0) > 0;
const shownOf = (state: AppState) =>
  hasWidths(state) && CHOSEN.of(state) === WIDTHS.name ? WIDTHS : NEURONS;

function More() {
  const { store } = useSession();
  const t = useTranslate();
  const shown = useApp(shownOf);
  const has = useApp(hasWidths);
  const other = shown === WIDTHS ? NEURONS : WIDTHS;
  const title = useApp((state) => other.title(state, t));
  const toggle = () => CHOSEN.set(store, other.name);

  return (
    <>
      {has && (
        <button type="button" className="demand" data-testid="more-other" onClick={toggle}>
          {title}
        </button>
      )}
      <shown.Body />
    </>
  );
}

/** Beside a network: its neurons, or by a button what width buys. */
export const MORE: Panel = {
  name: 'more',
  side: null,
  entries: [NEURONS, WIDTHS],
  title: (state, t) => shownOf(state).title(state, t),
  Body: More,
  picture: {
    aspect: 1,
    narrow: () => 0.8,
    draw: (kit, snapshot, size) => shownOf(snapshot.store.getState()).picture!.draw(kit, snapshot, size),
    tell: (state) => shownOf(state).picture!.tell(state),
  },
};

export const BESIDE_WEIGHTS = NEURONS;
