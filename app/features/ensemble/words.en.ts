import type { Outcome } from '../../../engine/run/outcome-names.ts';
import { formatCount, formatNumberShort } from '../../i18n/format.ts';
import { percent, percentAtMost } from '../../i18n/format-tenth.ts';
import { english, type Numbers, type Texts } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';

const plural = createPlural('en');

const runs = (count: number) => `${formatCount(count)} ${plural(count, { one: 'run', other: 'runs' })}`;

const opening = {
  problems: (count: number) =>
    `In ${formatCount(count)} random ${plural(count, { one: 'problem', other: 'problems' })}`,
  starts: (count: number) =>
    `From ${formatCount(count)} random ${plural(count, { one: 'start', other: 'starts' })}`,
  same: (count: number) =>
    `In ${formatCount(count)} identical ${plural(count, { one: 'run', other: 'runs' })}`,
};

/** One name for each end, wherever runs are counted. */
const outcomes: Readonly<Record<Outcome, string>> = {
  star: 'at the star',
  perfect: 'another perfect fit',
  best: 'at the best there is',
  met: 'met the criterion',
  tie: 'tied (neither)',
  // With noise even the minimum of a convex loss lies elsewhere: nothing is said to be stuck.
  stuck: 'stopped elsewhere',
  dead: 'dead',
  hovering: 'moving without progress',
  barred: 'out of reach (proved)',
  moving: 'still moving',
  falling: 'running off to infinity',
};

const either = (words: readonly string[]) =>
  [...(words.length > 1 ? [words.slice(0, -1).join(', ')] : []), words.at(-1)].join(' or ');

const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);

export interface SidesDid {
  readonly within: string;
  readonly left: string;
  readonly right: string;
}

