import '../index.ts';
import '../../i18n/all-words.ts';
import { expect, it } from 'vitest';
import { parseLink } from '../../../engine/scenario/scenario.ts';
import { withTimerFrames } from '../../../scripts/timer-frames.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import { marksOf } from '../../charts/marks/find-marks.ts';
import { readSnapshot } from '../../figure/read-snapshot.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { createKit } from '../../pictures/kit.ts';
import { createSession } from '../../session/create-session.ts';
import { until } from '../../session/run/until.ts';
import { stubEngine } from '../../session/stub/stub-engine.ts';
import { viewOf } from '../../session/view.ts';
import { accuracyWords, wrongWords } from './outputs-words.ts';

withTimerFrames();

it.each(['3,4,5', '5,4,3', '4,3,5'])(
  'a class that the optimum forgets is undecided, neither right nor wrong: sizes %s',
  async (sizes) => {
    const session = createSession(() => stubEngine({}));
    const link = `#v=1&problem=vector-output&features=words&sizes=${sizes}&neurons=20&beta=0.15&k=2`;
    session.load(parseLink(link).scenario);
    await until(() => expect(session.store.getState()).toMatchObject({ phase: 'ready', target: null }));
    const state = (await readSnapshot(session, 2)).store.getState();
    const t = createTranslate('en');
    expect(wrongWords(state, 'right', t)).toBe('0 of 12 wrong, 3 undecided');
    expect(accuracyWords(state, 'right', 'Program', t)).toBe(
      'Program: accuracy 75 %, 0 of 12 samples wrong, 3 undecided.',
    );
    expect(wrongWords(state, 'right', createTranslate('zh'))).toMatch(/12 个样本中 0 个错误，3 个未定/);
    session.dispose();
  },
);

it('a figure of the closed form draws its values, for two samples, too', async () => {
  const session = createSession(() => stubEngine({}));
  session.load(parseLink('#v=1&problem=vector-output&features=words&sizes=1,1').scenario);
  await until(() => expect(session.store.getState()).toMatchObject({ phase: 'ready', target: null }));
  const snapshot = await readSnapshot(session, 0);
  const state = snapshot.store.getState();
  const panel = viewOf(state).panels(state)[2]!;
  const t = createTranslate('en');
  expect(panel.title(state, t)).toBe(t('outputs.formula'));
  const kit = createKit({ palette: PALETTES.light, scale: 1 }, t, null);
  const list = panel.picture!.draw(kit, snapshot, { width: 400, height: 400 });
  expect(marksOf(list, 'rect', 'outputs-planted')).toHaveLength(2);
  session.dispose();
});
