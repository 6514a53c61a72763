import { useMemo, useState } from 'react';
import { MAX_FRAGMENT } from '../../../../engine/scenario/scenario.ts';
import { dynamicKey } from '../../../i18n/messages.ts';
import { useTranslate } from '../../../session/session-context.tsx';
import { wantedStep } from '../../../session/store.ts';
import { lazyView } from '../../../ui/lazy-view.tsx';
import { CopyField } from '../CopyField.tsx';
import { useHeld } from '../use-held.ts';
import { fate } from './link-length.ts';
import { chosenLink, type LinkChoices, type LinkSection, partsOf } from './link-parts.ts';
import { carriesNotes, omittedParts } from './omitted-parts.ts';

const QrPart = lazyView(() => import('./QrPart.tsx'), 'QrPart');

export function LinkPage() {
  const t = useTranslate();
  const [choices, setChoices] = useState<LinkChoices>({ from: 'step', without: new Set() });
  const state = useHeld();

  const k = choices.from === 'step' ? wantedStep(state) : 0;
  const fragment = useMemo(() => chosenLink(state, choices), [state, choices]);
  const link = new URL(fragment, location.href).href;
  const { features, data } = state.scenario.values;
  const what = fate(link, fragment);

  function choose(next: Partial<LinkChoices>): void {
    setChoices({ ...choices, ...next });
  }

  function carry(part: LinkSection, carried: boolean): void {
    const without = new Set(choices.without);
    if (carried) without.delete(part);
    else without.add(part);
    choose({ without });
  }

  return (
    <div className="share-columns">
      <div className="share-main">
        <CopyField
          {...{ className: 'share', rows: 3, text: link }}
          label={t('share.link')}
          words={t('share.copy')}
          copied={t('share.copied', { k, complete: !(features === 'csv' && data === '') })}
          refused={t('share.refused')}
        >
          <p className="share-fate" data-fate={what}>
            {t('share.characters', { characters: link.length })}{' '}
            {what === 'unread'
              ? t('share.fate.unread', { characters: fragment.length - 1, most: MAX_FRAGMENT })
              : what !== 'fine' && t(`share.fate.${what}`)}
          </p>
        </CopyField>
        {wantedStep(state) > 0 && (
          <fieldset>
            <legend>{t('share.opens')}</legend>
            {(['step', 'start'] as const).map((from) => (
              <label key={from}>
                <input
                  type="radio"
                  name="share-from"
                  checked={choices.from === from}
                  onChange={() => choose({ from })}
                />
                {from === 'step' ? t('share.atStep', { k: wantedStep(state) }) : t('share.atStart')}
              </label>
            ))}
          </fieldset>
        )}
        {partsOf(state).length > 0 && (
          <fieldset>
            <legend>{t('share.carries')}</legend>
            {partsOf(state).map((part) => (
              <label key={part}>
                <input
                  type="checkbox"
                  checked={!choices.without.has(part)}
                  onChange={({ target }) => carry(part, target.checked)}
                />
                {t(dynamicKey('share.part', part))}
              </label>
            ))}
            {carriesNotes(state, choices) && <p className="share-hint">{t('share.notes')}</p>}
          </fieldset>
        )}
        <h3>{t('share.out')}</h3>
        <ul className="share-out">
          {omittedParts(state, choices).map((out) => (
            <li key={out.what}>{t('share.out.what', out)}</li>
          ))}
        </ul>
      </div>
      <QrPart link={link} fragment={fragment} k={k} />
    </div>
  );
}
