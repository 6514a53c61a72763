import './index.ts';
import '../i18n/all-words.ts';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Values } from '../../engine/params.ts';
import { LANGUAGE_NAMES } from '../../engine/scenario/languages.ts';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { spread } from '../../scripts/tier.mjs';
import { withTimerFrames } from '../../scripts/timer-frames.ts';
import { PALETTES } from '../charts/colour/palette.ts';
import type { DisplayList, Mark, TextMark } from '../charts/display-list.ts';
import { overlapArea } from '../charts/geometry.ts';
import { textBox } from '../charts/paint/part-names.ts';
import { readSnapshot } from '../figure/read-snapshot.ts';
import { createTranslate } from '../i18n/messages.ts';
import { createSession } from '../session/create-session.ts';
import { scenarioOf } from '../session/guessing.ts';
import { type Canvas, drawNow, type Picture } from '../session/picture/picture.ts';
import { until } from '../session/run/until.ts';
import { stubEngine } from '../session/stub/stub-engine.ts';
import { loadMoreWords } from '../session/view.ts';
import { loadShipped } from '../storage/lectures/find-lecture.ts';
import { SHIPPED_IDS } from '../storage/lectures/shipped/ids.ts';
import { createCertificate } from './denoiser/image/certificate-panel.tsx';
import { createBoard, createTruth } from './denoiser/image/drawing.ts';
import { createPower } from './denoiser/image/power-panel.tsx';
import { createStarts } from './denoiser/image/starts-drawing.ts';
import { createPixelCurves } from './denoiser/pixels/curves-drawing.ts';
import { createPixelLevels } from './denoiser/pixels/levels-drawing.ts';
import { pixelMap } from './denoiser/pixels/maps.ts';
import { createSkies } from './denoiser/skies/drawing.ts';
import { DENOISER_VIEW } from './denoiser/view.tsx';
import { CURVES as FED_CURVES } from './federated/curves.ts';
import { createCircle as createCurveOverCircle } from './federated/network/circle-drawing.ts';
import { NETWORK_CURVES } from './federated/network/curves.ts';
import { createKernel } from './federated/network/kernel-drawing.ts';
import { planeMap } from './federated/plane/field-maps.ts';
import { createLocal } from './federated/plane/local-drawing.ts';
import { createFieldMap } from './fields/field-drawing.ts';
import type { FieldMap } from './fields/field-map.ts';
import { CURVES } from './gan/curves.ts';
import { createCone } from './gan/network/cone-drawing.ts';
import { createNeurons } from './gan/network/neurons-drawing.ts';
import { createRegions as createRuleRegions } from './gan/plane/region-drawing.ts';
import { createCurve, QUANTITIES } from './planar/curves.ts';
import { createData } from './planar/data-drawing.ts';
import { createLandscape } from './planar/landscape-drawing.ts';
import { CURVES as SHUFFLE_CURVES } from './shuffle/curves.ts';
import { createCosts } from './shuffle/matrices/costs-drawing.ts';
import { createHeat } from './shuffle/matrices/heat-drawing.ts';
import { createLevels } from './shuffle/triangle/levels-drawing.ts';
import { triangleMap } from './shuffle/triangle/maps.ts';
import { createTriangles } from './shuffle/triangles-drawing.ts';
import { createAngles } from './two-layer/angle/drawing.ts';
import { createCircle } from './two-layer/circle/drawing.ts';
import { CURVES as TWO_LAYER_CURVES } from './two-layer/curves.ts';
import { createFit, createOutputCurves, createResidualMap } from './two-layer/output/drawing.ts';
import { createCircle as createOutputCircle } from './vector-output/circle/drawing.ts';
import { CURVES as OUTPUTS_CURVES } from './vector-output/curves.ts';
import { createRegions } from './vector-output/lines/regions-drawing.ts';
import { createPolygons, createValues } from './vector-output/output-drawings.ts';

