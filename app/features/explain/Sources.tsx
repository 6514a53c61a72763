import { ExternalLink } from 'lucide-react';
import { dynamicKey } from '../../i18n/messages.ts';
import { useTranslate } from '../../session/session-context.tsx';

/** What the explanation stands on. A place is asked for only when its link is followed. */
const SOURCES = [
  { id: 'relaxation', place: 'doi.org/10.1109/ALLERTON.2019.8919769', say: 'explain.sources.abstract' },
  { id: 'glmtron', place: 'arxiv.org/abs/1104.2018', say: 'explain.source.glmtron.say' },
  { id: 'matching', place: null, say: 'explain.source.matching.say' },
  { id: 'program', place: 'arxiv.org/abs/2002.10553', say: 'explain.source.program.say' },
  { id: 'hinges', place: 'arxiv.org/abs/2002.11219', say: 'explain.source.hinges.say' },
  { id: 'gated', place: 'arxiv.org/abs/2202.01331', say: 'explain.source.gated.say' },
] as const;

export function Sources() {
  const t = useTranslate();
  return (
    <section className="sources">
      <p className="note">{t('explain.sources.intro')}</p>
      <ul>
        {SOURCES.map(({ id, place, say }) => (
          <li key={id}>
            <p>{t(dynamicKey('explain.source', id))}</p>
            <p className="note">{t(say)}</p>
            {place && (
              <a href={`https://${place}`} target="_blank" rel="noopener noreferrer">
                {place}
                <ExternalLink size={14} aria-hidden />
                <span className="visually-hidden">{t('explain.sources.newTab')}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
