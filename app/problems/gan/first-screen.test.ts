import '../index.ts';
import '../../i18n/all-words.ts';
import { expect, test } from 'vitest';
import { CATALOG } from '../../../engine/catalog.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { loadView } from '../../session/view.ts';
import { describeField } from '../fields/describe-field.ts';
import { gameAt } from './game-at.ts';
import { floorOf } from './game-info.ts';
import { describeCone } from './network/describe-cone.ts';
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
    level === 'network'
      ? describeCone(side)(game, state, t).replace(/^.*?: what the columns reach/, '')
      : describeField({ side })(game, state, t),
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

test('the theory waits for fifty rounds', () => {
  const at = (k: number) => {
    const game = gameAt({}, k, {}, false);
    return GAN.verdict(game, game.store.getState(), 'left', t);
  };
  expect(at(49)).toBe('Still moving.');
  expect(at(50)).toMatch(/above its proved floor\.$/);
});
