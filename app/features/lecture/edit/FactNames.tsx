import './fact-words.en.ts';
import { FACTS, type FactName } from '../../../../engine/scenario/fact-names.ts';
import { useTranslate } from '../../../session/session-context.tsx';

/** The numbers that a text can name, each with what it is; one that is chosen is put into the text. */
export function FactNames({ onChoose }: { onChoose: (name: string) => void }) {
  const t = useTranslate();
  return (
    <details className="fact-names">
      <summary>{t('lecture.facts')}</summary>
      <p className="lecture-hint">{t('lecture.factsHint', { name: '{{name}}', at: '{{name@40}}' })}</p>
      <ul>
        {(Object.keys(FACTS) as FactName[]).map((name) => (
          <li key={name}>
            <button type="button" onClick={() => onChoose(name)}>
              <code>{name}</code> <span>{t(`fact.${name}`)}</span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
