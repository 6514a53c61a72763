import { formatCount } from '../../../i18n/format.ts';
import type { Translated } from '../../../i18n/messages.ts';
import type { StorageTrouble } from '../../../storage/browser-store.ts';
import type { EntryProblem, FileProblem, RefusedEntry } from './saved-document.ts';
import type { SavedSaid } from './saved-scenarios.ts';
import type { words as english } from './words.en.ts';

const named = (title: string) => `《${title || '未命名'}》`;

function shelfTroubleOf(trouble: StorageTrouble): string {
  const lost = '保存的内容只在本页面打开期间保留。请导出要保留的内容。';
  return {
    missing: `这个浏览器不能存储任何内容。${lost}`,
    refused: `浏览器不允许本页面存储任何内容。${lost}`,
    blocked: `浏览器的存储没有回应；可能另一个标签页正在使用它。${lost}`,
    newer: `浏览器的存储来自本页面的更新版本。${lost}`,
    full: `浏览器的存储已满：最近的改动没有存下。${lost}`,
    broken: `浏览器的存储出错。${lost}`,
    unreadable: '有一项已保存的内容无法读取，暂不显示。它没有被删除。',
  }[trouble];
}

function savedFileProblemOf({ code, got }: FileProblem): string {
  switch (code) {
    case 'too-large':
      return `文件有 ${formatCount(Math.ceil(Number(got) / 1e6))} MB；最多读取 20 MB。`;
    case 'unreadable':
      return '文件无法读取：它被移动、改动或删除了。';
    case 'not-json':
      return `应为 JSON 格式的已存设定；得到的内容以“${got}”开头。`;
    case 'not-saved':
      return '应为本页面保存的设定（其 "format" 为 "twin-descent-saved"）；得到的是别的内容。';
    case 'newer-version':
      return `文件的版本是 ${got}；本页面读取版本 1。`;
    case 'too-many':
      return `文件有 ${formatCount(Number(got))} 个设定；最多保存 500 个。`;
  }
}

function entryProblemOf(problem: EntryProblem): string {
  switch (problem) {
    case 'not-an-entry':
      return '不是已存的设定';
    case 'no-name':
      return '没有名称';
    case 'name-too-long':
      return '的名称超过 120 个字符';
    case 'no-link':
      return '没有设定的链接（#v=1&problem=…）';
    case 'link-too-long':
      return '的链接超过 80,000 个字符';
    case 'newer-link':
      return '的链接来自本页面的更新版本';
  }
}

const refusalOf = ({ name, place, problem }: RefusedEntry) =>
  `未导入：${name === '' ? `第 ${formatCount(place)} 项` : `“${name}”`}${entryProblemOf(problem)}。`;

function savedSaidOf(message: SavedSaid): string {
  switch (message.what) {
    case 'saved':
      return `已保存“${message.name}”。${message.withoutData ? '你的数据太大，没有一起保存：打开它之前请先打开你的文件。' : ''}`;
    case 'deleted':
      return `已删除“${message.deleted.name}”。`;
    case 'restored':
      return `“${message.name}”已恢复。`;
    case 'renamed':
      return `已改名为“${message.name}”。`;
    case 'exported':
      return `${formatCount(message.count)} 个设定已写入 ${message.file}。`;
    case 'imported':
      return `已导入 ${formatCount(message.count)} 个设定。`;
    case 'refused':
      return savedFileProblemOf(message.problem);
    case 'too-many':
      return `最多保存 ${formatCount(message.most)} 个设定：请先导出并删除一些。`;
  }
}

export const words: Translated<typeof english> = {
  'saved.lead': '只保存在这个浏览器里；没有账户，没有服务器。要用在别处，请导出。',
  'saved.name': '名称',
  'saved.save': '保存当前设定',
  'saved.nameAt': ({ name, k }) => (k === 0 ? name : `${name}，第 ${formatCount(k)} 步`),
  'saved.list': '已保存的设定',
  'saved.none': '还没有保存任何设定。',
  'saved.open': ({ name }) => `打开“${name}”`,
  'saved.rename': '改名',
  'saved.renameOf': ({ name }) => `给“${name}”改名`,
  'saved.delete': '删除',
  'saved.deleteOf': ({ name }) => `删除“${name}”`,
  'saved.undo': '撤销',
  'saved.export': '全部导出',
  'saved.import': '导入',
  'saved.trouble': shelfTroubleOf,
  'saved.unsaved': ({ names }) => `没有存下：${names.map(named).join('、')}。`,
  'saved.takeAway': '下载为文件',
  'saved.said': savedSaidOf,
  'saved.refusal': refusalOf,
};
