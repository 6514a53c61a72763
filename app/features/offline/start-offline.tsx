import { createRoot } from 'react-dom/client';
import type { Session } from '../../session/session.ts';
import { SessionProvider } from '../../session/session-context.tsx';
import { keepOffline } from './keep-offline.ts';
import { UpdateNotice } from './UpdateNotice.tsx';

/** Keeps the page for times without a network, and shows a notice where a newer version is there. */
export async function startOffline(session: Session): Promise<void> {
  const take = await keepOffline();
  if (!take) return;
  const place = document.createElement('div');
  document.body.append(place);
  createRoot(place).render(
    <SessionProvider session={session}>
      <UpdateNotice take={take} />
    </SessionProvider>,
  );
}
