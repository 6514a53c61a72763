import type { Outcome } from '../../../engine/run/outcome-names.ts';
import { formatCount, formatNumberShort } from '../../i18n/format.ts';
import { percent, percentAtMost } from '../../i18n/format-tenth.ts';
import type { Translated } from '../../i18n/messages.ts';
import type { words as english, SidesDid } from './words.en.ts';

const opening = {
  problems: (count: number) => `在 ${formatCount(count)} 个随机问题中`,
  starts: (count: number) => `从 ${formatCount(count)} 个随机起点出发`,
  same: (count: number) => `在 ${formatCount(count)} 次相同的运行中`,
};

const shares = ({ left, right }: SidesDid) => `的比例：左边 ${left}，右边 ${right}`;

const outcomes: Readonly<Record<Outcome, string>> = {
  star: '到达星标',
  perfect: '另一个完美拟合',
  best: '达到最优',
  met: '满足判据',
  tie: '并列（两者都不算）',
  stuck: '停在别处',
  dead: '死亡',
  hovering: '仍在移动但不再改善',
  barred: '不可能到达（已证明）',
  moving: '仍在移动',
  falling: '无限下降或超出范围',
};

export const words: Translated<typeof english> = {
  'group.ensemble': '大量运行',
  'param.runs': '运行次数',
  'param.vary': '每次运行更新',
  'param.startlaw': '起点分布',
  'param.limit': '步数上限',
  'param.within': '到达的判据',
  'param.audit': '检验论断',
  'param.xkey': '第一个轴',
  'param.xat': '第一个轴的取值',
  'param.ykey': '第二个轴',
  'param.yat': '第二个轴的取值',
  'choice.startlaw.normal': '标准正态',
  'choice.startlaw.unit': '随机方向，长度 1',
  'choice.startlaw.box': '均匀分布，每个权重在 −3 到 3 之间',
  'ensemble.title': '有多常见？',
  'ensemble.lead': '一次运行只是个例。换新的随机种子重复运行，再来计数。',
  'ensemble.notRandom': '这里没有随机因素：每次运行都与页面上的相同。相图能显示结局如何取决于其中两个数。',
  'ensemble.parts': '本视图的各部分',
  'ensemble.part.runs': '大量运行',
  'ensemble.part.diagram': '相图',
  'ensemble.criterion.distance': ({ within, limit }) =>
    `在至多 ${formatCount(limit)} 步内与星标的距离首次不超过 ${within}，即为到达；之后可能又离开。`,
  'ensemble.criterion.gap': ({ within, limit }) =>
    `在至多 ${formatCount(limit)} 步内目标值与已证明的最优值之差不超过其 ${within}，即为到达。`,
  'ensemble.criterion.excess': ({ within, limit }) =>
    `在至多 ${formatCount(limit)} 步内损失与已知最小值之差不超过 ${within}，即为到达。`,
  'ensemble.answer': ({ of, count, did }) => `${opening[of](count)}，${did}。`,
  'ensemble.did.star': (did) => `到达星标${shares(did)}`,
  'ensemble.did.distance': (did) => `与星标的距离不超过 ${did.within} ${shares(did)}`,
  'ensemble.did.gap': (did) => `与最优值之差不超过 ${did.within} ${shares(did)}`,
  'ensemble.did.excess': (did) => `损失与各自最小值之差不超过 ${did.within} ${shares(did)}`,
  'ensemble.did.fit': (did) => `找到完美拟合${shares(did)}`,
  'ensemble.did.compared': (of) => {
    const name = { left: '左边', right: '右边' };
    const other = of.side === 'left' ? name.right : name.left;
    if (of.first === 0) return `两边的${of.number}相同`;
    return `${name[of.side]}的${of.number}更${of.better === 'higher' ? '高' : '低'}的有 ${formatCount(of.first)} 次，${other} ${formatCount(of.second)} 次${of.equal > 0 ? `，相同 ${formatCount(of.equal)} 次` : ''}；${of.median === null ? '至少一半运行中有一边发散' : `差的中位数为 ${of.median}`}`;
  },
  'ensemble.compared.median': (of) =>
    `右减左：中位数 ${of.median}${of.interval ? `（95% 区间 ${of.interval.join(' 到 ')}）` : ''}。左边的中位数：${of.left}；右边：${of.right}。`,
  'ensemble.compared.test': ({ p, equal }) =>
    p === null
      ? '两边从不相差，没有可检验的。'
      : `符号检验（“两边同样常占优”）：双侧 p ${p}${equal > 0 ? '；相同的运行不计' : ''}。`,
  'ensemble.compared.tied': (of) =>
    `与最优值之差都在 ${of.within} 以内算并列：右边更好 ${formatCount(of.onlyRight)} 次，左边更好 ${formatCount(of.onlyLeft)} 次，并列 ${formatCount(of.both)} 次${of.neither > 0 ? `；两边都没有这么近的 ${formatCount(of.neither)} 次` : ''}。`,
  'ensemble.compared.unknown': ({ count }) => `${formatCount(count)} 次运行有一边没有这个数，不计在内。`,
  'ensemble.pairs.told': ({ runsOfBar, most }) =>
    `每条${runsOfBar === 1 ? '是一次运行' : `代表 ${formatCount(runsOfBar)} 次运行居中的一次`}，按差排序：向上表示右边更好，向下表示左边更好${most === null ? '' : `；超过 ${most} 的部分截去`}。`,
  'compared.objective': '目标值',
  'compared.loss': '损失',
  'ensemble.runFirst': ({ count }) => `运行前 ${formatCount(count)} 次`,
  'ensemble.runAll': ({ count }) => `继续到 ${formatCount(count)} 次`,
  'ensemble.also': (also) =>
    `${also.outcomes.map((one) => outcomes[one]).join('或')}：左边 ${also.left}，右边 ${also.right}。`,
  'ensemble.outcome': ({ outcome, count }) => `${formatCount(count)} 次${outcomes[outcome]}`,
  'ensemble.outcome.show': '在图中显示其中第一次运行',
  'ensemble.most': ({ most, measured }) =>
    `长期来看，至多 ${percentAtMost(most)} 的运行能到达（已证明）。测得：${percent(measured)}。`,
  'ensemble.shares': '到达的比例',
  'ensemble.shares.most': '至多（已证明）',
  'ensemble.shares.kept': '论断成立',
  'ensemble.shares.note': '细线：95% 区间（Wilson）。',
  'ensemble.shares.line':
    '点线：按此判据，长期来看左边没有更大的比例能到达（已证明）。步数上限内到达的更少。',
  'ensemble.diagram.cellTies': ({ left, right }) => `并列：左边 ${left}，右边 ${right}`,
  'ensemble.diagram.cellMost': ({ most }) => `左边至多 ${percentAtMost(most)}（已证明）`,
  'ensemble.strip.told': ({ side, kinds }) => `${side}，逐次运行：${kinds.join('，')}。`,
  'ensemble.strip.one': '每个点是一次运行，按结局排序。括号内：95% 区间（Wilson）。',
  'ensemble.strip.share': ({ runs }) =>
    `每个点代表 ${formatCount(runs)} 次运行：是比例，不是单次运行。点按结局排序；更少见的结局也有一个点。括号内：95% 区间（Wilson）。`,
  'ensemble.form': ({ runs, limit, drawn }) =>
    `${formatCount(runs)} 次运行，每次至多 ${formatCount(limit)} 步${drawn.length === 0 ? '' : `；每次更新：${drawn.join('、')}`}`,
  'ensemble.law': ({ law, drawn }) => `${law === null ? '' : `起点：${law}。`}每次更新：${drawn}。`,
  'ensemble.drawn.data': '数据',
  'ensemble.drawn.plant': '星标',
  'ensemble.drawn.teacher': '教师网络',
  'ensemble.drawn.start': '起点',
  'ensemble.nothingDrawn': '没有变化的量：所有运行都相同，区间和检验没有意义。',
  'ensemble.workers': ({ cores }) => `并行线程（本机有 ${formatCount(cores)} 个核）`,
  'ensemble.run': '运行',
  'ensemble.again': '重新运行',
  'ensemble.cancel': '取消',
  'ensemble.goOn': '继续',
  'ensemble.delete': '删除',
  'ensemble.stored': '结果留在此浏览器中，直到你删除为止。不会发送任何内容。',
  'ensemble.notStored': '此浏览器无法保存结果：页面关闭后结果即消失。',
  'ensemble.progress': ({ done, of }) => `已完成 ${formatCount(done)} / ${formatCount(of)} 次`,
  'ensemble.left': ({ seconds }) =>
    seconds < 90
      ? `剩余 ${formatCount(Math.ceil(seconds))} 秒`
      : `剩余 ${formatCount(Math.ceil(seconds / 60))} 分钟`,
  'ensemble.took': ({ seconds, done }) =>
    `${formatCount(done)} 次运行用时 ${formatNumberShort(Number(seconds.toPrecision(2)))} 秒。`,
  'ensemble.cut': ({ done, of }) => `在 ${formatCount(of)} 次中的 ${formatCount(done)} 次后中断。`,
  'ensemble.fileHas': ({ done, of }) => `文件中有 ${formatCount(of)} 次运行中的 ${formatCount(done)} 次。`,
  'ensemble.there': ({ done, of }) =>
    `正在另一个标签页中运行，目前已存 ${formatCount(of)} 次中的 ${formatCount(done)} 次。`,
  'ensemble.elsewhere':
    '这些运行属于此浏览器的另一个标签页：此处显示它已保存的部分。该标签页关闭后可在此继续。',
  'ensemble.other': ({ problem }) => `另一设定或另一判据的结果：${problem}`,
  'ensemble.back': '显示那个设定',
  'ensemble.failed': ({ reason }) => `无法运行：${reason}`,
  'ensemble.chip': ({ share }) => `有多常见？${share}`,
  'ensemble.left.side': '左边（非凸）',
  'ensemble.right.side': '右边（松弛）',
  'ensemble.right.blend': '右边（混合）',
  'ensemble.right.convex': '右边（凸）',
  'ensemble.right.relaxed': '右边（松弛）',
  'ensemble.success': '有多少到达',
  'ensemble.all': ({ count }) => `全部 ${formatCount(count)} 次运行。`,
  'ensemble.first': ({ count }) => `前 ${formatCount(count)} 次运行。`,
  'ensemble.some': ({ count, of }) =>
    `${formatCount(of)} 次运行中的 ${formatCount(count)} 次；其间有些不在文件里。`,
  'ensemble.col.side': '边',
  'ensemble.col.arrived': '到达',
  'ensemble.col.share': '比例',
  'ensemble.col.interval': '95% 区间（Wilson）',
  'ensemble.col.ties': '并列（两者都不算）',
  'ensemble.col.median': '步数中位数',
  'ensemble.col.medianOf': '中位数',
  'ensemble.took.steps': ({ steps }) => `${formatCount(steps)} 步`,
  'ensemble.took.rounds': ({ rounds }) => `${formatCount(rounds)} 轮`,
  'ensemble.axis.round': '轮',
  'ensemble.rate': ({ share, interval }) => `${share}（${interval}）`,
  'ensemble.interval': ({ low, high }) => `${percent(low)} 至 ${percent(high)}`,
  'ensemble.overHalf': '超过一半未到达',
  'ensemble.table': '每次运行的两边',
  'ensemble.rightYes': '右边到达',
  'ensemble.rightNo': '右边未到达',
  'ensemble.leftYes': '左边到达',
  'ensemble.leftNo': '左边未到达',
  'ensemble.sum': '合计',
  'ensemble.mcnemar': ({ p, first, second }) =>
    first + second === 0
      ? '两边结果始终一致，无需检验。'
      : `精确 McNemar 检验：只有一边到达的 ${formatCount(first + second)} 次中，左边 ${formatCount(first)} 次，右边 ${formatCount(second)} 次；双侧 p ${p}。`,
  'ensemble.survival': '到达所需步数',
  'ensemble.survival.y': '尚未到达',
  'ensemble.survival.censored': '在步数上限处删失',
  'ensemble.survival.told': ({ left, right, limit, hasRounds }) =>
    `生存曲线：到某一步${hasRounds ? '（左边）或某一轮（右边）' : ''}仍未到达的运行占全部运行的比例。${formatCount(limit)} ${hasRounds ? '步或轮' : '步'}内从未到达：左边 ${left}，右边 ${right}。这些运行在该处删失，没有一个被剔除。`,
  'ensemble.quantiles.stop': ({ loss }) =>
    `已到达的运行只跟踪到${loss === null ? '静止或凸规划求解完毕' : `损失不超过 ${loss}（标签大小为 1 时；随其平方增大）或梯度降为零`}为止，而不是到步数上限：最小的距离只表示计数停在那里。`,
  'ensemble.quantiles.ties': '并列的运行没有这个数，此处不计。',
  'ensemble.quantiles': '最终距离',
  'ensemble.quantiles.x': '运行的比例',
  'ensemble.quantiles.distance': '最终与星标的距离',
  'ensemble.quantiles.gap': '相对最优值的超额值',
  'ensemble.quantiles.excess': '高于最小值的损失',
  'ensemble.quantiles.criterion': '判据',
  'ensemble.quantiles.told': ({ left, right, leftDiverged, rightDiverged }) =>
    `四分位数（25%、50%、75%）：左边 ${left.join('、')}；右边 ${right.join('、')}。发散：左边 ${formatCount(leftDiverged)}，右边 ${formatCount(rightDiverged)}。`,
  'ensemble.numbers': '数值',
  'ensemble.col.quantile': '分位',
  'ensemble.col.step': '步',
  'ensemble.col.round': '轮',
  'ensemble.worst': '终点最远的运行',
  'ensemble.worst.left': '左边',
  'ensemble.worst.right': '右边',
  'ensemble.open': ({ run, by }) => `第 ${formatCount(run)} 次：${by}`,
  'ensemble.open.title': ({ run }) => `在主视图中打开第 ${formatCount(run)} 次运行`,
  'ensemble.opened': ({ run }) => `主视图中现在是第 ${formatCount(run)} 次运行。可撤销。`,
  'ensemble.notOpened': ({ run, reason }) => `第 ${formatCount(run)} 次运行无法打开：${reason}`,
  'ensemble.number': ({ last }) => `打开运行编号（0 至 ${formatCount(last)}）`,
  'ensemble.number.open': '打开',
  'ensemble.whole': ({ least, most, got }) =>
    `应为 ${formatCount(least)} 到 ${formatCount(most)} 之间的整数；${got === '' ? '没有输入' : `得到“${got}”`}。`,
  'ensemble.diverged': '发散',
  'ensemble.behind': ({ by }) => `右边远 ${by}`,
  'ensemble.audit': '对论断的检验',
  'ensemble.audit.abstract': '论文摘要说：松弛上的梯度下降总是优于损失上的梯度下降。',
  'ensemble.audit.proved':
    '此处已证明：从同一点出发，标签由星标生成且无噪声时，松弛的一小步指向星标的程度至少相同：Δ(w) ≥ 0。这不是关于整个运行的论断。',
  'ensemble.audit.measured': ({ kept, of, share, low, high, law, limit }) =>
    `测得：${formatCount(of)} 次运行中有 ${formatCount(kept)} 次（${share}；95% 区间 ${percent(low)} 至 ${percent(high)}），在同一步上，右边从不比左边离星标更远（到第 ${formatCount(limit)} 步为止，容差 10⁻⁹）；起点：${law}。`,
  'ensemble.audit.first': ({ median, most }) =>
    `在右边更远的运行中，首个这样的步的中位数为 ${formatCount(median)}；最大差为 ${most}。`,
  'ensemble.audit.points': ({ points, failures }) =>
    failures === 0
      ? `在访问过的 ${formatCount(points)} 个点上检验了 Δ(w) ≥ 0，每一点都成立。`
      : `在访问过的 ${formatCount(points)} 个点上检验了 Δ(w) ≥ 0，有 ${formatCount(failures)} 点不成立：这与证明矛盾，因此是引擎有误。`,
  'ensemble.audit.noPoints': '标签有噪声：此时对 Δ(w) 没有证明，也未检验。',
  'ensemble.audit.off': '未检验：请勾选“检验论断”后运行。',
  'ensemble.audit.broken': '右边更远的运行',
  'ensemble.files': '导出',
  'ensemble.csv': '表格（CSV）',
  'ensemble.json': '表格（JSON）',
  'ensemble.svg': '图（SVG）',
  'ensemble.png': '图（PNG）',
  'ensemble.png.scale': 'PNG 的分辨率',
  'ensemble.figure.title': ({ part, scenario }) => `${part}。${scenario}。`,
  'ensemble.figure.rates': ({ what, left, right, of }) => `${what}。${left}；${right}。${of}`,
  'ensemble.figure.done': ({ done, of }) => `目前已完成 ${formatCount(of)} 次中的 ${formatCount(done)} 次。`,
  'ensemble.spec': '命令行规格文件',
  'ensemble.openFile': '打开结果文件',
  'ensemble.openFile.hint': '选择由“npm run sweep”或本页写出的文件（CSV，或计数的 JSON），也可拖放到此处。',
  'ensemble.counted':
    '此文件只有计数，没有逐次运行：不能导出表格，也不能继续或细化；任何一次运行都可按编号打开。',
  'ensemble.refused': ({ reason }) => `文件未打开。${reason}`,
  'ensemble.saved': ({ name }) => `已保存 ${name}。`,
  'ensemble.noData.table':
    '其中不含数据：数据太大，放不进它的链接。打开它的人能看到统计结果，但无法打开或继续其中的任何一次运行。',
  'ensemble.noData.figure':
    '其中不含数据：数据太大，放不进它的链接。打开链接的人还需要你的文件，用“你的数据”打开。',
  'ensemble.noData.spec': '其中不含数据：数据太大，放不进它的链接。命令行还需要你的文件，用“--data”指定。',
  'ensemble.cell': ({ places }) => `相图中的一格：${places}。`,
  'ensemble.cell.back': '返回相图',
  'ensemble.axis.x': '横轴',
  'ensemble.axis.y': '纵轴',
  'ensemble.axis.offer': ({ x, y, cells, runs }) =>
    `运行 ${y === null ? x : `${x} 对 ${y}`}：${cells.join(' × ')} 格，每格 ${formatCount(runs)} 次`,
  'ensemble.axes': ({ x, y, cells }) => `${y === null ? x : `${x} 对 ${y}`}，${cells.join(' × ')} 格，每格 `,
  'ensemble.refine.cells': ({ cells }) => `细化：${cells.join(' × ')} 格`,
  'ensemble.refine.runs': ({ runs }) => `细化：每格 ${formatCount(runs)} 次`,
  'ensemble.diagram.lead': '改变问题中的两个数，再来计数：相图的每一格都是一次大量运行。',
  'ensemble.axis.none': '无',
  'ensemble.axis.places': ({ axis }) => `${axis}：取值，以逗号分隔`,
  'ensemble.axis.bad': ({ got }) =>
    `应为以逗号或空格分隔的数，至多 64 个；${got === '' ? '没有输入' : `得到“${got}”`}。轴保持不变。`,
  'ensemble.diagram.size': ({ cells, runs, all }) =>
    `${formatCount(cells)} 格，每格 ${formatCount(runs)} 次：共 ${formatCount(all)} 次运行。`,
  'ensemble.diagram.large': ({ most }) =>
    `页面最多保存 ${formatCount(most)} 次运行。更多请将规格文件用于命令行。`,
  'ensemble.diagram.left': '左边：到达的比例',
  'ensemble.diagram.right': '右边：到达的比例',
  'ensemble.diagram.difference': '右边减左边',
  'ensemble.diagram.key.share': '阴影线：尚不知道。',
  'ensemble.diagram.key.difference': ({ most }) =>
    `右边减左边，以百分点计。蓝：右边更常到达。朱红：左边更常到达。颜色的范围是 −${most} 到 +${most}，即此处最大的差。`,
  'ensemble.diagram.exact':
    '右图上的线：P(Bin(n, ½) ≥ d) = ½（粗线）、5% 和 95%（虚线）。这正是无噪声高斯数据能够确定星标的概率（已证明），但它不是测得比例的界：步数上限会漏掉到达较晚的运行，而宽松的判据会把停在星标附近、但数据并未确定该点的运行也计入。',
  'ensemble.diagram.keys':
    '停在一格上，或用方向键移到该格：两张图重放它的第一次运行。Enter 保留这次运行并打开该格的运行；也可{{press}}。',
  'ensemble.diagram.preview': '两张图正在重放它的第一次运行。',
  'ensemble.diagram.cell': ({ places, done, left, right }) =>
    done === 0
      ? `${places}：尚不知道`
      : `${places}：${formatCount(done)} 次运行中左边 ${left}，右边 ${right}`,
  'ensemble.diagram.kept': '检验：论断成立的比例',
  'ensemble.diagram.keptNote': '检验：在同一步上，右边从不比左边离星标远出 10⁻⁹ 以上的运行所占比例（测得）。',
  'ensemble.diagram.cellKept': ({ share }) => `论断成立 ${share}`,
  'ensemble.prefix': ({ from, to }) => `第 ${formatCount(from)} 至 ${formatCount(to)} 次运行。`,
  'ensemble.diagram.table': '所有格的表格',
  'ensemble.places.of': ({ places, n }) => `${places}（${n}）`,
  'ensemble.place': ({ name, value }) => `${name} = ${value}`,
};
