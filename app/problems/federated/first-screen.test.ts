// biome-ignore-all lint/style/noRestrictedImports: it reads what the page asks the engine.
import '../index.ts';
import '../../i18n/all-words.ts';
import { expect, test } from 'vitest';
import { CATALOG } from '../../../engine/catalog.ts';
import { curvesOf } from '../../../engine/problems/federated/network/curves.ts';
import { planeRound } from '../../../engine/problems/federated/plane/round.ts';
import { problem } from '../../../engine/problems/federated/problem.ts';
import type { FedInfo } from '../../../engine/problems/federated/types.ts';
import { createScenario, presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { findAll } from '../../../engine/search.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { DisplayList, Mark } from '../../charts/display-list.ts';
import { textsOf } from '../../charts/marks/find-marks.ts';
import { formatDistance, formatPlace } from '../../i18n/format.ts';
import { createTranslate } from '../../i18n/messages.ts';
import { type Canvas, drawNow, type Picture } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import type { AppState } from '../../session/store.ts';
import { loadView } from '../../session/view.ts';
import { describeField } from '../fields/describe-field.ts';
import { playTo } from '../kit/for-tests/play-to.ts';
import { saidFactor } from './factor-words.ts';
import { POINTS } from './federated-readings.ts';
import { IDEA } from './Idea.tsx';
import { describeCircle } from './network/describe-network.ts';
import { planeMap } from './plane/field-maps.ts';
import { FEDERATED_VIEW } from './view.ts';

await loadView('federated');
const SIDES = ['left', 'right'] as const;

/** A preset before Play, as the page has it. */
function firstOf(preset: string, forecast: boolean, rounds = 0): Snapshot & { readonly info: FedInfo } {
  const scenario = createScenario('federated', {
    ...presetScenario('federated', preset).values,
    forecast,
  } as never);
  const instance = problem.prepare(scenario.values, null);
  const { trajectories, state: played, lastOf } = playTo('federated', instance, scenario.values, rounds);
  const info = instance.info as FedInfo;
  const last = { left: lastOf('left'), right: lastOf('right') };
  const value =
    info.level === 'plane'
      ? Object.fromEntries(SIDES.map((side) => [side, planeRound(info.sides[side], info.mean, info.start)]))
      : findAll(curvesOf(instance.network!, { ...last, points: POINTS }));
  const sides = Object.fromEntries(
    SIDES.map((side) => {
      const all = Object.entries(instance.sides[side].fields ?? {}).map(([name, of]) => [
        name,
        { ...of, height: !!of.height, under: !!of.under, arrows: !!of.arrow, marks: of.marks?.() ?? [] },
      ]);
      return [side, { fields: Object.fromEntries(all) }];
    }),
  );
  const domain = Object.values(instance.sides.left.fields ?? {})[0]?.domain;
  const [x0, x1, y0, y1] = domain?.kind === 'plane' ? domain.view : [0, 1, 0, 1];
  const state: AppState = {
    ...played,
    opened: { ...played.opened!, sides: sides as never },
    scenario,
    autoView: { x0, x1, y0, y1 },
    readings: { [info.level === 'plane' ? 'round' : 'curves']: { landscape: 0, step: 0, value } },
  };
  return { store: { getState: () => state }, trajectories, info };
}

/** Every number that the theory gives, as the page writes it; short ones may stand for something else. */
function answersOf(info: FedInfo): string[] {
  const numbers =
    info.level === 'plane'
      ? SIDES.flatMap((side) => {
          const { bias, excess, slowest, rest, limit } = info.sides[side];
          // The star itself is no answer.
          const star = formatPlace(info.mean.at);
          const places = [rest, limit]
            .flatMap((at) => (at ? [formatPlace(at)] : []))
            .filter((at) => at !== star);
          return [formatDistance(bias), formatDistance(excess), saidFactor(slowest), ...places];
        })
      : [
          ...[info.rest?.loss, info.rest?.excess, info.rest?.leastSquares].map((of) =>
            formatDistance(of ?? 0),
          ),
          ...[info.expected, info.expected ** 2, info.factor].map(saidFactor),
        ];
  return numbers.filter((words) => words.length > 3);
}

const TELLS =
  /converge|reach|stops|settle|grows|doubles|bias|surrogate|F_K|floor|proved|limit|rest\b|minimum of|faster|radius|θ[₀-₉]*∞|偏差|极限|已证明|停在|下界|到达/i;

const roles = (list: DisplayList): string[] =>
  list.flatMap((mark: Mark): string[] =>
    mark.kind === 'clip' || mark.kind === 'group' ? roles(mark.marks) : mark.role ? [mark.role] : [],
  );

/** Everything that is said and drawn on the first screen, in a language. */
function shownOf(preset: string, forecast: boolean, language: 'en' | 'zh') {
  const t = createTranslate(language);
  const game = firstOf(preset, forecast);
  const state = game.store.getState();
  const drawStyle = { palette: PALETTES.light, scale: 1, bands: false };
  const canvas: Canvas = { size: { width: 360, height: 360 }, drawStyle, t };
  const draw = (create: () => Picture<object>, of: Snapshot) => drawNow(create(), of, canvas);
  const isPlane = game.info.level === 'plane';
  const maps = FEDERATED_VIEW.panels(state).filter(({ side }) => side !== null);
  const said = SIDES.flatMap((side) => [
    FEDERATED_VIEW.verdict(game, state, side, t),
    FEDERATED_VIEW.footing(game, state, side, t).below,
    FEDERATED_VIEW.footing(game, state, side, t).why,
    FEDERATED_VIEW.about!(state, side, t),
    isPlane ? describeField(planeMap(side))(game, state, t) : describeCircle(side)(game, state, t),
  ]);
  const told = [
    ...maps.map((panel) => panel.facts?.(state, t) ?? ''),
    ...FEDERATED_VIEW.curves.flatMap((curve) => curve.told?.(game, t) ?? []),
  ];
  const lists = [
    ...maps.map((panel) => panel.picture!.draw({ drawStyle, draw } as never, game, canvas.size)),
    drawNow(IDEA as Picture<object>, game, canvas),
  ];
  return {
    said: [...said, ...told, ...lists.flatMap(textsOf)].join('\n'),
    // Besides the axes' numbers and names, and the letters of clients.
    labels: lists.map((list) => textsOf(list).filter((one) => !/^([−\d.,\s]*|.|θ.)$/.test(one))),
    roles: [...new Set(lists.flatMap(roles))].sort(),
    answers: answersOf(game.info),
  };
}

test.each(CATALOG.federated.presets.map(({ id }) => id))(
  '%s: the first screen says and draws nothing of the end, unless the theory is asked for',
  (preset) => {
    for (const language of ['en', 'zh'] as const) {
      const first = shownOf(preset, false, language);
      expect(first.said).not.toMatch(TELLS);
      for (const labels of first.labels) expect(labels.length, String(labels)).toBeLessThanOrEqual(5);
      for (const answer of first.answers) expect(first.said).not.toContain(answer);
      const theory = shownOf(preset, true, language);
      expect(theory.said).toMatch(TELLS);
      if (theory.roles.includes('rests')) expect(first.roles).not.toContain('rests');
    }
  },
);

test('where the run of fed-same is zero to rounding, its alternative text says 0', () => {
  for (const rounds of [20, 60, 200]) {
    const game = firstOf('fed-same', true, rounds);
    for (const side of SIDES) {
      const told = describeField(planeMap(side))(game, game.store.getState(), createTranslate('en'));
      expect(told).toContain('0.75');
      expect(told, `round ${rounds}`).not.toMatch(/10⁻¹[⁴-⁹]/);
    }
  }
});
