import { SIDES } from '../../engine/side-names.ts';
import { createTranslate } from '../i18n/messages.ts';
import { createFirstMap } from '../problems/planar/first-map.ts';
import type { Session } from '../session/session.ts';
import { keepDrawn } from '../ui/keep-drawn.ts';
import { DARK, themeOf } from '../ui/look/theme-of.ts';

/** Paints both maps into the shell before the components are loaded. Returns a function that stops. */
export function paintShell(session: Session): () => void {
  const dark = matchMedia(DARK);
  const t = createTranslate('en');
  const plates = [...document.querySelectorAll('#shell .of-side > .plate')];
  const drawn = plates.map((plate, i) => {
    const canvas = document.createElement('canvas');
    canvas.ariaHidden = 'true';
    plate.append(canvas);
    const picture = createFirstMap(SIDES[i]!);
    const latest = () => ({ picture, drawStyle: themeOf(session.store.getState(), dark.matches), t });
    return keepDrawn(canvas, session, latest, true);
  });
  return () => {
    for (const { end } of drawn) end();
  };
}
