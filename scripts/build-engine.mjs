/**
 * `npm run build:engine`: builds engine/ as the package `twin-descent-engine` into dist-engine/: an ES module per source file, so that
 * bundlers take only what is imported and problems load on demand; declarations in one file; libraries as neighbouring files, so that
 * pages and notebooks can import index.js by address. docs/engine.md is its README.
 */

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { rollDeclarations } from './engine-types.mjs';
import { ensureWritable, runCommand } from './failure.mjs';
import { root } from './run-tool.mjs';

/** The engine's external imports: file, name, imported symbols. */
const LIBRARIES = [
  ['atan2', '@stdlib/math-base-special-atan2', 'default'],
  ['cos', '@stdlib/math-base-special-cos', 'default'],
  ['ln', '@stdlib/math-base-special-ln', 'default'],
  ['d3-dsv', 'd3-dsv', 'dsvFormat'],
  ['fflate', 'fflate', 'deflateSync, Inflate, strFromU8, strToU8'],
  ['js-base64', 'js-base64', 'fromUint8Array, toUint8Array'],
  ['sin', '@stdlib/math-base-special-sin', 'default'],
];

/** Omits comments that name local files. */
const PLAIN = { experimental: { attachDebugInfo: 'none' } };

/**
 * Builds the package into an emptied folder. Throws on a type error or a library missing above; first the system's error if the folder is
 * not writable.
 */
export async function buildEngine(outDir) {
  ensureWritable(outDir);
  // Libraries are found from below node_modules.
  const cache = join(root, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const work = mkdtempSync(join(cache, 'engine-'));
  try {
    const libraries = await bundleLibraries(join(work, 'entries'), join(work, 'libraries'));
    await bundleEngine(outDir, join(work, 'libraries'));
    await rollDeclarations(join(outDir, 'index.d.ts'));
    writeFileSync(join(outDir, 'package.json'), `${JSON.stringify(packageOf(), null, 2)}\n`);
    writeFileSync(join(outDir, 'LICENSE'), readFileSync(join(root, 'LICENSE')));
    writeFileSync(join(outDir, 'README.md'), readFileSync(join(root, 'docs/engine.md')));
    writeFileSync(join(outDir, 'vendor', 'LICENSES.txt'), licencesOf(libraries));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function packageOf() {
  const { version, license, engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return {
    name: 'twin-descent-engine',
    version,
    description:
      'One ReLU neuron or two layers beside their convex counterparts: losses, races, bounds; no DOM.',
    license,
    type: 'module',
    sideEffects: false,
    exports: { '.': { types: './index.d.ts', default: './index.js' }, './package.json': './package.json' },
    types: './index.d.ts',
    engines,
  };
}

/** Bundles each library into one ES module (@stdlib's are some ninety CommonJS files). Returns the folders of included packages. */
async function bundleLibraries(entriesDir, outDir) {
  mkdirSync(entriesDir);
  const entries = {};
  for (const [file, name, imported] of LIBRARIES) {
    entries[file] = join(entriesDir, `${file}.js`);
    writeFileSync(entries[file], `export { ${imported} } from '${name}';\n`);
  }
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      lib: { entry: entries, formats: ['es'] },
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      rolldownOptions: { ...PLAIN, output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
    },
  });
  const files = output
    .flatMap(({ moduleIds = [] }) => moduleIds)
    .filter((id) => existsSync(id) && !id.startsWith(entriesDir));
  return [...new Set(files.map(packageFolder))].sort();
}

function packageFolder(file) {
  let folder = dirname(file);
  while (!existsSync(join(folder, 'package.json')) || !readPackage(folder).version) folder = dirname(folder);
  return folder;
}

function readPackage(folder) {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}

async function bundleEngine(outDir, libraries) {
  const engine = join(root, 'engine');
  const [{ output }] = await build({
    root,
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    resolve: {
      alias: LIBRARIES.map(([file, name]) => ({
        find: new RegExp(`^${name}$`),
        replacement: join(libraries, `${file}.js`),
      })),
    },
    build: {
      lib: { entry: join(engine, 'index.ts'), formats: ['es'] },
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      minify: false,
      rolldownOptions: {
        ...PLAIN,
        output: {
          preserveModules: true,
          preserveModulesRoot: engine,
          entryFileNames: ({ facadeModuleId, name }) =>
            facadeModuleId?.startsWith(libraries)
              ? `vendor${facadeModuleId.slice(libraries.length)}`
              : `${name}.js`,
        },
      },
    },
  });
  const strays = output.filter(({ fileName }) => fileName.includes('node_modules'));
  if (strays.length > 0)
    throw new Error(`expected every library in LIBRARIES; got ${strays[0].fileName} besides`);
}

/** Returns all included licences, each text once below its packages. */
function licencesOf(folders) {
  const texts = new Map();
  for (const folder of folders) {
    const { name, version } = readPackage(folder);
    const read = (...names) => {
      const path = names.map((file) => join(folder, file)).find(existsSync);
      return path ? readFileSync(path, 'utf8').trim() : '';
    };
    const text = read('LICENSE', 'LICENSE.md', 'LICENSE.txt');
    if (text === '') throw new Error(`expected a licence of ${name}; got none`);
    const whole = [read('NOTICE'), text].filter(Boolean).join('\n\n');
    texts.set(whole, [...(texts.get(whole) ?? []), `${name} ${version}`]);
  }
  return `${[...texts].map(([text, names]) => `${names.join('\n')}\n\n${text}`).join(`\n\n${'-'.repeat(80)}\n\n`)}\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await runCommand('build:engine', async () => {
    await buildEngine(join(root, 'dist-engine'));
    console.log(`twin-descent-engine ${packageOf().version} is in dist-engine/.`);
  });
}
