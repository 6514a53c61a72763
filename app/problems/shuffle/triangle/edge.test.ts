import '../../index.ts';
import '../../../i18n/all-words.ts';
import { expect, test } from 'vitest';
import { SIDES } from '../../../../engine/side-names.ts';
import { PALETTES } from '../../../charts/colour/palette.ts';
import type { DisplayList } from '../../../charts/display-list.ts';
import { overlapArea, type Rect, squareAt } from '../../../charts/geometry.ts';
import { createTranslate } from '../../../i18n/messages.ts';
import { createKit } from '../../../pictures/kit.ts';
import { until } from '../../../session/run/until.ts';
import { sessionsOf } from '../../../session/stub/open-sessions.ts';
import { SHUFFLE_VIEW } from '../view.ts';

const { open } = sessionsOf('shuffle', ({ store }) => {
  const { phase, target } = store.getState();
  expect([phase, target]).toEqual(['ready', null]);
});

/** Lists the parts of marks and their outlines that a picture cuts. */
function cutIn(list: DisplayList, clip: Rect): string[] {
  return list.flatMap((mark): string[] => {
    if (mark.kind === 'clip') return cutIn(mark.marks, mark.rect);
    if (!('strokes' in mark) || mark.kind === 'path') return [];
    const half = Math.max(0, ...(mark.strokes ?? []).map(({ width }) => width)) / 2;
    const boxes =
      mark.kind === 'rect'
        ? [mark.rect]
        : mark.kind === 'circle'
          ? [squareAt(mark.x, mark.y, 2 * mark.r)]
          : Array.from({ length: mark.points.length / 2 }, (_, i) =>
              squareAt(mark.points[2 * i]!, mark.points[2 * i + 1]!, mark.size),
            );
    return boxes.flatMap(({ x, y, width, height }) => {
      const box = { x: x - half, y: y - half, width: width + 2 * half, height: height + 2 * half };
      return overlapArea(box, clip) < 0.999 * box.width * box.height ? [`${mark.role} at ${x}, ${y}`] : [];
    });
  });
}

test.each(['0.6,0.2,0.2', '0.2,0.6,0.2', '0.2,0.2,0.6'])(
  'no mark on a corner is cut on a phone, whichever corner a side ends at: start %s',
  async (start) => {
    const session = await open(`&lambda=0.5&start=${start}`, 400);
    await until(() => expect(session.store.getState().k).toBe(400));
    const state = session.store.getState();
    const kit = createKit({ palette: PALETTES.light, scale: 1, bands: false }, createTranslate('en'), null);
    for (const width of [166, 380])
      for (const side of SIDES) {
        const { draw } = SHUFFLE_VIEW.panels(state).find((panel) => panel.side === side)!.picture!;
        const size = { width, height: width };
        const list = draw(kit, session, size);
        expect(JSON.stringify(list)).toContain(`head-${side}`);
        expect(cutIn(list, { x: 0, y: 0, ...size }), `${side}, ${width}`).toEqual([]);
      }
  },
);
