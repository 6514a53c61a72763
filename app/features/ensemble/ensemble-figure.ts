import { RATIO } from '../../../engine/ensemble/axes.ts';
import { sweepScenario } from '../../../engine/ensemble/sweep.ts';
import { namesOf } from '../../../engine/params.ts';
import { LANGUAGES, type Language } from '../../../engine/scenario/languages.ts';
import { leavesDataOut } from '../../../engine/scenario/leaves-data-out.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { DisplayList, Mark } from '../../charts/display-list.ts';
import { shrunk, textLine } from '../../charts/text-lines.ts';
import { ALWAYS, paramWords, scenarioTitle, sourceWords } from '../../figure/caption.ts';
import { captionMarks } from '../../figure/caption-marks.ts';
import { FIGURE_PALETTE, WIDTHS } from '../../figure/draw-style.ts';
import { type ReadyFigure, readyFigure } from '../../figure/write-figure.ts';
import { percent } from '../../i18n/format-tenth.ts';
import type { Translate } from '../../i18n/messages.ts';
import { drawPhase } from '../../pictures/ensemble/phase-plot.ts';
import { drawShares } from '../../pictures/ensemble/share-plot.ts';
import { sourceOf } from '../../ui/take-away.ts';
import { barTicks, pointsWords, rateWords } from './diagram/cell-words.ts';
import {
  countCells,
  exactDrawn,
  exactLaw,
  largestDifference,
  panelsOf,
  panelValues,
} from './diagram/diagram.ts';
import { hasRounds, quantileDrawing, survivalDrawing, survivalGroups } from './ensemble-drawings.ts';
import {
  auditWords,
  axisWord,
  criterionWords,
  mostWords,
  ofWords,
  placeNames,
  runWords,
  sideNames,
} from './ensemble-words.ts';
import { finishedPrefix, prefixRuns } from './job/finished-prefix.ts';
import type { Job } from './job/job.ts';
import { boundOf } from './most-arrive.ts';
import { sharesNotes, sharesOf } from './shares.ts';

/** 178 mm wide; heights in px at its scale. */
const { px: WIDTH, scale: SCALE } = WIDTHS.double;
const CHART = 250;
const PANEL = 262;
const TITLE = 20;
const GAP = 14;
const DRAW_STYLE = { palette: FIGURE_PALETTE, scale: SCALE };

interface Pictures {
  readonly marks: readonly Mark[];
  readonly height: number;
  readonly words: readonly string[];
}

export async function ensembleFigure(
  job: Pick<Job, 'runs' | 'running' | 'count'>,
  queryEngine: EngineClient,
  language: Language,
  t: Translate,
): Promise<ReadyFigure> {
  const { sweep } = job.runs;
  const isDiagram = sweep.axes.length > 0;
  const draw = [chartPictures, sharePictures, phasePictures][sweep.axes.length]!;
  const pictures = await draw(job, queryEngine, t);
  const { link } = sourceOf(sweepScenario(sweep));
  const title = t('ensemble.figure.title', {
    part: t(isDiagram ? 'ensemble.part.diagram' : 'ensemble.part.runs'),
    scenario: scenarioTitle({ scenario: sweep.scenario }, t),
  });
  const paragraphs = [
    title,
    ...pictures.words.slice(0, 1),
    `${criterionWords(sweep, t)} ${t('figure.captionParams', { params: fixedWords(job, t) })}`,
    ...pictures.words.slice(1),
    ...(leavesDataOut(sweep.scenario) ? [t('figure.captionNoData')] : []),
  ];
  const caption = captionMarks([...paragraphs, sourceWords(link, t)], WIDTH, DRAW_STYLE);
  const height = Math.ceil(pictures.height + caption.height);
  const list: DisplayList = [
    { kind: 'rect', rect: { x: 0, y: 0, width: WIDTH, height }, fill: '#FFFFFF' },
    ...pictures.marks,
    { kind: 'group', x: 0, y: height - caption.height, marks: caption.marks, name: 'caption' },
  ];
  return readyFigure({ list, width: WIDTH, height }, 'double', {
    name: `twin-descent-${isDiagram ? 'diagram' : 'ensemble'}`,
    title,
    description: paragraphs.slice(1).join('\n'),
    link,
    lang: LANGUAGES[language].tag,
  });
}

/** Names the parameters shared by all cells and runs; seeds are run 0's. */
function fixedWords({ runs: { sweep } }: Pick<Job, 'runs'>, t: Translate): string[] {
  const { scenario, ensemble, axes } = sweep;
  const swept = axes.map(({ key }) => (key === RATIO ? 'n' : key));
  // `data` names a data set; only its seed is drawn.
  const drawn = namesOf(ensemble.vary).filter((name) => name !== 'data');
  return paramWords({ scenario, opened: null }, t, {
    always: [...ALWAYS, 'c', 'rule'],
    leftOut: ['k', ...swept, ...drawn],
  });
}

type DrawnJob = Pick<Job, 'runs' | 'running' | 'count'>;

