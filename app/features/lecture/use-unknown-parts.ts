import { useEffect } from 'react';
import { notice } from '../../../engine/scenario/notice.ts';
import { openScene } from '../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { unknownParts } from './parts-offered.ts';

/** Longest quoted name. */
const TOLD = 40;

/** Reports, once its view is open, the parts that the open scene lists and the view lacks. */
export function useUnknownParts(): void {
  const session = useSession();
  const t = useTranslate();
  const scene = useApp(openScene);
  // Texts: the same names are reported once.
  const [offered, unknown] = useApp((state) => {
    const found = scene?.parts ? unknownParts(state, scene, t) : null;
    return found && found.unknown.length > 0 ? `${found.offered}\n${found.unknown.join('\n')}` : '';
  }).split(/\n(.*)/s);
  useEffect(() => {
    if (!scene || !unknown || !offered) return;
    const names = unknown.split('\n').map((name) => name.slice(0, TOLD));
    session.notify(names.map((name) => notice('unknown-key', `parts.${name}`, offered, name)));
  }, [session, scene, offered, unknown]);
}