export const words = english({
  'group.ensemble': 'Ensemble',
  'param.runs': 'Runs',
  'param.vary': 'New for each run',
  'param.startlaw': 'Starts',
  'param.limit': 'Step limit',
  'param.within': 'Counts as arrived within',
  'param.audit': 'Audit the claim',
  'param.xkey': 'First axis',
  'param.xat': 'Its values',
  'param.ykey': 'Second axis',
  'param.yat': 'Its values',
  'choice.startlaw.normal': 'standard normal',
  'choice.startlaw.unit': 'random direction, length 1',
  'choice.startlaw.box': 'uniform, each weight from −3 to 3',

  'ensemble.title': 'How often?',
  'ensemble.lead': 'One run is an anecdote. Repeat it with new seeds and count.',
  'ensemble.notRandom':
    'Nothing is drawn at random here: every run would be the one on the page. A phase diagram shows how its end depends on two of its numbers.',
  'ensemble.parts': 'Parts of this view',
  'ensemble.part.runs': 'Ensemble',
  'ensemble.part.diagram': 'Phase diagram',
  'ensemble.criterion.distance': ({ within, limit }: { within: string; limit: number }) =>
    `A side “arrives” if it gets within ${within} of the star in at most ${formatCount(limit)} steps; it may leave again.`,
  'ensemble.criterion.gap': ({ within, limit }: { within: string; limit: number }) =>
    `A side “arrives” if its objective gets within ${within} of the certified optimum in at most ${formatCount(limit)} steps.`,
  'ensemble.criterion.excess': ({ within, limit }: { within: string; limit: number }) =>
    `A side “arrives” if its loss gets within ${within} of its known minimum in at most ${formatCount(limit)} steps.`,
  'ensemble.answer': ({ of, count, did }: { of: keyof typeof opening; count: number; did: string }) =>
    `${opening[of](count)} ${did}.`,
  'ensemble.did.star': ({ left, right }: SidesDid) =>
    `the left reached the star in ${left}, the right in ${right}`,
  'ensemble.did.distance': ({ within, left, right }: SidesDid) =>
    `the left came within ${within} of the star in ${left}, the right in ${right}`,
  'ensemble.did.gap': ({ within, left, right }: SidesDid) =>
    `the left came within ${within} of the optimum in ${left}, the right in ${right}`,
  'ensemble.did.excess': ({ within, left, right }: SidesDid) =>
    `the left’s loss came within ${within} of its minimum in ${left}, the right’s in ${right}`,
  'ensemble.did.fit': ({ left, right }: SidesDid) =>
    `the left found a perfect fit in ${left}, the right in ${right}`,
  'ensemble.did.compared': (
    of: Numbers<'first' | 'second' | 'equal'> & {
      side: 'left' | 'right';
      better: 'lower' | 'higher';
      number: string;
      median: string | null;
    },
  ) =>
    of.first === 0
      ? `both sides had the same ${of.number}`
      : `the ${of.side} had the ${of.better} ${of.number} in ${formatCount(of.first)}, the ${of.side === 'left' ? 'right' : 'left'} in ${formatCount(of.second)}${of.equal > 0 ? `, neither in ${formatCount(of.equal)}` : ''}${of.median === null ? '; in at least half of them one side diverged' : `; the median difference is ${of.median}`}`,
  'ensemble.compared.median': (
    of: Texts<'median' | 'left' | 'right'> & { interval: readonly string[] | null },
  ) =>
    `Right minus left: median ${of.median}${of.interval ? ` (95 % interval ${of.interval.join(' to ')})` : ''}. Median of the left: ${of.left}; of the right: ${of.right}.`,
  'ensemble.compared.test': ({ p, equal }: { p: string | null; equal: number }) =>
    p === null
      ? 'The two sides never differ, so there is nothing to test.'
      : `Sign test of “each side is better equally often”: two-sided p ${p}${equal > 0 ? '; equal runs are left out' : ''}.`,
  'ensemble.compared.tied': (of: Numbers<'both' | 'onlyLeft' | 'onlyRight' | 'neither'> & Texts<'within'>) =>
    `Differences within ${of.within} of the optimum count as ties: the right is better in ${formatCount(of.onlyRight)}, the left in ${formatCount(of.onlyLeft)}, tied ${formatCount(of.both)}${of.neither > 0 ? `; in ${formatCount(of.neither)} neither came that near` : ''}.`,
  'ensemble.compared.unknown': ({ count }: { count: number }) =>
    `${runs(count)} had no such number on one side and ${plural(count, { one: 'is', other: 'are' })} left out.`,
  'ensemble.pairs.told': ({ runsOfBar, most }: { runsOfBar: number; most: string | null }) =>
    `Each bar is ${runsOfBar === 1 ? 'one run' : `the middle of ${runs(runsOfBar)}`}, sorted by the difference: up where the right is better, down where the left is${most === null ? '' : `; bars beyond ${most} are cut`}.`,
  'compared.objective': 'objective',
  'compared.loss': 'loss',
  'ensemble.runFirst': ({ count }: { count: number }) => `Run the first ${formatCount(count)}`,
  'ensemble.runAll': ({ count }: { count: number }) => `Go on to ${runs(count)}`,
  'ensemble.also': (also: { outcomes: readonly Outcome[] } & Texts<'left' | 'right'>) =>
    `${capitalised(either(also.outcomes.map((one) => outcomes[one])))}: left ${also.left}, right ${also.right}.`,
  'ensemble.outcome': ({ outcome, count }: { outcome: Outcome; count: number }) =>
    `${formatCount(count)} ${outcomes[outcome]}`,
  'ensemble.outcome.show': 'Show the first of these runs in the maps',
  'ensemble.strip.told': ({ side, kinds }: { side: string; kinds: readonly string[] }) =>
    `${side}, run by run: ${kinds.join(', ')}.`,
  'ensemble.most': ({ most, measured }: { most: number; measured: number }) =>
    `In the long run at most ${percentAtMost(most)} of the runs can arrive (proved). Measured: ${percent(measured)}.`,
  'ensemble.shares': 'Share that arrives',
  'ensemble.shares.most': 'at most (proved)',
  'ensemble.shares.kept': 'claim kept',
  'ensemble.shares.note': 'Thin bars: 95 % intervals (Wilson).',
  'ensemble.shares.line':
    'Dotted: in the long run no larger share can arrive on the left by this criterion (proved). Arrivals by the step limit are fewer still.',
  'ensemble.diagram.cellTies': ({ left, right }: { left: string; right: string }) =>
    `ties: left ${left}, right ${right}`,
  'ensemble.diagram.cellMost': ({ most }: { most: number }) => `left at most ${percentAtMost(most)} (proved)`,
  'ensemble.strip.one':
    'Each dot is one run, sorted by how the runs ended. In brackets: 95 % intervals (Wilson).',
  'ensemble.strip.share': ({ runs }: { runs: number }) =>
    `Each dot stands for ${formatCount(runs)} runs: a share, not a single run. Dots are sorted by how the runs ended; an even rarer end still has one dot. In brackets: 95 % intervals (Wilson).`,
  'ensemble.form': (form: Numbers<'runs' | 'limit'> & { drawn: readonly string[] }) =>
    `${runs(form.runs)}, at most ${formatCount(form.limit)} steps each${form.drawn.length === 0 ? '' : `; new: ${form.drawn.join(', ')}`}`,
  /** Without a law, the starts have keys of their own. */
  'ensemble.law': ({ law, drawn }: { law: string | null; drawn: string }) =>
    `${law === null ? '' : `Starts: ${law}. `}New for each run: ${drawn}.`,
  'ensemble.drawn.data': 'data',
  'ensemble.drawn.plant': 'star',
  'ensemble.drawn.teacher': 'teacher',
  'ensemble.drawn.start': 'start',
  'ensemble.nothingDrawn': 'Nothing varies: every run is identical, so intervals and tests are meaningless.',
  'ensemble.workers': ({ cores }: { cores: number }) =>
    `Parallel workers (this device has ${formatCount(cores)} cores)`,
  'ensemble.run': 'Run',
  'ensemble.again': 'Run again',
  'ensemble.cancel': 'Cancel',
  'ensemble.goOn': 'Continue',
  'ensemble.delete': 'Delete',
  'ensemble.stored': 'Results stay in this browser until you delete them. The page sends nothing.',
  'ensemble.notStored': 'This browser stores nothing here: you lose the results when you close the page.',
  'ensemble.progress': ({ done, of }: { done: number; of: number }) =>
    `${formatCount(done)} of ${formatCount(of)} runs`,
  'ensemble.left': ({ seconds }: { seconds: number }) =>
    seconds < 90
      ? `${formatCount(Math.ceil(seconds))} s left`
      : `${formatCount(Math.ceil(seconds / 60))} min left`,
  'ensemble.took': ({ seconds, done }: { seconds: number; done: number }) =>
    `${runs(done)} in ${formatNumberShort(Number(seconds.toPrecision(2)))} s.`,
  'ensemble.cut': ({ done, of }: { done: number; of: number }) =>
    `Stopped after ${formatCount(done)} of ${formatCount(of)} runs.`,
  'ensemble.fileHas': ({ done, of }: { done: number; of: number }) =>
    `The file has ${formatCount(done)} of ${runs(of)}.`,
  'ensemble.there': ({ done, of }: { done: number; of: number }) =>
    `Another tab is running this: it has saved ${formatCount(done)} of ${formatCount(of)} runs so far.`,
  'ensemble.elsewhere':
    'Another tab of this browser has these runs: showing what it has saved so far. You can continue them here once you close that tab.',
  'ensemble.other': ({ problem }: { problem: string }) =>
    `Results of another scenario or criterion: ${problem}`,
  'ensemble.back': 'Show that scenario',
  'ensemble.failed': ({ reason }: { reason: string }) => `Couldn’t run: ${reason}`,
  'ensemble.chip': ({ share }: { share: string }) => `How often? ${share}`,
  'ensemble.left.side': 'Left (non-convex)',
  'ensemble.right.side': 'Right (relaxation)',
  'ensemble.right.blend': 'Right (blend)',
  'ensemble.right.convex': 'Right (convex)',
  'ensemble.right.relaxed': 'Right (relaxed)',
  'ensemble.success': 'How many arrive',
  'ensemble.all': ({ count }: { count: number }) => `Out of all ${runs(count)}.`,
  'ensemble.first': ({ count }: { count: number }) =>
    count === 1 ? 'Out of the first run.' : `Out of the first ${runs(count)}.`,
  'ensemble.some': ({ count, of }: { count: number; of: number }) =>
    `Out of ${formatCount(count)} of ${runs(of)}; others between are not in the file.`,
  'ensemble.col.side': 'Side',
  'ensemble.col.arrived': 'Arrived',
  'ensemble.col.share': 'Share',
  'ensemble.col.interval': '95 % interval (Wilson)',
  'ensemble.col.ties': 'Ties (neither)',
  'ensemble.col.median': 'Median steps',
  'ensemble.col.medianOf': 'Median',
  'ensemble.took.steps': ({ steps }: { steps: number }) =>
    `${formatCount(steps)} ${plural(steps, { one: 'step', other: 'steps' })}`,
  'ensemble.took.rounds': ({ rounds }: { rounds: number }) =>
    `${formatCount(rounds)} ${plural(rounds, { one: 'round', other: 'rounds' })}`,
  'ensemble.axis.round': 'round',
  'ensemble.rate': ({ share, interval }: { share: string; interval: string }) => `${share} (${interval})`,
  'ensemble.interval': ({ low, high }: { low: number; high: number }) =>
    `${percent(low)}\u00A0to ${percent(high)}`,
  'ensemble.overHalf': 'more than half never arrived',
  'ensemble.table': 'The two sides of each run',
  'ensemble.rightYes': 'right arrived',
  'ensemble.rightNo': 'right did not',
  'ensemble.leftYes': 'left arrived',
  'ensemble.leftNo': 'left did not',
  'ensemble.sum': 'all',
  'ensemble.mcnemar': ({ p, first, second }: { p: string; first: number; second: number }) =>
    first + second === 0
      ? 'The two sides never disagree, so there is nothing to test.'
      : `Exact McNemar test: one side alone arrives in ${runs(first + second)}, the left in ${formatCount(first)}, the right in ${formatCount(second)}; two-sided p ${p}.`,
  'ensemble.survival': 'Steps to arrival',
  'ensemble.survival.y': 'not arrived yet',
  'ensemble.survival.censored': 'censored at the limit',
  'ensemble.survival.told': (of: Texts<'left' | 'right'> & { limit: number; hasRounds: boolean }) =>
    `Survival curves: the share of all runs that have not arrived by each step${of.hasRounds ? ' on the left, by each round on the right' : ''}. Never arrived in ${formatCount(of.limit)} ${of.hasRounds ? 'steps or rounds' : 'steps'}: left ${of.left}, right ${of.right}. These runs are censored at the limit; none is dropped.`,
  'ensemble.quantiles.stop': ({ loss }: { loss: string | null }) =>
    `After a run arrives, it continues until ${loss === null ? 'it rests or its program is solved' : `its loss is at most ${loss} (for labels of size 1; it grows with their square) or its gradient vanishes`}, not to the limit: the smallest distances only mark where the run was stopped.`,
  'ensemble.quantiles.ties': 'Ties have no such number and are left out here.',
  'ensemble.quantiles': 'How far they end',
  'ensemble.quantiles.x': 'share of the runs',
  'ensemble.quantiles.distance': 'distance to the star at the end',
  'ensemble.quantiles.gap': 'relative excess over the optimum',
  'ensemble.quantiles.excess': 'loss above the minimum',
  'ensemble.quantiles.criterion': 'criterion',
  'ensemble.quantiles.told': (
    of: Numbers<'leftDiverged' | 'rightDiverged'> & Record<'left' | 'right', readonly string[]>,
  ) =>
    `Quartiles (25, 50, 75 %): left ${of.left.join(', ')}; right ${of.right.join(', ')}. Diverged: left ${formatCount(of.leftDiverged)}, right ${formatCount(of.rightDiverged)}.`,
  'ensemble.numbers': 'The numbers',
  'ensemble.col.quantile': 'Quantile',
  'ensemble.col.step': 'Step',
  'ensemble.col.round': 'Round',
  'ensemble.worst': 'Runs that ended farthest',
  'ensemble.worst.left': 'Left side',
  'ensemble.worst.right': 'Right side',
  'ensemble.open': ({ run, by }: { run: number; by: string }) => `Run ${formatCount(run)}: ${by}`,
  'ensemble.open.title': ({ run }: { run: number }) => `Open run ${formatCount(run)} in the main view`,
  'ensemble.opened': ({ run }: { run: number }) =>
    `Run ${formatCount(run)} is now in the main view. Undo to go back.`,
  'ensemble.notOpened': ({ run, reason }: { run: number; reason: string }) =>
    `Run ${formatCount(run)} cannot be opened: ${reason}`,
  'ensemble.number': ({ last }: { last: number }) => `Open run number (0 to ${formatCount(last)})`,
  'ensemble.number.open': 'Open',
  'ensemble.whole': ({ least, most, got }: { least: number; most: number; got: string }) =>
    `Expected a whole number from ${formatCount(least)} to ${formatCount(most)}; got ${got === '' ? 'none' : `“${got}”`}.`,
  'ensemble.diverged': 'diverged',
  'ensemble.behind': ({ by }: { by: string }) => `right side ${by} farther`,
  'ensemble.audit': 'Audit of the claim',
  'ensemble.audit.abstract':
    'The paper’s abstract says: descent on the relaxation always outperforms descent on the loss.',
  'ensemble.audit.proved':
    'Proved here: from the same point, with noiseless labels from the star, one small step of the relaxation points at least as much towards the star: Δ(w) ≥ 0. This says nothing about whole runs.',
  'ensemble.audit.measured': (
    audit: Numbers<'kept' | 'of' | 'low' | 'high' | 'limit'> & Texts<'share' | 'law'>,
  ) =>
    `Measured: in ${formatCount(audit.kept)} of ${runs(audit.of)} (${audit.share}; 95 % interval ${percent(audit.low)} to ${percent(audit.high)}) the right side was never farther from the star at the same step than the left (up to step ${formatCount(audit.limit)}, with a tolerance of 10⁻⁹); starts: ${audit.law}.`,
  'ensemble.audit.first': ({ median, most }: { median: number; most: string }) =>
    `Where it was farther, the first such step was typically ${formatCount(median)} (median); the largest difference was ${most}.`,
  'ensemble.audit.points': ({ points, failures }: { points: number; failures: number }) =>
    failures === 0
      ? `Δ(w) ≥ 0 was checked at ${formatCount(points)} visited points and always held.`
      : `Δ(w) ≥ 0 was checked at ${formatCount(points)} visited points and failed at ${formatCount(failures)}: that contradicts the proof, so the engine is wrong.`,
  'ensemble.audit.noPoints':
    'The labels are noisy: nothing is proved about Δ(w) here, so it was not checked.',
  'ensemble.audit.off': 'Not audited: turn on “Audit the claim” and run.',
  'ensemble.audit.broken': 'Runs in which the right side was farther',
  'ensemble.files': 'Export',
  'ensemble.csv': 'Table as CSV',
  'ensemble.json': 'Table as JSON',
  'ensemble.svg': 'Figure as SVG',
  'ensemble.png': 'Figure as PNG',
  'ensemble.png.scale': 'Resolution of the PNG',
  'ensemble.figure.title': ({ part, scenario }: { part: string; scenario: string }) =>
    `${part}. ${scenario}.`,
  'ensemble.figure.rates': ({ what, left, right, of }: Texts<'what' | 'left' | 'right' | 'of'>) =>
    `${what}. ${left}; ${right}. ${of}`,
  'ensemble.figure.done': ({ done, of }: { done: number; of: number }) =>
    `${formatCount(done)} of ${formatCount(of)} runs are done so far.`,
  'ensemble.spec': 'Spec for the command line',
  'ensemble.openFile': 'Open a result file',
  'ensemble.openFile.hint':
    'Choose a file that “npm run sweep” or this page wrote (CSV, or JSON of counts), or drop it here.',
  'ensemble.counted':
    'This file holds counts, not runs: there is no table to save, and its runs cannot be continued or refined. Any run opens by its number.',
  'ensemble.refused': ({ reason }: { reason: string }) => `The file was not opened. ${reason}`,
  'ensemble.saved': ({ name }: { name: string }) => `${name} was saved.`,
  'ensemble.noData.table':
    'The file does not include the data, which is too large for its link. Anyone who opens it sees the counts, but cannot open or continue its runs.',
  'ensemble.noData.figure':
    'The figure does not include the data, which is too large for its link. Anyone who opens the link must also open your file, under “Your data”.',
  'ensemble.noData.spec':
    'The spec does not include the data, which is too large for its link. The command line also needs your file, with “--data”.',
  'ensemble.cell': ({ places }: { places: string }) => `A cell of the phase diagram: ${places}.`,
  'ensemble.cell.back': 'Back to the diagram',
  'ensemble.axis.x': 'Horizontal',
  'ensemble.axis.y': 'Vertical',
  'ensemble.axis.offer': (
    of: Texts<'x'> & Numbers<'runs'> & { y: string | null; cells: readonly number[] },
  ) =>
    `Run ${of.y === null ? of.x : `${of.x} against ${of.y}`}: ${of.cells.join(' × ')} cells of ${runs(of.runs)}`,
  'ensemble.axes': ({ x, y, cells }: { x: string; y: string | null; cells: readonly number[] }) =>
    `${y === null ? x : `${x} against ${y}`}, ${cells.join(' × ')} cells of `,
  'ensemble.refine.cells': ({ cells }: { cells: readonly number[] }) => `Refine: ${cells.join(' × ')} cells`,
  'ensemble.refine.runs': ({ runs: count }: { runs: number }) => `Refine: ${runs(count)} per cell`,
  'ensemble.diagram.lead':
    'Change two numbers of the problem and count again: each cell of the diagram is an ensemble of its own.',
  'ensemble.axis.none': 'none',
  'ensemble.axis.places': ({ axis }: { axis: string }) => `${axis} values, comma-separated`,
  'ensemble.axis.bad': ({ got }: { got: string }) =>
    `Expected at most 64 numbers, separated by commas or spaces; got ${got === '' ? 'none' : `“${got}”`}. The axis stays as it was.`,
  'ensemble.diagram.size': ({ cells, runs, all }: { cells: number; runs: number; all: number }) =>
    `${formatCount(cells)} cells of ${formatCount(runs)} runs: ${formatCount(all)} runs.`,
  'ensemble.diagram.large': ({ most }: { most: number }) =>
    `A page keeps at most ${formatCount(most)} runs. For more, use the spec on the command line.`,
  'ensemble.diagram.left': 'Left: share that arrives',
  'ensemble.diagram.right': 'Right: share that arrives',
  'ensemble.diagram.difference': 'Right minus left',
  'ensemble.diagram.key.share': 'Hatched: not known yet.',
  'ensemble.diagram.key.difference': ({ most }: { most: string }) =>
    `Right minus left in percentage points. Blue: the right arrives more often. Vermilion: the left does. The colours run from −${most} to +${most}, the largest difference here.`,
  'ensemble.diagram.exact':
    'Lines on the right panel: P(Bin(n, ½) ≥ d) = ½ (strong), 5 % and 95 % (dashed). This is exactly how often noiseless Gaussian data determine the star (proved). It does not bound the measured share: a limit on steps cuts off late arrivals, and a wide criterion counts runs that end near a star that the data do not determine.',
  'ensemble.diagram.keys':
    'Pause on a cell, or move to it with the arrow keys: the maps replay its first run. Enter or a {{press}} keeps that run and opens the cell’s ensemble.',
  'ensemble.diagram.preview': 'The maps replay its first run.',
  'ensemble.diagram.cell': (cell: Texts<'places' | 'left' | 'right'> & Numbers<'done'>) =>
    cell.done === 0
      ? `${cell.places}: nothing known yet`
      : `${cell.places}: left ${cell.left}, right ${cell.right} of ${runs(cell.done)}`,
  'ensemble.diagram.kept': 'Audit: share of runs that keep the claim',
  'ensemble.diagram.keptNote':
    'Audit: share of the runs in which the right side was never farther from the star at the same step, by more than 10⁻⁹, than the left (measured).',
  'ensemble.diagram.cellKept': ({ share }: { share: string }) => `claim kept in ${share}`,
  'ensemble.prefix': ({ from, to }: { from: number; to: number }) =>
    `Out of runs ${formatCount(from)} to ${formatCount(to)}.`,
  'ensemble.diagram.table': 'All cells as a table',
  'ensemble.places.of': ({ places, n }: { places: string; n: string }) => `${places} (${n})`,
  'ensemble.place': ({ name, value }: { name: string; value: string }) => `${name} = ${value}`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