/** Texts of one picture; a map has two layered pictures. */
const SIDES = ['left', 'right'] as const;
const planar = (): Record<string, readonly Picture[]> => ({
  ...Object.fromEntries(
    SIDES.map((side) => {
      const { ground, run } = createLandscape(side);
      return [`${side} map`, [ground, run]];
    }),
  ),
  data: [createData()],
  ...Object.fromEntries(QUANTITIES.map((quantity) => [quantity, [createCurve(quantity)]])),
});
const networks = (): Record<string, readonly Picture[]> => ({
  'left angles': [createAngles('left')],
  'right angles': [createAngles('right')],
  circle: [createCircle()],
  outputs: [createOutputCurves()],
  'left residual': [createResidualMap('left')],
  fit: [createFit()],
  objective: [TWO_LAYER_CURVES[0].createPicture()],
  // The objective moves among the curves when the outputs are shown.
  'small F': [TWO_LAYER_CURVES[0].createPicture()],
});

const outputs = (): Record<string, readonly Picture[]> => ({
  ...Object.fromEntries(SIDES.map((side) => [`${side} map`, [createRegions(side)]])),
  ...Object.fromEntries(SIDES.map((side) => [`${side} values fit`, [createValues(side)]])),
  polygons: [createPolygons()],
  'circle of outputs': [createOutputCircle()],
  'objective of outputs': [OUTPUTS_CURVES[0].createPicture()],
  gap: [OUTPUTS_CURVES[1].createPicture()],
  sigmas: [OUTPUTS_CURVES[2].createPicture()],
});
const games = (): Record<string, readonly Picture[]> => ({
  ...Object.fromEntries(
    SIDES.map((side) => {
      const { ground, run } = createCone(side);
      return [`${side} map`, [ground, run]];
    }),
  ),
  'circle of neurons': [createNeurons()],
  'regions map': [createRuleRegions()],
  ...Object.fromEntries(CURVES.map((curve) => [curve.name, [curve.createPicture()]])),
});
const clients = (): Record<string, readonly Picture[]> => ({
  ...Object.fromEntries(
    SIDES.map((side) => {
      const { ground, run } = createCurveOverCircle(side);
      return [`${side} map`, [ground, run]];
    }),
  ),
  ...Object.fromEntries(
    SIDES.map((side) => {
      const { ground, run } = createFieldMap(planeMap(side) as unknown as FieldMap);
      return [`${side} plane map`, [ground, run]];
    }),
  ),
  'kernel map': [createKernel()],
  'local map': [createLocal()],
  ...Object.fromEntries(
    [...FED_CURVES, ...NETWORK_CURVES].map((curve) => [curve.name, [curve.createPicture()]]),
  ),
});
const permutations = ({ shape, loss }: Values): Record<string, readonly Picture[]> => {
  const isTriangle = shape === 'triangle' && loss === 'matching';
  return {
    ...Object.fromEntries(
      SIDES.map((side): [string, readonly Picture[]] => {
        if (!isTriangle) return [`${side} map`, [createHeat(side), createTriangles(side)]];
        const { ground, run } = createFieldMap(triangleMap(side) as unknown as FieldMap);
        return [`${side} map`, [ground, run]];
      }),
    ),
    'third map': isTriangle ? Object.values(createLevels()) : [createCosts()],
    ...Object.fromEntries(SHUFFLE_CURVES.map((curve) => [curve.name, [curve.createPicture()]])),
  };
};
const steps = ({ level }: Values): Record<string, readonly Picture[]> => ({
  ...Object.fromEntries(
    SIDES.map((side): [string, readonly Picture[]] => {
      if (level === 'image') return [`${side} map`, [createBoard(side)]];
      const { ground, run } = createFieldMap(pixelMap(side) as unknown as FieldMap);
      return [`${side} map`, [ground, run]];
    }),
  ),
  ...(level === 'image'
    ? {
        'truth map': [createTruth()],
        'starts map': [createStarts(null)],
        'power map': [createPower(null)],
        'certificate map': [createCertificate()],
        'skies map': [createSkies(null)],
      }
    : {
        'denoiser map': Object.values(createPixelCurves('denoiser')),
        'prox map': Object.values(createPixelCurves('prox')),
        'steps map': Object.values(createPixelLevels('c')),
        'caps map': Object.values(createPixelLevels('cap')),
      }),
  ...Object.fromEntries(DENOISER_VIEW.curves.map((curve) => [curve.name, [curve.createPicture()]])),
});
const PICTURES: Readonly<Record<string, (values: Values) => Record<string, readonly Picture[]>>> = {
  'two-layer': networks,
  'vector-output': outputs,
  gan: games,
  federated: clients,
  shuffle: permutations,
  denoiser: steps,
};

