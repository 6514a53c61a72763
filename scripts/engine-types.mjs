/** Bundles engine/index.ts's declarations into one file: `tsc` emits them, API Extractor joins them. */

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Extractor, ExtractorConfig } from '@microsoft/api-extractor';
import { root, runTool } from './run-tool.mjs';

const engine = join(root, 'engine');

/** Writes the package's declarations to `path`. Throws on a type error, or an exposed type that is not exported. */
export async function rollDeclarations(path) {
  const types = mkdtempSync(join(tmpdir(), 'twin-descent-types-'));
  try {
    await emitDeclarations(types);
    roll(types, path);
  } finally {
    rmSync(types, { recursive: true });
  }
}

async function emitDeclarations(types) {
  const project = join(types, 'tsconfig.json');
  const options = {
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: engine,
    outDir: types,
  };
  const files = [join(engine, 'index.ts')];
  writeFileSync(
    project,
    JSON.stringify({ extends: join(engine, 'tsconfig.json'), compilerOptions: options, files, include: [] }),
  );
  const ending = await runTool('tsc', ['-p', project]);
  if (ending) throw new Error(`The engine does not type-check: ${ending}.`);

  // API Extractor's compiler finds no declarations for `.ts` specifiers, which tsc keeps.
  for (const file of readdirSync(types, { recursive: true })) {
    if (!file.endsWith('.d.ts')) continue;
    const text = readFileSync(join(types, file), 'utf8');
    writeFileSync(join(types, file), text.replace(/((?:from |import\()["']\.[^"']*)\.ts(?=["'])/g, '$1.js'));
  }
}

function roll(types, path) {
  const entry = join(types, 'index.d.ts');
  const config = ExtractorConfig.prepare({
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
    configObject: {
      projectFolder: types,
      mainEntryPointFilePath: entry,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            target: 'ES2023',
            lib: ['ES2023'],
            module: 'ESNext',
            moduleResolution: 'bundler',
            strict: true,
            skipLibCheck: true,
            types: [],
          },
          files: [entry],
        },
      },
      apiReport: { enabled: false },
      docModel: { enabled: false },
      dtsRollup: { enabled: true, untrimmedFilePath: path },
      tsdocMetadata: { enabled: false },
      newlineKind: 'lf',
    },
  });
  const wrong = [];
  Extractor.invoke(config, {
    localBuild: true,
    messageCallback(message) {
      message.handled = true;
      // The list of cards is private: they are CATALOG's values.
      if (message.messageId === 'ae-forgotten-export' && message.text.includes('"CARDS"')) return;
      if (message.messageId === 'ae-forgotten-export' || message.category === 'Compiler')
        wrong.push(message.text);
    },
  });
  if (wrong.length > 0) throw new Error(`engine/index.ts: ${wrong.join('; ')}`);
}
