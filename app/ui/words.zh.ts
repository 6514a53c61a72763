import { formatCount, formatNumberShort } from '../i18n/format.ts';
import type { Translated } from '../i18n/messages.ts';
import type { words as english, FaultFacts } from './words.en.ts';

function faultTitleOf({ what }: FaultFacts): string {
  switch (what) {
    case 'engine':
    case 'error':
      return '计算引擎已停止。';
    case 'memory':
      return '内存不足。';
    case 'part':
      return '这个设定无法打开。';
    case 'unresponsive':
      return '计算引擎十秒没有回应。';
    case 'pictures':
      return '图形不完整。';
  }
}

function faultTextOf({ what, words, bytes }: FaultFacts): string {
  const kept = '已计算的结果仍然保留，链接中也保存着设定。';
  switch (what) {
    case 'engine':
    case 'error':
      return `${kept}重新启动后会走同样的步，数字完全相同。错误：${words}。`;
    case 'memory':
      return `${bytes === null ? '浏览器拒绝了一个数组' : `还需要 ${formatCount(Math.ceil(bytes / 1e6))} MB，浏览器没有给`}。${kept}请关闭其他标签页后重新启动，或者选择更短的运行或更少的数据。`;
    case 'part':
      return '页面的一部分没能加载。请选择别的设定，或再试一次；链接中保留着这个设定。';
    case 'unresponsive':
      return `它可能正忙：可以继续等待，也可以结束并重新启动。${kept}`;
    case 'pictures':
      return '绘图所需的一部分没能加载，或者它的引擎已停止，或者内存不足。运行照常进行，链接中保留着设定。';
  }
}

export const words: Translated<typeof english> = {
  'knob.name': ({ from, to }) => `从${from}到${to}`,
  'knob.side': ({ side }) => `${({ left: '左', right: '右' })[side] ?? '两侧'}：`,
  'knob.changes': ({ side }) => `改变${({ left: '左侧', right: '右侧' })[side] ?? '两侧'}`,
  'knob.sweep': '扫过',
  'knob.sweepAll': ({ from, to }) => `扫过：从${from}到${to}`,
  'curve.readout': ({ k, left, right }) => `${k}  ● ${left}  ■ ${right}`,
  'readout.loss': ({ loss }) => `损失 ${loss}`,
  'verdict.why': '为什么？',
  'verdict.safeStep': '改用 c = 1',

  'play.play': '播放',
  'play.pause': '暂停',
  'play.reset': '回到起点',
  'play.back': '后退一步',
  'play.forward': '前进一步',
  'play.dice': '新的随机种子',
  'play.more': '更多控制',
  'panel.larger': ({ title }) => `放大：${title}`,
  'panel.smaller': ({ title }) => `恢复并排：${title}`,
  'panel.both': '并排',
  'play.crowd': ({ count }) => `${formatCount(count)} 个起点`,
  'play.scrub': '显示的步',
  'play.step': '步数',
  'play.speed': '速度',
  'play.perSecond': ({ speed }) => `${formatNumberShort(speed)} 步/秒`,
  'play.way': ({ done, of }) => `第 ${formatCount(done)} 步，共 ${formatCount(of)} 步`,
  'play.stopHere': '停在这里',
  'play.goOn': '继续',
  'play.kept': ({ stride }) => `每 ${formatCount(stride)} 步保留一步`,
  'play.keptWhy': ({ stride }) =>
    `运行很长时，每 ${formatCount(stride)} 步保留一步。图、曲线和进度条都按保留的步显示；每一步都已计算。`,
  'play.achieved': ({ rate }) => `实际 ${formatNumberShort(Math.round(rate))}`,
  'choice.rule.gd': '梯度下降',
  'choice.rule.heavyball': '重球法',
  'choice.rule.nesterov': 'Nesterov 加速',
  'choice.rule.adam': 'Adam',
  'choice.rule.sgd': '小批量 SGD',

  'fault.title': faultTitleOf,
  'fault.text': faultTextOf,
  'fault.again': '重新启动引擎',
  'fault.wait': '继续等待',
  'lost.reload': '重新加载',
  'failed.title': '页面出错了。',
  'failed.why': ({ reason }) => `浏览器给出的原因：${reason}`,
  'failed.link': '设定保存在这个链接里：',
  'failed.home': '打开首页',
  'lost.part': '页面的这一部分无法加载。请检查网络连接，再重新加载：链接保留着当前的设定和步数。',
  'lost.renewed':
    '打开本页之后，页面已经更新，这一部分在主机上已不存在。请重新加载：链接保留着当前的设定和步数。',

  'key.space': '空格',
  'key.shiftSpace': 'Shift+空格',
  'aria.loss': ({ side }) => `${side}一边的损失`,
  'aria.run': ({ k, left, right, names }) => `第 ${k} 步。${names.left}：${left}${names.right}：${right}`,

  'table.open': ({ title }) => `以表格显示：${title}`,
  'aria.main': '探索页面',
};
