import '../messages/en-share.ts';
import './share.css';
import * as Tabs from '@radix-ui/react-tabs';
import { type ComponentType, Suspense } from 'react';
import type { MessageKey } from '../messages/messages.ts';
import { lazyView } from '../views/lazy-view.tsx';
import { Modal } from '../views/Modal.tsx';
import { useTranslate } from '../views/session-context.tsx';

/** What can be shared or taken away, in the order of the tabs; each page's code is loaded when it is first shown. */
const PAGES: readonly { readonly name: string; readonly words: MessageKey; readonly Page: ComponentType }[] =
  [
    {
      name: 'link',
      words: 'share.tab.link',
      Page: lazyView(async () => (await import('./link/LinkPage.tsx')).LinkPage),
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
              <Page />
            </Suspense>
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Modal>
  );
}
