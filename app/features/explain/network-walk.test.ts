import '../../i18n/all-words.ts';
import { describe, expect, it } from 'vitest';
import type { SideName } from '../../../engine/contract.ts';
import type { Values } from '../../../engine/params.ts';
import { loadProblem } from '../../../engine/problems/index.ts';
import type { LiftUpdate } from '../../../engine/problems/lift/types.ts';
import type { RunValues } from '../../../engine/run/create-run.ts';
import { createScenario } from '../../../engine/scenario/create-scenario.ts';
import { createUpdateWalk } from '../../../engine/update/read-update.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { Mark } from '../../charts/display-list.ts';
import { createTranslate, dynamicKey, type MessageKey } from '../../i18n/messages.ts';
import { explanation as LIFT_EXPLANATION } from '../../problems/lift/explanation.ts';
import { circleIn, radiusOfValue } from '../../problems/two-layer/circle/geometry.ts';
import { circleMarks } from '../../problems/two-layer/circle/marks.ts';
import { explanation as NETWORK_EXPLANATION } from '../../problems/two-layer/explanation.ts';
import { directionsOf } from '../../problems/two-layer/network-facts.ts';
import { ofNeuron, type ToldUpdate, toldNeuron } from '../../problems/two-layer/of-neuron.ts';
import type { SideStage, Subject } from '../../session/explanation.ts';
import type { SpaceScene, Stage } from '../../session/picture/extra-marks.ts';
import { spaceMarks } from './space-marks.ts';
import { stagesOf } from './Walk.tsx';

const STAGES: readonly Stage[] = ['forward', 'residuals', 'off', 'gradient', 'step'];
const SIDES = ['left', 'right'] as const;

type ShownUpdate = ToldUpdate & LiftUpdate;
type ShownSubject = Subject<ShownUpdate> & { readonly update: ShownUpdate };

async function updateAt(
  problem: 'one-neuron' | 'two-layer' | 'lift',
  given: Values,
  k: number,
): Promise<ShownUpdate> {
  return (await subjectAt(problem, given, k)).update;
}

async function subjectAt(problem: 'one-neuron' | 'two-layer' | 'lift', given: Values, k: number) {
  const { values } = createScenario(problem, given);
  const { parts, prepare } = await loadProblem(problem);
  const instance = prepare(values, null);
  const walk = createUpdateWalk(instance, values as Values & RunValues, parts);
  while (!walk.approach({ left: k, right: k }, 50));
  const update = walk.read({ left: k, right: k }) as ShownUpdate;
  const opened = { info: instance.info };
  return { opened, scenario: { problem, values }, update } as unknown as ShownSubject;
}

const t = createTranslate('en');

function stageAt(of: ShownSubject, side: SideName, stage: Stage): SideStage {
  const { walk } = of.scenario.problem === 'lift' ? LIFT_EXPLANATION : NETWORK_EXPLANATION;
  if (!walk || !('ofSide' in walk)) throw new Error('expected stages of a side; got none');
  return walk.ofSide(of, side, stage, t);
}

const word = t as (key: MessageKey) => string;

const KINDS: [string, 'two-layer' | 'lift', Values][] = [
  ['network', 'lift', { start: [1.5, 0.25] }],
  ['lifted', 'lift', { start: [1.5, 0.25] }],
  ['network', 'two-layer', { neurons: 5 }],
  ['relaxed', 'two-layer', { neurons: 5, right: 'relaxed' }],
  ['exact', 'two-layer', { neurons: 5 }],
  ['hinges', 'two-layer', { features: 'line', n: 12, free: true, neurons: 5 }],
  ['sampled', 'two-layer', { n: 30, d: 4, neurons: 5 }],
];

