import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Parts of the first screen and the shipped lectures, by names in the build's manifest. */
const FIRST_PARTS = [
  /^index\.html$/,
  /^(?:features\/lecture|storage\/lectures)\//,
  /^problems\/[^/]+\/(?:view|(?:[\w-]+\/)?describe-.*)\.tsx?$/,
  /^features\/offline\/start-offline\.tsx$/,
  /^figure\/bind-print\.ts$/,
  /^problems\/[^/]+\/Idea\.tsx$/,
  /^problems\/planar\/(?:\w+\/)?(?:plane-zoom\.ts|(?:SampleHandles|GuessLayer|MapHandles|CrowdCount|CoordinatesPanel|PullLegend)\.tsx)$/,
  /^session\/picture\/crowd-follower\.ts$/,
  /^_arrow-marks-/,
  /^problems\/(?:card-words\.ts|kit\/curve\/CurvePanel\.tsx)$/,
  /^_runs-store-/,
  /^_describe-/,
  /^(?:ui\/notices\/NoticeList\.tsx|_NoticeList-)/,
];

/** Fonts of English, formulae and names. */
const FIRST_FONTS = /(?:inter|source-serif-4)-(?:latin|latin-ext|greek)-wght-normal-[^/]*\.woff2$/;

/** Files with constant names. */
const FIRST_FILES = ['index.html', 'icon.svg', 'manifest.webmanifest'];

/** Engine parts that lectures do not use; the manifest lacks these. */
const LATER_CALLS = /^assets\/(?:export|ensemble|update)-calls-/;

interface Part {
  readonly file: string;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}

/**
 * Returns a build's files that are stored at once (app/offline/): those of the first screen and the lectures. The rest follows when idle.
 */
export function firstFiles(folder: string, files: readonly string[]): ReadonlySet<string> {
  const parts: Record<string, Part> = JSON.parse(readFileSync(join(folder, '.vite/manifest.json'), 'utf8'));
  const first = new Set(FIRST_FILES);
  const take = (name: string) => {
    const { file, imports = [], css = [] } = parts[name]!;
    if (first.has(file)) return;
    first.add(file);
    // The page contains its own styles (scripts/build/shell.ts).
    for (const one of css) if (files.includes(one)) first.add(one);
    imports.forEach(take);
  };
  for (const part of FIRST_PARTS) {
    const names = Object.keys(parts).filter((name) => part.test(name));
    if (names.length === 0) throw new Error(`first files: the build has no part ${part.source}`);
    names.forEach(take);
  }
  const ofPage = new Set(Object.values(parts).flatMap(({ file, css = [] }) => [file, ...css]));
  for (const file of files) {
    const isOfEngine = file.endsWith('.js') && file.startsWith('assets/') && !ofPage.has(file);
    if (
      FIRST_FONTS.test(file) ||
      (isOfEngine && !LATER_CALLS.test(file) && !file.startsWith('assets/embed-'))
    )
      first.add(file);
  }
  return first;
}
