import type { MessageKey } from '../../i18n/messages.ts';
import type { Panel } from '../../session/view.ts';
import { lazyView } from '../../ui/lazy-view.tsx';

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
