import type { Translated } from '../../../i18n/messages.ts';
import type { words as english, ImageFacts, PixelFacts } from './words.en.ts';

const WAYS: Readonly<Record<PixelFacts['way'], (left: string) => string>> = {
  onto: () => 'c = 1 时正好落在直线上。',
  short: (left) => `c < 1 时到不了直线：残差还剩原来的 ${left} 倍。`,
  past: (left) => `c > 1 时越过直线：残差变为原来的 ${left} 倍。`,
  away: (left) => `c > 2 时比出发时离直线更远：残差变为原来的 ${left} 倍。`,
};

const NAMES: Readonly<Record<ImageFacts['denoiser'], string>> = {
  net: '无约束网络',
  ridge: 'ridge 去噪器',
  handmade: 'Haar 收缩',
};

const within = (radius: string) => radius && `已证明：唯一的不动点离它不超过 ${radius}。`;

export const words: Translated<typeof english> = {
  'explain.topic.dnRound': '一轮',
  'explain.topic.dnProx': '什么是近端映射',
  'explain.topic.dnBest': '最优的去噪器',
  'explain.topic.dnLandscape': '一轮在什么函数上下降',
  'explain.topic.dnCap': '限斜率的去噪器',
  'explain.topic.dnHull': '斜率上限为 1：介于两者之间',
  'explain.topic.dnRule': '步长规则',
  'explain.topic.dnWhy': '为什么非扩张且平均就够了',
  'explain.topic.dnDisc': '斜率上限小于 1：已证明的圆盘',
  'explain.topic.dnRests': '全部不动点',
  'explain.topic.dnPrice': '保证换来了什么',
  'explain.topic.dnAlone': '去噪器独自起作用的地方',
  'explain.topic.dnDenoisers': '这些去噪器',
  'explain.topic.dnFirm': '证书第 1、2 步：去噪器',
  'explain.topic.dnRate': '证书第 3 步：一轮',
  'explain.topic.dnWitness': '左边：一个反例',
  'explain.topic.dnClean': '第三条曲线 CLEAN',
  'explain.topic.dnWho': '哪一边更接近真值？',
  'explain.topic.dnExamples': '各个例子的数字',
  'explain.topic.dnPapers': '论文怎么说',

  'explain.say.dnRoundPixels':
    '两个像素，一次测量，没有噪声。一轮先在 f 上走一个梯度步，朝直线 Φx = y 靠近，然后对每个像素用去噪器 D。前向后向分裂在 D 的位置上用的是近端映射；换成去噪器，就叫即插即用。',
  'explain.say.dnRoundImage':
    '对一片 32 × 32 像素的天空，只测量少数频率（m = 1 的那些），得到可见度 Y。一轮先朝数据走一个梯度步，然后用去噪器 D。前向后向分裂在 D 的位置上用的是近端映射；换成去噪器，就叫即插即用。',
  'explain.say.dnSides':
    '左边：D 不受约束。右边：D 是非扩张的，任何两个输入经过它之后都不会离得更远。两边的起点、步长和数据都相同。',
  'explain.say.dnSidesBroken':
    '左边：D 不受约束。右边：它的权重不满足证书的一个条件，所以关于 D 什么也没有证明。两边的起点、步长和数据都相同。',
  'explain.say.dnStrength':
    '强度 t 决定去掉多少：针对噪声 0.05 的 D 作用在 z/t 上，也就是针对 0.05 t 的噪声。最后把小于 0 的像素设为 0。',
  'explain.say.dnStrengthSigned':
    '强度 t 决定去掉多少：针对噪声 0.05 的 D 作用在 z/t 上，也就是针对 0.05 t 的噪声。这里允许像素小于 0。',
  'explain.say.dnSimple':
    '这里作了简化：可见度在网格上，没有 w 项，测量了零频率，噪声是白噪声，只有 32 × 32 像素。这是一个玩具模型。',
  'explain.say.dnProx':
    '近端映射权衡两个目标：h(u) 要小，u 又要离 z 近。把 h 看作对不太可能出现的图像的惩罚，映射就走到附近一幅更可能出现的图像：这就是去噪。',
  'explain.say.dnProxConvex':
    '若 h 是凸的，这个映射是固定非扩张的。这比非扩张略强：它也不会把任何差向量转过直角或更大的角。',
  'explain.say.dnBest':
    '一个像素或近于 0，或近于 1，看到时带有噪声 σ。没有哪个去噪器的均方误差小于给定 z 时 x 的均值。完美训练的网络算出的就是这个均值。',
  'explain.say.dnThreshold':
    'D 在 ½ 处最陡：那里稍亮一点，多半为 0 就变成多半为 1。M 是那里的斜率。所以，当且仅当峰宽与噪声合起来足够大时，最优的去噪器才是非扩张的。',
  'explain.say.dnIsProx':
    '不论 M 多大，D 都是某个函数 h 的近端映射，h 有闭式；p 是 z 的密度。下面限斜率的 D 同样有自己的 h。当且仅当 D 的斜率都不超过 1 时，h 是凸的。',
  'explain.say.dnLandscape':
    '所以两边各有一个地形 F，不动点就是 F 平坦之处。左边：当且仅当 M > 1 时 F 非凸，因为沿直线 Φx = 常数 只有 h 弯曲。右边：F 是凸的。',
  'explain.say.dnOfC': 'F 中含有 c，因为步长缩放的是 f 而不是 h：换一个步长就是另一个地形。',
  'explain.say.dnCap':
    '右边用的是斜率都在 0 与 κ 之间的去噪器中均方误差最小的一个。在 ½ 附近它是斜率为 κ 的直线，直到 z_κ，即不受约束的 D 与这条直线相交之处。',
  'explain.say.dnCapIdle': '这里 κ 不小于 M：限制不起作用，两边相同。',
  'explain.say.dnCapWhy':
    '为什么：由对称性，可以让它经过 (½, ½)，所以在 ½ 右边它不能高于这条直线。D 在 z_κ 之前高于直线，之后比 κ 平缓。在每个 z 处，两者中较低的一个是允许的，而且离 D 最近。',
  'explain.say.dnHull':
    'κ = 1 < M 时，去噪器在一个方框内什么也不改变。那里 h 为 0，框外大于 0。“0 或 1”变成了“介于两者之间”，即它的凸包。',
  'explain.say.dnSegment':
    '若直线 Φx = y 与方框相交，不动点恰好是方框内的那一段直线：其中每一点都解释数据，h 对它们也没有偏好。',
  'explain.say.dnFromEverywhere':
    '0 < c < 2 时，每次运行都会停下（Krasnoselskii–Mann）。停在线段上的哪里，取决于起点。',
  'explain.say.dnRule':
    'M 是所用 D 的最大斜率，有限制时就是 κ。在界限以下，每一轮都使 F 下降，直到停下。所以没有循环，每次运行都会停下。',
  'explain.say.dnRuleWhy':
    '为什么：x⁺ 是 F 的一个模型的最小点，模型把 f 换成它在 x 处的切线，再加上距离平方的一半。模型的曲率至少为 1/M。切线至多漏掉 c 的曲率，而距离多出了 F 所没有的 1：剩下 1/M + 1 − c。',
  'explain.say.dnSharp': '这条规则是紧的。y = ½ 的单个像素停在 D 最陡之处，一轮把离它的小距离乘以 T′。',
  'explain.say.dnBorn':
    '刚过界限，就产生循环 x ⇄ 1 − x。σ = 0.2、s = 0.05 时，超出 0.001，两处相距 0.12；超出 0.01，相距 0.37。',
  'explain.say.dnSufficient':
    '超过界限，运行仍可能停下。在“界限之下”的左边，界限是 1.179。从 41 × 41 个起点出发，c = 1.15 时全部停下，c = 1.5 时也全部停下。',
  'explain.say.dnNotEnough': '仅有非扩张还不够：旋转保持所有距离不变，却永远停不下来。',
  'explain.say.dnAveraged':
    '固定非扩张的 D 是平均算子：它有一半是恒等映射。0 < c < 2 的梯度步也是，两者的复合也是。于是每次移动都使 x 更接近每一个不动点，接近的量由移动的大小决定。',
  'explain.say.dnAveragedPositive':
    '固定非扩张的 D 是平均算子：它有一半是恒等映射。max(0, ·) 和 0 < c < 2 的梯度步也是，三者的复合也是。于是每次移动都使 x 更接近每一个不动点，接近的量由移动的大小决定。',
  'explain.say.dnDieOut':
    '距离的平方不能小于 0，所以移动的平方之和有限，移动趋于 0。在有限维中，只要有不动点，运行就趋于其中一个（Krasnoselskii–Mann）。',
  'explain.say.dnContracts':
    'D 使任何两点的距离至多变为 κ 倍，梯度步至多把距离拉长到 max(1, |c − 1|) 倍。左边用 M 代替 κ。',
  'explain.say.dnDisc':
    'q < 1 时只有一个不动点，每一步至多是上一步的 q 倍。以后各步加起来至多为 ρ。所以最后一步就说明不动点最多有多远，而不必知道它在哪里。',
  'explain.say.dnNoDisc': '这里两边的 q 都不小于 1：没有已证明的圆盘。',
  'explain.say.dnRests':
    '这是关于 z₁ 和 z₂ 的两个方程。两者都有界，D 的斜率也有界。页面去掉不可能有解的方框，在其余方框中搜索：在舍入误差之内，这些就是全部。',
  'explain.say.dnUnmeasured':
    '有一个像素没有被测量：它停在 x = D(x) 之处，另一个单独求解。页面去掉不可能有解的方框，在其余方框中搜索：在舍入误差之内，这些就是全部。',
  'explain.say.dnKinds':
    'DT 的特征值都是实数。稳定：绝对值都小于 1。鞍点：有一个大于 1。翻转：有一个小于 −1，运行在它两侧来回跳。排斥：两个都大于 1。',
  'explain.say.dnDegree':
    '这个来自拓扑的检验对每个 c > 0 都成立，只要没有退化的不动点。所以它们的个数是奇数。单凭这个检验，漏掉一对是看不出来的。',
  'explain.say.dnSegmentOf.left': '这里左边的不动点是一条线段。',
  'explain.say.dnSegmentOf.right': '这里右边的不动点是一条线段。',
  'explain.say.dnThree':
    '有保证不等于是真值。在“三个极限”中，左边停在 (1.004, 0.002)、(0.902, 0.988) 或 (0.067, 1.011)，在 41 × 41 个起点中分别占 42%、35% 和 23%。它们离真值 (1, 0.15) 的距离为 0.15、0.84 和 1.27。右边总是停在 (0.703, 0.622)，距离 0.56。',
  'explain.say.dnCycle':
    '在“循环”中，左边有 28% 的起点停在 (1.007, 0.004)。其余的在 (0.017, 0.827) 与 (0.991, 1.019) 之间来回。右边只有一个不动点 (0.708, 0.625)，每个起点都通向它。',
  'explain.say.dnWide':
    '在“不需要限制”中，σ 为 0.5，M 为 0.990。最好的去噪器本身就是非扩张的，停在 (0.688, 0.656)：模糊了。上限为 1 时两边相同。',

  'explain.say.dnAlone':
    '在测量过的频率上，数据把 x̂ 拉向 Y；c = 1 时直接换成 Y。在其余频率上，梯度步什么也不做：D 独自起作用，一轮又一轮。',
  'explain.say.dnPilesUp':
    '若 D 每轮把那里的某个成分放大 5%，100 轮之后就是 130 倍。非扩张的 D 不会累积：c ≤ 2 时，任何两次运行都不会越离越远。',
  'explain.say.dnPiled':
    '在“先升后溃”中，100 轮之后左边的误差在未测量的频率上长度为 42.9，在测量过的频率上为 8.6；整个真值的长度是 2.12。右边是 1.20 和 0.41。',
  'explain.say.dnNet': '左边：三层带 ReLU 的 3 × 3 卷积找出噪声，再减去它。2,625 个权重都没有约束。',
  'explain.say.dnRidge':
    '右边：W 是 16 个 5 × 5 的滤波器，φ 对每个滤波器是一个递增函数，由 24 段直线组成。它有 784 个权重，用同一类干净与含噪的天空训练，W 和 φ 受到限制。',
  'explain.say.dnHandmade':
    '右边：Ψ 在三个尺度上取相邻像素的和与差（Haar），把差收缩 τ，再由 Ψᵀ 合成图像。做法仿照 SARA，但只用一个框架，而不是九个。它没有经过训练。',
  'explain.say.dnPsnr':
    '在训练没有见过的 24 片天空（种子 60000 至 60023；95% 区间向两侧各至多 0.5 dB）上，噪声为 0.05 时，平均 PSNR：去噪之前 26.05 dB，无约束网络 37.31，ridge 34.09，阈值 0.01 的 Haar 收缩 28.75（阈值 0.02 时 29.70）。',
  'explain.say.dnCost': '所以在这些天空上，保证的代价是去噪效果差 3.2 dB。',
  'explain.say.dnRecomputed': '这一切都由页面用它载入的权重重新计算，不依赖任何已存的标记。',
  'explain.say.dnGain':
    '第 1 步：W 是卷积，所以由各滤波器的傅里叶变换可得 WᵀW 的特征值。没有一个可以超过 1。',
  'explain.say.dnFirm':
    '第 2 步：φ 的斜率都在 [0, 1] 之内。所以 D′ 对称，介于 0 与 I 之间。于是 D 是固定非扩张的，又是凸函数的梯度，因而是某个凸函数的近端映射（Baillon–Haddad，Moreau）。',
  'explain.say.dnFirmHandmade':
    '这个框架保持一切长度，收缩的斜率在 0 与 1 之间。所以 D′ 对称，介于 0 与 I 之间：D 是固定非扩张的，又是某个凸函数的近端映射（Baillon–Haddad，Moreau）。',
  'explain.say.dnGrid':
    '这只对 32 × 32 成立。在 64 × 64 上最大增益是 0.9999947，但在 96 × 96 上是 1.000016，在 512 × 512 上是 1.000027：那时须先把 W 除以它的平方根。',
  'explain.say.dnBroken': '载入的权重不满足证书的要求。去噪器照样运行，但对它什么也没有证明。',
  'explain.say.dnBroken.gain': '最大增益超过 1。',
  'explain.say.dnBroken.least-slope': 'φ 有斜率小于 0。',
  'explain.say.dnBroken.most-slope': 'φ 有斜率超过 1。',
  'explain.say.dnRate':
    '第 3 步：一轮使任何两幅图像的距离至多变为 q 倍，q 就是收缩率。在测量过的频率上有数据步帮忙；在其余频率上，只能靠 D，靠 ε 和 G 留下的那一点：所以虽慢，但可靠。极限只有一个，每个起点都通向它。',
  'explain.say.dnRadius':
    '每一步至多是上一步的 q 倍，所以以后各步加起来至多为 ρ。最后一步就说明极限最多有多远，而不必知道极限。',
  'explain.say.dnLoose':
    '这个半径成立，但很松。在“永不停息”中，第 300 轮时它在右边是 0.00127，真实距离是 5.8 × 10⁻⁶。',
  'explain.say.dnRounding': '在每个预设中，舍入误差都小于 10⁻¹²。更小的量，这里什么也不断言。',
  'explain.say.dnNoRate.broken': '权重是这样时，对一轮什么也不知道：没有收缩率，也没有半径。',
  'explain.say.dnNoRate.long': '这里 c 太大：没有小于 1 的收缩率，什么也没有证明。',
  'explain.say.dnNoRate.flat':
    '这里 φ 有斜率为 0，或有增益为 0：D 是固定非扩张的，但由此得不出小于 1 的收缩率。',
  'explain.say.dnNoRate.handmade':
    '收缩会让一些图像原样不变，所以单凭它得不出收缩率和半径：只要有频率没有测量，极限就可能取决于起点。但是 0 < c < 2 时，从每个起点出发都会停下：一轮是平均算子，而且有不动点。这需要零频率，因为常数图像完全不被收缩。',
  'explain.say.dnNoRate.zero': '这里没有测量零频率。收缩有不动点的证明需要它。',
  'explain.say.dnZeroAlone': '这里只测量了零频率：每一边都走到自己的去噪器所引向的地方。',
  'explain.say.dnWitness':
    '关于左边，什么也没有证明。要否定它，一个反例就够了：比值只要有一次大于 1，就证明它的 D 不是非扩张的。比值小于 1 则什么也不能证明。',
  'explain.say.dnWitnesses':
    '在“先升后溃”中，左边的比值在第 5 轮首次超过 1，最大为 1.103。在“自由的一边赢”中，300 轮内它都低于 0.99。右边的比值在每个预设中都低于 0.98。',
  'explain.say.dnNoHarm':
    '不是非扩张的 D，并不一定发散。在“两个起点，两幅图像”中，左边的比值在第 300 轮是 1.055，而它在第 842 轮停下。',
  'explain.say.dnClean':
    'b 是一个点在脏图中留下的图案。CLEAN 取残差 r 最亮的像素，在那里减去十分之一的这种图案，如此反复。显示的是减去的部分稍加模糊，再加上 r。',
  'explain.say.dnNotBetter': '证书说明运行会停下，以及极限最多有多远。它并不说明图像好不好。',
  'explain.say.dnSkies':
    '100 片天空（种子 301 至 400；95% 区间向两侧各至多 6.4 dB）上的中位数（dB），从零开始 200 轮，右边用 ridge：上表测量 15% 的频率，下表 30%。最后一列是左边领先的天空数。页面也可以在别的天空上做这样的统计。',
  'explain.say.dnAhead':
    '全部 1,600 次运行（种子 301 至 400，16 行；95% 区间）中，左边领先的占 30.7%（28.4 至 33.0%）：30%、c = 1、t = 1 时占 92%（85 至 96%），t = 0.25 时一次也没有。领先最多 9.2 dB。',
  'explain.say.dnFails':
    '其中有 32.4%（31.1 至 33.6%）（种子 301 至 400；95% 区间）左边低于 0 dB：这样的图像还不如没有。右边从不低于 1.7 dB。',
  'explain.say.dnStopped':
    '若左边停在它最好的一轮，1,600 次（种子 301 至 400；95% 区间）中会有 65.6%（62.7 至 68.6%）领先。但要知道是哪一轮，就得知道真值。',
  'explain.say.dnSlow':
    '1,600 次运行（种子 301 至 400；95% 区间）中，左边有 34.4%（32.9 至 35.8%）停下（最后一步小于 10⁻⁴），右边有 87.4%（85.3 至 89.4%）：c = 1 时 800 次全部停下，c = 1.98 时 800 次中有 598 次。右边其余的只是慢，并没有卡住。',
  'explain.say.dnBehind':
    '在每一行设置下（种子 301 至 400），Haar 收缩都落后于 ridge，天空的中位数相差 0.2 到 2.2 dB（95% 区间都大于 0，至多到 2.3）。',
  'explain.say.dnFalls':
    '在“先升后溃”中，左边在第 11 轮达到 6.77 dB，第 100 轮跌到 −26.3，第 266 轮超出 10⁶。右边不论从零还是从噪声开始都达到 4.49 dB，在第 124 轮停下。',
  'explain.say.dnTwo':
    '在“两个起点，两幅图像”中，300 轮之后左边从零开始是 −3.44 dB，从噪声开始是 −3.84，两者相距真值长度的 0.43 倍。右边从两处开始都是 2.92 dB。',
  'explain.say.dnLeftWins':
    '在“自由的一边赢”中，左边 300 轮之后从两个起点都是 17.95 dB。右边 8.40，Haar 收缩 7.76，CLEAN 4.32，脏图 3.29。',
  'explain.say.dnStrengths':
    '两边都取决于强度。在那片天空上，t = 0.25、0.5、1、2 时，左边是 4.29、12.81、17.95 和 5.16 dB，右边是 8.78、9.52、8.40 和 5.96。',
  'explain.say.dnDefault':
    '在“很大的步长”中，300 轮之后左边 12.37 dB，右边 5.24，Haar 收缩 2.96，CLEAN 3.52。',
  'explain.say.dnRestless':
    '在“永不停息”中，左边从不停下：最后它在 9.92 与 9.87 dB 的两幅图像之间来回，两者相距真值长度的一半。右边在第 434 轮停下，12.40 dB。',

  'explain.say.dnAiri':
    'AIRI 训练去噪器时，在损失中加入一个非扩张项，“以保证算法收敛”，再把它放进前向后向迭代。在模拟中，它的质量与 uSARA 相当，而且快得多。CLEAN 更快，质量较低（arXiv 2202.12959）。',
  'explain.say.dnCode':
    '步长是 1.98/L，起点是 0，D 的位置上用的是 s·D(x/s)（github.com/basp-group/AIRI）。uSARA 用八个小波基和像素本身（github.com/basp-group/uSARA）。',
  'explain.say.dnTraining':
    '在同一组的另一份训练代码中，损失对 2D − I 的雅可比矩阵的范数加惩罚，在抽取的图像处计算（github.com/basp-group/PnP-MMO-imaging，arXiv 2012.13247）。',
  'explain.say.dnOurs':
    '惩罚奖励非扩张，但对训练出来的权重什么也不证明。我们没有看过论文的权重：这里的去噪器都不是 AIRI 的，这里也没有说 AIRI 好不好。',
  'explain.say.dnXu':
    '使用均方误差最小的去噪器时，即插即用的前向后向迭代收敛到某个全局代价函数的驻点（arXiv 2005.07685）。',

  'explain.mark.dn.pixels.left': '左边所在之处',
  'explain.mark.dn.pixels.right': '右边所在之处',
  'explain.mark.dn.image.left': '左边的估计',
  'explain.mark.dn.image.right': '右边的估计',
  'explain.mark.dn.truth': '真值',
  'explain.mark.dn.line': '直线 Φx = y：所有能解释数据的点',
  'explain.mark.dn.rests': '一边的不动点',
  'explain.mark.dn.box': '右边的去噪器什么也不改变的方框',
  'explain.mark.dn.disc': '已证明的圆盘：不动点在其中',
  'explain.mark.dn.denoiser': '单个像素的去噪器，画成曲线',
  'explain.mark.dn.tangent': '右边所沿的直线，斜率为 κ',
  'explain.mark.dn.error': '估计减去真值',
  'explain.mark.dn.dirty': '脏图',
  'explain.mark.dn.measured': '可见度，其中标出了测量过的',
  'explain.mark.dn.clean': 'CLEAN 的曲线',
  'explain.mark.dn.ratio': 'D 的比值，与 1 相比',
  'explain.mark.dn.radius': '步长旁边已证明的半径',
  'explain.symbol.clean': 'CLEAN',
  'explain.symbol.ratio': '比值',
  'explain.tex.dnBeyond': '其余',
  'explain.tex.dnNoCycle': '没有循环',
  'explain.tex.dnNoise': '噪声',
  'explain.tex.dnOf': '/',
  'explain.tex.dnRatio': '比值',
  'explain.tex.dnAtFirst': '（开始时）',
  'explain.tex.dnLeft': '左边',
  'explain.tex.dnRight': '右边',
  'explain.tex.dnAhead': '领先',
  'explain.tex.dn.stable': '稳定：',
  'explain.tex.dn.saddle': '鞍点：',
  'explain.tex.dn.flipping': '翻转：',
  'explain.tex.dn.repelling': '排斥：',

  'explain.step.dn.pixels': '这是从所示状态开始的一轮。斜率是 D 在 z 处的，逐个像素给出。',
  'explain.step.dn.image':
    '这是从所示状态开始的一轮。长度是全部像素的平方和的平方根。信噪比需要真值；这一轮并不知道它。',
  'explain.step.dnX': 'x，一轮的起点',
  'explain.step.dnMiss': 'Φx − y',
  'explain.step.dnZ': 'z，梯度步之后',
  'explain.step.dnSlopes': 'D 在 z 处的斜率',
  'explain.step.dnNext': 'x⁺ = D(z)，一轮的终点',
  'explain.step.dnF': 'F(x)',
  'explain.step.dnNextF': 'F(x⁺)',
  'explain.step.dnSure': 'F 保证下降的量',
  'explain.step.dnRadius': '一轮之后已证明的半径',
  'explain.step.dnDataMove': '数据步的长度',
  'explain.step.dnDenoiserMove': '去噪器移动的长度',
  'explain.step.dnLifted': '设为 0 的像素',
  'explain.step.dnLiftMove': '这一移动的长度',
  'explain.step.dnMove': '‖x⁺ − x‖，整整一轮',
  'explain.step.dnRatio': '比值：与上一轮相比，D 的输出移动对输入移动',
  'explain.step.dnResidual': '‖Φx − y‖',
  'explain.step.dnNextResidual': '‖Φx⁺ − y‖',
  'explain.step.dnSnr': '信噪比（dB）',
  'explain.step.dnNextSnr': '一轮之后的信噪比',

  'explain.walk.dn.ended': '这一边已经结束：不再走下一轮。',
  'explain.walk.dn.forward': '状态',
  'explain.walk.dn.gradient': '梯度步',
  'explain.walk.dn.off': '去噪器',
  'explain.walk.dn.step': '下一个状态',
  'explain.walk.dn.pixels.forward': '所在之处',
  'explain.walk.dn.pixels.say.forward': ({ residual }) =>
    `Φx − y 为 ${residual}。一轮知道 x、Φ 和 y，不知道真值。`,
  'explain.walk.dn.pixels.gradient': '径直朝直线走',
  'explain.walk.dn.pixels.say.gradient': ({ way, left }) =>
    `f 的负梯度与直线 Φx = y 垂直。${WAYS[way](left)}`,
  'explain.walk.dn.pixels.off': '每个像素各自处理',
  'explain.walk.dn.pixels.say.off': ({ cap, stretches }) =>
    `D 对每个像素各自移动；图中先画一个，再画另一个。${
      cap
        ? `斜率都不超过 ${cap}：相邻的点不会被拉开。`
        : stretches
          ? '有的斜率大于 1：那里相邻的点会被拉开。'
          : '在 z 处斜率都不超过 1：附近相邻的点不会被拉开。'
    }`,
  'explain.walk.dn.pixels.step': '结果',
  'explain.walk.dn.pixels.say.step': ({ before, after, sure, radius }) =>
    `F 从 ${before} 到 ${after}。${
      sure ? `保证至少下降 ${sure}。` : 'c 不小于 1 + 1/M：没有任何保证。'
    }${within(radius)}`,
  'explain.walk.dn.image.forward': '估计',
  'explain.walk.dn.image.say.forward': ({ residual, snr }) =>
    `估计与可见度相差 ${residual}。${snr && `它的信噪比是 ${snr} dB；这一轮并不知道。`}`,
  'explain.walk.dn.image.gradient': '朝可见度走',
  'explain.walk.dn.image.say.gradient': ({ visibilities, others, onto, c, dataMove }) =>
    `${
      onto
        ? `c = 1 时，${visibilities} 个测量过的频率换成测量值。`
        : `在 ${visibilities} 个测量过的频率上，估计朝测量值走 c = ${c} 倍的距离。`
    }其余 ${others} 个保持不变。这一移动的长度：${dataMove}。`,
  'explain.walk.dn.image.off': '所有频率',
  'explain.walk.dn.image.say.off': ({ denoiser, strength, denoiserMove, ratio, stretches }) =>
    `这是 t·D(z/t)，t = ${strength}：${NAMES[denoiser]}。它把图像移动了 ${denoiserMove}，未测量的频率也在其中。${
      ratio &&
      `与上一轮相比它的输入移动了，输出移动的距离是输入的 ${ratio} 倍${stretches && '：大于 1，所以这个 D 不是非扩张的（已证明）'}。`
    }`,
  'explain.walk.dn.image.step': '像素都不小于 0',
  'explain.walk.dn.image.say.step': ({ positive, lifted, move, radius }) =>
    `${positive ? `小于 0 而被设为 0 的像素：${lifted} 个。` : '这里允许像素小于 0：x⁺ 就是 D 的结果。'}整整一轮把图像移动了 ${move}。${radius && `已证明：极限离它不超过 ${radius}。`}`,
  'explain.rows.dnPixel': '像素',
  'explain.row.dnX1': 'x₁',
  'explain.row.dnX2': 'x₂',
  'explain.row.dnF': 'F',
  'explain.row.dnLeast': '最暗的像素',
  'explain.row.dnMost': '最亮的像素',
  'explain.row.dnResidual': '‖Φx − y‖',
  'explain.row.dnSnr': '信噪比（dB）',
  'explain.column.dnX': 'x',
  'explain.column.dnZ': 'z',
  'explain.column.dnSlope': 'D 的斜率',
  'explain.column.dnD': 'D(z)',
};
