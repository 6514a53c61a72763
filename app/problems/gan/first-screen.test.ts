import '../index.ts';
import '../../i18n/all-words.ts';
import { expect, test } from 'vitest';
import { CATALOG } from '../../../engine/catalog.ts';
import type { Values } from '../../../engine/params.ts';
import { GAME_RULES } from '../../../engine/problems/gan/rules.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import { clipSegment, growRect } from '../../charts/geometry.ts';
import { marksOf, textsOf } from '../../charts/marks/find-marks.ts';
import { textBox } from '../../charts/paint/part-names.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import { type Canvas, drawNow, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { loadView } from '../../session/view.ts';
import { describeField } from '../fields/describe-field.ts';
import { textsIn } from '../kit/laws.ts';
import { gameAt } from './game-at.ts';
import { floorOf, GAME, generatorsOf, planeOf } from './game-info.ts';
import { drawMixture, drawTurn } from './idea-plots.ts';
import { createCone } from './network/cone-drawing.ts';
import { CONE } from './network/cone-panel.tsx';
import { sceneOf } from './network/cone-scene.ts';
import { describeCone } from './network/describe-cone.ts';
import { planePanel } from './plane/view.ts';
import { GAN } from './view.ts';

const t = createTranslate('en');
await loadView('gan');

/** Words of an end, or of a theory. */
const TELLS = /converge|diverge|spiral|cycle|proved|floor|reach|match|inside|outside|d\*|nearest|ησ²|× /i;

/** Returns everything that is said before Play, apart from the names of sides and axes. */
function saidOf(preset: string, forecast: boolean): { said: string; readouts: string; floor: number } {
  const game = gameAt(presetScenario('gan', preset).values as never, 0, {}, forecast);
  const state = game.store.getState();
  const level = state.scenario.values.level;
  const said = (['left', 'right'] as const).flatMap((side) => [
    GAN.verdict(game, state, side, t),
    ...Object.values(GAN.footing(game, state, side, t)),
    GAN.note!(game, side, t),
    ...GAN.panels(state).map((panel) => (panel.side === side && panel.facts?.(state, t)) || ''),
    level === 'network' ? describeCone(side)(game, state, t) : describeField({ side })(game, state, t),
  ]);
  const told = GAN.curves.flatMap((curve) => curve.told?.(game, t) ?? []);
  return {
    said: [...said, ...told].join('\n'),
    readouts: GAN.readout('1.5', t, state),
    floor: floorOf(state, 'left'),
  };
}

test.each(CATALOG.gan.presets.map(({ id }) => id))(
  '%s: before Play nothing says how it ends, unless the theory is asked for',
  (preset) => {
    const first = saidOf(preset, false);
    expect(first.said).not.toMatch(TELLS);
    expect(first.said).toMatch(/Ready\./);
    expect(first.readouts).toBe('');
    const { said, readouts, floor } = saidOf(preset, true);
    expect(said).toMatch(TELLS);
    expect(readouts).not.toBe('');
    if (floor > 0) expect(said).toContain('proved');
  },
);

const canvas: Canvas = {
  size: { width: 360, height: 360 },
  drawStyle: { palette: PALETTES.light, scale: 1, bands: false },
  t,
};
const kit = {
  drawStyle: canvas.drawStyle,
  draw: (create: () => Picture<object>, of: Snapshot) => drawNow(create(), of, canvas),
};
const hasLines = (list: DisplayList, role: 'streamlines' | 'orbit' | 'curve-left') =>
  marksOf(list, 'path', role).some(({ lines }) => lines.length > 0);

test.each(GAME_RULES)('%s: before Play no picture of the plane shows where rounds lead', (rule) => {
  const drawn = (forecast: boolean) => {
    const game = gameAt({ level: 'plane', rule, rho: 0.5 }, 0, {}, forecast);
    const { opened, autoView: view } = game.store.getState();
    const name = fieldOf(opened, 'left')![0];
    const streamlines = [Float64Array.of(0, 0, 1, 1)];
    const left = { name, view, size: 2, heights: null, under: null, streamlines };
    const state = { ...game.store.getState(), fields: { left, right: null } };
    const map = planePanel('left').picture!.draw(
      kit as never,
      { ...game, store: { getState: () => state } },
      canvas.size,
    );
    const { turn, rho } = planeOf(state)!.sides.left;
    const idea = drawTurn({
      ...{ ...canvas.size, ...canvas.drawStyle, side: 'left', title: '', names: ['w', 'd'] },
      ...{ turn, rule, rho, saddle: 'saddle', asks: !forecast },
    });
    return { map, idea };
  };
  const [first, theory] = [drawn(false), drawn(true)];
  expect([first, theory].map(({ map }) => hasLines(map, 'streamlines'))).toEqual([false, true]);
  for (const arc of ['orbit', 'curve-left'] as const)
    expect([first, theory].map(({ idea }) => hasLines(idea, arc))).toEqual([false, true]);
  // L has no slope for a player on its line; both cross at the saddle, which has its name.
  expect(textsOf(first.map)).toEqual(expect.arrayContaining(['saddle', 'no slope for w', 'no slope for d']));
  expect(textsOf(theory.map)).not.toContain('no slope for w');
  expect(textsOf(first.idea)).toContain('saddle');
});

