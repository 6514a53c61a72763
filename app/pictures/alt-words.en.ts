import { formatCount } from '../i18n/format.ts';
import { english, type Numbers, type Texts } from '../i18n/messages.ts';

export const words = english({
  /** Joins parts into sentences, adding missing full stops. */
  'alt.whole': ({ parts }: { parts: readonly string[] }) =>
    parts
      .filter(Boolean)
      .map((part) => (/[.?!…]$/.test(part) ? part : `${part}.`))
      .join(' '),
  'alt.map': (of: Texts<'title' | 'x' | 'y'> & { window: readonly [string, string, string, string] }) =>
    `${of.title}: map of ${of.x} from ${of.window[0]} to ${of.window[1]} and ${of.y} from ${of.window[2]} to ${of.window[3]}.`,
  'alt.ground': ({ ground, names }: { ground: string; names: readonly string[] }) =>
    `Colours: ${[ground, names.join('; ')].filter(Boolean).join(': ')}.`,
  'alt.place': ({ k, start, at, loss }: { k: number; start: string; at: string; loss: string }) =>
    k === 0
      ? `At the start ${start}, loss ${loss}.`
      : `Start ${start}; after ${formatCount(k)} ${k === 1 ? 'step' : 'steps'} at ${at}, loss ${loss}.`,
  'alt.deadZone': ({ from, to, where }: { from: string; to: string; where: 'in' | 'edge' | 'out' }) =>
    `Dead zone, where no sample is active and the gradient is zero: the directions from ${from} to ${to}, counter-clockwise. ${
      {
        in: 'The weights are in it.',
        edge: 'The weights are at its edge.',
        out: 'The weights are outside it.',
      }[where]
    }`,
  'alt.marks': ({ marks, more }: { marks: readonly string[]; more: number }) =>
    `Marked: ${marks.join('; ')}${more > 0 ? `; and ${formatCount(more)} more` : ''}.`,
  'alt.weights': ({ told, count }: { told: string; count: number }) =>
    `${told}, the first of ${formatCount(count)} weights`,
  'alt.data': ({ n, drawn }: { n: number; drawn: number }) =>
    n === Number.POSITIVE_INFINITY
      ? 'Infinitely many samples: the panel shows none of them.'
      : `${formatCount(n)} samples${drawn < n ? ` (${formatCount(drawn)} shown)` : ''} with the fits of the two sides.`,
  'alt.step': ({ k }: { k: number }) => `Step ${formatCount(k)}.`,
  'alt.steps': ({ k, last }: { k: number; last: number }) =>
    `Step ${formatCount(k)} of ${formatCount(last)} computed`,
  'alt.fit': ({ side, w }: { side: string; w: string }) => `${side}: w = ${w}.`,
  'alt.series': ({ side, first, now }: { side: string; first: string; now: string }) =>
    `${side}: ${first} at the start, now ${now}`,
  'alt.legend': ({ low, high }: { low: string; high: string }) =>
    `Darkest is lowest; this window runs from ${low} to ${high}`,
  'alt.neurons': (of: Texts<'side'> & Numbers<'kept' | 'directions' | 'dead'>) =>
    `${of.side}: ${formatCount(of.kept)} ${of.kept === 1 ? 'neuron' : 'neurons'} in ${formatCount(of.directions)} ${of.directions === 1 ? 'direction' : 'directions'}${of.dead > 0 ? `, ${formatCount(of.dead)} dead` : ''}.`,
  'alt.neuron': ({ k, at, output, objective }: Numbers<'k'> & Texts<'at' | 'output' | 'objective'>) =>
    `Step ${formatCount(k)}: weights ${at}, output weight ${output}, objective ${objective}.`,
  'alt.misfit': ({ side, mean, largest }: { side: string; mean: string; largest: string }) =>
    `${side}: differs from the labels by ${mean} (root mean square), by at most ${largest}.`,
  'alt.bound': ({ bound }: { bound: string }) => `proved lower bound ${bound}`,
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
