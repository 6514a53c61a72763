import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { PROBLEM_IDS } from '../engine/catalog.ts';

const root = join(import.meta.dirname, '..');

/** Places that may name a problem. */
const MAY_NAME = [
  /^(engine|app)\/problems\/[^/]+\//,
  /^engine\/(catalog|problems\/cards|problems\/index)\.ts$/,
  /^app\/problems\/[^/]+$/,
  /^engine\/(fixtures|bench)\//,
  /^app\/storage\/lectures\/shipped\//,
  /words\.\w\w\.ts$/,
  /\.test\.tsx?$/,
];

/** A problem's id as a literal, or a check for one problem. */
const NAMES = new RegExp(`['"\`](${PROBLEM_IDS.join('|')})['"\`]|^\\s*(lift): |\\.network\\b`, 'm');

const files = ['app', 'engine', 'workers'].flatMap((layer) =>
  readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
    .map((name) => `${layer}/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name) && !MAY_NAME.some((pattern) => pattern.test(name))),
);

test('no file outside its own folders names a problem, or asks which one it is', () => {
  expect(files.filter((file) => NAMES.test(readFileSync(join(root, file), 'utf8')))).toEqual([]);
  expect(files.length).toBeGreaterThan(400);
});
