import { formatCount } from '../../i18n/format.ts';
import type { Translated } from '../../i18n/messages.ts';
import { MOST_CHARACTERS, MOST_KEYS, MOST_STEPS, PROTOCOL_VERSION } from './limits.ts';
import type { CommandTrouble } from './protocol.ts';
import type { words as english } from './words.en.ts';

function embedTroubleOf({ code, got, of }: CommandTrouble): string {
  switch (code) {
    case 'version':
      return `${of}：消息的版本应为 ${PROTOCOL_VERSION}；收到的是 ${got}。`;
    case 'step':
      return `step：n 应为 −${formatCount(MOST_STEPS)} 到 ${formatCount(MOST_STEPS)} 的整数；收到的是 ${got}。`;
    case 'values':
      return `set：values 应为对象，最多 ${MOST_KEYS} 个链接参数；收到的是 ${got}。`;
    case 'value':
      return `set：“${got}”应为文字、数、true、false、null 或数的列表；什么也没有改。`;
    case 'key':
      return `set：应为当前内容的参数；收到的是“${got}”，它会打开别的内容，请用 load 发送。什么也没有改。`;
    case 'fragment':
      return `load：fragment 应为链接文字，最多 ${formatCount(MOST_CHARACTERS)} 个字符；收到的是 ${got}。`;
  }
}

export const words: Translated<typeof english> = {
  'embed.open': '完整打开',
  'embed.openTitle': '在单独的页面里打开当前状态，带全部控件',
  'embed.trouble': embedTroubleOf,
  'embed.noParent': ({ got }: { got: string }) =>
    `parent：应为来源（origin），例如 https://example.org；收到的是“${got}”。因此不收发任何消息。`,
};
