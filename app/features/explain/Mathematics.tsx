import { dynamicKey, type MessageKey, type Translate } from '../../i18n/messages.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { Formula } from './Formula.tsx';
import type { FormulaFacts, Line } from './formula-facts.ts';
import { topicsOf } from './topics.ts';

/** The formulae of the problem that is shown, each with what it says and how it is known. */
export function Mathematics({ facts }: { facts: FormulaFacts }) {
  const t = useTranslate();
  return topicsOf(facts).map(({ id, lines }) => (
    <section key={id} className="topic" data-testid={`topic-${id}`}>
      <h3>{t(dynamicKey('explain.topic', id))}</h3>
      {lines.map((line) => (
        <Statement
          key={`${line.say} ${line.tex}`}
          line={line}
          title={t(dynamicKey('explain.topic', id))}
          t={t}
        />
      ))}
    </section>
  ));
}

function Statement({ line: { tex, say, standing }, title, t }: { line: Line; title: string; t: Translate }) {
  const words = t as (key: MessageKey) => string;
  return (
    <>
      {tex && <Formula tex={tex} label={title} />}
      {(say || standing) && (
        <p>
          {standing && (
            <span className={`standing ${standing}`}>{t(dynamicKey('explain.standing', standing))}</span>
          )}
          {say && words(say)}
        </p>
      )}
    </>
  );
}
