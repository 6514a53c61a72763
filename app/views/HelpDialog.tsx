import '../messages/en-panels.ts';
import type { MessageKey } from '../messages/messages.ts';
import { Modal } from './Modal.tsx';
import { useTranslate } from './session-context.tsx';

const KEYS: readonly (readonly [MessageKey, MessageKey])[] = [
  ['key.space', 'key.playPause'],
  ['key.arrows', 'key.step'],
  ['key.home', 'key.homeEnd'],
  ['key.r', 'key.reset'],
  ['key.n', 'key.newSeed'],
  ['key.plusMinus', 'key.speed'],
  ['key.ctrlZ', 'key.undo'],
  ['key.f', 'key.fullScreen'],
  ['key.p', 'key.projector'],
  ['key.b', 'key.blank'],
  ['key.question', 'key.help'],
];

export function HelpDialog({ onClose }: { onClose: () => void }) {
  const t = useTranslate();
  const plain = (key: MessageKey) => (t as (key: MessageKey) => string)(key);
  return (
    <Modal title={t('help.title')} onClose={onClose}>
      <section>
        <h3>{t('help.compared')}</h3>
        <p>{t('app.lead')}</p>
        <p>{t('help.left')}</p>
        <p>{t('help.right')}</p>
        <p>{t('help.step')}</p>
        <p className="muted">{t('app.source')}</p>
      </section>
      <h3>{t('help.keys')}</h3>
      <p>{t('help.intro')}</p>
      <dl className="keys">
        {KEYS.map(([key, words]) => (
          <div key={key}>
            <dt>
              <kbd>{plain(key)}</kbd>
            </dt>
            <dd>{plain(words)}</dd>
          </div>
        ))}
      </dl>
      <p>{t('help.always')}</p>
      <p>{t('help.honest')}</p>
      <p>
        <b>{t('help.cite')}: </b>
        {t('help.cite.text')}
      </p>
    </Modal>
  );
}
