import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Milliseconds until an unresponsive mirror is abandoned. */
const PATIENCE = 300_000;
/** Limits waits for mirrors and other apt-gets. */
const OPTIONS = [
  '-q',
  '-o',
  'Acquire::http::Timeout=20',
  '-o',
  'Acquire::Retries=2',
  '-o',
  'DPkg::Lock::Timeout=60',
];

/**
 * Installs Debian packages if this machine has apt-get and needs no password; prints progress. Skips packages that the system's lists
 * lack.
 * @param {string[]} packages
 * @returns {boolean} whether all of them are there
 */
export function installPackages(packages) {
  if (!existsSync('/usr/bin/apt-get')) return false;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot && spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status !== 0) return false;

  const [command, ...prefix] = [...(isRoot ? [] : ['sudo', '-n']), 'env', 'DEBIAN_FRONTEND=noninteractive'];
  const aptGet = (timeout, ...args) =>
    spawnSync(command, [...prefix, 'apt-get', ...OPTIONS, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      timeout,
    }).status === 0;

  console.log(`Installing ${packages.join(', ')} by apt-get.`);
  // Older lists may suffice.
  aptGet(PATIENCE, 'update');
  const known = packages.filter(
    (name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0,
  );
  const install = ['install', '-y', '--no-install-recommends'];
  // Time-limit the download only: a half-unpacked package blocks the next.
  return (
    aptGet(PATIENCE, ...install, '--download-only', ...known) &&
    aptGet(undefined, ...install, ...known) &&
    known.length === packages.length
  );
}
