import type { PLAYERS } from '../players.ts';
import type { LectureWords } from '../shipped-lecture.ts';

export const words: LectureWords<keyof typeof PLAYERS> = {
  title: '两个玩家，一个鞍点',
  scenes: {
    spiral: {
      title: '向外、绕圈还是向内',
      question: '向外旋、绕圈还是到达？',
      sentence:
        '生成器 w 往低处走，判别器 d 往高处走，两者同时动。只有右边的 d 有阻尼。两边各会向外旋、向内旋还是循环？',
      after:
        '第 {{step@mark}} 轮时，左边相距 {{left.distance@mark}}，右边 {{right.distance@mark}}。长远看，每轮把距离分别乘以 {{left.factor}} 和 {{right.factor}}（已证明）。',
      end: '左边：向外旋，相距 {{left.distance@last}}。右边：向内旋，相距 {{right.distance@last}}。',
      notes: [
        '说：一个玩家压低一个数，另一个抬高同一个数。谁都得不到好处的点叫鞍点。',
        '问：两边是同一个博弈，从同一点出发，只有阻尼不同。向外旋、向内旋还是循环？播放之前先表决。',
        '做：按播放。左边起初相距为一，到第 {{step@mark}} 轮已相距 {{left.distance@mark}}。',
        '说：其实不必播放。一轮就是一个矩阵，它的谱半径（{{left.factor}} 和 {{right.factor}}）在第一步之前就说出了结局。',
      ],
    },
    turns: {
      title: '轮流行动',
      question: '轮流行动有用吗？',
      sentence: '现在 d 先动，w 再用新的 d 作答。其余不变：左边没有阻尼，右边有。这次左边会怎样？',
      after:
        '{{step@mark}} 轮后，左边相距 {{left.distance@mark}}，仍在它的椭圆上（已证明：因子 {{left.factor}}）。右边已到 {{right.distance@mark}}。',
      end: '有用，但不够：左边一直绕圈，相距 {{left.distance@last}}。',
      moment: '两个玩家轮流行动时，左边永远绕着同一个椭圆走。',
      notes: [
        '问：上一个左边向外旋了出去。如果两个玩家轮流行动呢？向外、绕圈还是向内？',
        '做：按播放。左边绕着圈走，它的点画出同一个椭圆。',
        '说：轮流行动精确地保持一个二次型不变，它的等值线就是这个椭圆：既不到达，也不离开，永远绕圈。',
        '说：旋转不等于发散。只看五十轮的图，分不清慢慢外旋和绕圈；证明可以。',
      ],
    },
    ahead: {
      title: '向前看一步',
      question: '向前看能代替阻尼吗？',
      sentence: '两边都没有阻尼。右边先试走一轮，再用试走处的梯度真正走一步（外梯度法）。这样够不够到达？',
      after:
        '第 {{step@mark}} 轮时，右边相距 {{right.distance@mark}}，每一轮都乘以 {{right.factor}}（已证明）。左边已经离开到 {{left.distance@mark}}。',
      end: '能：右边向内走，相距 {{right.distance@last}}。左边向外走。',
      notes: [
        '说：左边就是第一幕：没有阻尼，两个玩家同时动。',
        '问：右边先向前看一轮，再用那里的梯度走这一步。只靠向前看，能代替阻尼吗？',
        '做：按播放。第 {{step@mark}} 轮时，右边离鞍点 {{right.distance@mark}}，左边 {{left.distance@mark}}。',
        '说：试走一轮要多算一次梯度。把{{control:axis}}换成计算次数再看：即使按计算次数算，它仍然占优。',
      ],
    },
    cone: {
      title: '一种宽度到不了的地方',
      question: '哪个方向它永远够不着？',
      sentence:
        '现在生成器左边有 {{width}} 列，右边有 {{width.right}} 列。它的均值 g 可以是这些列的任意非负混合：着色的锥。星是真实均值。谁能到那里？',
      after:
        '第 {{step@mark}} 轮时左边的均方误差为 {{left.loss@mark}}；用这些列的生成器都不会低于 {{left.floor}}（已证明）。右边为 {{right.loss@mark}}。',
      end: '没有一列指向的那个方向：均方误差永远不低于 {{left.floor}}。',
      notes: [
        '说：判别器是线性的，只看得见样本的均值。生成器用非负的权重混合各列：这就是着色的锥。',
        '问：左边的星在锥外。判别器应当选哪个方向，才能让这种生成器永远都够不着？',
        '做：按播放。判别器转向那个方向。',
        '说：方向 d* 就是证书：没有一列指向它那一侧，星却在那一侧。所以不论步长如何，均方误差都不会低于 {{left.floor}}。',
        '说：这个博弈只匹配均值，别无其他。生成的样本云可能和数据很不一样。',
      ],
    },
    signs: {
      title: '两个权重的地图',
      question: '一种符号，还是两种？',
      sentence:
        '两个神经元，对每一对权重都取最好的判别器：这就成了地形。左边两列符号相同，右边一正一负。最低处在哪里？',
      after:
        '第 {{step@mark}} 轮时，左边的均方误差为 {{left.loss@mark}}，略高于原点处的下界 {{left.floor}}。右边为 {{right.loss@mark}}，在谷中。',
      end: '一正一负：均方误差 {{right.loss@last}}。同号：{{left.loss@last}}。',
      notes: [
        '说：只有两个权重时，整个地形画得进一张地图。真实均值是负的。',
        '问：左边两列都是正的。两个神经元最好能做到什么？',
        '做：按播放。左边被拉向原点：沉默是它最好的回答，剩下的就是下界 {{left.floor}}。',
        '说：右边两列正负都有，于是出现两条完美回答的谷，博弈会落进其中一条。',
        '做：按 G 放出两百个起点，看它们去哪里。',
      ],
    },
    width: {
      title: '能到不等于到了',
      question: '从哪个宽度起才行得通？',
      sentence:
        '均值有 {{mean.length}} 个数。随机的生成器要有多少列，均值才会有超过一半的机会落在它的锥里？先猜再播放。',
      after:
        '宽度 {{width}} 的随机生成器中有 {{left.reachable}} 能到（精确）。这一个能到，可第 {{step@mark}} 轮时均方误差仍为 {{left.loss@mark}}；宽度 {{width.right}}：{{right.loss@mark}}。',
      end: '宽度 {{width.right}}：均方误差 {{right.loss@last}}。宽度 {{width}}：{{left.loss@last}}。',
      notes: [
        '问：从哪个宽度起，随机的生成器有超过一半的机会够得到 {{mean.length}} 个数的均值？多数人会说 {{mean.length}}。',
        '说：精确的答案是抛硬币：有多少列就抛多少次，至少出现 {{mean.length}} 次正面的机会。列数到数的个数的两倍时，它超过一半。',
        '做：按播放。宽度 {{width}} 在这里够得到均值，可是到第 {{step@mark}} 轮，它的均方误差仍有 {{left.loss@mark}}。',
        '说：在门槛附近，能匹配均值的组合很少，可能需要很大的权重。所以宽度先换来存在，再宽得多才换来速度。',
      ],
    },
    brake: {
      title: '很宽，但阻尼弱',
      question: '很宽，但阻尼弱：到得了吗？',
      sentence: '两边都有 {{width}} 列，绰绰有余。左边的阻尼只有右边的十分之一。光靠宽度，博弈就能到达吗？',
      after:
        '第 {{step@mark}} 轮时，左边的均方误差为 {{left.loss@mark}}，ησ² = {{left.push@mark}}，大于它的阻尼。右边为 {{right.loss@mark}}。',
      end: '到不了：左边的均方误差涨到 {{left.loss@last}}，右边为 {{right.loss@last}}。',
      notes: [
        '问：这个生成器够得到任何均值，只是阻尼弱。它到得了吗？',
        '做：按播放，看左边的曲线：先下降，然后上升。',
        '说：在鞍点处起决定作用的是 ησ²，即步长乘以最大奇异值的平方。它小于阻尼，附近的运行就会进来；大于阻尼，就会离开（在鞍点附近已证明）。',
        '说：宽度换来的是答案存在。玩家能不能找到它，要看动力学。',
      ],
    },
  },
};
