import { useLayoutEffect, useRef } from 'react';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState, AppStore } from '../../session/store.ts';
import { Button } from '../fields/Button.tsx';

/** Returns the trouble's key; null for none. */
function troubleOf({ phase, fault, unresponsive, picturesFailed }: AppState) {
  if (phase === 'lost') return fault.what;
  if (unresponsive) return 'unresponsive';
  return picturesFailed ? 'pictures' : null;
}

/** Reports a lost, silent or failed engine; results stay, and one button continues. */
export function EngineError() {
  const trouble = useApp(troubleOf);
  return trouble && <Trouble key={trouble} trouble={trouble} />;
}

/** Focuses the play button once enabled, unless the focus has moved. */
function focusPlay(store: AppStore): void {
  const wait = setInterval(() => {
    if (store.getState().phase === 'opening') return;
    clearInterval(wait);
    if (document.activeElement === document.body) document.getElementById('play-button')?.focus();
  }, 16);
}

function Trouble({ trouble }: { trouble: NonNullable<ReturnType<typeof troubleOf>> }) {
  const session = useSession();
  const t = useTranslate();
  const facts = { ...useApp((state) => state.fault), what: trouble };
  const place = useRef<HTMLElement>(null);
  // The buttons disappear, so the play button gets their focus.
  useLayoutEffect(() => {
    const section = place.current;
    return () => {
      if (section?.contains(document.activeElement)) focusPlay(session.store);
    };
  }, [session]);
  return (
    <section ref={place} className="notices fault">
      <p role={trouble === 'unresponsive' ? 'status' : 'alert'}>
        <b>{t('fault.title', facts)}</b> {t('fault.text', facts)}
      </p>
      {trouble === 'unresponsive' && <Button onClick={session.waitOn} words={t('fault.wait')} />}
      <Button primary onClick={session.startAgain} words={t('fault.again')} />
    </section>
  );
}
