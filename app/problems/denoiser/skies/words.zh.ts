import { formatCount, formatFixed } from '../../../i18n/format.ts';
import { percent } from '../../../i18n/format-tenth.ts';
import type { Translated } from '../../../i18n/messages.ts';
import { shownSnr } from '../image-numbers.ts';
import type { Method } from './counts.ts';
import type { words as english } from './words.en.ts';

const METHODS: Readonly<Record<Method, string>> = {
  dirty: '脏图',
  clean: 'CLEAN',
  handmade: '手工',
  ridge: 'ridge',
  net: '自由',
};

/** Chinese text has spaces around a Latin name. */
const NAMED = { handmade: '手工', ridge: ' ridge ' };

const dB = (value: number) =>
  shownSnr(value) < Number.POSITIVE_INFINITY ? `${formatFixed(value, 1)}\u00A0dB` : '精确';
const skies = (count: number) => `${formatCount(count)} 片天空`;
const lead = (value: number) => `${value < 0 ? '落后' : '领先'} ${dB(Math.abs(value))}`;
const ENDS = { settled: '已停下', moving: '仍在移动', diverged: '已发散' };

export const words: Translated<typeof english> = {
  'skies.run': ({ skies: count }) => `运行 ${skies(count)}`,
  'skies.stop': '停止',
  'skies.count': '天空数',
  'skies.table': '许多天空：表格',
  'skies.progress': ({ done, of }) => (done < of ? `${formatCount(done)} / ${skies(of)}` : skies(of)),
  'skies.title': ({ rounds }) => `${formatCount(rounds)} 轮后的信噪比（dB）`,
  'skies.method': ({ method }) => METHODS[method],
  'skies.key.ahead': '自由领先',
  'skies.key.behind': ({ right }) => `${NAMED[right].trimStart()}领先`,
  'skies.key.moving': '未停下',
  'skies.key.median': '中位数',
  'skies.key.shown': ({ seed }) => `当前：种子 ${seed}`,
  'skies.below': ({ count, floor }) => `${formatCount(count)} 个低于 ${formatFixed(floor, 0)}`,
  'skies.unplayed': ({ skies: count, from, rounds }) =>
    `从种子 ${from} 起的 ${skies(count)}：每片上各去噪器和 CLEAN 各运行 ${formatCount(rounds)} 轮。自由的一边可能赢 9\u00A0dB（种子 3，比例 0.3，t = 1），也可能毁掉图像（种子 1，比例 0.15，t = 0.5）。在这里各有多少次？`,
  'skies.hint': ({ of, ahead, low, high, destroyed, ...at }) =>
    `自由的一边在 ${formatCount(of)} 片天空中的 ${formatCount(ahead)} 片上领先于${NAMED[at.right]}（95% 区间 ${percent(low)} 至 ${percent(high)}）：中位数${lead(at.lead)}，最差${lead(at.least)}，最好${lead(at.most)}。毁掉的有 ${formatCount(destroyed)} 幅（低于 0 dB，全黑的图像更近）。停下的：自由 ${formatCount(at.freeSettled)}，${METHODS[at.right]} ${formatCount(at.rightSettled)}。`,
  'skies.read': ({ seed, right, best, end, ...at }) =>
    `种子 ${seed}：自由 ${dB(at.net)}（${ENDS[end]}；最好 ${dB(best)}），ridge ${dB(at.ridge)}，手工 ${dB(at.handmade)}，CLEAN ${dB(at.clean)}，脏图 ${dB(at.dirty)}。自由的一边比${NAMED[right]}${lead(at.lead)}。再点一次或按回车键即可打开这片天空。`,
  'skies.told': ({ medians }) =>
    `信噪比的中位数：自由 ${dB(medians.net)}，ridge ${dB(medians.ridge)}，手工 ${dB(medians.handmade)}，CLEAN ${dB(medians.clean)}，脏图 ${dB(medians.dirty)}。`,
  'skies.col.seed': '种子',
  'skies.col.method': ({ method }) => `${METHODS[method]}，dB`,
  'skies.col.best': '自由：途中最好',
  'skies.col.lead': ({ right }) => `自由 − ${METHODS[right]}，dB`,
  'skies.col.free': '自由的运行',
  'skies.col.right': ({ right }) => `${NAMED[right].trimStart()}的运行`,
  'skies.end': ({ end }) => ENDS[end],
  'skies.median': '中位数',
};
