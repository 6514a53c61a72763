import { formatCount, formatNumberShort } from '../i18n/format.ts';
import { english } from '../i18n/messages.ts';

export const words = english({
  'figure.view': 'The whole view',
  'figure.curves': 'Curves',

  'figure.captionTitle': ({ title, k }: { title: string; k: number }) => `${title}, step ${formatCount(k)}.`,
  'figure.captionProblem': ({ problem }: { problem: string }) => `Twin Descent, ${problem}`,
  'figure.captionParams': ({ params }: { params: readonly string[] }) => `${params.join('; ')}.`,
  'figure.captionParam': ({ name, value }: { name: string; value: string }) => `${name}: ${value}`,
  'figure.captionStep': ({ rule, step, c }: { rule: string; step: string; c: string }) =>
    `${rule}, step size ${step} (${c}/L)`,
  'figure.captionSide': ({ side, words }: { side: string; words: string }) => `${side}: ${words}`,
  'figure.captionBuild': ({ version, commit }: { version: string; commit: string }) =>
    `Made with Twin Descent ${version}${commit === '' ? '' : ` (${commit})`}:`,
  'figure.captionNoData': 'The data does not fit in the link, which leaves it out.',

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
  'figure.caption': 'Add a caption: parameters, verdict, link, build',
  'figure.preview': 'Preview',
  'figure.size': ({ width, height, mm }: { width: number; height: number; mm: string | null }) =>
    `${formatCount(width)} × ${formatCount(height)} px${mm === null ? '' : `, ${mm} mm`}`,
  'figure.solid': 'The 3-D view is made of pixels: an SVG holds it as an image.',
  'figure.raster': 'Coloured areas (basins, pull, residuals) are pixels: an SVG holds them as an image.',
  'figure.tall': 'Taller than a journal page: export panels one by one, or use double width.',
  'figure.fonts':
    'An SVG names its fonts (Inter, Source Serif 4) but does not include them; without them, viewers see Helvetica, Arial or Georgia. A PNG looks exactly as here.',
  'figure.download': ({ file }: { file: string }) => `Download ${file}`,
  'figure.copy': 'Copy image',
  'figure.print': 'Print / PDF',
  'figure.printNote': 'Prints the whole view on one page; choose “Save as PDF” for a file.',
  'figure.copied': 'The image is on the clipboard, as PNG.',
  'figure.noCopy': 'This browser doesn’t let the page copy images: download the PNG instead.',
  'figure.saved': ({ file }: { file: string }) => `Saved: ${file}`,
  'figure.longLink': 'The link is too long to print; the file holds it as its source.',
  'figure.longLinkOnPaper': 'The link is too long to print: “Share” has it.',
  'figure.failed': 'This browser couldn’t make a picture of that size.',
  'figure.waiting': 'The picture isn’t ready yet.',
});

declare module '../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
