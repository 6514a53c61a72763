import { formatCount, formatFixed, formatShare } from '../../i18n/format.ts';
import { english } from '../../i18n/messages.ts';
import { createPlural } from '../../i18n/plural.ts';

const plural = createPlural('en');

export const words = english({
  'layers.title': 'Layers',
  'layers.show': 'On the maps',
  'layers.blend': 'Blend: from the left loss to the relaxation',
  'layers.blendNote':
    'b = 0 is the non-convex loss, b = 1 the relaxation; the right map follows while you drag.',
  'layers.points': 'Stationary points',
  'layers.all': ({ lines }: { lines: number }) =>
    `This list is complete: every sector between the ${formatCount(lines)} kink ${plural(lines, { one: 'line', other: 'lines' })} was searched (proved, up to rounding).`,
  'layers.uncertain': 'Some samples are so close together that rounding may hide stationary points.',
  'layers.none': 'This list needs two weights and finitely many samples.',
  'layers.kind': 'kind',
  'layers.place': 'place',
  'layers.loss': 'loss',
  'layers.kind.plant': 'the star',
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
    `At w = 0 (loss ${loss}): ${share === 0 ? 'downhill in every direction' : `uphill or flat in ${formatShare(share)} of directions`}.`,
  'layers.more': ({ count }: { count: number }) => `and ${formatCount(count)} more`,
  'layers.shares': 'Where each start ends',
  'layers.sharesNote':
    'Share of evenly spaced starts in this window, with the current rule and step size. {{Press}} a point to replay its run.',
  'layers.pull': 'Pull of the relaxation',
  'layers.pullNote':
    'Δ(w) = ⟨w − w*, ∇g − ∇f⟩: how much more the relaxation pulls towards the star than the non-convex loss does. With noiseless labels from the star it is never negative (proved); with noise it can be.',
  'layers.pullPlane': 'The map of the pull needs two weights.',
  'layers.arrowsNote':
    'At each side’s current point: downhill on f, downhill on g, and their difference, the pull of the inactive samples.',
  'layers.rays': ({ shown, lines }: { shown: number; lines: number }) =>
    `The maps show ${formatCount(shown)} of ${formatCount(lines)} kink lines.`,
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
