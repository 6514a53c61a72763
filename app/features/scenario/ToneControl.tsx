import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';

/** Turns the tone on and off, and says what it means. */
export function ToneControl() {
  const session = useSession();
  const t = useTranslate();
  const tone = useApp((state) => state.tone);
  return (
    <>
      <label className="control flag">
        <input type="checkbox" checked={tone} onChange={session.toggleTone} />
        <span>{t('tone.toggle')}</span>
      </label>
      <p className="note">{t('tone.mapping')}</p>
    </>
  );
}
