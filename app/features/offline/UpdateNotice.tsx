import './words.en.ts';
import './update-notice.css';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { Button } from '../../ui/fields/Button.tsx';
import type { TakeUpdate } from './follow-updates.ts';
import { keepOwn } from './own-table.ts';
import { updates } from './update.ts';

/** Milliseconds in which the address takes the step that is shown (app/session/scenario/bind-link.ts writes it at rest). */
const ADDRESS_WRITTEN = 400;

/**
 * Says that a newer version is there, in a corner, without taking the focus or moving anything. Never while a lecture is open or
 * a run plays: then it waits too.
 */
export function UpdateNotice({ take }: { take: TakeUpdate }) {
  const session = useSession();
  const t = useTranslate();
  const { update, later } = useStore(updates);
  const busy = useApp(({ lecture, playing }) => lecture !== null || playing);
  const [loses, setLoses] = useState(false);
  const [using, setUsing] = useState(false);
  const [stayed, setStayed] = useState(false);
  const shown = update !== 'none' && !later && !busy;

  const use = async () => {
    setUsing(true);
    session.pause();
    const { own, scenario } = session.store.getState();
    const isLeftOut = scenario.values.features === 'csv' && scenario.values.data === '';
    // Where it cannot be kept that is told first, and a second yes is one to that.
    if (own && isLeftOut && !loses && !(await keepOwn(own.blob))) {
      setLoses(true);
      setUsing(false);
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, ADDRESS_WRITTEN));
    await take();
    setStayed(true);
    setUsing(false);
  };
  const putOff = () => {
    updates.setState({ later: true });
    // The button goes with the notice.
    document.getElementById('play-button')?.focus();
  };

  return (
    // The region is there before its words, so that a screen reader tells them, and politely.
    <section className="update-place" role="status" aria-label={t('update.title')}>
      {shown && (
        <div className="update-notice">
          <p>
            {using ? t('update.using') : t(update === 'taken' ? 'update.taken' : 'update.waiting')}
            {loses && !using && ` ${t('update.loses')}`}
            {stayed && !using && ` ${t('update.stayed')}`}
          </p>
          <div className="update-answers">
            <Button primary disabled={using} onClick={() => void use()} words={t('update.use')} />
            <Button disabled={using} onClick={putOff} words={t('update.later')} />
          </div>
        </div>
      )}
    </section>
  );
}
