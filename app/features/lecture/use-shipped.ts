import { useEffect, useState } from 'react';
import { during } from '../../session/busy.ts';
import type { Lecture } from '../../session/lecture.ts';
import { useApp } from '../../session/session-context.tsx';
import { loadShipped } from '../../storage/lectures/find-lecture.ts';
import { SHIPPED_IDS, type ShippedId } from '../../storage/lectures/shipped/ids.ts';

/** Null if the file failed to load; the link remains and reports the error. */
export type Shipped = readonly [id: ShippedId, lecture: Lecture | null];

/** Returns the shipped lectures in the page's language; null until all are loaded: no entry moves under a press. */
export function useShipped(): readonly Shipped[] | null {
  const language = useApp((state) => state.language);
  const [shipped, setShipped] = useState<readonly Shipped[] | null>(null);
  useEffect(() => {
    let wanted = true;
    const load = async (id: ShippedId): Promise<Shipped> => [
      id,
      await loadShipped(id, language).catch(() => null),
    ];
    void during(Promise.all(SHIPPED_IDS.map(load))).then((found) => {
      if (wanted) setShipped(found);
    });
    return () => {
      wanted = false;
    };
  }, [language]);
  return shipped;
}

export function lengthOf({ scenes }: Lecture): { readonly scenes: number; readonly minutes: number } {
  const minutes = scenes.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  return { scenes: scenes.length, minutes: Math.round(minutes) };
}
