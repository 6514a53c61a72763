import './help-words.en.ts';
import '../features/scenario/words.en.ts';
import '../ui/fields/param-words.en.ts';
import '../features/offline/words.en.ts';
import '../features/lecture/present/words.en.ts';

import '../ui/look/class.css';
import { namesOf } from '../../engine/params.ts';
import { KEY_NAMES, type KeyName } from '../../engine/scenario/key-names.ts';
import { VIEW_PARAMS } from '../../engine/scenario/view-params.ts';
import type { MessageKey } from '../i18n/messages.ts';
import { isLimited, sceneLimits } from '../session/controls.ts';
import { openScene } from '../session/guessing.ts';
import { KEYS } from '../session/keys.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { viewOf } from '../session/view.ts';
import { ParamControl } from '../ui/fields/ParamControl.tsx';
import { Modal } from '../ui/windows/Modal.tsx';
import { OpenWithoutLimits } from './OpenWithoutLimits.tsx';

/** Keys without a switch, because nobody presses them by accident. */
const ALWAYS: readonly (readonly [MessageKey, MessageKey])[] = [
  ['key.ctrlZ', 'key.undo'],
  ['key.escape', 'key.close'],
  ['key.altK', 'key.playPause'],
  ['key.altR', 'key.reset'],
];

/** Explains the comparison, lists each key with its switch (WCAG 2.1.4), and leads out of a link's limits. */
export function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const plain = (key: MessageKey) => (t as (key: MessageKey) => string)(key);
  const { lines, source } = useApp((state) => viewOf(state).help);
  const limited = useApp((state) => isLimited(state.scenario, sceneLimits(openScene(state))));
  return (
    <Modal title={t('help.title')} onClose={onClose}>
      {limited && (
        <p className="limits">
          {t('help.limits')} <OpenWithoutLimits />
        </p>
      )}
      <ParamControl name="lang" spec={VIEW_PARAMS.lang} />
      <section>
        <h3>{t('help.compared')}</h3>
        {lines.map((key) => (
          <p key={key}>{plain(key)}</p>
        ))}
        {source && <p className="muted">{plain(source)}</p>}
      </section>
      <h3>{t('help.keys')}</h3>
      <p>{t('help.intro')}</p>
      <Switches />
      <ul className="key-list">
        {ALWAYS.map(([key, words]) => (
          <li key={key}>
            <span>
              <kbd>{plain(key)}</kbd> {plain(words)}
            </span>
          </li>
        ))}
      </ul>
      <p>{t('help.always')}</p>
      <p>{t('help.honest')}</p>
      <p>
        <b>{t('help.cite')}</b> {t('help.cite.text')}
      </p>
      <p>
        <a className="open-free" href="./licences.txt" target="_blank" rel="noopener">
          {t('help.licences')}
        </a>
      </p>
    </Modal>
  );
}

function Switches() {
  const session = useSession();
  const t = useTranslate();
  const plain = (key: MessageKey) => (t as (key: MessageKey) => string)(key);
  const all = useApp(({ scenario }) => scenario.values.keys);
  const off = useApp(({ scenario }) => scenario.values.keysoff);
  const isOff = (name: KeyName) => namesOf(off).includes(name);
  const toggle = (name: KeyName) =>
    session.change({
      keysoff: KEY_NAMES.filter((known) => (known === name ? !isOff(known) : isOff(known))).join(','),
    });
  return (
    <>
      <label className="help-all">
        <input type="checkbox" checked={all} onChange={() => session.change({ keys: !all })} />
        {t('help.all')}
      </label>
      <p className="muted">{t('help.switch')}</p>
      <ul className="key-list">
        {KEYS.map(({ does, name, cap, words }) => (
          <li key={does}>
            <label>
              <input type="checkbox" checked={!isOff(name)} disabled={!all} onChange={() => toggle(name)} />
              <kbd>{plain(cap)}</kbd> {plain(words)}
            </label>
          </li>
        ))}
      </ul>
    </>
  );
}
