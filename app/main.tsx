import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/source-serif-4/wght.css';
import './theme.css';
import './projector.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { bindLink } from './link/bind-link.ts';
import { bindLanguage } from './state/bind-language.ts';
import { createSession } from './state/create-session.ts';
import { shown } from './state/shown.ts';
import { SessionProvider } from './views/session-context.tsx';

/** The composition root: one session, bound to the address, shown by React. */
const session = createSession();
bindLink(session);
// The numbers behind the picture, for the console of a curious reader and for the tests: twinDescent.shown('left').
Object.assign(window, { twinDescent: { shown: (side: 'left' | 'right') => shown(session, side) } });
void bindLanguage(session).then(() =>
  createRoot(document.getElementById('root')!).render(
    <SessionProvider session={session}>
      <App />
    </SessionProvider>,
  ),
);
