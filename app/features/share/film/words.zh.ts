import { formatCount, formatFixed, formatNumberShort } from '../../../i18n/format.ts';
import { formatBytes } from '../../../i18n/format-bytes.ts';
import type { Translated } from '../../../i18n/messages.ts';
import type { FilmFormat, FilmTrouble } from './choice.ts';
import type { NoVideo } from './formats.ts';
import type { words as english } from './words.en.ts';

const FILM_FORMATS = { mp4: 'MP4', webm: 'WebM', gif: 'GIF' } as const;

const FILM_CODECS = { avc: 'H.264', vp9: 'VP9', vp8: 'VP8', av1: 'AV1' } as const;

const FILM_FIELDS = {
  width: '宽',
  height: '高',
  seconds: '秒数',
  stepsPerSecond: '每秒步数',
  holdFirst: '首帧停留',
  holdLast: '末帧停留',
  from: '从第几步',
  to: '到第几步',
} as const;

function filmTroubleOf(trouble: FilmTrouble): string {
  switch (trouble.field) {
    case 'width':
    case 'height':
      return `${FILM_FIELDS[trouble.field]}：应为 ${formatCount(trouble.limits.least)} 到 ${formatCount(trouble.limits.most)} 之间的偶数像素。`;
    case 'stepsPerSecond':
      return `每秒步数：应为 ${formatCount(trouble.limits.least)} 到 ${formatCount(trouble.limits.most)} 之间的整数。`;
    case 'seconds':
    case 'holdFirst':
    case 'holdLast':
      return `${FILM_FIELDS[trouble.field]}：应为 ${formatNumberShort(trouble.limits.least)} 到 ${formatCount(trouble.limits.most)} 秒。`;
    case 'from':
    case 'to':
      return `${FILM_FIELDS[trouble.field]}：应为 0 到 ${formatCount(trouble.most)} 之间的整数。`;
    case 'order':
      return '起始步在结束步之后。';
    case 'shape':
      return '高：影片的高不超过宽，三个面板才能并排。';
    case 'frames':
      return `共有 ${formatCount(trouble.frames)} 帧；一部影片最多 ${formatCount(trouble.most)} 帧。请减少秒数或每秒帧数，或增加每秒步数。`;
    case 'bytes':
      return `大约会有 ${formatBytes(trouble.bytes / 1000)}；内存里最多保留 ${formatBytes(trouble.most / 1000)}。请缩小尺寸或减少帧数。`;
  }
}

function noVideoOf({ why, formats }: { why: NoVideo; formats: readonly FilmFormat[] }): string {
  const remain = `可用的格式：${formats.map((format) => FILM_FORMATS[format]).join('、')}。`;
  switch (why) {
    case 'insecure':
      return `没有 MP4 和 WebM：只有通过 https 或从本机打开的页面，浏览器才允许编码视频。${remain}`;
    case 'no-webcodecs':
      return `没有 MP4 和 WebM：此浏览器没有 WebCodecs，页面无法编码视频。${remain}`;
    case 'no-code':
      return `没有 MP4 和 WebM：写这些文件的代码未能加载。${remain}`;
  }
}

