import { formatCount, formatNumberShort } from '../../i18n/format.ts';
import { percent } from '../../i18n/format-tenth.ts';
import { english } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';

const plural = createPlural('en');

/** A number of runs. */
const runs = (count: number) => `${formatCount(count)} ${plural(count, { one: 'run', other: 'runs' })}`;

/** The English words of ensembles: they come with the code that says them. */
export const words = english({
  'group.ensemble': 'Ensemble',
  'param.runs': 'Runs',
  'param.vary': 'Drawn anew in each run',
  'param.startlaw': 'Starts',
  'param.limit': 'Steps at most',
  'param.within': 'Arrived within',
  'param.audit': 'Audit the claim',
  'param.xkey': 'First axis',
  'param.xat': 'Its places',
  'param.ykey': 'Second axis',
  'param.yat': 'Its places',
  'choice.startlaw.normal': 'standard normal',
  'choice.startlaw.unit': 'random direction, length 1',
  'choice.startlaw.box': 'uniform, each weight from −3 to 3',

  'ensemble.title': 'How often?',
  'ensemble.close': 'Close',
  'ensemble.lead': 'One run is an anecdote. Run the scenario many times with new seeds and count.',
  'ensemble.parts': 'Parts of this view',
  'ensemble.part.runs': 'Ensemble',
  'ensemble.part.diagram': 'Phase diagram',
  'ensemble.criterion.distance': ({ within, limit }: { within: string; limit: number }) =>
    `A side arrives when it first comes within ${within} of the plant, in at most ${formatCount(limit)} steps; it may leave again.`,
  'ensemble.criterion.gap': ({ within, limit }: { within: string; limit: number }) =>
    `A side arrives when its objective is within ${within} of the certified optimum (relative), in at most ${formatCount(limit)} steps.`,
  'ensemble.criterion.excess': ({ within, limit }: { within: string; limit: number }) =>
    `A side arrives when its loss is within ${within} of its known minimum, in at most ${formatCount(limit)} steps.`,
  'ensemble.law': ({ law, drawn }: { law: string; drawn: string }) => `Starts: ${law}. Drawn anew: ${drawn}.`,
  'ensemble.drawn.data': 'data',
  'ensemble.drawn.plant': 'plant',
  'ensemble.drawn.start': 'start',
  'ensemble.nothingDrawn':
    'Nothing is drawn anew: all runs are the same one, and intervals and tests say nothing.',
  'ensemble.workers': ({ cores }: { cores: number }) => `Workers (this machine has ${formatCount(cores)})`,
  'ensemble.run': 'Run',
  'ensemble.again': 'Run anew',
  'ensemble.cancel': 'Cancel',
  'ensemble.goOn': 'Continue',
  'ensemble.delete': 'Delete',
  'ensemble.stored': 'Results stay in this browser until you delete them. Nothing is sent.',
  'ensemble.notStored': 'This browser stores nothing here: results are gone with the page.',
  'ensemble.progress': ({ done, of }: { done: number; of: number }) =>
    `${formatCount(done)} of ${formatCount(of)} runs`,
  'ensemble.left': ({ seconds }: { seconds: number }) =>
    seconds < 90
      ? `${formatCount(Math.ceil(seconds))} s left`
      : `${formatCount(Math.ceil(seconds / 60))} min left`,
  'ensemble.took': ({ seconds, done }: { seconds: number; done: number }) =>
    `${runs(done)} in ${formatNumberShort(Number(seconds.toPrecision(2)))} s.`,
  'ensemble.cut': ({ done, of }: { done: number; of: number }) =>
    `Cut after ${formatCount(done)} of ${formatCount(of)} runs.`,
  'ensemble.fileHas': ({ done, of }: { done: number; of: number }) =>
    `The file has ${formatCount(done)} of ${runs(of)}.`,
  'ensemble.there': ({ done, of }: { done: number; of: number }) =>
    `Under way in another tab, which has stored ${formatCount(done)} of ${formatCount(of)} runs so far.`,
  'ensemble.elsewhere':
    'Another tab of this browser has these runs: here stands what it has stored. They can be continued here once that tab is closed.',
  'ensemble.other': 'These runs are of another scenario, or by another criterion, than the page shows now.',
  'ensemble.back': 'Show theirs',
  'ensemble.failed': ({ reason }: { reason: string }) => `It could not be run: ${reason}`,
  'ensemble.chip': ({ share }: { share: string }) => `How often? ${share}`,
  'ensemble.left.side': 'Left (non-convex)',
  'ensemble.right.side': 'Right (relaxation)',
  'ensemble.right.blend': 'Right (blend)',
  'ensemble.right.convex': 'Right (convex)',
  'ensemble.right.relaxed': 'Right (relaxed)',
  'ensemble.success': 'How many arrive',
  'ensemble.all': ({ count }: { count: number }) => `Of all ${runs(count)}.`,
  'ensemble.first': ({ count }: { count: number }) =>
    count === 1 ? 'Of the first run.' : `Of the first ${runs(count)}.`,
  'ensemble.col.side': 'Side',
  'ensemble.col.arrived': 'Arrived',
  'ensemble.col.share': 'Share',
  'ensemble.col.interval': '95 % interval (Wilson)',
  'ensemble.col.median': 'Median steps',
  'ensemble.rate': ({ share, interval }: { share: string; interval: string }) => `${share} (${interval})`,
  'ensemble.interval': ({ low, high }: { low: number; high: number }) =>
    `${percent(low)}\u00A0to ${percent(high)}`,
  'ensemble.overHalf': 'more than half never arrived',
  'ensemble.table': 'Both sides of each run',
  'ensemble.rightYes': 'right arrived',
  'ensemble.rightNo': 'right did not',
  'ensemble.leftYes': 'left arrived',
  'ensemble.leftNo': 'left did not',
  'ensemble.sum': 'all',
  'ensemble.mcnemar': ({ p, first, second }: { p: string; first: number; second: number }) =>
    first + second === 0
      ? 'The sides never differ: there is nothing to test.'
      : `Exact McNemar test: one side alone arrives in ${runs(first + second)}, the left in ${formatCount(first)}, the right in ${formatCount(second)}; two-sided p ${p}.`,
  'ensemble.survival': 'Steps to arrival',
  'ensemble.survival.y': 'not arrived yet',
  'ensemble.survival.censored': 'censored at the limit',
  'ensemble.survival.told': ({ left, right, limit }: { left: string; right: string; limit: number }) =>
    `Survival curves: share of all runs that have not arrived by a step. Never arrived in ${formatCount(limit)} steps: left ${left}, right ${right}. These runs are censored there; none is dropped.`,
  'ensemble.quantiles.stop': ({ loss }: { loss: string }) =>
    `A run that has arrived is followed until its loss is at most ${loss} (of labels of size 1; it grows with their square) or its gradient has vanished, not to the limit: the smallest distances are where counting stopped.`,
  'ensemble.quantiles': 'How far they end',
  'ensemble.quantiles.x': 'share of the runs',
  'ensemble.quantiles.distance': 'distance to the plant at the end',
  'ensemble.quantiles.gap': 'relative excess over the optimum',
  'ensemble.quantiles.excess': 'loss above the minimum',
  'ensemble.quantiles.criterion': 'criterion',
  'ensemble.quantiles.told': ({
    left,
    right,
    leftDiverged,
    rightDiverged,
  }: {
    left: readonly string[];
    right: readonly string[];
    leftDiverged: number;
    rightDiverged: number;
  }) =>
    `Quartiles (25, 50, 75 %): left ${left.join(', ')}; right ${right.join(', ')}. Diverged: left ${formatCount(leftDiverged)}, right ${formatCount(rightDiverged)}.`,
  'ensemble.numbers': 'The numbers',
  'ensemble.col.quantile': 'Quantile',
  'ensemble.col.step': 'Step',
  'ensemble.worst': 'Runs that ended farthest',
  'ensemble.worst.left': 'Left side',
  'ensemble.worst.right': 'Right side',
  'ensemble.open': ({ run, by }: { run: number; by: string }) => `Run ${formatCount(run)}: ${by}`,
  'ensemble.open.title': ({ run }: { run: number }) => `Open run ${formatCount(run)} in the main view`,
  'ensemble.opened': ({ run }: { run: number }) =>
    `Run ${formatCount(run)} stands in the main view. Undo goes back.`,
  'ensemble.notOpened': ({ run, reason }: { run: number; reason: string }) =>
    `Run ${formatCount(run)} cannot be opened: ${reason}`,
  'ensemble.number': ({ last }: { last: number }) => `Open run number (0 to ${formatCount(last)})`,
  'ensemble.number.open': 'Open',
  'ensemble.whole': ({ least, most, got }: { least: number; most: number; got: string }) =>
    `Expected a whole number from ${formatCount(least)} to ${formatCount(most)}; got ${got === '' ? 'none' : `“${got}”`}.`,
  'ensemble.diverged': 'diverged',
  'ensemble.behind': ({ by }: { by: string }) => `right farther by ${by}`,
  'ensemble.audit': 'The claim, audited',
  'ensemble.audit.abstract':
    'The paper’s abstract says: descent on the relaxation always outperforms descent on the loss.',
  'ensemble.audit.proved':
    'Proved here: from the same point, with labels that are the plant’s own and no noise, one small step of the relaxation points at least as much towards the plant: Δ(w) ≥ 0. That is no statement about whole runs.',
  'ensemble.audit.measured': ({
    kept,
    of,
    share,
    low,
    high,
    law,
    limit,
  }: {
    kept: number;
    of: number;
    share: string;
    low: number;
    high: number;
    law: string;
    limit: number;
  }) =>
    `Measured: in ${formatCount(kept)} of ${runs(of)} (${share}; 95 % interval ${percent(low)} to ${percent(high)}) the right side was at every common step, up to ${formatCount(limit)}, at least as close to the plant as the left, up to a tolerance of 1e−9; starts: ${law}.`,
  'ensemble.audit.first': ({ median, most }: { median: number; most: string }) =>
    `Where it was farther, the first such step was ${formatCount(median)} in the median; the largest difference was ${most}.`,
  'ensemble.audit.points': ({ points, failures }: { points: number; failures: number }) =>
    failures === 0
      ? `Δ(w) ≥ 0 was asked at ${formatCount(points)} visited points and held at every one.`
      : `Δ(w) ≥ 0 was asked at ${formatCount(points)} visited points and failed at ${formatCount(failures)}: that contradicts the proof, so the engine is in error.`,
  'ensemble.audit.noPoints':
    'The labels are not the plant’s own (noise): nothing is proved of Δ(w) there, and it was not asked.',
  'ensemble.audit.off': 'Not audited: switch “Audit the claim” on and run.',
  'ensemble.audit.broken': 'Runs in which the right side was farther',
  'ensemble.files': 'Take away',
  'ensemble.csv': 'Table as CSV',
  'ensemble.json': 'Table as JSON',
  'ensemble.svg': 'Figure as SVG',
  'ensemble.png': 'Figure as PNG',
  'ensemble.png.scale': 'Resolution of the PNG',
  'ensemble.figure.title': ({ part, scenario }: { part: string; scenario: string }) =>
    `${part}. ${scenario}.`,
  'ensemble.figure.rates': ({
    what,
    left,
    right,
    of,
  }: {
    what: string;
    left: string;
    right: string;
    of: string;
  }) => `${what}. ${left}; ${right}. ${of}`,
  'ensemble.figure.done': ({ done, of }: { done: number; of: number }) =>
    `So far ${formatCount(done)} of ${formatCount(of)} are done.`,
  'ensemble.spec': 'Spec for the command line',
  'ensemble.openFile': 'Open a result file',
  'ensemble.openFile.hint': 'The CSV that “npm run sweep” or this page wrote.',
  'ensemble.refused': ({ reason }: { reason: string }) => `The file was not opened. ${reason}`,
  'ensemble.saved': ({ name }: { name: string }) => `${name} was saved.`,
  'ensemble.noData.table':
    'The data are not in it: they are too large for its link. Whoever opens it sees what was counted, but can open and continue none of its runs.',
  'ensemble.noData.figure':
    'The data are not in it: they are too large for its link. Whoever opens the link needs your file too, by “Own data”.',
  'ensemble.noData.spec':
    'The data are not in it: they are too large for its link. The command line needs your file too, by “--data”.',
  'ensemble.cell': ({ places }: { places: string }) => `A cell of the phase diagram: ${places}.`,
  'ensemble.cell.back': 'Back to the diagram',
  'ensemble.axis.x': 'Across',
  'ensemble.axis.y': 'Upwards',
  'ensemble.axis.offer': ({ x, y }: { x: string; y: string }) => `Begin with ${x} against ${y}`,
  'ensemble.axis.none': 'none',
  'ensemble.axis.places': ({ axis }: { axis: string }) => `${axis}: values, with commas between`,
  'ensemble.axis.bad': ({ got }: { got: string }) =>
    `Expected numbers with commas or spaces between, at most 64; got ${got === '' ? 'none' : `“${got}”`}. The axis stays as it was.`,
  'ensemble.diagram.size': ({ cells, runs, all }: { cells: number; runs: number; all: number }) =>
    `${formatCount(cells)} cells of ${formatCount(runs)} runs: ${formatCount(all)} runs.`,
  'ensemble.diagram.large': ({ most }: { most: number }) =>
    `A page keeps at most ${formatCount(most)} runs. Take the spec to the command line for more.`,
  'ensemble.diagram.left': 'Left: share that arrives',
  'ensemble.diagram.right': 'Right: share that arrives',
  'ensemble.diagram.difference': 'Right minus left',
  'ensemble.diagram.key.share': 'Hatched: not known yet.',
  'ensemble.diagram.key.difference': ({ most }: { most: string }) =>
    `Right minus left in percentage points. Blue: the right arrives more often. Vermilion: the left does. The colours reach from −${most} to +${most}, the largest difference here.`,
  'ensemble.diagram.exact':
    'Lines on the right panel: P(Bin(n, ½) ≥ d) = ½ (strong), 5 % and 95 % (dashed). It is exactly how often Gaussian data without noise determine the plant (proved), and no bound on the measured share: a limit on steps cuts off late arrivals, and a wide criterion counts runs that end near a plant that the data leave open.',
  'ensemble.diagram.keys':
    'Arrow keys move from cell to cell. Enter or a {{press}} opens the cell’s ensemble.',
  'ensemble.diagram.cell': ({
    places,
    done,
    left,
    right,
  }: {
    places: string;
    done: number;
    left: string;
    right: string;
  }) =>
    done === 0 ? `${places}: nothing known yet` : `${places}: left ${left}, right ${right} of ${runs(done)}`,
  'ensemble.diagram.kept': 'Audit: share that keeps the claim',
  'ensemble.diagram.keptNote':
    'Audit: share of the runs in which the right side was at no common step farther from the plant than the left by more than 1e−9 (measured).',
  'ensemble.diagram.cellKept': ({ share }: { share: string }) => `claim kept in ${share}`,
  'ensemble.prefix': ({ from, to }: { from: number; to: number }) =>
    `Of the runs ${formatCount(from)} to ${formatCount(to)}.`,
  'ensemble.diagram.table': 'All cells as a table',
  'ensemble.places.of': ({ places, n }: { places: string; n: string }) => `${places} (${n})`,
  'ensemble.place': ({ name, value }: { name: string; value: string }) => `${name} = ${value}`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
