import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import '../ui/theme.css';
import '../ui/words.en.ts';
import '../ui/projector.css';
import '../ui/narrow.css';
import '../ui/touch.css';
import type { ReactNode } from 'react';
import { type RenderResult, render } from 'vitest-browser-react';
import { parseLink } from '../../engine/scenario/scenario.ts';
import '../problems/index.ts';
import { createSession } from '../session/create-session.ts';
import type { Session } from '../session/session.ts';
import { SessionProvider } from '../session/session-context.tsx';
import { lettersReady } from './letters.ts';

/** For component tests in a browser: renders what stands in a page, with the styles and words of every page, its engine, and the scenario of a link. */
export async function renderInSession(
  children: ReactNode,
  link = '',
): Promise<{ session: Session; screen: RenderResult }> {
  const session = createSession();
  session.load(parseLink(link).scenario);
  await Promise.all([opened(session), lettersReady()]);
  const screen = await render(<SessionProvider session={session}>{children}</SessionProvider>);
  return { session, screen };
}

/** Resolves when the scenario is open; rejects where it cannot be opened. */
function opened({ store }: Session): Promise<void> {
  return new Promise((resolve, reject) => {
    store.subscribe(
      ({ phase }) => phase,
      (phase) => {
        if (phase === 'ready') resolve();
        if (phase === 'lost') reject(new Error(`the scenario did not open: ${store.getState().fault.what}`));
      },
      { fireImmediately: true },
    );
  });
}
