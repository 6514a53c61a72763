import type { SideName } from '../../engine/contract.ts';
import { formatCount, formatNumberShort } from '../i18n/format.ts';
import { english } from '../i18n/messages.ts';

/** What has failed, what the browser said of it, and the bytes that were refused. */
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
      return 'There is no more memory.';
    case 'part':
      return 'This scenario could not be opened.';
    case 'unresponsive':
      return 'An engine has not answered for ten seconds.';
    case 'pictures':
      return 'Something of the pictures is missing.';
  }
}

function faultTextOf({ what, words, bytes }: FaultFacts): string {
  const kept = 'What was computed is still here, and the address keeps the scenario.';
  switch (what) {
    case 'engine':
    case 'error':
      return `${kept} Started again, it takes the same steps to the same digits. What it said: ${words}.`;
    case 'memory':
      return `${bytes === null ? 'The browser refused an array' : `${formatCount(Math.ceil(bytes / 1e6))} MB more were asked for and refused`}. ${kept} Close other tabs and start it again, or choose a shorter run or less data.`;
    case 'part':
      return 'A part of the page could not be loaded. Choose another one, or try again; the address keeps this one.';
    case 'unresponsive':
      return `It may have much to do: wait, or end it and start it again. ${kept}`;
    case 'pictures':
      return 'What draws them could not be loaded, its engine has stopped, or there was no memory for them. The run goes on, and the address keeps the scenario.';
  }
}

export const words = english({
  'readout.loss': ({ loss }: { loss: string }) => `loss ${loss}`,
  'verdict.safeStep': 'Use c = 1',

  'play.play': 'Play',
  'play.pause': 'Pause',
  'play.reset': 'Back to the start',
  'play.back': 'One step back',
  'play.forward': 'One step on',
  'play.dice': 'New seed',
  'play.crowd': ({ count }: { count: number }) => `${formatCount(count)} starts`,
  'play.scrub': 'Step shown',
  'play.step': 'step',
  'play.speed': 'Speed',
  'play.perSecond': ({ speed }: { speed: number }) => `${formatNumberShort(speed)} steps/s`,
  'play.kept': ({ stride }: { stride: number }) => `1 in ${formatCount(stride)} kept`,
  'play.keptWhy': ({ stride }: { stride: number }) =>
    `Of a run this long one step in ${formatCount(stride)} is kept. The picture, the curves and the scrub line go by these; every step was taken.`,
  'play.achieved': ({ rate }: { rate: number }) => `reaching ${formatNumberShort(Math.round(rate))}`,

  'table.open': ({ title }: { title: string }) => `As a table: ${title}`,
  'choice.rule.gd': 'gradient descent',
  'choice.rule.heavyball': 'heavy ball',
  'choice.rule.nesterov': 'Nesterov',
  'choice.rule.adam': 'Adam',
  'choice.rule.sgd': 'mini-batch SGD',

  'fault.title': faultTitleOf,
  'fault.text': faultTextOf,
  'fault.again': 'Start it again',
  'fault.wait': 'Wait',
  'lost.reload': 'Reload',
  'failed.title': 'The page has failed.',
  'failed.why': ({ reason }: { reason: string }) => `What the browser says of it: ${reason}`,
  'failed.link': 'The scenario is kept in its link:',
  'failed.home': 'Open the start page',
  'lost.part':
    'This part of the page could not be loaded. Is the network there? Then reload the page: the address keeps the scenario and its step.',
  'lost.renewed':
    'The page was renewed since you opened it, and this part of it is gone from its host. Reload it: the address keeps the scenario and its step.',

  'key.space': 'Space',
  'aria.loss': ({ side }: { side: string }) => `Loss, ${side} side`,
  'aria.run': ({
    k,
    left,
    right,
    names,
  }: {
    k: number;
    left: string;
    right: string;
    names: Readonly<Record<SideName, string>>;
  }) => `Step ${k}. ${names.left}: ${left} ${names.right}: ${right}`,
  'aria.main': 'Explorer',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
