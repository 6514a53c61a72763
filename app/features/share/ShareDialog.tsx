import './words.en.ts';
import '../../ui/fields/param-words.en.ts';

import './share.css';
import * as Tabs from '@radix-ui/react-tabs';
import type { ComponentType } from 'react';
import { useTranslate } from '../../session/session-context.tsx';
import { Coming, lazyView } from '../../ui/lazy-view.tsx';
import { Modal } from '../../ui/windows/Modal.tsx';

/** In tab order; loaded when first shown. */
const PAGES = {
  link: lazyView(() => import('./link/LinkPage.tsx'), 'LinkPage'),
  embed: lazyView(() => import('./embed/EmbedPage.tsx'), 'EmbedPage'),
  saved: lazyView(() => import('./saved/SavedPage.tsx'), 'SavedPage'),
  figure: lazyView(() => import('./figure/FigurePage.tsx'), 'FigurePage'),
  film: lazyView(() => import('./film/FilmPage.tsx'), 'FilmPage'),
  data: lazyView(() => import('./data/DataPage.tsx'), 'DataPage'),
  code: lazyView(() => import('./code/CodePage.tsx'), 'CodePage'),
} as const satisfies Record<string, ComponentType<{ onClose: () => void }>>;
const NAMES = Object.keys(PAGES) as (keyof typeof PAGES)[];

export function ShareDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  return (
    <Modal title={t('share.title')} onClose={onClose}>
      <Tabs.Root className="share" defaultValue={NAMES[0]!}>
        <Tabs.List className="share-tabs" aria-label={t('share.title')}>
          {NAMES.map((name) => (
            <Tabs.Trigger key={name} value={name} className="share-tab">
              {t(`share.tab.${name}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {NAMES.map((name) => {
          const Page: ComponentType<{ onClose: () => void }> = PAGES[name];
          return (
            <Tabs.Content key={name} value={name} className="share-page">
              <Coming>
                <Page onClose={onClose} />
              </Coming>
            </Tabs.Content>
          );
        })}
      </Tabs.Root>
    </Modal>
  );
}
