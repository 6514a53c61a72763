import { dynamicKey, type MessageKey, type Translate } from '../../i18n/messages.ts';
import type { Explanation, Line, Subject } from '../../session/explanation.ts';
import { useTranslate } from '../../session/session-context.tsx';
import { Formula } from './Formula.tsx';
import { ruleFacts, ruleTopic } from './rule-topic.ts';

/** The formulae of the problem that is shown, each with what it says and how it is known. */
export function Mathematics({ explanation, of }: { explanation: Explanation; of: Subject }) {
  const t = useTranslate();
  return explanation.topics(of).map((topic) => {
    const { id, lines } = topic === 'rule' ? ruleTopic(ruleFacts(of), explanation.notation(of)) : topic;
    const title = t(dynamicKey('explain.topic', id));
    return (
      <section key={id} className="topic" data-testid={`topic-${id}`}>
        <h3>{title}</h3>
        {lines.map((line) => (
          <Statement key={`${line.say} ${line.tex}`} line={line} title={title} t={t} />
        ))}
      </section>
    );
  });
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
