import type { Translate } from '../messages/messages.ts';
import type { Session } from '../state/create-session.ts';

/** Puts a fragment with the page's address on the clipboard, and says so. */
export async function copyLink(session: Session, fragment: string, t: Translate): Promise<void> {
  const link = new URL(fragment, location.href).href;
  const { features, data } = session.store.getState().scenario.values;
  try {
    await navigator.clipboard.writeText(link);
    session.say(features === 'csv' && data === '' ? 'said.copiedWithoutData' : 'said.copied');
  } catch {
    // Without the clipboard's permission the person copies by hand.
    prompt(t('said.link'), link);
  }
}
