import { formatCount, formatNumberShort } from '../i18n/format.ts';
import { english } from '../i18n/messages.ts';

/** For problems that count rounds (`ProblemView.unit`). */
export const words = english({
  'play.back.round': 'One round back',
  'play.forward.round': 'One round forward',
  'play.scrub.round': 'Round shown',
  'play.step.round': 'round',
  'play.perSecond.round': ({ speed }: { speed: number }) => `${formatNumberShort(speed)} rounds/s`,
  'play.kept.round': ({ stride }: { stride: number }) => `1 round in ${formatCount(stride)} kept`,
  'play.keptWhy.round': ({ stride }: { stride: number }) =>
    `In a run this long, 1 round in ${formatCount(stride)} is stored for the picture, the curves and the scrubber. All rounds were computed.`,
  'unit.speed.round': 'rounds/s',
  'param.k.round': 'Round shown',
  'param.limit.round': 'Round limit',
  'axis.step.round': 'round',
  'choice.axis.steps.round': 'rounds',
  'class.part.steps.round': 'One round back and forward',
  'table.caption.round': ({ title, rows, last }: { title: string; rows: number; last: number }) =>
    rows === last + 1
      ? `${title} at every round from 0 to ${formatCount(last)}.`
      : `${title} at ${formatCount(rows)} of the rounds from 0 to ${formatCount(last)}.`,
  'table.shown.round': ({ k }: { k: number }) =>
    `The view shows round ${formatCount(k)}; its row is highlighted.`,
  'aria.run.round': ({ k, left, right, names }: Run) =>
    `Round ${k}. ${names.left}: ${left} ${names.right}: ${right}`,
  'aria.curve.round': ({ title }: { title: string }) =>
    `${title} of the two sides against the round, on a logarithmic axis`,
  'alt.step.round': ({ k }: { k: number }) => `Round ${formatCount(k)}.`,
  'alt.steps.round': ({ k, last }: { k: number; last: number }) =>
    `Round ${formatCount(k)} of ${formatCount(last)} computed`,
  'figure.captionTitle.round': ({ title, k }: { title: string; k: number }) =>
    `${title}, round ${formatCount(k)}.`,
  'share.atStep.round': ({ k }: { k: number }) => `at this round (${formatCount(k)})`,
  'share.qr.atStep.round': ({ k }: { k: number }) => `The link opens paused at round ${formatCount(k)}.`,
  'toast.copied.round': 'Link copied: it opens paused at this round, with the same digits.',
  'embed.from.step.round': ({ k }: { k: number }) => `at this round (${formatCount(k)})`,
  'take.atStep.round': ({ k }: { k: number }) => `Round ${formatCount(k)}.`,
  'take.last.round': 'Up to round',
  'take.every.round': 'Keep one round in',
  'present.bookmarkAt.round': ({ k }: { k: number }) => `Bookmark at round ${k}`,
  'present.bookmark.round': ({ k }: { k: number }) => `Go to the bookmark at round ${k}`,
  'explain.part.step.round': 'This round',
  'explain.step.title.round': ({ k }: { k: string }) => `From round ${k} to the next`,
  'explain.step.coming.round': ({ k }: { k: string }) => `Recomputing the run up to round ${k}…`,
  'explain.step.lost.round': 'This round’s numbers are unavailable.',
  'explain.step.k.round': 'round k',
  'ensemble.col.median.round': 'Median rounds',
  'ensemble.survival.round': 'Rounds to arrival',
  'ensemble.survival.told.round': ({ left, right, limit }: { left: string; right: string; limit: number }) =>
    `Survival curves: the share of all runs that have not arrived by each round. Never arrived in ${formatCount(limit)} rounds: left ${left}, right ${right}. These runs are censored at the limit; none is dropped.`,
  'ensemble.col.step.round': 'Round',
  'share.film.notEnded.round': ({ k }: { k: number }) =>
    `One side is still moving at round ${formatCount(k)}.`,
  'share.film.pace.steps.round': 'rounds per second',
  'share.film.preview.round': ({ k }: { k: number }) => `Preview: round ${formatCount(k)}`,
  'share.film.first.round': ({ k, frontier }: { k: number; frontier: number }) =>
    `The page first computes rounds ${formatCount(frontier + 1)} to ${formatCount(k)}; it stays at its round.`,
  'share.film.phase.steps.round': ({ done, of }: { done: number; of: number }) =>
    `Computing round ${formatCount(done)} of ${formatCount(of)}`,
});

interface Run extends Readonly<Record<'left' | 'right', string>> {
  readonly k: number;
  readonly names: Readonly<Record<'left' | 'right', string>>;
}

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
