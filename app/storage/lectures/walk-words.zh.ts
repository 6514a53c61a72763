import type { Translated } from '../../i18n/messages.ts';
import type { words as english } from './walk-words.en.ts';

export const words: Translated<typeof english> = {
  'toast.firstScene': '这是第一个场景。',
  'toast.lastScene': '这是最后一个场景。',
  'toast.bookmark': '停在书签处。',
  'toast.noBookmark': '这个场景没有书签。',
  'present.bookmarkAt': ({ k }) => `书签在第 ${k} 步`,
  'guess.surface': ({ side }) =>
    `${side}：地图。方向键移动十字准线，回车键把对这一边终点的猜测放在那里，退格键撤销上一个。`,
};
