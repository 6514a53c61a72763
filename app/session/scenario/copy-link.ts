import type { Translate } from '../../i18n/messages.ts';
import type { Session } from '../session.ts';

/** Returns false if the browser refuses. */
export async function writeClipboard(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

/** Copies a fragment with the page's address, and says so. */
export async function copyLink(session: Session, fragment: string, t: Translate): Promise<void> {
  const link = new URL(fragment, location.href).href;
  const { features, data } = session.store.getState().scenario.values;
  if (await writeClipboard(link))
    session.say(features === 'csv' && data === '' ? 'toast.copiedWithoutData' : 'toast.copied');
  // Without permission, let the person copy by hand.
  else prompt(t('toast.link'), link);
}
