import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

type Versions = Readonly<Record<string, string>>;

interface Manifest {
  readonly dependencies: Versions;
  readonly devDependencies: Versions;
}

interface Lock {
  readonly lockfileVersion: number;
  readonly packages: Readonly<
    Record<string, { version?: string; integrity?: string; link?: boolean } & Manifest>
  >;
}

const read = <T>(name: string) =>
  JSON.parse(readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')) as T;
const manifest = read<Manifest>('package.json');
const lock = read<Lock>('package-lock.json');

/** Three numbers with an optional suffix; no range, tag, address or folder. */
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;

for (const kind of ['dependencies', 'devDependencies'] as const)
  test(`${kind} are pinned exactly, and the lockfile has these versions`, () => {
    const wanted = manifest[kind];
    expect(Object.keys(wanted).length).toBeGreaterThan(10);
    expect(Object.entries(wanted).filter(([, version]) => !EXACT.test(version))).toEqual([]);
    expect(lock.packages['']![kind]).toEqual(wanted);
    const locked = Object.keys(wanted).map((name) => [name, lock.packages[`node_modules/${name}`]?.version]);
    expect(Object.fromEntries(locked)).toEqual(wanted);
  });

test('every package of the lockfile is named by the hash of its contents', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
  expect(packages.length).toBeGreaterThan(200);
  expect(
    packages.filter(([, { integrity }]) => !integrity?.startsWith('sha512-')).map(([path]) => path),
  ).toEqual([]);
});
