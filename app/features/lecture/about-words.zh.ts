import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './about-words.en.ts';

export const words: Translated<typeof english> = {
  'lecture.about.hills': '下坡：小球为什么在一个地形里停住，在另一个里不会。中学生；不需要数学基础。',
  'lecture.about.stuck': '一个神经元：死区，以及没有死区的凸损失。大一；需要导数。',
  'lecture.about.always': '证明与反例：松弛什么时候更好。大二；需要先听上一讲。',
  'lecture.about.optimal': '两层网络：任何网络都越不过的下界。大三；需要凸问题和最小二乘。',
  'lecture.about.outputs': '多个输出：共享神经元与被遗忘的类别。大三；需要先听上一讲。',
  'lecture.about.players': '博弈：阻尼、轮流走与前瞻。大三；需要梯度下降和特征值。',
  'lecture.about.meetings': '联邦学习：本地步带来的偏差。大二；需要梯度下降。',
  'lecture.about.corners': '排列：精确惩罚为什么会设下陷阱。大二；需要梯度下降。',
  'lecture.about.price': '图像恢复：有证书的去噪器要付出什么。研究生；需要压缩映射的不动点。',
};
