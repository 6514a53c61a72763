import type { ALWAYS } from '../always.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const always: LectureWords<keyof typeof ALWAYS> = {
  title: '“总是”是真的吗？',
  scenes: {
    claim: {
      title: '论断',
      question: '松弛总是赢吗？',
      sentence:
        '论文摘要说：在松弛上做梯度下降“总是优于”在原非凸损失上做梯度下降，且“没有额外的计算代价”（摘要原文为英文）。',
      notes:
        '把这句话念出来：它出自 Ergen 与 Pilanci 在 Allerton 会议上的论文摘要，我们也只引用摘要，因为手头没有全文。按播放：在这次运行里它显然成立。右边在第 {{right.within}} 步到达，左边停在离星号 {{left.distance}} 处，右边更远的步数是 {{ahead.steps}}。后半句照字面就是对的：在任何一种损失上走一步，都是同样的两次矩阵乘法。这一讲只讨论一个词：“总是”。请大家说说它可以指什么：每一步？到最后？从任何起点？对任何数据？然后我们一个一个检验。',
    },
    oneStep: {
      title: '已证明的：一步',
      question: '从同一点出发，谁的一步更好？',
      sentence:
        '从同一点 w 出发，松弛的一步在一阶意义下至少同样靠近星号：Δ(w) 不为负（无噪声时已证明）。网格上的最小值：{{pull.least}}。',
      notes:
        '这一点成立，而且证明很短。任取一点 w，比较那里的两个梯度。它们之差沿着通往星号的方向来量，是一个和式，只涉及标签为正却未激活的样本；每一项都是标签乘误差，两者都不为负。右图画的就是这个和：在起点处它是 {{left.pull@now}}，在网格上处处不小于 {{pull.least}}。走一步看看：左边离星号 {{left.distance@mark}}，右边 {{right.distance@mark}}。请注意附带的条件：同一个点、一阶意义、没有噪声。走过一步之后两边就不在同一点了，而这个不等式对不同的两个点什么也没有说。',
    },
    kept: {
      title: '一次守约的运行',
      question: '右边每一步都更近吗？',
      sentence:
        '这里是的：{{end}} 步之中，右边更远的有 {{ahead.steps}} 步。右边在第 {{right.within}} 步到达，左边在第 {{left.within}} 步。一次运行证明不了什么。',
      notes:
        '按播放，不要看地图，看下面的距离曲线。两条曲线从不相交：{{end}} 步之中，右边更远的有 {{ahead.steps}} 步。右边在第 {{right.near}} 步进入星号长度百分之一的范围，左边在第 {{left.near}} 步。问一问：现在谁被说服了？带有“总是”的论断，不会因为一次守约的运行而得到证明，无论它多么好看；它只可能被推翻。只有当右边比左边远出十亿分之一以上，我们才算它违约，因为单凭舍入误差就会造成假的违约。请把这个界限说出来：没有界限的测量毫无价值。',
    },
    broken: {
      title: '一次违约的运行',
      question: '那么这一次呢？',
      sentence:
        '第 {{ahead.step}} 步左边反超，到第 {{ahead.mostAt}} 步差距达 {{ahead.most}}。两边都到达：左边在第 {{left.within}} 步，右边在第 {{right.within}} 步。',
      notes:
        '同样的做法，换了随机种子；没有噪声，两边步长相同。播放，画面在第 {{ahead.mostAt}} 步暂停。起初右边领先，正如一步的结论所说。随后左边从另一条路过来，以更好的角度落进碗的陡坡，在第 {{ahead.step}} 步反超。右边有 {{ahead.steps}} 步落在后面，最多差 {{ahead.most}}，并且后到。所以若照字面、针对整个运行来理解，“总是”是错的：一个反例就够了，它的链接就在地址栏里。但要公平：谁也没有卡住，两边都到了，而且一步的结论并没有被违反，因为那时两边已经在不同的点上。',
    },
    howOften: {
      title: '这种情况有多常见？',
      question: '罕见，还是常见？',
      sentence:
        '{{runs.count}} 次随机运行中有 {{runs.ahead}} 次出现这样的一步（Wilson 区间 {{runs.aheadLow}} 至 {{runs.aheadHigh}}）。停在别处的：左边 {{runs.leftStuck}} 次，右边 {{runs.rightStuck}} 次。均为实测。',
      notes:
        '一次运行只是一桩轶事，所以引擎刚刚跑了 {{runs.count}} 次：数据、植入的权重和起点每次重新抽取，{{n}} 个样本，{{d}} 个权重，没有噪声。其中 {{runs.ahead}} 次里右边在某一步更远。这是百分之九十五的区间，只属于这一种做法；换一个规模就有另一个比例，不妨改动 n 或 d 再问一次。再看后半句：停在非完美拟合处的，左边有 {{runs.leftStuck}} 次，右边有 {{runs.rightStuck}} 次，其余的或已到达，或仍在移动。这种不对称才是论断的诚实版本：偶尔落后，从不受困。前者是测得的，后者由凸性推出。',
    },
    noiseOutside: {
      title: 'ReLU 之后的噪声',
      question: '现在谁最后离星号更近？',
      sentence:
        '这里左边停在离星号 {{left.distance}} 处，右边 {{right.distance}}。{{runs.count}} 组同类数据的中位数为 {{runs.leftMedian}} 与 {{runs.rightMedian}}：右边更差（实测）。',
      notes:
        '现在每个标签在 ReLU 之后加上大小为 {{noise}} 的误差，于是有些标签为负。先问谁会更近，再播放。这次运行里谁也没有卡住：左边最后离星号 {{left.distance}}，右边 {{right.distance}}。这并非偶然：在 {{runs.count}} 组这样的数据中，右边最后不比左边远的只有 {{runs.rightNotFarther}} 组。为什么？ReLU 永远说不出负数；样本未激活时，平方损失对负标签无动于衷，松弛却继续被它拉着走。连一步的结论也可能失效：网格上有 {{pull.negative}} 的地方 Δ(w) 为负。这些都是对这一类数据测得的，不是对一切噪声的断言。',
    },
    noiseInside: {
      title: 'ReLU 之前的噪声',
      question: '同样的噪声移到里面，会怎样？',
      sentence:
        '把同样的噪声移到 ReLU 之前，左边停在离星号 {{left.distance}} 处，右边 {{right.distance}}。{{runs.count}} 组数据的中位数：{{runs.leftMedian}} 与 {{runs.rightMedian}}（实测）。',
      notes:
        '样本相同，误差相同，起点相同，只是噪声的位置变了，标签不再为负。播放：左边 {{left.distance}}，右边 {{right.distance}}。{{runs.count}} 组数据的中位数是 {{runs.leftMedian}} 与 {{runs.rightMedian}}，右边最后不比左边远的有 {{runs.rightNotFarther}} 组。所以“噪声会不会损害松弛？”的回答是反问一句：哪一种噪声？输出端的测量误差在外面，输入端的扰动在里面。不要把中位数的微小差别说成定理。可以说的是：两边的先后取决于噪声的模型，而这是我们测得的。',
    },
    fewSamples: {
      title: '样本太少：完美，却在别处',
      question: '损失为零，那么找到星号了吗？',
      sentence:
        '{{n}} 个样本，{{d}} 个权重：右边的损失降到 {{right.loss}}，离星号却有 {{right.distance}}。另一个终点也可以是完美的。',
      notes:
        '在星号处大约只有一半样本被激活，也只有它们能确定权重：{{n}} 个样本对 {{d}} 个权重来说太少了。播放：右边最后的损失是 {{right.loss}}，按引擎的判据就是零，却离星号 {{right.distance}}。它找到了一个全局极小点，只是全局极小点不止一个。左边停在 {{left.loss}}。因此“保持全局极小点的位置”要按集合来理解：g 的零点就是 f 的零点（已证明）；各行关于原点对称分布时，从很少找到星号变为多半找到，转折在 n 等于 d 的两倍处（已证明）。地图只是高维空间的一个切片，右边的面板列出全部权重。',
    },
    survives: {
      title: '还剩下什么',
      question: '那么，究竟可以怎么说？',
      sentence:
        '标签来自植入权重且 c 小于二时，在 g 上的下降不会卡住：g 是凸的，零点与 f 相同（已证明）。这里左边有 {{left.missed}} 的起点卡住，右边一个也没有。',
      notes:
        '把站得住的收集起来。无噪声时已证明的：g 是凸的，且恰在 f 为零处为零，所以 c 小于二的下降不会受困；从同一点出发的一步，在一阶意义下至少同样靠近星号。不花代价的：一步仍是同样的两次乘法。测得的：右边偶尔有几步落后；噪声在 ReLU 之后时，它往往停得更远；噪声在之前时，差不多一样近或更近。在这张图上，左边有 {{left.missed}} 的起点卡住，右边能到达的占 {{right.basin}}。这句话比“总是优于”小，但它的好处是真实。让大家用自己的话写下来。',
    },
  },
};
