import { readFileSync } from 'node:fs';

/** Ascent, descent and mean letter width (at weights 400 and 600) of the page's fonts, in ems. */
const OWN = {
  sans: { above: 0.96875, below: 0.2412, widths: [0.47834, 0.48729] },
  serif: { above: 1.036, below: 0.335, widths: [0.47542, 0.48202] },
} as const;

/** System fonts with the mean letter width of each: kind, name, local names, widths at weights 400 and 600. */
const STAND_INS = [
  ['sans', 'Arial', ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'], [0.45025, 0.48193]],
  ['sans', 'Roboto', ['Roboto'], [0.44573, 0.45274]],
  ['sans', 'DejaVu', ['DejaVu Sans'], [0.51026, 0.5754]],
  ['serif', 'Georgia', ['Georgia', 'Gelasio'], [0.4453, 0.51703]],
  ['serif', 'Times', ['Times New Roman', 'Liberation Serif', 'Tinos'], [0.40794, 0.43157]],
  ['serif', 'Noto', ['Noto Serif'], [0.47953, 0.50857]],
  ['serif', 'DejaVu', ['DejaVu Serif'], [0.51803, 0.56953]],
] as const;

/** The package of each font, its family name for the page's text, and the property by which theme.css names it. */
const FONTS = {
  sans: { id: 'inter', family: 'Inter text', property: '--inter' },
  serif: { id: 'source-serif-4', family: 'Source Serif text', property: '--source' },
} as const;

type Kind = keyof typeof FONTS;
const KINDS = Object.keys(FONTS) as Kind[];

/** Returns the rules that load a font for the page's text, if the browser has it at once; `addressOf` maps a package's file to the build's. */
function textFaces(kind: Kind, addressOf: (file: string) => string): string {
  const { id, family } = FONTS[kind];
  const read = (name: string) =>
    JSON.parse(
      readFileSync(`${import.meta.dirname}/../../node_modules/@fontsource-variable/${id}/${name}`, 'utf8'),
    );
  const { min, max } = read('metadata.json').variable.wght;
  const ranges: Record<string, string> = read('unicode.json');
  return Object.entries(ranges)
    .map(
      ([subset, range]) =>
        `@font-face{font-family:'${family}';font-style:normal;font-display:optional;font-weight:${min} ${max};` +
        `src:url(${addressOf(`${id}-${subset}-wght-normal.woff2`)})format('woff2-variations');unicode-range:${range}}`,
    )
    .join('');
}

/** Returns rules for system fonts scaled to the size of the page's fonts. */
function standIns(): string[] {
  return STAND_INS.flatMap(([kind, name, fonts, widths]) =>
    widths.map((width, i) => {
      const { above, below, widths: own } = OWN[kind];
      const adjust = own[i]! / width;
      const percent = (share: number) => `${(100 * share).toFixed(2)}%`;
      const names = fonts.map((font) => `local('${font}${i === 0 ? '' : ' Bold'}')`);
      return (
        `@font-face{font-family:'${kind} as ${name}';font-weight:${i === 0 ? '100 500' : '501 900'};src:${names.join()};` +
        `size-adjust:${percent(adjust)};ascent-override:${percent(above / adjust)};descent-override:${percent(below / adjust)};line-gap-override:0%}`
      );
    }),
  );
}

/**
 * Returns styles with which text waits for no font and never reflows: a first visit keeps the system's fonts; later visits have the cached
 * ones from the start (app/shell/shell.ts). Canvases, where nothing reflows, take the page's fonts when they load.
 */
export function restfulFonts(addressOf: (file: string) => string): string {
  const lists = (own: boolean) =>
    KINDS.map((kind) => {
      const { property, family } = FONTS[kind];
      const others = STAND_INS.filter(([of]) => of === kind).map(([, name]) => `${kind} as ${name}`);
      return `${property}:${[...(own ? [family] : []), ...others].map((name) => `'${name}'`).join()}`;
    }).join(';');
  const faces = KINDS.map((kind) => textFaces(kind, addressOf)).join('');
  return `${faces}${standIns().join('')}:root{${lists(false)}}:root[data-letters]{${lists(true)}}`;
}
