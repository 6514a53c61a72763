import './network-words.en.ts';
import type { PanelPicture } from '../../session/figure-view.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import type { Panel } from '../../session/view.ts';
import { KERNEL } from './kernel-panel.tsx';
import { SWEEP_PANELS } from './sweep-panel.tsx';

/** What can be had in the third panel of the network, one at a time; figures and films show what the page does. */
const ENTRIES: readonly Panel[] = [KERNEL, ...SWEEP_PANELS];

/** The one that was chosen; the kernel while it is pointed at. */
function shownOf({ readings, extra }: Pick<AppState, 'readings' | 'extra'>): Panel {
  const chosen = ENTRIES.find(({ name }) => name === readings.more?.value);
  return extra?.highlight === 'kernel' || !chosen ? KERNEL : chosen;
}

function More() {
  const session = useSession();
  const t = useTranslate();
  const shown = useApp(shownOf);
  const titles = useApp((state) => ENTRIES.map((entry) => entry.title(state, t)).join('\n')).split('\n');

  function choose(value: string): void {
    const { readings, landscape } = session.store.getState();
    session.store.setState({ readings: { ...readings, more: { landscape, step: null, value } } });
  }

  return (
    <>
      {ENTRIES.length > 1 && (
        <select
          className="more-choice"
          data-testid="more-choice"
          aria-label={t('fed.more')}
          value={shown.name}
          onChange={({ target }) => choose(target.value)}
        >
          {ENTRIES.map(({ name }, i) => (
            <option key={name} value={name}>
              {titles[i]}
            </option>
          ))}
        </select>
      )}
      <shown.Body />
    </>
  );
}

const picture: PanelPicture = {
  aspect: 1,
  narrow: () => 1,
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
