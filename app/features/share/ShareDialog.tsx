import './words.en.ts';
import '../../ui/param-words.en.ts';

import './share.css';
import * as Tabs from '@radix-ui/react-tabs';
import { type ComponentType, Suspense } from 'react';
import type { MessageKey } from '../../i18n/messages.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { lazyView } from '../../ui/lazy-view.tsx';
import { Modal } from '../../ui/Modal.tsx';

interface Page {
  readonly name: string;
  readonly words: MessageKey;
  /** `onClose` is for a page that opens something else. */
  readonly Page: ComponentType<{ onClose: () => void }>;
}

/** What can be shared or taken away, in the order of the tabs; each page's code is loaded when it is first shown. */
const PAGES: readonly Page[] = [
  {
    name: 'link',
    words: 'share.tab.link',
    Page: lazyView(async () => (await import('./link/LinkPage.tsx')).LinkPage),
  },
  {
    name: 'embed',
    words: 'share.tab.embed',
    Page: lazyView(async () => (await import('./embed/EmbedPage.tsx')).EmbedPage),
  },
  {
    name: 'saved',
    words: 'share.tab.saved',
    Page: lazyView(async () => (await import('./saved/SavedPage.tsx')).SavedPage),
  },
  {
    name: 'figure',
    words: 'share.tab.figure',
    Page: lazyView(async () => (await import('./figure/FigurePage.tsx')).FigurePage),
  },
  {
    name: 'film',
    words: 'share.tab.film',
    Page: lazyView(async () => (await import('./film/FilmPage.tsx')).FilmPage),
  },
  {
    name: 'data',
    words: 'share.tab.data',
    Page: lazyView(async () => (await import('./data/DataPage.tsx')).DataPage),
  },
  {
    name: 'code',
    words: 'share.tab.code',
    Page: lazyView(async () => (await import('./code/CodePage.tsx')).CodePage),
  },
];

/** Everything that leaves the page: links, embeds, figures, films, data, code. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const plain = (key: MessageKey) => (t as (key: MessageKey) => string)(key);
  return (
    <Modal title={t('share.title')} onClose={onClose}>
      <Tabs.Root className="share" defaultValue={PAGES[0]!.name}>
        <Tabs.List className="share-tabs" aria-label={t('share.title')}>
          {PAGES.map(({ name, words }) => (
            <Tabs.Trigger key={name} value={name} className="share-tab">
              {plain(words)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {PAGES.map(({ name, Page }) => (
          <Tabs.Content key={name} value={name} className="share-page">
            <Suspense>
              <Page onClose={onClose} />
            </Suspense>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Modal>
  );
}