const NETWORKS = CATALOG.gan.presets
  .map(({ id }) => presetScenario('gan', id).values as Values)
  .filter(({ level }) => level === 'network');
const PLAYED = NETWORKS.flatMap((values) =>
  ['width', 'brake', 'rule', 'best', 'convex'].map((versus) => ({ ...values, versus })),
);

test.each([...PLAYED, ...[1, 5].map((m) => ({ m, width: 1 }))])(
  'no cone is shaded or spoken of before it is there, %o',
  (values) => {
    const shown = (k: number, forecast: boolean, more: object = {}) => {
      const game = gameAt(values as never, k, more, forecast);
      const state = game.store.getState();
      const lines = ['en', 'zh'].flatMap((language) =>
        ['left', 'right'].map((panel) => GAN.about!(state, panel, createTranslate(language as 'en'))),
      );
      const ground = drawNow(createCone('left').ground, game, canvas);
      const isShaded = ['regions', 'band-edge'].some(
        (role) => marksOf(ground, 'path', role as 'regions').length > 0,
      );
      const figure = CONE.left.picture!.draw(kit as never, game, canvas.size);
      return { isShaded, isPrinted: marksOf(figure, 'path', 'regions').length > 0, says: lines.join('\n') };
    };
    const [first, theory, end] = [shown(0, false), shown(0, true), shown(50, false)];
    const lecture = shown(0, false, { lecture: { scenes: [{ bookmark: 100 }] } as never });
    expect(first).toMatchObject({ isShaded: false, isPrinted: theory.isShaded });
    expect(first.says).not.toMatch(/shaded|cone|锥|涂色/i);
    for (const { isShaded, says } of [end, lecture])
      expect({ isShaded, says }).toEqual({ isShaded: theory.isShaded, says: theory.says });
    if (theory.isShaded) expect(theory.says).toMatch(/shaded[\s\S]*(锥|涂色)/i);
  },
);

test('the theory waits for fifty rounds', () => {
  const at = (k: number) => {
    const game = gameAt({}, k, {}, false);
    return GAN.verdict(game, game.store.getState(), 'left', t);
  };
  expect(at(49)).toBe('Still moving.');
  expect(at(50)).toMatch(/above its proved floor\.$/);
});

test.each([2, 3, 4, 8, 12])('width %d: the 0 of the idea lies on no arrow', (width) => {
  let drawn = 0;
  for (const seed of [0, 1, 2, 3])
    for (const side of ['left', 'right'] as const)
      for (const [size, scale] of [
        [{ width: 327, height: 190 }, 1],
        [{ width: 327, height: 90 }, 1],
        [{ width: 400, height: 187 }, 1.5],
      ] as const) {
        const state = gameAt({ level: 'network', width, seed }, 0, {}, false).store.getState();
        const { columns, mean } = sceneOf(generatorsOf(state)!, side);
        const list = drawMixture({
          ...{ ...size, palette: PALETTES.light, scale, bands: false, side, title: '', isLine: false },
          ...{ columns, mean, hidden: GAME.latest(state, 'players')![side]!.hidden },
        });
        const zero = growRect(textBox(textsIn(list).find(({ text }) => text === '0')!), -1);
        const arrows = marksOf(list, 'path', `weights-${side}`).flatMap(({ lines }) =>
          lines.map((line) => Array.from(line)),
        );
        drawn += arrows.length;
        for (const [x0, y0, x1, y1] of arrows)
          expect(clipSegment(x0!, y0!, x1!, y1!, zero), `seed ${seed}, ${side}, ${scale}`).toBeNull();
      }
  expect(drawn).toBeGreaterThan(0);
});
