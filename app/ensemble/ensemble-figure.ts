import { sweepScenario } from '../../engine/ensemble/sweep.ts';
import { LANGUAGES, type Language } from '../../engine/scenario/languages.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import { BUILD } from '../figure/build.ts';
import { FIGURE_PALETTE } from '../figure/look.ts';
import { textBlock, wrapText } from '../figure/text-lines.ts';
import { formatNumberShort } from '../messages/format.ts';
import { percent } from '../messages/format-tenth.ts';
import type { Translate } from '../messages/messages.ts';
import { axisText } from '../plot/axis-marks.ts';
import type { DisplayList, Mark } from '../plot/display-list.ts';
import { drawPhase } from '../plot/phase-plot.ts';
import { writeSvg } from '../plot/write-svg.ts';
import { sourceOf } from '../share/data/take-away.ts';
import { barTicks, pointsWords } from './cell-words.ts';
import {
  countCells,
  exactPoints,
  hasExact,
  LEVELS,
  largestDifference,
  panelsOf,
  panelValues,
} from './diagram.ts';
import { quantileDrawing, survivalDrawing } from './ensemble-drawings.ts';
import { axisWord, criterionWords, sideNames } from './ensemble-words.ts';
import type { Job } from './ensembles.ts';
import { doneStretch, stretchColumns } from './stretch.ts';

/** Sizes in CSS pixels: a figure of 178 mm, two charts or three panels beside one another. */
const WIDTH = 673;
const HEIGHT = 250;
const GAP = 12;
const LINE = 16;

/** The figure of an ensemble (survival curves and quantiles) or of a diagram (three panels) as SVG, with its caption. */
export async function ensembleFigure(
  job: Job,
  clerk: EngineClient,
  language: Language,
  t: Translate,
): Promise<string> {
  const { sweep } = job.runs;
  const look = { palette: FIGURE_PALETTE, scale: 8 / 9 };
  const isDiagram = sweep.axes.length > 0;
  const { marks, words } = isDiagram
    ? await phaseMarks(job, clerk, look, t)
    : await chartMarks(job, clerk, look, t);
  const style = { font: 'sans', size: 11, weight: 400, color: FIGURE_PALETTE.ink } as const;
  const lines = wrapText(`${words} ${criterionWords(sweep, t)}`, 0.86 * WIDTH, style);
  const height = HEIGHT + 14 + lines.length * LINE;
  const list: Mark[] = [
    { kind: 'rect', rect: { x: 0, y: 0, width: WIDTH, height }, fill: '#FFFFFF' },
    ...marks,
    ...textBlock(lines, 0, HEIGHT + 8, style),
  ];
  return writeSvg(list, {
    width: WIDTH,
    height,
    millimetres: 178,
    title: t(isDiagram ? 'ensemble.part.diagram' : 'ensemble.part.runs'),
    description: lines.join(' '),
    lang: LANGUAGES[language].tag,
    source: sourceOf(sweepScenario(sweep)).link,
    creator: ['Twin Descent', BUILD.version, BUILD.commit].filter((word) => word !== '').join(' '),
    id: isDiagram ? 'diagram' : 'ensemble',
  });
}

interface Drawn {
  readonly marks: Mark[];
  readonly words: string;
}

type Look = { readonly palette: typeof FIGURE_PALETTE; readonly scale: number };

async function chartMarks(job: Job, clerk: EngineClient, look: Look, t: Translate): Promise<Drawn> {
  const { sweep } = job.runs;
  const stretch = doneStretch(job, 0);
  const summary = await clerk.ensemble('summarise', stretchColumns(job, 0, stretch));
  const size = { width: (WIDTH - GAP) / 2, height: HEIGHT };
  const names = sideNames(sweep, t);
  const rate = (side: 'left' | 'right') => {
    const { runs, of, interval } = summary[side].arrived;
    return `${names[side]} ${percent(runs / of)} (${t('ensemble.interval', interval)})`;
  };
  return {
    marks: [
      group('survival', 0, survivalDrawing(summary, sweep, look, size, t)),
      group('quantiles', size.width + GAP, quantileDrawing(summary, sweep, look, size, t)),
    ],
    words: `${t('ensemble.success')}: ${rate('left')}; ${rate('right')}. ${stretch.from === 0 ? t('ensemble.first', { count: summary.runs }) : t('ensemble.stretch', { from: stretch.from, to: stretch.from + summary.runs - 1 })}`,
  };
}

async function phaseMarks(job: Job, clerk: EngineClient, look: Look, t: Translate): Promise<Drawn> {
  const { sweep } = job.runs;
  const [x, y] = sweep.axes;
  const counts = countCells(job);
  const d = sweep.axes.find(({ key }) => key === 'd');
  const exact = hasExact(sweep) && d ? await clerk.ensemble('exactLines', d.at, LEVELS) : [];
  const panels = panelsOf(sweep);
  const most = largestDifference(panelValues(counts, x!.at.length, 'difference'));
  const width = (WIDTH - (panels.length - 1) * GAP) / panels.length;
  const marks = panels.flatMap((panel, i) => [
    group(panel, i * (width + GAP), [
      axisText(look.palette, look.scale, t(`ensemble.diagram.${panel}`), 0, 10, 'start', { strong: true }),
      {
        kind: 'group',
        x: 0,
        y: 18,
        marks: drawPhase({
          width,
          height: HEIGHT - 18,
          ...look,
          kind: panel === 'difference' ? 'difference' : 'share',
          columns: x!.at.map(formatNumberShort),
          rows: y ? y.at.map(formatNumberShort) : [''],
          values: panelValues(counts, x!.at.length, panel),
          extent: panel === 'difference' ? most : 1,
          ticks: barTicks(panel === 'difference' ? 'difference' : 'share', most),
          axes: { x: axisWord(x!.key, t), y: y ? axisWord(y.key, t) : '' },
          lines:
            panel === 'right'
              ? exact.map((line) => ({ points: exactPoints(sweep, line), strong: line.level === LEVELS[0] }))
              : [],
          cursor: null,
        }),
      },
    ]),
  ]);
  const words = [
    t('ensemble.diagram.key.share'),
    t('ensemble.diagram.key.difference', { most: pointsWords(most) }),
    ...(exact.length > 0 ? [t('ensemble.diagram.exact')] : []),
  ];
  return { marks, words: words.join(' ') };
}

function group(name: string, x: number, marks: DisplayList): Mark {
  return { kind: 'group', x, y: 0, marks, name };
}
