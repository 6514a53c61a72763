import './words.en.ts';
import './update-notice.css';
import { useState } from 'react';
import { useStore } from 'zustand';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { Button } from '../../ui/fields/Button.tsx';
import type { TakeUpdate } from './follow-updates.ts';
import { keepOwn } from './own-table.ts';
import { updates } from './update.ts';

/** Milliseconds until the address has the shown step (app/session/scenario/bind-link.ts). */
const ADDRESS_WRITTEN = 400;

/** Announces a newer version in a corner without taking focus or moving content. Waits while a lecture is open or a run plays. */
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
    // If the table cannot be stored, warn first; a second yes accepts the loss.
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
    // The focused button vanishes with the notice.
    document.getElementById('play-button')?.focus();
  };

  return (
    // Screen readers announce changes only in a region that already exists.
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
