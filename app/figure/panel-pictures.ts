import type { SideName } from '../../engine/contract.ts';
import { axisText } from '../charts/axis-marks.ts';
import type { DisplayList, Mark } from '../charts/display-list.ts';
import { createThinner } from '../charts/thin.ts';
import type { Translate } from '../i18n/messages.ts';
import { drawCircle } from '../pictures/circle-plot.ts';
import { coordinatesDrawing } from '../pictures/coordinates-drawing.ts';
import { curveDrawing, type Quantity } from '../pictures/curve-drawing.ts';
import { dataDrawing } from '../pictures/data-drawing.ts';
import {
  type LandscapeLook,
  landscapeBase,
  landscapeOverlay,
  watchBase,
} from '../pictures/landscape-drawing.ts';
import { landscapeRect } from '../pictures/landscape-frame.ts';
import { groundOf } from '../pictures/landscape-marks.ts';
import { legendDrawing } from '../pictures/legend-drawing.ts';
import { shadowWords } from '../pictures/shadow-words.ts';
import { angleDrawing } from '../problems/two-layer/angle-drawing.ts';
import { circleInput } from '../problems/two-layer/circle-drawing.ts';
import { networkCurveDrawing } from '../problems/two-layer/network-curve-drawing.ts';
import { heldStep } from '../problems/two-layer/network-pictures.ts';
import { neuronBase, neuronLegend, neuronOverlay } from '../problems/two-layer/neuron-drawing.ts';
import {
  fitDrawing,
  outputCurves,
  outputKind,
  residualLegend,
  residualMap,
  residualTitle,
} from '../problems/two-layer/output-drawing.ts';
import { excessReferences } from '../session/excess.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { shownView } from '../session/store.ts';
import type { Size } from '../ui/Drawing.tsx';
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

/** What was made last is kept until one of the things that it was made from is another. */
function createKeeper<T>(): (key: readonly unknown[], make: () => T) => T {
  let kept: { key: readonly unknown[]; made: T } | null = null;
  return (key, make) => {
    if (kept?.key.length === key.length && key.every((part, i) => part === kept!.key[i])) return kept.made;
    kept = { key, made: make() };
    return kept.made;
  };
}

/** Pictures in one look; grounds are kept from one snapshot to the next, so that another step costs its overlay alone. */
export function createPanelPictures(
  look: LandscapeLook,
  t: Translate,
  blocks: BlockTaker | null,
): PanelPictures {
  const { scale } = look;
  const bases = { left: createKeeper<DisplayList>(), right: createKeeper<DisplayList>() };
  const thinners = { left: createThinner(), right: createThinner() };

  function landscape(snapshot: Snapshot, side: SideName, size: Size): DisplayList {
    const state = snapshot.store.getState();
    const references = excessReferences(state);
    // A window of the scenario is another object every time it is asked for.
    const { x0, x1, y0, y1 } = shownView(state);
    const rest = watchBase(state).filter((part) => !(part instanceof Object && 'x0' in part));
    const key = [size.width, size.height, references.left, references.right, x0, x1, y0, y1, ...rest];
    const base = bases[side](key, () =>
      landscapeBase(snapshot, side, size, look, t, groundOf(state, side, t)),
    );
    const list = [
      ...base,
      ...landscapeOverlay(snapshot, side, size, look, t, thinners[side], base),
      ...noteMarks(shadowWords(snapshot, side, t), size, look),
    ];
    // In a film names would jump as the paths grow under them.
    return look.bands ? partNames(list, landscapeRect(size.width, size.height, scale)) : list;
  }

  function neuron(snapshot: Snapshot, size: Size): DisplayList {
    const { network, opened } = snapshot.store.getState();
    const base = bases.left([size.width, size.height, network.grid, network.optimum, opened], () =>
      neuronBase(snapshot, size, look, t),
    );
    return [...base, ...neuronOverlay(snapshot, size, look, t, thinners.left), ...heldMarks(snapshot, size)];
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
      if (opened.network.columns !== 2) return angleDrawing(snapshot, side, size, look, t);
      if (side === 'left') return neuron(snapshot, size);
      const input = circleInput(snapshot, size, look, t);
      return input ? drawCircle(input) : [];
    },
    legend(snapshot, side, size) {
      if (!snapshot.store.getState().opened?.network) return legendDrawing(snapshot, side, size, look, t);
      return neuronLegend(snapshot, size, look, t);
    },
    data: (snapshot, size) => dataDrawing(snapshot, size, look, t),
    coordinates: (snapshot, size) => coordinatesDrawing(snapshot, size, look, t),
    curve: (snapshot, quantity, size) => curveDrawing(snapshot, quantity, size, look, t),
    objective: (snapshot, size) => networkCurveDrawing(snapshot, 'objective', size, look, t),
    excess: (snapshot, size) => networkCurveDrawing(snapshot, 'excess', size, look, t),
    meter: (snapshot, size) => gapMeter(snapshot, size, look, t),
    output(snapshot, size) {
      const kind = outputKind(snapshot.store.getState());
      if (kind === 'line') return [...outputCurves(snapshot, size, look, t), ...heldMarks(snapshot, size)];
      if (kind === 'fit') return [...fitDrawing(snapshot, size, look, t), ...heldMarks(snapshot, size)];
      return residuals(snapshot, size);
    },
  };

  /** Both maps of the residual with their colours, and the outputs against the labels: below them, or beside where there is room. */
  function residuals(snapshot: Snapshot, { width, height }: Size): DisplayList {
    const gap = 8 * scale;
    const title = 18 * scale;
    const legend = 34 * scale;
    const wide = width > 1.8 * height;
    const maps = wide ? (2 * (width - 2 * gap)) / 3 + gap : width;
    const half = (maps - gap) / 2;
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
        marks: residualMap(snapshot, side, { width: half, height: map }, look, t),
      },
    ]);
    const colours: Mark = {
      kind: 'group',
      x: 0,
      y: title + map + gap,
      marks: residualLegend(snapshot, { width: maps, height: legend }, look, t),
    };
    const fit = wide
      ? { x: maps + 2 * gap, y: title, width: width - maps - 2 * gap, height: room }
      : { x: 0, y: title + map + legend + 2 * gap, width, height: height - title - map - legend - 2 * gap };
    if (fit.height < 60 * scale) return [...sides, colours];
    return [
      ...sides,
      colours,
      { kind: 'group', x: fit.x, y: fit.y, marks: fitDrawing(snapshot, fit, look, t) },
    ];
  }
}

/** A side's sign: a dot or a square, as on the page. */
export function signMarks(
  side: SideName,
  x: number,
  y: number,
  size: number,
  { palette }: LandscapeLook,
): Mark[] {
  const shape = side === 'left' ? 'dot' : 'square';
  const fill = side === 'left' ? palette.leftPath : palette.rightPath;
  return [{ kind: 'symbols', shape, points: [x, y], size, fill }];
}

/** Words over the top of a map, as the page has them there. */
function noteMarks(words: string, { width, height }: Size, { palette, scale }: LandscapeLook): Mark[] {
  if (words === '') return [];
  const rect = landscapeRect(width, height, scale);
  const room = rect.width - 16 * scale;
  const style = { font: 'sans', size: 12 * scale, weight: 400, color: palette.mapInk } as const;
  return words.split('\n').map((line, i) => ({
    ...textLine(line, rect.x + 8 * scale, rect.y + (6 + i * LEADING * 12) * scale, shrunk(line, room, style)),
    halo: { color: palette.mapPaper, width: 2.5 * scale },
  }));
}
