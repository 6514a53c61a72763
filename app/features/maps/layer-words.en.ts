import { formatCount, formatFixed, formatShare } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';

const plural = createPlural('en');

export const words = english({
  'layers.title': 'Layers',
  'layers.close': 'Close',
  'layers.show': 'Shown on the maps',
  'layers.blend': 'From the left loss to the right',
  'layers.blendNote':
    'b = 0 is the non-convex loss, b = 1 the relaxation; the right map follows while you drag.',
  'layers.points': 'Stationary points',
  'layers.all': ({ lines }: { lines: number }) =>
    `These are all there are: every sector between the ${formatCount(lines)} kink ${plural(lines, { one: 'line', other: 'lines' })} was searched (proved, up to rounding).`,
  'layers.uncertain': 'Rows lie so close together that rounding may hide some stationary points.',
  'layers.none': 'Only for two weights and finitely many samples.',
  'layers.kind': 'kind',
  'layers.place': 'place',
  'layers.loss': 'loss',
  'layers.kind.plant': 'planted minimum',
  'layers.kind.interior': 'minimum',
  'layers.kind.kink': 'minimum on a kink',
  'layers.kind.end': 'end of a valley',
  'layers.kind.crest': 'crest',
  'layers.along': ({ at }: { at: string }) => `along ${at}`,
  'layers.kind.saddle': 'ridge saddle',
  'layers.kind.valley': 'valley of minima',
  'layers.kind.plateau': 'plateau (gradient zero)',
  'layers.angles': ({ from, to }: { from: number; to: number }) => {
    const digits = to - from < 2 ? 2 : 0;
    return `${formatFixed(from, digits)}° to ${formatFixed(to, digits)}°`;
  },
  'layers.stuck': ({ share, loss }: { share: number; loss: string }) =>
    `At w = 0 (loss ${loss}): ${share === 0 ? 'downhill in every direction' : `no descent in ${formatShare(share)} of directions`}.`,
  'layers.more': ({ count }: { count: number }) => `and ${formatCount(count)} more`,
  'layers.shares': 'Where descent ends',
  'layers.sharesNote':
    'Share of starts spread evenly over this window, under the present rule and step. {{Press}} a cell to replay its run.',
  'layers.pull': 'Pull of the relaxation',
  'layers.pullNote':
    'Δ(w) = ⟨w − w*, ∇g − ∇f⟩: how much more the relaxation pulls towards the plant than the non-convex loss. With the plant’s own labels it is never negative (proved); with noise it can be.',
  'layers.pullPlane': 'Only for two weights.',
  'layers.pullRange': ({ least, full }: { least: string; full: string }) =>
    `from ${least} to ${full} (98 % of this window)`,
  'layers.pullNone': 'There is no plant to pull towards.',
  'layers.arrowsNote':
    'From each side’s present iterate: downhill on f, downhill on g, and the difference, which is the pull of the samples that are off.',
  'layers.rays': ({ shown, lines }: { shown: number; lines: number }) =>
    `${formatCount(shown)} of ${formatCount(lines)} kink lines are drawn.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
