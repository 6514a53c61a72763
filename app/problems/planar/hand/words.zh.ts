import type { Translated } from '../../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'mark.star': '星标',
  'aria.start': ({ at }) => `起点在 ${at}。方向键移动它，按住 Shift 步幅更大。`,
  'aria.star': ({ at }) => `星标在 ${at}。方向键移动它，按住 Shift 步幅更大；数据随之变化。`,
  'aria.samples': ({ count }) => `${count} 个样本。方向键选择一个；按 Enter 抓住它，再用方向键移动。`,
  'aria.samplesFixed': ({ count }) => `${count} 个样本。方向键选择一个。`,
  'data.sample': ({ row, at, held }) => `样本 ${row}，位于 ${at}${held ? '（已抓住）' : ''}`,
  'data.sampleSide': ({ side, active, residual, pull }) =>
    `${side}：${active ? '激活' : '未激活'}，残差 ${residual}，${pull === null ? '没有拉力' : `拉力 ${pull}`}`,
};
