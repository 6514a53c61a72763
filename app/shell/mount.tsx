import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import type { Session } from '../session/session.ts';
import { SessionProvider } from '../session/session-context.tsx';
import { loadFirstView } from '../session/view.ts';
import { ErrorBoundary } from '../ui/notices/ErrorBoundary.tsx';
import { App } from './App.tsx';

export async function mount(session: Session): Promise<void> {
  await loadFirstView();
  // In slices: engine answers are handled in between.
  startTransition(() =>
    createRoot(document.getElementById('root')!).render(
      <ErrorBoundary session={session}>
        <SessionProvider session={session}>
          <App />
        </SessionProvider>
      </ErrorBoundary>,
    ),
  );
}
