import './held.css';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { heldStep } from './pictured.ts';

/** Names the last step shown after divergence. */
export function HeldNote() {
  const session = useSession();
  const t = useTranslate();
  const held = useApp(() => heldStep(session));
  return held === null ? null : <p className="held">{t('network.held', { k: held })}</p>;
}
