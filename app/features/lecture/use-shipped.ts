import { useEffect, useState } from 'react';
import { dynamicKey } from '../../i18n/messages.ts';
import { during } from '../../session/busy.ts';
import type { Lecture } from '../../session/lecture.ts';
import { useApp, useTranslate } from '../../session/session-context.tsx';
import { loadShipped } from '../../storage/lectures/find-lecture.ts';
import type { ShippedId } from '../../storage/lectures/shipped/ids.ts';

/** A lecture that ships, in the language of the page; null while it is on its way, and where it cannot be had. */
export function useShipped(id: ShippedId): { readonly lecture: Lecture | null; readonly title: string } {
  const t = useTranslate();
  const language = useApp((state) => state.language);
  const [lecture, setLecture] = useState<Lecture | null>(null);
  useEffect(() => {
    let wanted = true;
    during(loadShipped(id, language)).then(
      (found) => {
        if (wanted) setLecture(found);
      },
      // Without its file the link still stands; following it says what is wrong.
      () => undefined,
    );
    return () => {
      wanted = false;
    };
  }, [id, language]);
  return { lecture, title: lecture?.title ?? t(dynamicKey('lectures', id)) };
}

/** What the list says of a lecture: its scenes, and how long they are planned for in whole minutes. */
export function lengthOf({ scenes }: Lecture): { readonly scenes: number; readonly minutes: number } {
  const minutes = scenes.reduce((sum, { minutes = 0 }) => sum + minutes, 0);
  return { scenes: scenes.length, minutes: Math.round(minutes) };
}
