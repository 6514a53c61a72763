import { createRoot } from 'react-dom/client';
import { createTranslate } from '../../i18n/messages.ts';
import { bindLanguage } from '../../session/bind-language.ts';
import { during } from '../../session/busy.ts';
import type { Session } from '../../session/session.ts';
import { SessionProvider } from '../../session/session-context.tsx';
import { loadFirstView } from '../../session/view.ts';
import { ErrorBoundary } from '../../ui/notices/ErrorBoundary.tsx';
import { bindEmbedKeys } from './bind-embed-keys.ts';
import { bindMessages } from './bind-messages.ts';
import { EmbedView } from './EmbedView.tsx';
import { openFragment } from './open-fragment.ts';
import { readPartner } from './protocol.ts';

/** Shows the fragment of the address and later loads. Never writes the address: frames share the parent's history. */
export function startEmbed(session: Session): void {
  openFragment(session, location.hash);
  addEventListener('hashchange', () => openFragment(session, location.hash));
  const partner = readPartner(location.search);
  const messages = bindMessages(session, partner);
  bindEmbedKeys(session, messages.passOnKey);
  void during(
    Promise.all([bindLanguage(session), loadFirstView()]).then(() =>
      createRoot(document.getElementById('root')!).render(
        <ErrorBoundary session={session}>
          <SessionProvider session={session}>
            {partner === 'none' && <NoPartner session={session} />}
            <EmbedView onHeight={messages.setHeight} />
          </SessionProvider>
        </ErrorBoundary>,
      ),
    ),
  );
}

/** Tells the page's author that `parent=` is not an origin. */
function NoPartner({ session }: { session: Session }) {
  const got = (new URLSearchParams(location.search).get('parent') ?? '').slice(0, 40);
  return (
    <p role="alert" className="no-partner">
      {createTranslate(session.store.getState().language)('embed.noParent', { got })}
    </p>
  );
}
