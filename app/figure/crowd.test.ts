import '../i18n/all-words.ts';
import '../problems/index.ts';
import { expect, test, vi } from 'vitest';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { marksOf } from '../charts/marks/find-marks.ts';
import { writeSvg } from '../charts/paint/write-svg.ts';
import { createTranslate } from '../i18n/messages.ts';
import { createSession } from '../session/create-session.ts';
import { shownCrowd } from '../session/picture/shown-crowd.ts';
import { until } from '../session/run/until.ts';
import { stubEngine } from '../session/stub/stub-engine.ts';
import { createComposer, verdictWords } from './compose.ts';
import { figureStyle } from './draw-style.ts';
import { readSnapshot } from './read-snapshot.ts';

const LINK =
  '#v=1&features=line&n=8&plant=1,0.2&start=-1.6,0.3&view=-2,2,-2,2&crowd=60&crowdbox=-2.5,2.5,-2.5,2.5&k=40';
const t = createTranslate('en');

test('a figure has a mark for every dot in its frame, at each step of a film too, and says how many have arrived', async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {} }));
  vi.stubGlobal('requestAnimationFrame', (act: () => void) => setTimeout(act, 1));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
  const session = createSession(() => stubEngine({}));
  session.load(parseLink(LINK).scenario);
  await until(() => {
    expect(session.store.getState().grid).not.toBeNull();
    expect(shownCrowd(session.store.getState())?.isPast).toBe(false);
  });
  for (const k of [40, 0, 17]) {
    const snapshot = await readSnapshot(session, k);
    const { frame } = shownCrowd(snapshot.store.getState())!;
    expect(frame.step).toBe(k);
    for (const side of ['left', 'right'] as const) {
      const { places, ends, counts } = frame[side];
      const seen = Array.from(ends).filter((_, dot) =>
        [places[2 * dot]!, places[2 * dot + 1]!].every((at) => Math.abs(at) <= 2),
      ).length;
      const compose = createComposer({
        part: side,
        width: 400,
        drawStyle: figureStyle(1, true),
        background: null,
        caption: null,
        t,
      });
      const { list, width, height } = compose(snapshot);
      const marks = marksOf(list, 'symbols', `crowd-${side}`);
      expect(marks.reduce((sum, { points }) => sum + points.length / 2, 0)).toBe(seen);
      // No dot has moved, some start outside the window, and what is dead from the start looks like the others.
      if (k === 0) expect(seen).toBeLessThan(60);
      if (side === 'left') expect(new Set(marks.map(({ shape }) => shape)).size > 1).toBe(k > 0);
      const facts = {
        millimetres: null,
        title: '',
        description: '',
        lang: 'en',
        source: '',
        creator: '',
        id: 'figure',
      };
      const svg = writeSvg(list, { width, height, ...facts });
      expect(svg).toContain(`figure-crowd-${side}`);
      expect(verdictWords(snapshot, side, t)).toMatch(
        new RegExp(`^${counts.arrived} of 60 reached the star`),
      );
    }
  }
  session.dispose();
  vi.unstubAllGlobals();
});
