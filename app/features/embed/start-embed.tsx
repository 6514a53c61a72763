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

/**
 * Shows the fragment of this frame's address, and whatever the page around it loads later. It writes no address: a frame's
 * history is that of the page around it.
 */
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

/** Says to who makes the page that the address names no origin to talk with. */
function NoPartner({ session }: { session: Session }) {
  const got = (new URLSearchParams(location.search).get('parent') ?? '').slice(0, 40);
  return (
    <p role="alert" className="no-partner">
      {createTranslate(session.store.getState().language)('embed.noParent', { got })}
    </p>
  );
}
