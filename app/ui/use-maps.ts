import { useEffect, useState } from 'react';
import type { ProblemId } from '../../engine/catalog.ts';
import type { Values } from '../../engine/params.ts';
import { drawExample } from '../pictures/example-picture.ts';
import { useSession } from '../session/session-context.tsx';
import type { Miniatures } from '../session/view.ts';

/** A scenario with wanted maps; equal keys have equal maps. */
export interface Wanted {
  readonly key: string;
  readonly problem: ProblemId;
  readonly values: Values;
}

const drawn = new Map<string, Miniatures | null>();

/** Returns scenarios' maps by key; draws wanted ones one after another. */
export function useMaps(wanted: readonly Wanted[]): ReadonlyMap<string, Miniatures | null> {
  const session = useSession();
  const [, setDone] = useState(drawn.size);
  useEffect(() => {
    const missing = wanted.filter(({ key }) => !drawn.has(key));
    if (missing.length === 0) return;
    const engine = session.startEngine();
    let ended = false;
    const drawAll = async () => {
      for (const { key, problem, values } of missing) {
        if (ended) return;
        drawn.set(key, await drawExample(engine, problem, values));
        if (!ended) setDone(drawn.size);
      }
    };
    // Without an engine, names and sentences remain.
    drawAll().catch(() => undefined);
    return () => {
      ended = true;
      engine.dispose();
    };
  }, [session, wanted]);
  return drawn;
}
