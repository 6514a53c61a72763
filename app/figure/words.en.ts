import { formatCount, formatNumberShort } from '../i18n/format.ts';
import { english } from '../i18n/messages.ts';

/** The English words of figures: what stands on them, and the page of the share dialog that makes them. */
export const words = english({
  'figure.view': 'The whole view',
  'figure.curves': 'Curves',

  'figure.captionTitle': ({ title, k }: { title: string; k: number }) => `${title}, step ${formatCount(k)}.`,
  'figure.captionProblem': ({ problem }: { problem: string }) => `Twin Descent, ${problem}`,
  'figure.captionParams': ({ params }: { params: readonly string[] }) => `${params.join('; ')}.`,
  'figure.captionParam': ({ name, value }: { name: string; value: string }) => `${name}: ${value}`,
  'figure.captionStep': ({ rule, step, c }: { rule: string; step: string; c: string }) =>
    `${rule}, step ${step} (${c}/L)`,
  'figure.captionSide': ({ side, words }: { side: string; words: string }) => `${side}: ${words}`,
  'figure.captionBuild': ({ version, commit }: { version: string; commit: string }) =>
    `Made with Twin Descent ${version}${commit === '' ? '' : ` (${commit})`}:`,
  'figure.captionNoData': 'The link leaves the data out: they do not fit.',

  'figure.part': 'Panel',
  'figure.format': 'Format',
  'figure.format.svg': 'SVG (vectors)',
  'figure.format.png': 'PNG (pixels)',
  'figure.scale': 'Resolution',
  'figure.scaleOf': ({ scale, dpi }: { scale: number; dpi: number }) =>
    `${scale}× (${formatNumberShort(dpi)} dpi)`,
  'figure.width': 'Width',
  'figure.width.column': 'column, 85 mm',
  'figure.width.double': 'double, 178 mm',
  'figure.width.screen': 'screen, 960 px',
  'figure.background': 'Background',
  'figure.background.white': 'white',
  'figure.background.transparent': 'transparent',
  'figure.caption': 'With its caption: parameters, verdict, link, build',
  'figure.preview': 'Preview',
  'figure.size': ({ width, height, mm }: { width: number; height: number; mm: string | null }) =>
    `${formatCount(width)} × ${formatCount(height)} px${mm === null ? '' : `, ${mm} mm`}`,
  'figure.solid': 'The blocks in space are pixels: an SVG holds them as an image.',
  'figure.raster':
    'Colours that stand for places (basins, pull, residuals) are pixels: an SVG holds them as an image.',
  'figure.tall': 'Taller than a journal’s page: take its panels one by one, or the double width.',
  'figure.fonts':
    'An SVG names its fonts (Inter, Source Serif 4) and does not carry them: who has not got them sees Helvetica, Arial or Georgia instead. A PNG has the letters you see.',
  'figure.download': ({ file }: { file: string }) => `Download ${file}`,
  'figure.copy': 'Copy image',
  'figure.print': 'Print / PDF',
  'figure.printNote': 'One page of the whole view; choose “Save as PDF” for a file.',
  'figure.copied': 'The image is on the clipboard, as PNG.',
  'figure.noCopy': 'This browser gives the page no clipboard for images: download the PNG instead.',
  'figure.saved': ({ file }: { file: string }) => `Saved: ${file}`,
  'figure.longLink': 'The link is too long to print: it is in the file, as its source.',
  'figure.longLinkOnPaper': 'The link is too long to print: “Share” has it.',
  'figure.failed': 'The picture could not be made: this browser gave the page no canvas of that size.',
  'figure.waiting': 'The picture is not there yet.',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
