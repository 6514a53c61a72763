import './more-panel.css';
import type { MessageKey, Translate } from '../../i18n/messages.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';
import type { Panel } from '../../session/view.ts';
import { lazyView } from '../../ui/lazy-view.tsx';
import { CHOSEN } from './state/view-state.ts';

interface MorePanel {
  /** Pictures to choose from; the first is the default. */
  readonly entries: readonly Panel[];
  /** Name of the menu. */
  label(t: Translate): string;
  /** Entry shown until one is chosen, if it is not the first; null for that one. */
  preferred?(state: AppState): string | null;
  /** Entry that must be shown now, overriding the choice; null for none. */
  needs?(state: Pick<AppState, 'extra'>): string | null;
}

function shownOf({ entries, needs, preferred }: MorePanel, state: AppState): Panel {
  const asked = needs?.(state) ?? CHOSEN.of(state) ?? preferred?.(state);
  return entries.find(({ name }) => name === asked) ?? entries[0]!;
}

function More({ of }: { of: MorePanel }) {
  const { entries, label } = of;
  const { store } = useSession();
  const t = useTranslate();
  const shown = useApp((state) => shownOf(of, state));
  const titles = useApp((state) => entries.map((entry) => entry.title(state, t)).join('\n')).split('\n');

  return (
    <>
      {entries.length > 1 && (
        <select
          className="more-choice"
          data-testid="more-choice"
          aria-label={label(t)}
          value={shown.name}
          onChange={({ target }) => CHOSEN.set(store, target.value)}
        >
          {entries.map(({ name }, i) => (
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

/** A panel titled by a menu of pictures; figures and films show the page's choice. */
export function createMorePanel(of: MorePanel): Panel {
  return {
    name: 'more',
    side: null,
    entries: of.entries,
    title: (state, t) => shownOf(of, state).title(state, t),
    // biome-ignore lint/correctness/noComponentHookFactories: a panel is made once, with its module.
    Body: () => <More of={of} />,
    picture: {
      aspect: 1,
      narrow: () => 1,
      draw: (kit, snapshot, size) =>
        shownOf(of, snapshot.store.getState()).picture!.draw(kit, snapshot, size),
      tell: (state) => shownOf(of, state).picture!.tell(state),
    },
  };
}

type Panels = Readonly<Record<string, Panel>>;

/** Panels whose code loads when one is shown, by name and title; until then their pictures are empty. `read` loads it for figures. */
export function lazyPanels(
  load: () => Promise<{ readonly THIRDS: Panels }>,
  titles: Readonly<Record<string, MessageKey>>,
) {
  let known: Panels | null = null;
  const get = async (): Promise<Panels> => {
    known ??= (await load()).THIRDS;
    return known;
  };
  const panels = Object.entries(titles).map(
    ([name, title]): Panel => ({
      name,
      side: null,
      title: (_, t) => (t as (key: MessageKey) => string)(title),
      Body: lazyView(async () => ({ Body: (await get())[name]!.Body }), 'Body'),
      get of() {
        return known?.[name]?.of;
      },
      picture: {
        aspect: 1,
        draw: (...at) => known?.[name]?.picture?.draw(...at) ?? [],
        tell: (state) => known?.[name]?.picture?.tell(state) ?? [],
      },
    }),
  );
  async function read(): Promise<undefined> {
    await get();
  }
  return { panels, read };
}