/** Pixels of a map and a curve, on the stage at 1280 x 720 and 1920 x 1080, and on a desktop. */
const ROOMS = [
  { size: { width: 380, height: 380 }, curve: { width: 400, height: 187 }, scale: 1.5 },
  { size: { width: 580, height: 580 }, curve: { width: 600, height: 280 }, scale: 2.25 },
  { size: { width: 380, height: 380 }, curve: { width: 400, height: 144 }, scale: 1 },
];
const PAGES = LANGUAGE_NAMES.flatMap((language) => ROOMS.map((room) => ({ language, ...room })));

const SCENES = (
  await Promise.all(
    SHIPPED_IDS.map(async (id) =>
      (await loadShipped(id, 'en')).scenes.map((scene, k) => ({ name: `${id} ${k + 1}`, scene })),
    ),
  )
).flat();

withTimerFrames();

beforeAll(async () => {
  await loadMoreWords();
});

function textsIn(list: DisplayList): TextMark[] {
  return list.flatMap((mark: Mark): TextMark[] =>
    mark.kind === 'text' ? [mark] : mark.kind === 'clip' ? textsIn(mark.marks) : [],
  );
}

function collisions(texts: readonly TextMark[]): string[] {
  const boxes = texts.map((text) => textBox(text));
  return texts.flatMap((text, i) =>
    texts.slice(0, i).flatMap((other, j) => {
      const [a, b] = [boxes[i]!, boxes[j]!];
      const least = Math.min(a.width * a.height, b.width * b.height);
      return overlapArea(a, b) > 0.1 * least ? [`${text.text} / ${other.text}`] : [];
    }),
  );
}

describe('labels keep clear of each other in every shipped scene', () => {
  it.each(spread(SCENES, 13))('$name', async ({ scene }) => {
    const session = createSession(() => stubEngine({}));
    const { scenario } = parseLink(scene.scenario);
    session.load(scenario);
    session.setLecture({ title: '', scenes: [scene] });
    await until(() => {
      const { phase, target, grid, opened, references } = session.store.getState();
      expect([phase, target, grid === null && opened!.dimension === 2]).toEqual(['ready', null, false]);
      if (opened!.dimension === 2) expect(references).not.toBeNull();
    });
    const pictures = (PICTURES[scenario.problem] ?? planar)(scenario.values);
    const opens = scenarioOf(scene).values.k;
    const found: string[] = [];
    for (const k of [opens, scene.bookmark ?? opens + 100]) {
      session.seek(k);
      await until(() => expect(session.store.getState().target).toBeNull());
      const snapshot = await readSnapshot(session, k);
      for (const { language, size, curve, scale } of spread(PAGES, 2)) {
        const t = createTranslate(language);
        for (const [name, parts] of Object.entries(pictures)) {
          const isSquare = /map|data|angles|circle|residual|outputs|fit|objective|polygons/.test(name);
          const canvas: Canvas = {
            size: isSquare ? size : curve,
            drawStyle: { palette: PALETTES.light, scale } as Canvas['drawStyle'],
            t,
          };
          const texts = parts.flatMap((picture) => textsIn(drawNow(picture, snapshot, canvas)));
          for (const pair of collisions(texts))
            found.push(`${name}, ${size.width} x ${scale}, ${language}, step ${k}: ${pair}`);
        }
      }
    }
    session.dispose();
    expect(found).toEqual([]);
  });
});
