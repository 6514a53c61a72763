import { afterAll, expect, test } from 'vitest';
import { page } from 'vitest/browser';
import type { SideName } from '../../../../engine/contract.ts';
import { SIDES } from '../../../../engine/side-names.ts';
import { runsAll } from '../../../../scripts/tier.mjs';
import { PALETTES } from '../../../charts/colour/palette.ts';
import { createPlane, overlapArea, type Rect } from '../../../charts/geometry.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';
import type { Session } from '../../../session/session.ts';
import { shownView } from '../../../session/store.ts';
import { App } from '../../../shell/App.tsx';
import { ROOM } from '../../../shell/looks.test.tsx';
import { find, findAll, idle, mount } from '../../../shell/mount.test.tsx';
import { cornerNames, roomOfName } from '../../fields/triangle-marks.ts';
import { triangleMap } from './maps.ts';

const START = '#v=1&problem=shuffle&start=0.2,0.6,0.2';
const SIZES = [
  [360, 740],
  [740, 360],
  [768, 1024],
  [1024, 768],
  [1280, 720],
  [1920, 1080],
] as const;
type Lang = 'en' | 'zh';
/** Sizes, languages and links; those that had a fault come in both tiers. */
const CASES = SIZES.flatMap((size) =>
  (['en', 'zh'] as const).flatMap((lang) =>
    [
      `${START}`,
      `${START}&profile=projector`,
      ...[1, 5].map((scene) => `#v=1&lecture=corners&scene=${scene}`),
    ].map((link) => ({ size, lang, link })),
  ),
).filter(({ size: [width], lang, link }) => {
  const isScene = link.includes('lecture');
  if (runsAll) return true;
  if (isScene) return link.endsWith('1') && (width === 360 || (width === 1280 && lang === 'zh'));
  return (
    width === 740 || (width === 1280 && lang === 'zh') || (width === 360 && lang === 'en' && link === START)
  );
});

afterAll(() => page.viewport(ROOM.width, ROOM.height));

/** Returns the boxes of corner names on the page. */
function namesOf({ store }: Session, side: SideName, lang: Lang): { text: string; box: Rect }[] {
  const state = store.getState();
  const { left, top, width, height } = find(`[data-testid="field-${side}"] canvas`).getBoundingClientRect();
  const scale = Number(getComputedStyle(find('.page')).getPropertyValue('--scale'));
  const t = createTranslate(lang);
  const plane = createPlane(shownView(state), landscapeRect(width, height, scale));
  const [corners, short] = [false, true].map((isSmall) =>
    triangleMap(side).corners!(state, t, isSmall).join('\n\n'),
  ) as [string, string];
  const canvas = { size: { width, height }, drawStyle: { palette: PALETTES.light, scale }, t };
  return cornerNames({ corners, short }, plane, canvas).map((mark) => {
    const { x, y, width: wide, height: high } = roomOfName(mark);
    // Letters are lower than their line.
    return {
      text: mark.text,
      box: { x: left + x, y: top + y + 0.15 * high, width: wide, height: 0.7 * high },
    };
  });
}

/** Returns boxes of the words and buttons over a map, by line. */
function overMap(side: SideName): { text: string; box: Rect }[] {
  const shown = findAll(
    `[data-testid="field-${side}"] :is(.regions, .all-six > *, .guess-chip), .panel[data-testid="${side}"] .enlarge`,
  );
  return shown.flatMap((one) => {
    const range = document.createRange();
    range.selectNodeContents(one);
    const boxes = one.matches('button') ? [one.getBoundingClientRect()] : [...range.getClientRects()];
    return boxes
      .filter(({ width }) => width > 0)
      .map(({ x, y, width, height }) => ({ text: one.textContent, box: { x, y, width, height } }));
  });
}

test.each(CASES)(
  'nothing over a map covers a name of a corner: $size $lang $link',
  async ({ size, lang, link }) => {
    await page.viewport(...(size as [number, number]));
    const { session, open, seek } = await mount(<App />, START, { isApp: true });
    await open(`${link}&lang=${lang}`);
    const wrong: string[] = [];
    const look = (when: string) => {
      for (const side of SIDES)
        for (const name of namesOf(session, side, lang))
          for (const { text, box } of overMap(side))
            if (overlapArea(box, name.box) > 1) wrong.push(`${when}, ${side}: ${text} / ${name.text}`);
    };
    look('asking');
    if (link.includes('lecture')) {
      for (const side of SIDES) session.guess(side, [0.4, 0.2]);
      await idle();
      expect(findAll('.guess-chip').length).toBe(2);
      look('guessed');
      await seek(2000);
      look('told');
    } else {
      session.change({ forecast: true });
      await idle();
      look('theory');
    }
    expect(wrong).toEqual([]);
  },
);
