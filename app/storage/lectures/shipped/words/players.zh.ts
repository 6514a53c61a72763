import type { PLAYERS } from '../players.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof PLAYERS> = {
  title: '两个玩家，一个鞍点',
  scenes: {
    spiral: {
      title: '向外、绕圈还是向内',
      question: '向外旋、向内旋，还是绕圈？',
      sentence: '生成器 w 压低一个数 L，判别器 d 抬高它。右边的阻尼把 d 往零拉。两边各会走向哪里？',
      after:
        '第 {{step@mark}} 轮时，左边距{{mark:saddle}} {{left.distance@mark}}，每轮 × {{left.factor}}；右边 {{right.distance@mark}}，长远看每轮 × {{right.factor}}（已证明）。',
      end: '左边：向外旋，相距 {{left.distance@last}}。右边：到达{{mark:saddle}}。',
      notes: [
        '说：一个玩家压低一个数，另一个抬高同一个数。谁都得不到好处的点叫鞍点。在每条虚线上，有一个玩家感觉不到坡度。',
        '问：两边是同一个博弈，从同一点出发，只有阻尼不同。向外旋、向内旋还是绕圈？播放之前先表决。',
        '做：按播放。左边起初相距为一，到第 {{step@mark}} 轮已相距 {{left.distance@mark}}。再按播放：它离开了地图。',
        '说：其实不必播放。一轮就是一个矩阵，它的谱半径（{{left.factor}} 和 {{right.factor}}）在第一步之前就说出了结局。',
      ],
    },
    turns: {
      title: '轮流行动',
      question: '轮流行动有用吗？',
      sentence: '现在 d 先动，w 再用新的 d 作答。和之前一样，只有右边的 d 有阻尼。左边还会向外旋吗？',
      after:
        '{{step@mark}} 轮后，左边距{{mark:saddle}} {{left.distance@mark}}，仍在过起点的{{mark:ellipse}}上：永远绕圈（已证明）。右边已到达{{mark:saddle}}。',
      end: '左边：永远绕圈，相距 {{left.distance@last}}。右边：到达{{mark:saddle}}。',
      notes: [
        '问：上一个左边向外旋了出去。如果两个玩家轮流行动呢？向外、绕圈还是向内？',
        '做：按播放。左边绕着圈走，它的点画出同一个椭圆。',
        '说：轮流行动精确地保持一个二次型不变，它的等值线就是这个椭圆：既不到达，也不离开，永远绕圈。一轮的因子是 {{left.factor}}。',
        '说：旋转不等于发散。只看五十轮的图，分不清慢慢外旋和绕圈；证明可以。',
      ],
    },
    ahead: {
      title: '向前看一步',
      question: '向前看能代替阻尼吗？',
      sentence: '两边都没有阻尼。右边先试走一轮，再用试走处的梯度真正走一步（外梯度法）。这样够不够到达？',
      after:
        '能：第 {{step@mark}} 轮时，右边距{{mark:saddle}} {{right.distance@mark}}，每一轮都 × {{right.factor}}（已证明）。左边相距 {{left.distance@mark}}。',
      end: '能：右边相距 {{right.distance@last}}，还在靠近。左边：{{left.distance@last}}。',
      notes: [
        '说：左边就是第一幕的左边：没有阻尼，两个玩家同时动，距离越来越大。',
        '问：右边先向前看一轮，再用那里的梯度走这一步。只靠向前看，能代替阻尼吗？',
        '做：按播放。第 {{step@mark}} 轮时，右边离鞍点 {{right.distance@mark}}，左边 {{left.distance@mark}}。',
        '说：试走一轮要多算一次梯度。即使计算量相同，它仍然占优：第 {{step@25}} 轮时右边相距 {{right.distance@25}}。',
      ],
    },
    cone: {
      title: '一种宽度到不了的地方',
      question: '三列最近能到哪里？',
      sentence:
        '生成器用非负的权重混合{{mark:column|它的各列（箭头）}}，均值 g 总在着色的锥里。星是真实均值 x。g 最近能到多近？',
      after:
        '第 {{step@mark}} 轮时，左边距离的平方（均方误差）为 {{left.loss@mark|distance}}，永远不低于 {{left.floor|distance}}（已证明）：虚线把它的各列与星隔开。右边为 {{right.loss@mark|distance}}。',
      end: '左边：均方误差永远不低于 {{left.floor|distance}}（已证明）。右边：到达均值。',
      notes: [
        '说：判别器是线性的，只看得见样本的均值。生成器用非负的权重混合各列：这就是着色的锥。右边有 {{width.right}} 列。',
        '问：左边的星在锥外。锥里离它最近的点在哪里？从那里看，星在哪个方向？',
        '做：按播放。判别器 d 转向那个方向 d*。',
        '说：方向 d* 就是证书：没有一列指向它那一侧，星却在那一侧。所以不论步长如何，均方误差都不会低于 {{left.floor}}。',
        '说：这个博弈只匹配均值，别无其他。生成的样本云可能和数据很不一样。',
      ],
    },
    signs: {
      title: '两个权重的地图',
      question: '两列最近能到哪里？',
      sentence:
        '左边：均值 g 是 |w₁| + |w₂| 的一半。右边：|w₁| − |w₂| 的一半。真实均值是 {{mean}}。两边最低处的均方误差（距离的平方）各是多少？',
      after:
        '第 {{step@mark}} 轮时，左边的均方误差为 {{left.loss@mark|distance}}：它的 g 永远非负，所以{{mark:floor}}是 {{left.floor|distance}}，在原点（已证明）。右边为 {{right.loss@mark|distance}}，在谷中。',
      end: '左边：均方误差永远不低于 {{left.floor|distance}}（已证明）。右边：在谷中，趋于零。',
      notes: [
        '说：只有两个权重时，整个地形画得进一张地图：均方误差的一半，也就是对最好的判别器的博弈值。真实均值是 {{mean}}。',
        '问：左边两列都是正的。两个神经元最好能做到什么？',
        '做：按播放。左边被拉向原点：沉默是它最好的回答，剩下的就是下界 {{left.floor}}。',
        '说：右边两列正负都有，于是出现两条完美回答的谷，博弈会落进其中一条。',
        '做：按 G 放出两百个起点，看它们去哪里。',
      ],
    },
    width: {
      title: '能到不等于到了',
      question: '五个数需要多少列？',
      sentence:
        '真实均值有 {{mean.length}} 个数。随机的生成器要有多少列，才有超过一半的机会能匹配它？先猜再播放。',
      after:
        '从 {{width.half}} 列起，至少 {{width.halfShare}} 的随机生成器能匹配（精确）。{{width}} 列时有 {{left.reachable}}。左边这一个能，可第 {{step@mark}} 轮时均方误差仍为 {{left.loss@mark|distance}}。',
      end: '{{width.half}} 列。左边有 {{width}} 列，能匹配但很慢。右边：到达均值。',
      notes: [
        '问：从哪个宽度起，随机的生成器有超过一半的机会够得到 {{mean.length}} 个数的均值？多数人会说 {{mean.length}}。',
        '说：精确的答案是抛硬币：有多少列就抛多少次，至少出现 {{mean.length}} 次正面的机会。列数到数的个数的两倍（{{width.half}}）时，它超过一半。',
        '做：按播放。宽度 {{width}} 在这里够得到均值，可是到第 {{step@mark}} 轮，它的均方误差仍有 {{left.loss@mark|distance}}。宽度 {{width.right}} 早就到了，它的曲线从图的下边出去。',
        '说：在门槛附近，能匹配均值的组合很少，可能需要很大的权重。所以宽度先换来存在，再宽得多才换来速度。',
      ],
    },
    brake: {
      title: '很宽，但阻尼弱',
      question: '很宽，但阻尼弱：到得了吗？',
      sentence: '两边都有 {{width}} 列，绰绰有余。左边的阻尼只有右边的十分之一。光靠宽度，博弈就能到达吗？',
      after:
        '第 {{step@mark}} 轮时，左边的均方误差涨到 {{left.loss@mark|distance}}：它每步的推力 {{left.push@mark|distance}} 大过阻尼。右边已到达均值。',
      end: '不能：左边越走越远。右边：到达均值。',
      moment: '宽度让答案存在；玩家找不找得到它，由阻尼决定。',
      notes: [
        '问：这个生成器够得到任何均值，只是阻尼弱。它到得了吗？',
        '做：按播放，看左边的曲线：先下降，然后上升。',
        '说：推力就是 ησ²，即步长 η 乘以生成器导数的最大奇异值 σ 的平方。在鞍点附近，它小于阻尼，附近的运行就会进来；大于阻尼，就会离开（已证明）。',
        '说：宽度换来的是答案存在。玩家能不能找到它，要看动力学。',
      ],
    },
  },
};