describe('a stage of each kind of side', () => {
  it.each(KINDS)('%s of %s has its words, and tables whose names exist', async (kind, problem, given) => {
    const of = await subjectAt(problem, given, 2);
    expect(stagesOf(of.update)).toEqual(STAGES);
    const isKind = (side: SideName) =>
      stageAt(of, side, 'forward').title!.startsWith(`explain.walk.${kind}.`);
    const side = SIDES.find(isKind)!;
    for (const stage of STAGES) {
      const { title, say, table } = stageAt(of, side, stage);
      expect(word(title!), stage).not.toBe('');
      expect(say.length, stage).toBeGreaterThan(15);
      expect(say).not.toContain('undefined');
      if (!table) continue;
      expect(word(dynamicKey('explain.rows', table.of))).not.toBe('');
      for (const column of table.columns)
        expect(word(dynamicKey('explain.column', column)), column).not.toBe('');
      for (const { name, cells, off } of table.rows) {
        expect(cells).toHaveLength(table.columns.length);
        if (table.of === 'quantity') expect(word(dynamicKey('explain.row', String(name)))).not.toBe('');
        if (off) expect(word(dynamicKey('explain.offRow', table.of))).not.toBe('');
      }
    }
  });

  it('has rows that work out from left to right', async () => {
    const of = await subjectAt('two-layer', { neurons: 5, right: 'relaxed', neuron: 3 }, 3);
    for (const side of SIDES) {
      for (const { cells } of stageAt(of, side, 'gradient').table!.rows) {
        const sum = cells.slice(0, -1).reduce((all, part) => all + part, 0);
        expect(Math.abs(sum - cells.at(-1)!)).toBeLessThanOrEqual(1e-15);
      }
      for (const { cells } of stageAt(of, side, 'residuals').table!.rows)
        expect(cells[2]).toBe(cells[0]! - cells[1]!);
      for (const { cells, off } of stageAt(of, side, 'forward').table!.rows) {
        expect(cells[1]).toBe(Math.max(0, cells[0]!));
        expect(off).toBe(!(cells[0]! > 0));
      }
    }
    const exact = await subjectAt('two-layer', { neurons: 5 }, 1);
    const taken = stageAt(exact, 'right', 'gradient').table!;
    const { beta } = exact.update.round!;
    expect(taken.rows.length).toBeGreaterThan(0);
    for (const { cells } of taken.rows) {
      const [, pull, squares, length] = cells;
      expect(Math.abs((pull! - beta) / squares! - length!)).toBeLessThanOrEqual(1e-13);
    }
    const solve = stageAt(exact, 'right', 'step').table!.rows;
    const row = (name: string) => solve.find((one) => one.name === name)!.cells;
    for (const i of [0, 1]) expect(row('objective')[i]! - row('bound')[i]!).toBe(row('excess')[i]);
    const lift = await subjectAt('lift', { start: [0.5, -1] }, 0);
    for (const { cells, off } of stageAt(lift, 'right', 'gradient').table!.rows) {
      expect(Math.abs(cells[0]! + cells[1]! - cells[2]!)).toBeLessThanOrEqual(1e-16);
      expect(cells[3]).toBe(off ? 0 : cells[2]);
    }
  });
});

describe('one neuron of a network', () => {
  it('moves by its own share, whose parts the samples and the penalty make', async () => {
    const update = await updateAt('two-layer', { neurons: 5, n: 30 }, 3);
    const j = 3;
    const own = ofNeuron(update, j).left!;
    const [m, d] = [5, 2];
    const whole = update.left!;
    expect(Array.from(own.weights)).toEqual([6, 7, 13].map((p) => whole.weights[p]));
    expect(Array.from(own.next!)).toEqual([6, 7, 13].map((p) => whole.next![p]));
    for (let c = 0; c <= d; c++) {
      let sum = 0;
      for (let i = c; i < own.samples!.moves!.length; i += d + 1) sum += own.samples!.moves![i]!;
      expect(Math.abs(sum - own.descents.left[c]!)).toBeLessThanOrEqual(1e-15);
    }
    expect(own.samples!.on + own.samples!.off).toBe(30);
    expect(own.samples!.on).toBe(Array.from(own.samples!.z).filter((z) => z > 0).length);
    expect(m).toBe(whole.network!.neurons);
  });

  it('is the one that is shown, as far as there is one', async () => {
    const update = await updateAt('two-layer', { neurons: 5 }, 0);
    expect(toldNeuron(update, 3)).toBe(2);
    expect(toldNeuron(update, 50)).toBe(4);
  });
});

const drawStyle = { scale: 1, palette: PALETTES.light };
const pointsOf = (marks: readonly Mark[], shape: string) =>
  marks
    .flatMap((mark) => (mark.kind === 'symbols' && mark.shape === shape ? [Array.from(mark.points)] : []))
    .flat();

