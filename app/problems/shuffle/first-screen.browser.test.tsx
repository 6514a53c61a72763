import { expect, test } from 'vitest';
import { SHUFFLE } from '../../../engine/problems/shuffle/card.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { formatLink } from '../../../engine/scenario/scenario.ts';
import { SIDES } from '../../../engine/side-names.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { createComposer } from '../../figure/compose.ts';
import { figureStyle } from '../../figure/draw-style.ts';
import { readSnapshot } from '../../figure/read-snapshot.ts';
import { formatFour } from '../../i18n/format.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { shownNumber } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import { findAll, idle, mount } from '../../shell/mount.test.tsx';
import { ProblemPage } from '../kit/Page.tsx';
import { triangleOf } from './shuffle-info.ts';

const page = (
  <main>
    <ProblemPage />
  </main>
);
const LINKS = [
  ...SHUFFLE.presets.map(({ id }) => formatLink(presetScenario('shuffle', id))),
  ...['', '&shape=all', '&loss=layers', '&lambda=0', '&graphs=weighted&n=9&shape=all'].map(
    (more) => `#v=1&problem=shuffle${more}`,
  ),
];

/** Words of an end or of the theory. */
const TELLS =
  /nearest|\btraps?\b|\bbest\b|rounds to|ends at|stopped|\bties?\b|stationary|\bminim(?:um|a)\b|saddle|bound\b|costs less|proved|\bP \d|share of starts/i;

const textsOf = (list: DisplayList): string[] =>
  list.flatMap((mark) =>
    mark.kind === 'text'
      ? [mark.text]
      : mark.kind === 'group' || mark.kind === 'clip'
        ? textsOf(mark.marks)
        : [],
  );

/** Returns all that is written, drawn on the maps, and told to screen readers. */
async function toldBy(session: Session): Promise<string> {
  const snapshot = await readSnapshot(session, session.store.getState().k);
  const drawn = SIDES.flatMap((part) =>
    textsOf(
      createComposer({
        ...{ part, width: 420, drawStyle: figureStyle(1, true), background: null, caption: null },
        t: createTranslate('en'),
      })(snapshot).list,
    ),
  );
  const named = findAll('[aria-label], [title], [aria-valuetext], [aria-description]').flatMap((one) =>
    ['aria-label', 'title', 'aria-valuetext', 'aria-description'].map((name) => one.getAttribute(name) ?? ''),
  );
  return [...drawn, ...named, document.body.textContent].join('\n');
}

const numbersIn = (text: string) => new Set(text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []);

test('before Play no link of any level tells an end or a theory; with forecast=1 each does', async () => {
  const { session, open, seek } = await mount(page, '');
  for (const link of LINKS) {
    await open(`${link}&k=0`);
    const first = await toldBy(session);
    expect(first.match(TELLS)?.[0], `${link}: ${first}`).toBeUndefined();
    expect(first.match(/Ready\./g)?.length, link).toBeGreaterThanOrEqual(2);
    session.change({ forecast: true });
    await idle();
    expect(await toldBy(session), link).toMatch(TELLS);
    session.change({ forecast: false });
    await seek(3000);
    // Corners always have their costs, and these may be integers of other meanings.
    const series = triangleOf(session.store.getState())
      ? ['loss', 'objective']
      : ['loss', 'objective', 'rounded'];
    const ends = SIDES.flatMap((side) => series.map((name) => shownNumber(session, side, name)))
      .filter((end) => Number.isFinite(end) && !Number.isInteger(end))
      .flatMap((end) => [formatFour(end), end.toPrecision(3)]);
    const told = numbersIn(first);
    for (const end of ends) expect(told.has(end), `${link}: ${end} in ${first}`).toBe(false);
  }
});
