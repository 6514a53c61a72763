import { presentLink } from '../../link/bind-link.ts';
import { copyLink } from '../../link/copy-link.ts';
import { useApp, useSession, useTranslate } from '../../views/session-context.tsx';

/** The link of what is shown, to be copied. */
export function LinkPage() {
  const session = useSession();
  const t = useTranslate();
  // Anew with every change of what a link holds.
  useApp(({ scenario, k }) => `${k}${JSON.stringify(scenario)}`);
  const link = new URL(presentLink(session), location.href).href;
  return (
    <section>
      <p className="share-link">{link}</p>
      <button type="button" onClick={() => void copyLink(session, presentLink(session), t)}>
        {t('share.copy')}
      </button>
    </section>
  );
}
