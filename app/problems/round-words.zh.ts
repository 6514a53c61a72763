import { formatCount, formatNumberShort } from '../i18n/format.ts';
import type { Translated } from '../i18n/messages.ts';
import type { words as english } from './round-words.en.ts';

export const words: Translated<typeof english> = {
  'play.back.round': '后退一轮',
  'play.forward.round': '前进一轮',
  'play.scrub.round': '显示的轮',
  'play.step.round': '轮数',
  'play.perSecond.round': ({ speed }) => `${formatNumberShort(speed)} 轮/秒`,
  'play.kept.round': ({ stride }) => `每 ${formatCount(stride)} 轮保留一轮`,
  'play.keptWhy.round': ({ stride }) =>
    `运行很长时，每 ${formatCount(stride)} 轮保留一轮。图、曲线和进度条都按保留的轮显示；每一轮都已计算。`,
  'unit.speed.round': '轮/秒',
  'param.k.round': '显示的轮',
  'param.limit.round': '轮数上限',
  'axis.step.round': '轮数',
  'choice.axis.steps.round': '轮数',
  'class.part.steps.round': '后退与前进一轮',
  'table.caption.round': ({ title, rows, last }) =>
    rows === last + 1
      ? `${title}：从 0 到 ${formatCount(last)} 的每一轮。`
      : `${title}：从 0 到 ${formatCount(last)} 的各轮中的 ${formatCount(rows)} 轮。`,
  'table.shown.round': ({ k }) => `显示的是第 ${formatCount(k)} 轮；该行已标出。`,
  'aria.run.round': ({ k, left, right, names }) =>
    `第 ${k} 轮。${names.left}：${left}${names.right}：${right}`,
  'aria.curve.round': ({ title }) => `两边的${title}随轮数的变化，对数坐标轴`,
  'alt.step.round': ({ k }) => `第 ${formatCount(k)} 轮。`,
  'alt.steps.round': ({ k, last }) => `第 ${formatCount(k)} 轮，共计算了 ${formatCount(last)} 轮`,
  'figure.captionTitle.round': ({ title, k }) => `${title}，第 ${formatCount(k)} 轮。`,
  'share.atStep.round': ({ k }) => `停在这一轮（${formatCount(k)}）`,
  'share.qr.atStep.round': ({ k }) => `打开后停在第 ${formatCount(k)} 轮。`,
  'toast.copied.round': '链接已复制：打开后停在这一轮，数字相同。',
  'embed.from.step.round': ({ k }) => `当前这一轮：第 ${formatCount(k)} 轮`,
  'take.atStep.round': ({ k }) => `第 ${formatCount(k)} 轮。`,
  'take.last.round': '到第几轮',
  'take.every.round': '每几轮取一轮',
  'present.bookmarkAt.round': ({ k }) => `书签在第 ${k} 轮`,
  'present.bookmark.round': ({ k }) => `到第 ${k} 轮的书签`,
  'explain.part.step.round': '这一轮',
  'explain.step.title.round': ({ k }) => `从第 ${k} 轮到下一轮`,
  'explain.step.coming.round': ({ k }) => `正在重新计算到第 ${k} 轮……`,
  'explain.step.lost.round': '无法得到这一轮的数。',
  'explain.step.k.round': '第 k 轮',
  'ensemble.col.median.round': '轮数中位数',
  'ensemble.survival.round': '到达所需轮数',
  'ensemble.survival.told.round': ({ left, right, limit }) =>
    `生存曲线：到某一轮仍未到达的运行占全部运行的比例。${formatCount(limit)} 轮内从未到达：左边 ${left}，右边 ${right}。这些运行在该处删失，没有一个被剔除。`,
  'ensemble.col.step.round': '轮',
  'share.film.notEnded.round': ({ k }) => `到第 ${formatCount(k)} 轮仍有一边在移动。`,
  'share.film.pace.steps.round': '每秒轮数',
  'share.film.preview.round': ({ k }) => `预览：第 ${formatCount(k)} 轮`,
  'share.film.first.round': ({ k, frontier }) =>
    `先计算第 ${formatCount(frontier + 1)} 到 ${formatCount(k)} 轮；页面停在原来的轮次。`,
  'share.film.phase.steps.round': ({ done, of }) =>
    `正在计算第 ${formatCount(done)} 轮，共 ${formatCount(of)} 轮`,
};
