import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './words.en.ts';

export const words: Translated<typeof english> = {
  'update.title': '新版本',
  'update.waiting': '新版本已经就绪。链接保留着当前的设定和步数，保存的内容都不会丢失。',
  'update.taken': '新版本已经启用。这个标签页继续使用旧版本，重新加载后才会更换。',
  'update.loses': '你的数据太长，放不进链接，浏览器也不保存它：之后需要重新打开它的文件。',
  'update.stayed': '新版本没有及时接替，本页照旧运行。可以再试一次，或关闭本页的所有标签页后重新打开。',
  'update.use': '现在使用',
  'update.later': '以后再说',
  'update.using': '正在切换到新版本……',
  'help.licences': '开源许可证',
};
