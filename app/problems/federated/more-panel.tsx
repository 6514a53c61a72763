import './network-words.en.ts';
import type { PanelPicture } from '../../session/figure-view.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import type { Panel } from '../../session/view.ts';
import { PartTabs } from '../../ui/PartTabs.tsx';
import { KERNEL } from './kernel-panel.tsx';
import { SWEEP_PANELS } from './sweep-panel.tsx';

/** What can be had in the third panel of the network: a tab each, called `fed.more.part.<name>`; figures and films show what the page does. */
const ENTRIES: readonly Panel[] = [KERNEL, ...SWEEP_PANELS];
const NAMES = ENTRIES.map(({ name }) => name);

const shownOf = ({ readings }: Pick<AppState, 'readings'>): Panel =>
  ENTRIES.find(({ name }) => name === readings.more?.value) ?? KERNEL;

function More() {
  const session = useSession();
  const t = useTranslate();
  const shown = useApp(shownOf);

  function choose(value: string): void {
    const { readings, landscape } = session.store.getState();
    session.store.setState({ readings: { ...readings, more: { landscape, step: null, value } } });
  }

  return (
    <>
      {NAMES.length > 1 && (
        <PartTabs of="fed.more" label={t('fed.more')} parts={NAMES} part={shown.name} onPart={choose} />
      )}
      <div
        className="part"
        {...(NAMES.length > 1 && {
          id: 'fed.more-part',
          role: 'tabpanel',
          'aria-labelledby': `fed.more-tab-${shown.name}`,
        })}
      >
        <shown.Body />
      </div>
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