describe('the circle', () => {
  const circle = circleIn(300, 300, 1);

  async function sceneAt(given: Values, k: number) {
    const update = await updateAt('two-layer', given, k);
    const scene = {
      circle,
      beta: 0.005,
      unit: 1,
      teacher: null,
      left: directionsOf(update.left!.weights),
      right: update.round && directionsOf(update.round.before.network),
    };
    const draw = (stage: Stage | null, highlight: 'left' | 'band' | 'dead' | null = null) =>
      circleMarks({ highlight, stage, update, neuron: 1 }, scene, drawStyle);
    return { update, draw };
  }

  it('is left alone where nothing is pointed at', async () => {
    expect((await sceneAt({ neurons: 5 }, 1)).draw(null)).toEqual([]);
  });

  it('has what is added on the curve, at the angle of the table', async () => {
    const { update, draw } = await sceneAt({ neurons: 5 }, 1);
    const touches = pointsOf(draw('off'), 'diamond');
    const { taken } = update.round!.exact!;
    expect(touches).toHaveLength(2 * taken.length);
    const [{ direction, sign, height }] = taken as [(typeof taken)[0]];
    const r = radiusOfValue(circle, sign * height, 0.005);
    expect(touches[0]).toBeCloseTo(circle.cx + r * direction[0], 9);
    expect(touches[1]).toBeCloseTo(circle.cy - r * direction[1], 9);
    expect(pointsOf(draw('gradient'), 'square')).toHaveLength(2 * taken.length);
  });

  it('has halos about every neuron of a side, or about the one that is told', async () => {
    const { draw } = await sceneAt({ neurons: 5 }, 1);
    expect(pointsOf(draw(null, 'left'), 'ring')).toHaveLength(10);
    expect(pointsOf(draw('forward'), 'ring')).toHaveLength(2);
    expect(draw(null, 'band').filter(({ kind }) => kind === 'circle')).toHaveLength(2);
  });

  it('has the program’s next neurons when the step is told', async () => {
    const { update, draw } = await sceneAt({ neurons: 5 }, 1);
    expect(pointsOf(draw('step'), 'square')).toHaveLength((2 * update.round!.after!.network.length) / 3);
  });

  it('marks dead neurons alone', async () => {
    const { draw } = await sceneAt(
      { features: 'line', n: 5, xmin: 1, xmax: 2, neurons: 2, start: [-1, -1, 1, 1, 1, 1] },
      0,
    );
    expect(pointsOf(draw(null, 'dead'), 'ring')).toHaveLength(2);
  });
});

describe('the view in space', () => {
  const space: SpaceScene = {
    view: { x0: -2, x1: 2, y0: -2, y1: 2 },
    toPixel: (x, y) => (Math.abs(x) <= 2 && Math.abs(y) <= 2 ? [100 + 40 * x, 100 - 30 * y] : null),
    star: [140, 20],
    rect: { x: 0, y: 0, width: 200, height: 200 },
  };

  async function marksOf(more: object): Promise<Mark[]> {
    const update = await updateAt(
      'one-neuron',
      { features: 'line', n: 8, plant: [1, 0.2], start: [-1.6, 0.3] },
      2,
    );
    return spaceMarks(
      {
        side: 'right',
        highlight: null,
        stage: null,
        head: [1, 0],
        plant: [1, 0.2],
        start: [-1.6, 0.3],
        update,
        samples: null,
        shared: true,
        toPlane: (w) => [w[0]!, w[1]!],
        words: { left: 'f', right: 'g', difference: 'd', next: 'next' },
        ...more,
      },
      space,
      drawStyle,
    );
  }

  it('is left alone where nothing is pointed at, and has a halo about head, foot of the plant and star', async () => {
    expect(await marksOf({})).toEqual([]);
    expect(await marksOf({ highlight: 'left' })).toEqual([]);
    const [head] = await marksOf({ highlight: 'right' });
    expect([(head as { x: number }).x, (head as { y: number }).y]).toEqual([140, 100]);
    expect(await marksOf({ highlight: 'plant' })).toHaveLength(2);
  });

  it('leads the step to the next weights, and cuts an arrow off at the window', async () => {
    const update = await updateAt(
      'one-neuron',
      { features: 'line', n: 8, plant: [1, 0.2], start: [-1.6, 0.3] },
      2,
    );
    const [x, y] = update.right!.original.next!;
    const marks = await marksOf({ stage: 'step' });
    const shafts = marks.flatMap((mark) => (mark.kind === 'path' ? [mark.lines[0]!] : []));
    const end = Array.from(shafts[0]!).slice(-2);
    expect(end[0]).toBeCloseTo(100 + 40 * x!, 9);
    expect(end[1]).toBeCloseTo(100 - 30 * y!, 9);
    const off = await marksOf({ stage: 'step', toPlane: (w: number[]) => [w[0]! + 2.3, w[1]!] });
    for (const mark of off)
      if (mark.kind === 'path')
        for (const line of mark.lines)
          for (let i = 0; i < line.length; i += 2) expect(line[i]!).toBeLessThanOrEqual(200);
  });
});
