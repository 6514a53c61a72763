import type { ALWAYS } from '../always.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof ALWAYS> = {
  title: '“总是”是真的吗？',
  scenes: {
    claim: {
      title: '论断',
      question: '松弛总是赢吗？',
      sentence:
        'Ergen 与 Pilanci 的摘要说：在松弛上做梯度下降“总是优于”在原非凸损失上做梯度下降，且“没有额外的计算代价”（摘要原文为英文）。',
      after:
        '{{end}} 步之中，右边更远的有 {{ahead.steps}} 步。但这只是一个起点的一次运行。下面一步一步检验“总是”。',
      end: '这一次是的。右边：第 {{right.within}} 步到达。左边：已死亡，离星标 {{left.distance}}。',
      notes: [
        '说：这句话出自 Ergen 与 Pilanci 在 Allerton 会议上的论文摘要。我们手头没有全文，所以只引用摘要。',
        '做：按播放。在这次运行里它显然成立：右边在第 {{right.within}} 步到达，左边停在离星标 {{left.distance}} 处。',
        '说：后半句照字面就是对的：在任何一种损失上走一步，都是同样的两次矩阵乘法。',
        '问：“总是”可以指什么？每一步、到最后、从任何起点，还是对任何数据？先收集大家的说法，然后一个一个检验。',
      ],
    },
    oneStep: {
      title: '已证明的：一步',
      question: '从同一点出发，谁的一步更好？',
      sentence: '两边站在同一点，各走一步，步长相同；走完离星标更近的算更好。会是哪一边？在别处也都这样吗？',
      after:
        '左边离星标 {{left.distance@mark}}，右边 {{right.distance@mark}}。金色是 Δ，即 g 多出的{{mark:pull}}，处处不小于 {{pull.least}}：在一阶意义下 g 的一步从不更差（无噪声时已证明）。',
      end: '这里两边都到达星标：右边第 {{right.within}} 步，左边第 {{left.within}} 步。',
      notes: [
        '说：任取一点，比较那里的两个梯度。它们之差沿着通往星标的方向来量，就是 Δ，它是一个和式，只涉及标签为正却未激活的样本；每一项都是标签乘误差，两者都不为负。',
        '做：走一步看看：左边离星标 {{left.distance@mark}}，右边 {{right.distance@mark}}。这时右图显示 Δ：在起点处它是 {{left.pull@now}}，处处不小于 {{pull.least}}。',
        '说：请注意附带的条件：同一个点、一阶意义、没有噪声。从这里起两边已不在同一点，这个结论对它们什么也没有说。',
      ],
    },
    kept: {
      title: '一次符合论断的运行',
      question: '右边每一步都更近吗？',
      sentence: '看加框的曲线，也就是到星标的距离。右边可曾高过左边？',
      after: '右边在第 {{right.within}} 步到达，左边在第 {{left.within}} 步。一次运行证明不了什么。',
      end: '{{end}} 步之中，右边更远的有 {{ahead.steps}} 步；两边都到达了星标。',
      notes: [
        '做：按播放。不要看地图，看下面的距离曲线：两条曲线从不相交。',
        '说：右边在第 {{right.near}} 步进入星标长度百分之一的范围，左边在第 {{left.near}} 步。',
        '问：现在谁被说服了？',
        '说：带有“总是”的论断，不会因为一次符合它的运行而得到证明，它只可能被推翻。',
        '说：只有当右边比左边远出十亿分之一以上，我们才算它违反，因为单凭舍入误差就会造成假的违反。没有这样的界限，测量毫无价值。',
      ],
    },
    broken: {
      title: '一次违反论断的运行',
      question: '那么这一次呢？',
      sentence: '同样的做法，换了随机种子；没有噪声，两边步长相同。再看距离曲线：播放会自己暂停。',
      after:
        '第 {{ahead.step}} 步左边反超；到第 {{ahead.mostAt}} 步领先最多：左边离星标 {{left.distance@mark}}，右边 {{right.distance@mark}}。哪一边先到星标？',
      end: '两边都到达星标：左边第 {{left.within}} 步，右边要到第 {{right.within}} 步。',
      moment: '起初右边领先，后来左边反超，先到星标：“总是”并不成立。',
      notes: [
        '做：按播放，画面在第 {{ahead.mostAt}} 步暂停。',
        '说：起初右边领先，正如一步的结论所说。随后左边从另一条路过来，以更好的角度落进碗的陡坡，在第 {{ahead.step}} 步反超。',
        '说：右边有 {{ahead.steps}} 步落在后面，最多差 {{ahead.most}}，并且后到。所以若照字面、针对整个运行来理解，“总是”是错的：一个反例就够了。',
        '说：但要公平：谁也没有卡住，一步的结论也没有被违反，因为那时两边已经在不同的点上。',
      ],
    },
    howOften: {
      title: '这种情况有多常见？',
      question: '罕见，还是常见？',
      sentence:
        '同样的做法，{{runs.count}} 个种子：{{n}} 个样本，{{d}} 个权重，没有噪声。有几次右边会在某一步更远？播放只显示其中一次，页面会全部运行。',
      after:
        '{{runs.count}} 次全部实测。卡在损失大于零处的：左边 {{runs.leftStuck}} 次，右边 {{runs.rightStuck}} 次；其余的完美拟合了数据，或仍在移动。',
      end: '右边在某一步更远：{{runs.count}} 次中有 {{runs.ahead}} 次（{{runs.aheadLow}} 至 {{runs.aheadHigh}}）。',
      notes: [
        '问：罕见，还是常见？请每个人写下一个数，再按播放。',
        '说：引擎刚刚跑了 {{runs.count}} 次：数据、植入的权重和起点每次重新抽取。其中 {{runs.ahead}} 次里右边在某一步更远。这个百分之九十五的区间只属于这一种做法。',
        '说：停在非完美拟合处的，左边有 {{runs.leftStuck}} 次，右边有 {{runs.rightStuck}} 次，其余的或已到达，或仍在移动。',
        '说：这种不对称才是论断的诚实版本：偶尔落后，从不卡住。前者是测得的，后者由凸性推出。',
      ],
    },
    noiseOutside: {
      title: 'ReLU 之后的噪声',
      question: '现在谁最后离星标更近？',
      sentence: '每个标签在 ReLU 之后加上大小为 {{noise}} 的误差：有些标签成了负数。先说谁最后更近，再播放。',
      after:
        '并非偶然：{{runs.count}} 组数据中，右边最后不更远的只占 {{runs.notFartherShare}}（区间 {{runs.notFartherLow}} 至 {{runs.notFartherHigh}}）。小圈是各自的最低点。',
      end: '左边离星标 {{left.distance}}，右边 {{right.distance}}：左边更近。',
      notes: [
        '问：谁最后更近？先举手，再按播放。这次运行里谁也没有卡住。',
        '说：区间是百分之九十五的 Wilson 区间。{{runs.count}} 组数据的距离中位数，左边是 {{runs.leftMedian}}，右边是 {{runs.rightMedian}}。',
        '说：ReLU 永远输出不了负数。样本未激活时，平方损失对负标签无动于衷，松弛却继续被它拉着走。',
        '说：连一步的结论也可能失效：网格上有 {{pull.negative}} 的地方 Δ 为负。这些都是对这一类数据测得的，不是对一切噪声的断言。',
      ],
    },
    noiseInside: {
      title: 'ReLU 之前的噪声',
      question: '同样的噪声移到里面，会怎样？',
      sentence: '样本、误差、起点都不变，只是误差加在 ReLU 之前，标签不再为负。现在谁最后更近？',
      after:
        '现在 {{runs.count}} 组数据中，右边最后不更远的占 {{runs.notFartherShare}}（区间 {{runs.notFartherLow}} 至 {{runs.notFartherHigh}}）。小圈是各自的最低点。',
      end: '左边离星标 {{left.distance}}，右边 {{right.distance}}：现在右边更近。',
      notes: [
        '做：按播放。只是噪声的位置变了，标签不再为负。',
        '说：{{runs.count}} 组数据的距离中位数，左边是 {{runs.leftMedian}}，右边是 {{runs.rightMedian}}。',
        '问：噪声会不会损害松弛？回答是反问一句：哪一种噪声？',
        '说：输出端的测量误差在 ReLU 之外，输入端的扰动在里面。谁最后更近取决于噪声的模型，而这是我们测得的。不要把中位数的微小差别说成定理。',
      ],
    },
    fewSamples: {
      title: '样本太少：完美，却在别处',
      question: '损失为零，就是到了星标吗？',
      sentence:
        '只有 {{n}} 个样本，{{d}} 个权重，没有噪声。有一边的损失会降到零（只差舍入误差）。会是哪一边？它会停在哪里？',
      after:
        '虚线上的每一点都完美拟合全部 {{n}} 个样本。星标是其中一点，右边在另一点：它的损失是 {{right.loss}}。',
      end: '右边：完美的拟合，离星标却有 {{right.distance}}。左边：已死亡，损失 {{left.loss|distance}}。',
      notes: [
        '说：在星标处大约只有一半样本被激活，也只有它们能确定权重：{{n}} 个样本对 {{d}} 个权重来说太少了。',
        '做：按播放。右边最后的损失是 {{right.loss}}，按引擎的判据就是零，却离星标 {{right.distance}}。左边停在 {{left.loss|distance}}。',
        '说：“保持全局极小点的位置”要按集合来理解：g 的零点就是 f 的零点（已证明）。在这里它们是穿过星标的一条线。',
        '说：样本的抽取关于原点对称时，零点只有星标的概率恰为二分之一，是在 n 比 d 的两倍少一时（已证明）。',
      ],
    },
    survives: {
      title: '还剩下什么',
      question: '那么，还能断言什么？',
      sentence:
        '没有噪声，{{crowd.count}} 个起点。每一步都更近，先到星标，还是从不卡住？这三句话，哪一句可以用来断言右边？',
      after:
        '从不卡住：对任何起点和安全的步长都已证明，因为 g 是凸的，且只在 f 为零处为零。另外两句都已见过反例。左边在星标的有 {{crowd.count}} 个中的 {{crowd.left}} 个。',
      end: '从不卡住。右边：{{crowd.right}} 个全在星标。左边：{{crowd.left}} 个。',
      notes: [
        '说：无噪声时已证明的：g 是凸的，且恰在 f 为零处为零，所以步长小于 L 分之二的下降不会卡住；从同一点出发的一步，在一阶意义下至少同样靠近星标。',
        '说：不花代价的：一步仍是同样的两次乘法。',
        '说：测得的：右边偶尔有几步落后；噪声在 ReLU 之后时，它往往停得更远；噪声在之前时，差不多一样近或更近。',
        '做：按播放。左边从 {{crowd.count}} 个起点中的 {{crowd.left}} 个到达，其余的都卡住；右边 {{crowd.right}} 个全都到达。',
        '问：你会怎样写下这个论断？它比“总是优于”小，但它是真的。',
      ],
    },
  },
};
