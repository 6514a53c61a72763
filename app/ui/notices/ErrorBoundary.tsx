import { Component, type ReactNode } from 'react';
import { createTranslate } from '../../i18n/messages.ts';
import { presentLink } from '../../session/scenario/bind-link.ts';
import type { Session } from '../../session/session.ts';
import { Button } from '../fields/Button.tsx';

interface Props {
  readonly session: Session;
  readonly children: ReactNode;
}

/** Replaces a page that failed to render with the error, the scenario's link, and a way back. */
export class ErrorBoundary extends Component<Props, { readonly failed: string | null }> {
  override state = { failed: null };

  static getDerivedStateFromError(error: unknown) {
    return { failed: String(error) };
  }

  override componentDidCatch(): void {
    this.props.session.pause();
  }

  override render(): ReactNode {
    const { session, children } = this.props;
    if (this.state.failed === null) return children;
    const t = createTranslate(session.store.getState().language);
    const link = linkOf(session);
    return (
      <main className="failed">
        <div role="alert">
          <h1>{t('failed.title')}</h1>
          <p>{t('failed.why', { reason: this.state.failed })}</p>
        </div>
        <p>
          {t('failed.link')} <a href={link}>{link}</a>
        </p>
        <p>
          <Button primary onClick={() => reload(link)} words={t('lost.reload')} />{' '}
          <a href="./">{t('failed.home')}</a>
        </p>
      </main>
    );
  }
}

/** Returns the scenario's address, else the present one. */
function linkOf(session: Session): string {
  try {
    return new URL(presentLink(session), location.href).href;
  } catch {
    return location.href;
  }
}

function reload(link: string): void {
  history.replaceState(null, '', link);
  location.reload();
}
