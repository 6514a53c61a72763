import { formatCount, formatFixed, formatShare } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './layer-words.en.ts';

export const words: Translated<typeof english> = {
  'layers.title': '图层',
  'layers.show': '地图上',
  'layers.blend': '混合：从左边的损失到松弛',
  'layers.blendNote': 'b = 0 是非凸损失，b = 1 是松弛；拖动时右边的地图随之变化。',
  'layers.points': '驻点',
  'layers.all': ({ lines }) =>
    `列表是完整的：${formatCount(lines)} 条折痕线之间的每个扇区都搜索过（已证明，舍入误差除外）。`,
  'layers.uncertain': '有些样本靠得太近，舍入误差可能会掩盖一些驻点。',
  'layers.none': '只有两个权重和有限个样本时才有这份列表。',
  'layers.kind': '类型',
  'layers.place': '位置',
  'layers.loss': '损失',
  'layers.kind.plant': '星标',
  'layers.kind.interior': '极小点',
  'layers.kind.kink': '折痕线上的极小点',
  'layers.kind.end': '谷的端点',
  'layers.kind.crest': '脊',
  'layers.along': ({ at }) => `沿 ${at}`,
  'layers.kind.saddle': '脊上鞍点',
  'layers.kind.valley': '极小点的谷',
  'layers.kind.plateau': '平台（梯度为零）',
  'layers.angles': ({ from, to }) => {
    const digits = to - from < 2 ? 2 : 0;
    return `${formatFixed(from, digits)}° 到 ${formatFixed(to, digits)}°`;
  },
  'layers.stuck': ({ share, loss }) =>
    `在 w = 0 处（损失 ${loss}）：${share === 0 ? '每个方向都下坡' : `${formatShare(share)} 的方向不下降`}。`,
  'layers.more': ({ count }) => `还有 ${formatCount(count)} 个`,
  'layers.shares': '各起点停在哪里',
  'layers.sharesNote':
    '在当前规则和步长下，这个窗口中均匀分布的起点所占的比例。{{press}}一处可重放它的运行。',
  'layers.pull': '松弛的拉力',
  'layers.pullNote':
    'Δ(w) = ⟨w − w*, ∇g − ∇f⟩：松弛指向星标的拉力比非凸损失多出多少。标签由星标生成且无噪声时，它从不为负（已证明）；有噪声时可以为负。',
  'layers.pullPlane': '只有两个权重时才有拉力图。',
  'layers.arrowsNote': '在两边当前的点上：f 的下坡方向、g 的下坡方向，以及两者之差，即未激活样本的拉力。',
  'layers.rays': ({ shown, lines }) => `${formatCount(lines)} 条折痕线中画出 ${formatCount(shown)} 条。`,
};