async function chartPictures(job: DrawnJob, queryEngine: EngineClient, t: Translate): Promise<Pictures> {
  const { sweep } = job.runs;
  const prefix = finishedPrefix(job, 0);
  const summary = await queryEngine.ensemble.summarise(prefixRuns(job, 0, prefix));
  const [most = null] = await queryEngine.ensemble.mostArrive([sweepScenario(sweep)]);
  const size = { width: (WIDTH - GAP) / 2, height: CHART };
  const canvas = { size, drawStyle: DRAW_STYLE, t };
  const groups = survivalGroups(sweep);
  const wide = (size.width - (groups.length - 1) * GAP) / groups.length;
  const narrow = { ...canvas, size: { ...size, width: wide } };
  const names = sideNames(sweep, t);
  const rate = (side: 'left' | 'right') => {
    const { arrived, ties } = summary[side];
    const words = rateWords(arrived.runs, arrived.of, t);
    const tied = runWords(sweep).hasTies
      ? `; ${t('ensemble.col.ties')}: ${rateWords(ties.runs, ties.of, t)}`
      : '';
    return t('figure.captionSide', { side: names[side], words: words + tied });
  };
  const never = (side: 'left' | 'right') => percent(1 - summary[side].arrived.runs / summary.runs);
  const { limit } = sweep.ensemble;
  return {
    marks: [
      ...groups.map((sides, i) =>
        group(`survival-${sides[0]}`, i * (wide + GAP), 0, survivalDrawing(summary, sweep, narrow, sides)),
      ),
      group('quantiles', size.width + GAP, 0, quantileDrawing(summary, sweep, canvas)),
    ],
    height: CHART,
    words: [
      t('ensemble.figure.rates', {
        what: t('ensemble.success'),
        left: rate('left'),
        right: rate('right'),
        of: ofWords(prefix, sweep.ensemble.runs, t),
      }),
      ...mostWords(summary, most, sweep, t),
      t('ensemble.survival.told', {
        left: never('left'),
        right: never('right'),
        limit,
        hasRounds: hasRounds(sweep),
      }),
      ...(summary.audit ? [auditWords(summary.audit, sweep, t)] : []),
    ],
  };
}

function sizeWords({ count, runs: { sweep } }: DrawnJob, t: Translate): string {
  const { cells, size, ensemble } = sweep;
  return [
    t('ensemble.diagram.size', { cells, runs: ensemble.runs, all: size }),
    ...(count < size ? [t('ensemble.figure.done', { done: count, of: size })] : []),
  ].join(' ');
}

async function sharePictures(job: DrawnJob, queryEngine: EngineClient, t: Translate): Promise<Pictures> {
  const { sweep } = job.runs;
  const bound = await boundOf(sweep, queryEngine);
  const input = { ...sharesOf(sweep, countCells(job), bound, t), cursor: null };
  return {
    marks: [group('shares', 0, 0, drawShares({ width: WIDTH, height: CHART, ...DRAW_STYLE, ...input }))],
    height: CHART,
    words: [`${t('ensemble.shares')}. ${sizeWords(job, t)}`, sharesNotes(sweep, bound, t).join(' ')],
  };
}

async function phasePictures(job: DrawnJob, queryEngine: EngineClient, t: Translate): Promise<Pictures> {
  const { sweep } = job.runs;
  const [x, y] = sweep.axes;
  const counts = countCells(job);
  const law = exactLaw(sweep);
  const exact = law ? await exactDrawn(sweep, law, queryEngine) : [];
  const panels = panelsOf(sweep);
  // Four panels form a 2 x 2 grid: their titles would not fit in a row.
  const columns = panels.length > 3 ? 2 : panels.length;
  const width = (WIDTH - (columns - 1) * GAP) / columns;
  const most = largestDifference(panelValues(counts, x!.at.length, 'difference'));
  const marks = panels.map((panel, i) => {
    const kind = panel === 'difference' ? 'difference' : 'share';
    const title = t(`ensemble.diagram.${panel}`);
    const style = { font: 'sans', size: 12 * SCALE, weight: 600, color: FIGURE_PALETTE.ink } as const;
    const picture = drawPhase({
      width,
      height: PANEL - TITLE,
      ...DRAW_STYLE,
      kind,
      columns: placeNames(x!, t, sweep.scenario.problem),
      rows: placeNames(y!, t, sweep.scenario.problem),
      values: panelValues(counts, x!.at.length, panel),
      extent: kind === 'difference' ? most : 1,
      ticks: barTicks(kind, most),
      axes: {
        x: axisWord(x!.key, t, sweep.scenario.problem),
        y: axisWord(y!.key, t, sweep.scenario.problem),
      },
      lines: law?.panel === panel ? exact : [],
      cursor: null,
    });
    return group(panel, (i % columns) * (width + GAP), Math.floor(i / columns) * (PANEL + GAP), [
      textLine(title, 0, 0, shrunk(title, 0.86 * width, style)),
      group('picture', 0, TITLE, picture),
    ]);
  });
  return {
    marks,
    height: Math.ceil(panels.length / columns) * (PANEL + GAP) - GAP,
    words: [
      sizeWords(job, t),
      [
        t('ensemble.diagram.key.difference', { most: pointsWords(most) }),
        ...(counts.done.includes(0) ? [t('ensemble.diagram.key.share')] : []),
        ...(law ? [t(law.words)] : []),
        ...(panels.includes('kept') ? [t('ensemble.diagram.keptNote')] : []),
      ].join(' '),
    ],
  };
}

function group(name: string, x: number, y: number, marks: readonly Mark[]): Mark {
  return { kind: 'group', x, y, marks, name };
}
