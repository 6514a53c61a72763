import type { SideName } from '../../engine/contract.ts';
import { formatCount, formatNumberShort } from '../i18n/format.ts';
import { english, type Numbers, type Texts } from '../i18n/messages.ts';
import { createPlural } from '../i18n/plural.ts';

const ending = createPlural('en', 'ordinal');
const nth = (stride: number) => `${formatCount(stride)}${ending(stride, { two: 'nd', other: 'th' })}`;

/** The failed part, the browser's message, and the bytes not allocated. */
export interface FaultFacts {
  readonly what: 'engine' | 'error' | 'memory' | 'part' | 'unresponsive' | 'pictures';
  readonly words: string;
  readonly bytes: number | null;
}

function faultTitleOf({ what }: FaultFacts): string {
  switch (what) {
    case 'engine':
    case 'error':
      return 'The engine has stopped.';
    case 'memory':
      return 'The page is out of memory.';
    case 'part':
      return 'This scenario couldn’t be opened.';
    case 'unresponsive':
      return 'The engine has not responded for ten seconds.';
    case 'pictures':
      return 'Part of the picture is missing.';
  }
}

function faultTextOf({ what, words, bytes }: FaultFacts): string {
  const kept = 'Your results so far are kept, and the link still holds the scenario.';
  switch (what) {
    case 'engine':
    case 'error':
      return `${kept} Restarting repeats the same steps, digit for digit. Error: ${words}.`;
    case 'memory':
      return `The browser refused ${bytes === null ? 'to give the page more memory' : `another ${formatCount(Math.ceil(bytes / 1e6))} MB of memory`}. ${kept} Close other tabs and restart, or choose a shorter run or less data.`;
    case 'part':
      return 'The browser could not load part of the page. Choose another scenario, or try again; the link keeps this one.';
    case 'unresponsive':
      return `It may be busy: wait, or restart it. ${kept}`;
    case 'pictures':
      return 'The drawing code didn’t load, its engine stopped, or memory ran out. The run continues, and the link keeps the scenario.';
  }
}

export const words = english({
  'knob.name': ({ from, to }: { from: string; to: string }) => `From ${from} to ${to}`,
  'knob.side': ({ side }: { side: string }) => `${side}:`,
  'knob.changes': ({ side }: { side: string }) =>
    `Changes ${side === 'both' ? 'both sides' : `the ${side} side`}`,
  'knob.sweep': 'Sweep',
  'knob.sweepAll': ({ from, to }: { from: string; to: string }) => `Sweep from ${from} to ${to}`,
  'curve.readout': ({ k, left, right }: { k: string; left: string; right: string }) =>
    `${k}  ● ${left}  ■ ${right}`,
  'readout.loss': ({ loss }: { loss: string }) => `loss ${loss}`,
  'verdict.why': 'why?',
  'verdict.safeStep': 'Use c = 1',

  'play.play': 'Play',
  'play.pause': 'Pause',
  'play.reset': 'Restart',
  'play.back': 'Step back',
  'play.forward': 'Step forward',
  'play.dice': 'New seed',
  'play.more': 'More controls',
  'panel.larger': ({ title }: { title: string }) => `Enlarge: ${title}`,
  'panel.smaller': ({ title }: { title: string }) => `Both sides again: ${title}`,
  'panel.both': 'Both',
  'play.crowd': ({ count }: { count: number }) => `${formatCount(count)} starts`,
  'play.scrub': 'Step shown',
  'play.step': 'step',
  'play.speed': 'Speed',
  'play.perSecond': ({ speed }: { speed: number }) => `${formatNumberShort(speed)} steps/s`,
  'play.way': ({ done, of }: { done: number; of: number }) =>
    `step ${formatCount(done)} of ${formatCount(of)}`,
  'play.stopHere': 'Stop here',
  'play.goOn': 'Go on',
  'play.kept': ({ stride }: { stride: number }) => `every ${nth(stride)} step kept`,
  'play.keptWhy': ({ stride }: { stride: number }) =>
    `In a run this long, every ${nth(stride)} step is stored for the picture, the curves and the scrubber. All steps were computed.`,
  'play.achieved': ({ rate }: { rate: number }) => `running at ${formatNumberShort(Math.round(rate))}`,

  'table.open': ({ title }: { title: string }) => `As a table: ${title}`,
  'choice.rule.gd': 'gradient descent',
  'choice.rule.heavyball': 'heavy ball',
  'choice.rule.nesterov': 'Nesterov',
  'choice.rule.adam': 'Adam',
  'choice.rule.sgd': 'mini-batch SGD',

  'fault.title': faultTitleOf,
  'fault.text': faultTextOf,
  'fault.again': 'Restart the engine',
  'fault.wait': 'Wait',
  'lost.reload': 'Reload',
  'failed.title': 'The page has failed.',
  'failed.why': ({ reason }: { reason: string }) => `Browser message: ${reason}`,
  'failed.link': 'This link keeps the scenario:',
  'failed.home': 'Open the start page',
  'lost.part':
    'This part of the page couldn’t be loaded. Check your connection, then reload the page: the link keeps the scenario and its step.',
  'lost.renewed':
    'The page was updated after you opened it, and its host no longer has this part. Reload the page: the link keeps the scenario and its step.',

  'key.space': 'Space',
  'key.shiftSpace': 'Shift+Space',
  'aria.loss': ({ side }: { side: string }) => `Loss, ${side} side`,
  'aria.run': (run: Numbers<'k'> & Texts<SideName> & { names: Texts<SideName> }) =>
    `Step ${run.k}. ${run.names.left}: ${run.left} ${run.names.right}: ${run.right}`,
  'aria.main': 'Explorer',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
