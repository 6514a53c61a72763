import type { Plugin } from 'vite';

/**
 * Unused parts of libraries that the bundler keeps, because they are in a method, a table or a call at the top of a module: file, removed
 * text, replacement.
 */
const CUTS: readonly (readonly [file: string, found: RegExp, instead: string])[] = [
  // Typed arrays, with checks for browsers without them.
  ...['Float64Array', 'Uint32Array', 'Uint16Array', 'Uint8Array'].map(
    (name) =>
      [
        `@stdlib/array-${name.replace('Array', '').toLowerCase()}/lib/index.js`,
        /^var has\w+ArraySupport.*?^module\.exports = ctor;/ms,
        `module.exports = ${name};`,
      ] as const,
  ),
  // Colour names and three colour spaces: colours here are #rrggbb, mixed in RGB or Lab.
  ['d3-color/dist/d3-color.mjs', /^var named = \{.*?^\};/ms, 'var named = {};'],
  ['d3-color/dist/d3-color.mjs', /^define\(Hsl,.*?^\}\)\);/ms, ''],
  [
    'd3-color/dist/d3-color.mjs',
    /^ {6}: \(m = reHslPercent.*?hsla\(m\[1\], m\[2\] \/ 100, m\[3\] \/ 100, m\[4\]\).*?\n/ms,
    '',
  ],
  ['d3-color/dist/d3-color.mjs', /^ {2}formatHsl: color_formatHsl,\n/m, ''],
  ['d3-color/dist/d3-color.mjs', /^define\(Hcl,.*?^\}\)\);/ms, ''],
  ['d3-color/dist/d3-color.mjs', /^define\(Cubehelix,.*?^\}\)\);/ms, ''],
  // Unused values vanish if their creation is declared pure.
  [
    'd3-interpolate/dist/d3-interpolate.mjs',
    /(?<=^var [\w$]+ = )(?=\(function |\w+\(.*\);$)/gm,
    '/* @__PURE__ */ ',
  ],
  // Icon attributes of all frameworks, classes and context settings: an <svg> with shapes suffices.
  [
    'lucide-react/dist/esm/createLucideIcon.mjs',
    /^import \{ toLucideIconData.*^function createLucideIcon.*?^\}/ms,
    `const drawn = { xmlns: 'http://www.w3.org/2000/svg', viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', strokeWidth: 2, strokeLinecap: 'round', strokeLinejoin: 'round', 'aria-hidden': true };
function createLucideIcon({ node }) {
  const shapes = node.map(([tag, shape]) => createElement(tag, shape));
  return ({ size = 24, ...rest }) => createElement('svg', { ...drawn, width: size, height: size, ...rest }, shapes);
}`,
  ],
  // Tick labels (charts/number-label.ts has them) and non-numeric ranges.
  [
    'd3-scale/dist/d3-scale.mjs',
    /^ {2}scale\.tickFormat = function\(count, specifier\) \{\n {4}var d = domain.*?^ {2}\};/ms,
    '',
  ],
  ['d3-scale/dist/d3-scale.mjs', /^ {2}scale\.tickFormat = \(count, specifier\) => \{.*?^ {2}\};/ms, ''],
  ['d3-scale/dist/d3-scale.mjs', /(?<=interpolate\$1 = )interpolate,/, 'interpolateNumber,'],
];

/** Removes these parts. Throws if a library lacks one: the list must match its version. */
export function trim(): Plugin {
  return {
    name: 'trim',
    apply: 'build',
    transform(code, id) {
      const file = id.replaceAll('\\', '/').split('/node_modules/').pop()!;
      const cuts = CUTS.filter(([of]) => of === file);
      if (cuts.length === 0) return null;
      return cuts.reduce((text, [, found, instead]) => {
        if (!found.test(text)) throw new Error(`expected ${found} in ${file}; this version has no such text`);
        return text.replace(found, instead);
      }, code);
    },
  };
}

/** Removes error sentences from the worker's first part: it passes notices, which the page words. */
export function withoutSentences(): Plugin {
  return {
    name: 'without-sentences',
    apply: 'build',
    transform(code, id) {
      if (!id.replaceAll('\\', '/').endsWith('/engine/scenario/scenario-error.ts')) return null;
      const [imported, said] = [/^import .*describe-notice.*$/m, 'describeNotice(cause)'];
      if (!imported.test(code) || !code.includes(said)) throw new Error(`expected ${said} in ${id}`);
      return code.replace(imported, '').replace(said, 'cause.code');
    },
  };
}
