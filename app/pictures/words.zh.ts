import { CRITERIA } from '../../engine/run/status.ts';
import { formatCount, formatDistance, formatNumberShort, formatShare } from '../i18n/format.ts';
import type { Translated } from '../i18n/messages.ts';
import { type words as english, vanishedOf } from './words.en.ts';

export const words: Translated<typeof english> = {
  'side.left': '非凸损失',
  'side.right': '凸松弛',
  'side.rightBlend': ({ blend }) => `混合损失，松弛占 ${formatNumberShort(blend)}`,
  'side.left.short': '非凸',
  'side.right.short': '松弛',
  'side.blend.short': '混合',

  'mark.start': '起点',
  'mark.made': '生成数据的权重',
  'mark.plant': '星标',
  'mark.left': ({ restarts }) => (restarts === 0 ? '最低的极小点' : `${restarts} 个起点中最好的终点`),
  'mark.right': '松弛的极小点',
  'mark.spurious': '伪极小点',
  'mark.arrow.left': '−∇f',
  'mark.arrow.right': '−∇g',
  'mark.arrow.difference': '差',
  'mark.pull': ({ least, full }) => `Δ：${least} 到 ${full}`,
  'pull.title': '颜色：拉力 Δ · 等高线：g',
  'mark.basin': ({ end, share }) => `${end} ${formatShare(share)}`,

  'end.plant': '星标',
  'end.minimum': '伪极小点',
  'end.minimum.plain': '卡住',
  'end.valley': '谷',
  'end.plateau': '死亡',
  'end.plateau.plain': '卡住',
  'end.origin': '原点',
  'end.origin.plain': '卡住',
  'end.elsewhere': '停在别处',
  'end.moving': '10,000 步后仍在移动',
  'end.unbounded': '一直下降',
  'end.diverged': '发散',

  'mark.deadZone': '死区：梯度为零',
  'readout.shadow': ({ off, shadow }) => `离这个切片 ${off}；在其投影处损失为 ${shadow}`,

  'data.title': '数据与拟合',
  'data.count': ({ n, drawn, noise }) =>
    n === Number.POSITIVE_INFINITY
      ? '无穷多个高斯样本（精确）· 无噪声'
      : `${formatCount(n)} 个样本${drawn < n ? `（显示 ${formatCount(drawn)} 个）` : ''}${noise && ` · ${noise}`}`,
  'data.noNoise': '无噪声',
  'data.noiseInside': ({ noise }) => `ReLU 内噪声 ${formatNumberShort(noise)}`,
  'data.noiseOutside': ({ noise }) => `ReLU 外噪声 ${formatNumberShort(noise)}`,
  'data.own': '你的数据',
  'data.set': ({ name }) => `数据集 ${name}`,
  'data.dead': ({ name }) => `${name}：死亡`,
  'data.planted': '星标',
  'coordinates.note': ({ d }) =>
    d === 1
      ? '只有一个权重，没有地图可画：请看曲线和权重本身。'
      : d === 2
        ? '两个都在地图上'
        : `${d} 个权重；地图是一个二维切片`,
  'coordinates.title': '全部权重',
  'coordinates.weight': '权重 j',
  'axis.index': 'j',

  'axis.w1': 'w₁',
  'axis.w1.plain': '',
  'axis.w2': 'w₂',
  'axis.w2.plain': '',
  'axis.along': ({ to, j }) =>
    ({
      target: '朝星标的距离',
      'left-end': '朝左边终点的距离',
      'right-end': '朝右边终点的距离',
      'left-move': '沿左边第一步的距离',
      'right-move': '沿右边第一步的距离',
      spread: '沿路径展开方向的距离',
      weight: `权重 ${j}`,
      chance: '沿随机方向的距离',
    })[to],
  'axis.slope': '斜率',
  'axis.slope.plain': '',
  'axis.bias': '偏置',
  'axis.bias.plain': '',
  'axis.x': 'x',
  'axis.y': 'y',
  'axis.a1': 'a₁',
  'axis.a2': 'a₂',
  'axis.step': '步数',

  'legend.shared': '两边同一标度',
  'legend.own': '两边各自标度',
  'legend.over.zero': '损失（最深处 = 0）',
  'legend.over.references': '高出已知最低点的损失',
  'legend.whole': ({ title, scale }) => `${title}：${scale}，在左边的第 98 百分位处截断`,

  'curve.distance': '到星标的距离',
  'curve.gradient': '梯度范数',
  'curve.gradientScaled': '梯度范数（缩放后的单位）',
  'curve.missing': '尚不知道',

  verdict: ({
    status,
    endedAt,
    passedAt,
    k,
    distance,
    hasPlant,
    planted,
    slow,
    flat,
    convex,
    atMinimum,
    place,
    growing,
    c,
    safe,
    optimumKnown,
    limit,
    certified,
    restarts,
    lower,
  }) => {
    const ended = endedAt !== null && endedAt <= k;
    if (k === 0) return '就绪。';
    if (status === 'diverged' && ended) return `第 ${formatCount(Math.max(0, endedAt - 1))} 步之后发散。`;
    if (status === 'unbounded' && k > 0) return '这个损失一直下降：它没有极小点。';
    if (ended)
      switch (status) {
        case 'reached':
          return `第 ${formatCount(endedAt)} 步到达星标。`;
        case 'global':
          return '在全局最小点：损失为零。';
        case 'optimal':
          return '最优：间隙已闭合。';
        case 'resists':
          return '停住：间隙没有闭合。';
        case 'dead':
          return flat ? '神经元已死亡：梯度为零。' : '神经元已死亡：梯度几乎为零。';
        case 'stationary':
          if (optimumKnown && atMinimum) return '停在最优点。';
          if (optimumKnown && !convex && atMinimum === false) return '卡住：停在高于最优值处。';
          if (atMinimum && certified && !convex) return '停在最低的极小点。';
          if (convex && atMinimum) return '停在这个凸损失的极小点。';
          if (convex) return '停住：梯度低于阈值。';
          if (place === 'spurious') return '卡在伪极小点。';
          if (place === 'valley') return '卡在局部极小点的谷中。';
          if (place === 'origin') return '卡在原点：梯度为零。';
          return planted ? '卡住：梯度为零，但不在星标处。' : '停住：梯度为零。';
      }
    if (growing) return `冲过头了：步长 ${formatNumberShort(c)}/L 太大。`;
    if (passedAt !== null)
      return `第 ${formatCount(passedAt)} 步曾到星标 ${formatShare(CRITERIA.reached)} 以内，现在相距 ${formatDistance(distance)}。`;
    if (limit) return `${formatCount(k)} 步之后仍在移动。`;
    if (!safe && c >= 2) return `仍在移动：步长为 ${formatNumberShort(c)}/L 时可能永远打转。`;
    if (!Number.isFinite(distance)) return '仍在移动。';
    if (!hasPlant && !certified && lower)
      return `低于 ${restarts} 个起点中最好的终点，${slow ? '几乎不动' : '仍在移动'}。`;
    return `距${hasPlant ? '星标' : certified ? '最小点' : '已知最好的点'} ${formatDistance(distance)}，${slow ? '几乎不动' : '仍在移动'}。`;
  },
  'verdict.plain': ({ status, endedAt, k, distance, slow, hasPlant }) => {
    if (k === 0) return '就绪。';
    if (endedAt !== null && endedAt <= k) {
      if (status === 'reached') return `第 ${formatCount(endedAt)} 步到达星标。`;
      return status === 'dead' ? '卡在平地上。' : '停住了。';
    }
    const moves = slow ? '几乎不动' : '仍在移动';
    return hasPlant ? `距星标 ${formatDistance(distance)}，${moves}。` : '仍在移动。';
  },
  'criterion.plain': '',
  criterion: ({ side, status, endedAt, k, c, optimumKnown, sizes }) => {
    if (endedAt === null || endedAt > k || k === 0) return '';
    const at = `第 ${formatCount(endedAt)} 步`;
    switch (status) {
      case 'reached':
        return `${at}：‖w − w*‖ ≤ ${formatNumberShort(CRITERIA.reached)} ‖w*‖`;
      case 'global':
        return `${at}：损失 ≤ ${formatNumberShort(CRITERIA.global * sizes.labels ** 2)}`;
      case 'dead':
        return `${at}：${vanishedOf(sizes)}，a·w ≤ ${formatNumberShort(CRITERIA.activation)} max‖a‖‖w‖`;
      case 'stationary':
        return `${at}：${optimumKnown && side === 'right' ? '投影后 ' : ''}${vanishedOf(sizes)}`;
      case 'optimal':
        return `${at}：间隙 ≤ 目标函数值的 ${formatNumberShort(CRITERIA.gap)}`;
      case 'resists':
        return `${at}：间隙 > 目标函数值的 ${formatNumberShort(CRITERIA.gap)}`;
      case 'unbounded':
        return '存在方向 v，使 A v ≤ 0 且 y·Av > 0（已证明）';
      case 'diverged':
        return c >= 2
          ? `c = ${formatNumberShort(c)}：只有小于 2 时，松弛上的梯度下降才是安全的（已证明）`
          : '下一步不是有限的数';
      case 'moving':
        return '';
    }
  },
  'aria.curve': ({ title, isOne, isLinear }) =>
    `${title}${isOne ? '' : '：两边'}随步数的变化${isLinear ? '' : '，对数坐标轴'}`,
  'aria.data': '样本和两边的拟合',
};