export const words: Translated<typeof english> = {
  'share.film.waiting': '请稍候……',
  'share.film.intro': '把这场赛跑做成影片：由算出的每一步逐帧绘制，不是录屏，所以机器再慢也不会丢帧。',
  'share.film.format': '格式',
  'share.film.formatOf': ({ format, codec }) =>
    `${FILM_FORMATS[format]}${codec ? `（${FILM_CODECS[codec]}）` : ''}`,
  'share.film.noVideo': noVideoOf,
  'share.film.noCodec': ({ format }) =>
    format === 'mp4'
      ? '没有 MP4：此浏览器不能编码这个尺寸的 H.264。'
      : '没有 WebM：此浏览器不能编码这个尺寸的 VP9、VP8 或 AV1。',
  'share.film.size': '尺寸',
  'share.film.sizeOf': ({ width, height }) => `${width} × ${height}`,
  'share.film.custom': '自定',
  'share.film.width': FILM_FIELDS.width,
  'share.film.height': FILM_FIELDS.height,
  'share.film.rate': '每秒帧数',
  'share.film.gifRates': 'GIF 以百分之一秒计时：这些帧率它能准确表示。',
  'share.film.from': FILM_FIELDS.from,
  'share.film.to': FILM_FIELDS.to,
  'share.film.toEnd': '到赛跑结束',
  'share.film.seeking': '正在寻找赛跑的终点',
  'share.film.ended': ({ k }) => `到第 ${formatCount(k)} 步两边都已结束。`,
  'share.film.notEnded': ({ k }) => `到第 ${formatCount(k)} 步仍有一边在移动。`,
  'share.film.pace': '节奏',
  'share.film.pace.seconds': '总长（秒）',
  'share.film.pace.steps': '每秒步数',
  'share.film.seconds': FILM_FIELDS.seconds,
  'share.film.stepsPerSecond': FILM_FIELDS.stepsPerSecond,
  'share.film.holdFirst': '首帧停留（秒）',
  'share.film.holdLast': '末帧停留（秒）',
  'share.film.look': '外观',
  'share.film.caption': '附说明：设定、步数、参数、网址',
  'share.film.preview': ({ k }) => `预览：第 ${formatCount(k)} 步`,
  'share.film.will': ({ frames, pictures, seconds, width, height, bytes }) =>
    `${formatCount(frames)} 帧，${formatCount(pictures)} 个不同的步，${formatFixed(seconds, 1)} 秒，${width} × ${height}，大致 ${formatBytes(bytes / 1000)}。`,
  'share.film.first': ({ k, frontier }) =>
    `先计算第 ${formatCount(frontier + 1)} 到 ${formatCount(k)} 步；页面停在原来的步。`,
  'share.film.flat': '影片从上方显示地图，不用立体视图。',
  'share.film.trouble': filmTroubleOf,
  'share.film.make': '制作影片',
  'share.film.moment': '拍下这个亮点',
  'share.film.otherRun': '页面上现在是另一次运行。请重新打开这个场景，再来拍。',
  'share.film.momentFailed': '浏览器没能做出这部影片。“分享与导出”的“影片”一页有别的格式和尺寸。',
  'share.film.cancel': '取消',
  'toast.filmCancelled': '已取消制作影片：什么都没有保留。',
  'share.film.progress': '影片的完成进度',
  'share.film.phase.steps': ({ done, of }) => `正在计算第 ${formatCount(done)} 步，共 ${formatCount(of)} 步`,
  'share.film.phase.maps': '正在等待最精细的地图',
  'share.film.phase.frames': ({ done, of }) => `第 ${formatCount(done)} 帧，共 ${formatCount(of)} 帧`,
  'share.film.stay': '请保持这个标签页打开：关闭它就会取消制作。',
  'share.film.making': '正在制作影片。',
  'share.film.ready': ({ name, frames, seconds, bytes }) =>
    `完成：${name}，${formatCount(frames)} 帧，${formatFixed(seconds, 1)} 秒，${formatBytes(bytes / 1000)}。`,
  'share.film.save': ({ name }) => `保存 ${name}`,
  'share.film.saved': ({ name }) => `已保存：${name}`,
  'share.film.another': '再做一部',
  'share.film.result': ({ name }) => `影片 ${name}`,
  'share.film.lost': '期间这次运行被重新打开，或者它的引擎不在了：没有制作影片。',
  'share.film.tooLarge': ({ bytes }) =>
    `文件超过了 ${formatBytes(bytes / 1000)}，这是内存里最多保留的大小：没有制作影片。请缩小尺寸或减少帧数。`,
  'share.film.failed': ({ format }) =>
    `浏览器未能制作这个 ${FILM_FORMATS[format]}：请换一种格式或更小的尺寸。`,
};
