import type { Phrase } from '../../engine/phrase.ts';

/*
 * Glossary, one word for one thing:
 *   non-convex loss 非凸损失          convex relaxation 凸松弛           blend 混合损失
 *   plant 星标（生成数据的权重）      planted model 植入模型             spurious minimum 伪极小点
 *   dead zone 死区                    saddle 鞍点                        valley 谷（极小点连成的线）
 *   kink 折点，kink line 折痕线       ridge saddle 脊上鞍点              crest 脊
 *   gradient descent 梯度下降         step 步（第 k 步），step size 步长 iterate 迭代点
 *   start 起点                        basin 吸引域                       pull 拉力
 *   neuron 神经元                     teacher 教师网络                   hidden layer 隐藏层
 *   convex program 凸规划             objective 目标函数                 lift 提升
 *   penalty 惩罚项                    regulariser 正则项                 activation pattern 激活模式
 *   certificate 证书                  proved lower bound 已证明的下界    gap 对偶间隙
 *   proved 已证明                     measured 实测                      seed 随机种子
 *   sample 样本                       feature 特征                       label 标签
 *   scenario 设定                     layer (of a map) 图层              lecture 讲座，scene 场景
 * Full-width punctuation; a space between Chinese and Latin letters or digits, none beside punctuation.
 */

/** Content of a table's column other than numbers. */
export const KINDS = { numbers: '数', text: '文字', dates: '日期或时间', index: '行号', empty: '空白' };

const FILE_KINDS = {
  zip: '工作簿（.xlsx、.ods）或 ZIP 文件',
  xls: '旧版 Excel 工作簿（.xls）',
  json: 'JSON',
};

/** Returns a part of a sentence: the expected value, or the reason why a row was refused. */
export function word(phrase: Phrase): string {
  if (typeof phrase === 'string') return phrase;
  switch (phrase.say) {
    case 'integer':
      return `${phrase.min} 到 ${phrase.max} 之间的整数${phrase.infinite ? '，或 inf' : ''}`;
    case 'number':
      return `${phrase.min} 到 ${phrase.max} 之间的数`;
    case 'range':
      return `${phrase.beside ? `${phrase.beside} 时` : ''} ${phrase.min} 到 ${phrase.max}${phrase.scales ? '（请把整个文件除以同一个数）' : ''}`.trim();
    case 'multiple':
      return `${phrase.of} 的倍数，至少 ${phrase.min}`;
    case 'flag':
      return '0 或 1';
    case 'numbers':
      return `最多 ${phrase.most} 个数，用逗号隔开`;
    case 'integers':
      return `最多 ${phrase.most} 个整数，用逗号隔开`;
    case 'letters':
      return `最多 ${phrase.most} 个字符（字母、数字、- _ .）`;
    case 'names':
      return `最多 ${phrase.most} 个名称，用逗号隔开`;
    case 'control-names':
      return '控件的名称，用逗号隔开';
    case 'some-of':
      return `以下名称中的若干个：${phrase.names}`;
    case 'one-of':
      return `以下名称之一：${phrase.names}`;
    case 'window':
      return 'x0,x1,y0,y1，其中 x0 < x1 且 y0 < y1';
    case 'simplex':
      return '和为 1 的非负数';
    case 'doubly-stochastic':
      return '各行、各列之和均为 1 的非负矩阵';
    case 'not-all-zero':
      return '不全为 0（或接近 0）的数';
    case 'empty':
      return '空行';
    case 'empty-cell':
      return `“${phrase.column}”列为空`;
    case 'bad-cell':
      return `“${phrase.column}”列的“${phrase.cell}”不是数`;
    case 'cells':
      return `单元格个数不对：应有 ${phrase.expected} 个，实有 ${phrase.got} 个`;
    case 'endless':
      return `超过 ${phrase.most} 个字符：是否有引号没有闭合？`;
    case 'reading':
      return `${phrase.as}，而不是 ${phrase.not}`;
    case 'columns':
      return `两个或更多列的编号（1 到 ${phrase.most}），标签在最后`;
    case 'column-kind':
      return KINDS[phrase.kind];
    case 'file-kind':
      return FILE_KINDS[phrase.kind];
    case 'no-text':
      return '空文本';
    case 'header-alone':
      return '只有表头';
    case 'shape':
      return `${phrase.rows} 行，每行 ${phrase.columns} 个数`;
    case 'refusals':
      return `${phrase.count} 行不可用（第 ${phrase.line} 行：${word(phrase.reason)}）`;
  }
}
