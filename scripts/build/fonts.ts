import type { Plugin } from 'vite';

/** A font for browsers that are too old for the page anyway. */
const OLDER = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((["'])(?:woff|truetype)\1\)/g;

/** Leaves one file of each font: every browser that runs the page reads woff2. */
export function fonts(): Plugin {
  return {
    name: 'fonts',
    enforce: 'pre',
    transform(code, id) {
      return id.split('?')[0]!.endsWith('.css') ? code.replace(OLDER, '') : null;
    },
  };
}

/** Heights of the page's fonts above and below the line, and widths of a letter of the page, of weights 400 and 600, in ems. */
const OWN = {
  sans: { above: 0.96875, below: 0.2412, widths: [0.47834, 0.48729] },
  serif: { above: 1.036, below: 0.335, widths: [0.47542, 0.48202] },
} as const;

/** Fonts that systems have, each with those of the same widths, and those widths. */
const STAND_INS = [
  ['sans', 'Arial', ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'], [0.45025, 0.48193]],
  ['sans', 'Roboto', ['Roboto'], [0.44573, 0.45274]],
  ['sans', 'DejaVu', ['DejaVu Sans'], [0.51026, 0.5754]],
  ['serif', 'Georgia', ['Georgia', 'Gelasio'], [0.4453, 0.51703]],
  ['serif', 'Times', ['Times New Roman', 'Liberation Serif', 'Tinos'], [0.40794, 0.43157]],
  ['serif', 'Noto', ['Noto Serif'], [0.47953, 0.50857]],
  ['serif', 'DejaVu', ['DejaVu Serif'], [0.51803, 0.56953]],
] as const;

/** Names of the page's fonts in style sheets and canvases, and of the same in its text; the property that theme.css names them by. */
const NAMES = {
  sans: { font: 'Inter Variable', text: 'Inter text', property: '--inter' },
  serif: { font: 'Source Serif 4 Variable', text: 'Source Serif text', property: '--source' },
} as const;

/** The rules that fetch a font. */
const FACES = /@font-face\s*\{[^}]*url\([^}]*\}/g;

/** Fonts of the system, as wide and as high as those of the page. */
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
 * Styles with which the text of a page waits for no font and is never set anew: in a first visit it keeps the stand-ins, and nothing is
 * asked for beside the script; where the fonts are kept (app/shell/shell.ts) it has them from the start. Canvases, in which nothing moves,
 * take them when they come.
 */
export function restfulFonts(css: string): string {
  const faces = (css.match(FACES) ?? []).join('');
  const optional = Object.values(NAMES)
    .reduce((rules, { font, text }) => rules.replaceAll(font, text), faces)
    .replaceAll('font-display:swap', 'font-display:optional');
  const lists = (own: boolean) =>
    (['sans', 'serif'] as const)
      .map((kind) => {
        const { property, text } = NAMES[kind];
        const others = STAND_INS.filter(([of]) => of === kind).map(([, name]) => `${kind} as ${name}`);
        return `${property}:${[...(own ? [text] : []), ...others].map((name) => `'${name}'`).join()}`;
      })
      .join(';');
  return `${optional}${standIns().join('')}:root{${lists(false)}}:root[data-letters]{${lists(true)}}`;
}
