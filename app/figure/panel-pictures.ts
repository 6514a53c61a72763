import type { SideName } from '../../engine/contract.ts';
import { axisText } from '../charts/axis-marks.ts';
import type { DisplayList, Mark } from '../charts/display-list.ts';
import type { Size } from '../charts/geometry.ts';
import type { Translate } from '../i18n/messages.ts';
import { createCoordinates } from '../pictures/coordinates-drawing.ts';
import { createCurve, type Quantity } from '../pictures/curve-drawing.ts';
import { createData } from '../pictures/data-drawing.ts';
import type { Look } from '../pictures/extra-marks.ts';
import { createLandscape } from '../pictures/landscape-drawing.ts';
import { landscapeRect } from '../pictures/landscape-frame.ts';
import { createLegend } from '../pictures/legend-drawing.ts';
import { drawNow, type Picture } from '../pictures/picture.ts';
import { shadowWords } from '../pictures/shadow-words.ts';
import { createAngles } from '../problems/two-layer/angle-drawing.ts';
import { createCircle } from '../problems/two-layer/circle-drawing.ts';
import { createNetworkCurve } from '../problems/two-layer/network-curve-drawing.ts';
import { heldStep } from '../problems/two-layer/network-pictures.ts';
import {
  createNeuronGround,
  createNeuronLegend,
  createNeuronRun,
} from '../problems/two-layer/neuron-drawing.ts';
import {
  createFit,
  createOutputCurves,
  createResidualLegend,
  createResidualMap,
  outputKind,
  residualTitle,
} from '../problems/two-layer/output-drawing.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { gapMeter } from './gap-meter.ts';
import { partNames } from './part-names.ts';
import { LEADING, shrunk, textLine } from './text-lines.ts';

/** A landscape as a block in space, as the camera saw it. */
export interface BlockImage {
  readonly columns: number;
  readonly rows: number;
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
}

/** Takes a picture of a side in space at a size; null where it cannot. */
export type BlockTaker = (snapshot: Snapshot, side: SideName, size: Size) => BlockImage | null;

/** The pictures of all panels at a size, from (0, 0): the same functions draw those of the page. */
export interface PanelPictures {
  side(snapshot: Snapshot, side: SideName, size: Size): DisplayList;
  legend(snapshot: Snapshot, side: SideName, size: Size): DisplayList;
  data(snapshot: Snapshot, size: Size): DisplayList;
  coordinates(snapshot: Snapshot, size: Size): DisplayList;
  curve(snapshot: Snapshot, quantity: Quantity, size: Size): DisplayList;
  output(snapshot: Snapshot, size: Size): DisplayList;
  objective(snapshot: Snapshot, size: Size): DisplayList;
  excess(snapshot: Snapshot, size: Size): DisplayList;
  meter(snapshot: Snapshot, size: Size): DisplayList;
}

