import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import type { AppState } from '../session/store.ts';
import { type Curve, type Panel, viewOf } from '../session/view.ts';

/** Returns the panels and curves that the page leaves out until more pictures are asked for. */
function leftOut(state: AppState): (Panel | Curve)[] {
  const view = viewOf(state);
  const names = view.second?.(state) ?? [];
  return [...view.panels(state), ...view.curves].filter(({ name }) => names.includes(name));
}

/** Buttons that show a forecast, and the pictures that the first screen leaves out. */
export function Chips() {
  const session = useSession();
  const t = useTranslate();
  const { forecast, pictures } = useApp(({ scenario }) => scenario.values);
  const foretells = useApp((state) => viewOf(state).foretells ?? false);
  const more = useApp((state) => {
    const titles = leftOut(state).map((of) => of.title(state, t));
    return [...(viewOf(state).instead?.(state, t) ?? []), ...titles].join(' · ');
  });
  return (
    <>
      {foretells && (
        <button
          type="button"
          className="chip"
          data-testid="forecast"
          aria-pressed={forecast}
          onClick={() => session.change({ forecast: !forecast })}
        >
          {t('chip.forecast')}
        </button>
      )}
      {more !== '' && (
        <button
          type="button"
          className="chip"
          data-testid="pictures"
          aria-pressed={pictures === 'all'}
          title={more}
          aria-description={more}
          onClick={() => session.change({ pictures: pictures === 'all' ? 'first' : 'all' })}
        >
          {t('chip.pictures')}
        </button>
      )}
    </>
  );
}
