import type { Plugin } from 'vite';

/** Fonts for browsers too old for the page. */
const OLDER = /,\s*url\([^)]*\.(?:woff|ttf)\)\s*format\((["'])(?:woff|truetype)\1\)/g;

/** Keeps one file per font: all supported browsers read woff2. */
export function fonts(): Plugin {
  return {
    name: 'fonts',
    enforce: 'pre',
    transform(code, id) {
      return id.split('?')[0]!.endsWith('.css') ? code.replace(OLDER, '') : null;
    },
  };
}

/** Heights above and below the baseline, and mean letter widths at weights 400 and 600, in ems. */
const OWN = {
  sans: { above: 0.96875, below: 0.2412, widths: [0.47834, 0.48729] },
  serif: { above: 1.036, below: 0.335, widths: [0.47542, 0.48202] },
} as const;

/** System fonts by equal widths, and these widths. */
const STAND_INS = [
  ['sans', 'Arial', ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'], [0.45025, 0.48193]],
  ['sans', 'Roboto', ['Roboto'], [0.44573, 0.45274]],
  ['sans', 'DejaVu', ['DejaVu Sans'], [0.51026, 0.5754]],
  ['serif', 'Georgia', ['Georgia', 'Gelasio'], [0.4453, 0.51703]],
  ['serif', 'Times', ['Times New Roman', 'Liberation Serif', 'Tinos'], [0.40794, 0.43157]],
  ['serif', 'Noto', ['Noto Serif'], [0.47953, 0.50857]],
  ['serif', 'DejaVu', ['DejaVu Serif'], [0.51803, 0.56953]],
] as const;

/** Names in style sheets and canvases, in the page's text, and theme.css's property. */
const NAMES = {
  sans: { font: 'Inter Variable', text: 'Inter text', property: '--inter' },
  serif: { font: 'Source Serif 4 Variable', text: 'Source Serif text', property: '--source' },
} as const;

/** Rules that fetch a font. */
const FACES = /@font-face\s*\{[^}]*url\([^}]*\}/g;

/** Returns rules that fit system fonts to the page's widths and heights. */
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
 * Returns styles with which text waits for no font and never moves: a first visit keeps the stand-ins and fetches nothing else with the
 * script; cached fonts (app/shell/shell.ts) are used from the start. Canvases use fonts once loaded.
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
