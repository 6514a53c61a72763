import type { Translated } from '../i18n/messages.ts';
import type { words as english } from './help-words.en.ts';

export const words: Translated<typeof english> = {
  'app.lead':
    '用梯度下降把一个 ReLU 神经元训练两次：先在非凸损失上，再在凸松弛上；凸松弛的最小点仍在星标处，即生成数据的权重。',
  'app.source': 'Ergen 与 Pilanci，“Convex Optimization for Shallow Neural Networks”，Allerton 2019',
  'help.title': '帮助',
  'help.keys': '键盘、鼠标与触摸',
  'help.intro':
    '{{press}}地形放置起点；拖动起点可移动它；拖动底图平移，按住 Ctrl 滚动滚轮或双指捏合缩放。播放按钮旁的按钮从整个窗口或你拖出的矩形同时放出 200 个起点。',
  'help.intro.touch':
    '拖动起点可移动它，也可轻触地形放置它；在手机上，第一次轻触先放大地形。双指平移和缩放。播放按钮旁或“…”里的“200 个起点”按钮从整个窗口或你拖出的矩形同时放出 200 个起点。',
  'help.compared': '比较的是什么',
  'help.left': '非凸：f(w) = 1/(2n) Σ (relu(aᵢ·w) − yᵢ)²。',
  'help.right':
    '松弛：g(w) = f(w) + 1/n Σ yᵢ max(−aᵢ·w, 0)，是凸的。标签由星标 w* 生成，即 yᵢ = relu(aᵢ·w*) 时，g 恰好在 f 为零处为零（已证明）。它的梯度只需要同样的两次矩阵乘法。',
  'help.step': '两边的步长都是 c/L，L = λmax(AᵀA)/n。小于 2/L 时，松弛上的梯度下降是安全的（已证明）。',
  'help.networkLead':
    '这里用两种方式训练两层网络 net(x) = Σ αⱼ relu(wⱼ·x)：左边从随机起点做梯度下降，右边求解同一问题的精确凸规划。',
  'help.networkLoss': '两边都用 F = 1/(2n) ‖net − y‖² + β/2 (‖W‖² + ‖α‖²) 衡量，对 n 个样本取平均。',
  'help.networkProgram':
    '凸规划对每一种激活样本的模式各有一个向量（Pilanci 与 Ergen 2020）。它的最优值就是所有足够宽的网络的最优值；对偶曲线越出 ±β 带的地方会增加神经元。',
  'help.networkBound':
    '每一轮都证明一个下界，任何宽度的网络都不能越过它。模式是抽样得到的时候（多于两列）没有任何证明，页面会说明。{{press}}圆，可以选择显示哪个神经元的地形。',
  'help.liftLead':
    '输出权重为 α 的一个神经元，一个数据点 x = 1，标签 y：左边在 (u, α) 上，右边提升到 v 和 w，即正输出和负输出的神经元在这个数据点上的贡献。',
  'help.liftSides':
    '左：1/2 (α relu(u) − y)² + β/2 (u² + α²)，非凸。右：1/2 (v − w − y)² + β (v + w)，v, w ≥ 0，凸。两边的最优值相同（已证明）。',
  'help.other': '两边从同一起点出发，用同一更新规则，各自在自己的损失上下降。参数在“设定”抽屉里。',
  'help.networkSource': 'Pilanci 与 Ergen 2020，arXiv 2002.10553',
  'help.always': 'Alt+K（播放或暂停）和 Alt+R（回到起点）始终有效。',
  'help.honest': '这个页面只存储你保存的内容，不发送任何数据。',
  'help.cite': '引用：',
  'help.cite.text':
    'Twin Descent，依据 T. Ergen 和 M. Pilanci，“Convex Optimization for Shallow Neural Networks”，Allerton 2019。见 CITATION.cff。',
  'key.playPause': '播放或暂停',
  'key.play': '播放或暂停；到终点后从头重放（按住 Shift 则继续）',
  'key.arrows': '← →',
  'key.step': '后退或前进一步（Shift：十步）',
  'key.home': 'Home End',
  'key.homeEnd': '已计算的第一步和最后一步',
  'key.r': 'R',
  'key.reset': '回到起点',
  'key.n': 'N',
  'key.newSeed': '新的随机种子',
  'key.g': 'G',
  'key.crowd': '同时放出 200 个起点，或收起',
  'key.plusMinus': '+ −',
  'key.speed': '加快或减慢',
  'key.f': 'F',
  'key.fullScreen': '全屏',
  'key.p': 'P',
  'key.projector': '投影',
  'key.b': 'B',
  'key.blank': '黑屏',
  'key.help': '本帮助',
  'key.question': '?',
  'key.undo': '撤销上一次改动',
  'key.t': 'T',
  'key.tone': '随损失变化的声音',
  'key.escape': 'Esc',
  'key.close': '关闭最上面的内容',
  'key.altK': 'Alt+K',
  'key.altR': 'Alt+R',
  'help.all': '启用单键',
  'help.switch': '取消勾选即可关闭某个键；链接会记住。不启用单键时，演示遥控器也不起作用。',
  'help.limits': '此链接锁定或隐藏了一些控件。',
};
