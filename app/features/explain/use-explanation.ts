import { useEffect, useState } from 'react';
import { during } from '../../session/busy.ts';
import type { Explanation } from '../../session/explanation.ts';
import { useApp } from '../../session/session-context.tsx';
import { type ProblemView, viewOf } from '../../session/view.ts';
import { PLAIN } from './plain.ts';

/** What is explained of the problem that is open: null while its code is on its way, and `missing` where that could not be had. */
export function useExplanation(): Explanation | 'missing' | null {
  const view = useApp(viewOf);
  const [known, setKnown] = useState<{ of: ProblemView; value: Explanation | 'missing' } | null>(null);
  useEffect(() => {
    let isStale = false;
    const know = (value: Explanation | 'missing') => {
      if (!isStale) setKnown({ of: view, value });
    };
    during(Promise.resolve(view.explain?.())).then(
      (own) => know({ ...PLAIN, ...own?.explanation }),
      () => know('missing'),
    );
    return () => {
      isStale = true;
    };
  }, [view]);
  return known?.of === view ? known.value : null;
}
