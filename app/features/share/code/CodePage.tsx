import '../take-away-words.en.ts';
import '../take-away.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { CodeLanguage } from '../../../../engine/export/write-code.ts';
import { formatLink } from '../../../../engine/scenario/scenario.ts';
import type { Written } from '../../../../workers/protocol.ts';
import { writeClipboard } from '../../../session/scenario/copy-link.ts';
import { useSession, useTranslate } from '../../../session/session-context.tsx';
import { Button } from '../../../ui/fields/Button.tsx';
import { saveFile } from '../../../ui/save-file.ts';
import { askEngine, ownFileOf, scenarioOf, sourceOf, windowOf } from '../../../ui/take-away.ts';
import { useHeld } from '../use-held.ts';

const LANGUAGES = ['python', 'typescript', 'shell'] as const satisfies CodeLanguage[];

type Shown = (typeof LANGUAGES)[number];

const FILES: Readonly<Record<CodeLanguage, string>> = {
  python: 'twin-descent.py',
  notebook: 'twin-descent.ipynb',
  typescript: 'twin-descent.ts',
  shell: 'twin-descent.sh',
};

export function CodePage() {
  const session = useSession();
  const t = useTranslate();
  const state = useHeld();
  const [language, setLanguage] = useState<Shown>('python');
  const [written, setWritten] = useState<{ key: string; code: Written | null } | null>(null);
  const [said, setSaid] = useState('');

  const view = windowOf(state)?.join(',') ?? '';
  const key = [formatLink(scenarioOf(state)), state.own?.serial ?? '', view, language].join(' ');
  const latest = useRef(state);
  latest.current = state;

  /** Writes the code in a separate engine; `code` is null if the engine failed or was ended. */
  const write = useCallback(
    (language: CodeLanguage) => {
      const now = latest.current;
      const scenario = scenarioOf(now);
      const engine = session.startEngine();
      const request = {
        language,
        source: sourceOf(scenario),
        fragment: formatLink(scenario),
        file: ownFileOf(now),
        samplesFile: 'twin-descent-samples.csv',
        view: windowOf(now),
      };
      const code = askEngine(engine, scenario, now.own, () => engine.writeCode(scenario, request))
        .catch(() => null)
        .finally(() => engine.dispose());
      return { code, end: () => engine.dispose() };
    },
    [session],
  );

  useEffect(() => {
    let wanted = true;
    const { code, end } = write(language);
    void code.then((code) => {
      if (wanted) setWritten({ key, code });
    });
    return () => {
      wanted = false;
      end();
    };
  }, [key, language, write]);

  const code = written?.key === key ? written.code : undefined;
  const text = code && 'text' in code ? code.text : null;

  async function copy(): Promise<void> {
    if (text !== null) setSaid(t((await writeClipboard(text)) ? 'take.copied' : 'take.notCopied'));
  }

  function save(text: string | null, as: CodeLanguage): void {
    if (text === null) return;
    saveFile(new Blob([text], { type: 'text/plain;charset=utf-8' }), FILES[as]);
    setSaid(t('take.savedCode', { name: FILES[as] }));
  }

  async function saveNotebook(): Promise<void> {
    const code = await write('notebook').code;
    if (code && 'text' in code) save(code.text, 'notebook');
    else setSaid(t('take.failed'));
  }

  return (
    <section className="take">
      <fieldset className="take-languages">
        <legend>{t('take.language')}</legend>
        {LANGUAGES.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="take-language"
              checked={language === each}
              onChange={() => {
                setLanguage(each);
                setSaid('');
              }}
            />
            {t(`take.language.${each}`)}
          </label>
        ))}
      </fieldset>
      <p>{t(`take.code.${language}`)}</p>
      {code === undefined && <p role="status">{t('take.waiting')}</p>}
      {code === null && <p role="alert">{t('take.failed')}</p>}
      {code && 'refused' in code && (
        <p role="alert">
          {code.refused === 'problem'
            ? t('take.refused.problem')
            : t(`take.refused.${code.refused}`, { most: code.most, got: code.got })}
        </p>
      )}
      {text !== null && (
        <>
          <div className="take-actions">
            <Button primary onClick={() => void copy()} words={t('take.copy')} />
            <Button
              onClick={() => save(text, language)}
              words={t('take.saveCode', { name: FILES[language] })}
            />
            {language === 'python' && (
              <Button
                onClick={() => void saveNotebook()}
                words={t('take.saveCode', { name: FILES.notebook })}
              />
            )}
            <p role="status">{said}</p>
          </div>
          <section
            className="take-code take-long"
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it is scrolled by keyboard.
            tabIndex={0}
            aria-label={t(`take.language.${language}`)}
          >
            <pre dir="ltr">{text}</pre>
          </section>
        </>
      )}
    </section>
  );
}