/** Pictures in one look; they keep their grounds, so that another step costs its overlay alone. */
export function createPanelPictures(look: Look, t: Translate, blocks: BlockTaker | null): PanelPictures {
  const { scale } = look;
  const maps = { left: createLandscape('left'), right: createLandscape('right') };
  const legends = { left: createLegend('left'), right: createLegend('right') };
  const curves = {
    excess: createCurve('excess'),
    distance: createCurve('distance'),
    gradient: createCurve('gradient'),
  };
  const [data, coordinates] = [createData(), createCoordinates()];
  const [objective, excess] = [createNetworkCurve('objective'), createNetworkCurve('excess')];
  const angles = { left: createAngles('left'), right: createAngles('right') };
  const [circle, neuron] = [createCircle(), createNeuronGround()];
  const [path, neuronLegend] = [createNeuronRun(), createNeuronLegend()];
  const residual = { left: createResidualMap('left'), right: createResidualMap('right') };
  const [outputs, fits, residualLegend] = [createOutputCurves(), createFit(), createResidualLegend()];

  const draw = (picture: Picture, snapshot: Snapshot, size: Size) =>
    drawNow(picture, snapshot, { size, look, t });

  function landscape(snapshot: Snapshot, side: SideName, size: Size): DisplayList {
    const { ground, run } = maps[side];
    const list = [
      ...draw(ground, snapshot, size),
      ...draw(run, snapshot, size),
      ...noteMarks(shadowWords(snapshot, side, t), size, look),
    ];
    // In a film names would jump as the paths grow under them.
    return look.bands ? partNames(list, landscapeRect(size.width, size.height, scale)) : list;
  }

  function heldMarks(snapshot: Snapshot, size: Size): Mark[] {
    const held = heldStep(snapshot);
    return held === null ? [] : noteMarks(t('network.held', { k: held }), size, look);
  }

  return {
    side(snapshot, side, size) {
      const { opened, scenario } = snapshot.store.getState();
      const block = blocks && scenario.values.solid && !opened?.network ? blocks(snapshot, side, size) : null;
      if (block) return [{ kind: 'raster', rect: { x: 0, y: 0, ...size }, ...block }];
      if (!opened?.network) return landscape(snapshot, side, size);
      if (opened.network.columns !== 2) return draw(angles[side], snapshot, size);
      if (side === 'right') return draw(circle, snapshot, size);
      return [...draw(neuron, snapshot, size), ...draw(path, snapshot, size), ...heldMarks(snapshot, size)];
    },
    legend: (snapshot, side, size) =>
      draw(snapshot.store.getState().opened?.network ? neuronLegend : legends[side], snapshot, size),
    data: (snapshot, size) => draw(data, snapshot, size),
    coordinates: (snapshot, size) => draw(coordinates, snapshot, size),
    curve: (snapshot, quantity, size) => draw(curves[quantity], snapshot, size),
    objective: (snapshot, size) => draw(objective, snapshot, size),
    excess: (snapshot, size) => draw(excess, snapshot, size),
    meter: (snapshot, size) => gapMeter(snapshot, size, look, t),
    output(snapshot, size) {
      const kind = outputKind(snapshot.store.getState());
      if (kind === 'line') return [...draw(outputs, snapshot, size), ...heldMarks(snapshot, size)];
      if (kind === 'fit') return [...draw(fits, snapshot, size), ...heldMarks(snapshot, size)];
      return residuals(snapshot, size);
    },
  };

  /** Both maps of the residual with their colours, and the outputs against the labels: below them, or beside where there is room. */
  function residuals(snapshot: Snapshot, { width, height }: Size): DisplayList {
    const gap = 8 * scale;
    const title = 18 * scale;
    const legend = 34 * scale;
    const wide = width > 1.8 * height;
    const both = wide ? (2 * (width - 2 * gap)) / 3 + gap : width;
    const half = (both - gap) / 2;
    const room = height - title - legend - gap;
    const map = wide || width > 1.3 * height ? room : Math.min(half, (room - gap) * 0.55);
    const { palette } = look;
    const sides = (['left', 'right'] as const).flatMap((side, i): Mark[] => [
      {
        kind: 'group',
        x: i * (half + gap),
        y: 0,
        marks: [
          ...signMarks(side, 4.5 * scale, 0.5 * title, 9 * scale, look),
          axisText(palette, scale, residualTitle(snapshot, side, t), 14 * scale, 0.5 * title, 'start', {
            strong: true,
          }),
        ],
      },
      {
        kind: 'group',
        x: i * (half + gap),
        y: title,
        marks: draw(residual[side], snapshot, { width: half, height: map }),
      },
    ]);
    const colours: Mark = {
      kind: 'group',
      x: 0,
      y: title + map + gap,
      marks: draw(residualLegend, snapshot, { width: both, height: legend }),
    };
    const fit = wide
      ? { x: both + 2 * gap, y: title, width: width - both - 2 * gap, height: room }
      : { x: 0, y: title + map + legend + 2 * gap, width, height: height - title - map - legend - 2 * gap };
    if (fit.height < 60 * scale) return [...sides, colours];
    return [...sides, colours, { kind: 'group', x: fit.x, y: fit.y, marks: draw(fits, snapshot, fit) }];
  }
}

/** A side's sign: a dot or a square, as on the page. */
export function signMarks(side: SideName, x: number, y: number, size: number, { palette }: Look): Mark[] {
  const shape = side === 'left' ? 'dot' : 'square';
  const fill = side === 'left' ? palette.leftPath : palette.rightPath;
  return [{ kind: 'symbols', shape, points: [x, y], size, fill }];
}

/** Words over the top of a map, as the page has them there. */
function noteMarks(words: string, { width, height }: Size, { palette, scale }: Look): Mark[] {
  if (words === '') return [];
  const rect = landscapeRect(width, height, scale);
  const room = rect.width - 16 * scale;
  const style = { font: 'sans', size: 12 * scale, weight: 400, color: palette.mapInk } as const;
  return words.split('\n').map((line, i) => ({
    ...textLine(line, rect.x + 8 * scale, rect.y + (6 + i * LEADING * 12) * scale, shrunk(line, room, style)),
    halo: { color: palette.mapPaper, width: 2.5 * scale },
  }));
}
