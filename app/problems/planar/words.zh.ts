import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'slice.coming': '正在选取切片平面……',
  'readout.probe.plain': '',
  'readout.probe': ({ at, loss, gradient }) => `w ${at}  损失 ${loss}  ‖∇‖ ${gradient}`,
  'axis.evaluations': '梯度计算次数',
  'curve.excess': '超额损失',
  'curve.distanceOwn': '到各自已知最好的点的距离',
  'curve.noMinimum': '这里松弛没有极小点',
  'header.resetView': '重置视图',

  'aria.landscape': ({ side }) => `${side}：两个权重上的损失地形。方向键移动十字准线，回车键把起点放在那里。`,
  'aria.slice': ({ side }) => `${side}：全部权重空间的一个切片。方向键移动十字准线。`,
};
