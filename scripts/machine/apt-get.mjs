import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Milliseconds before an unresponsive mirror is abandoned. */
const PATIENCE = 300_000;
/** Limits the wait for a hanging mirror, or for another apt-get. */
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
 * Installs Debian packages if this machine has apt-get and needs no password, and prints the progress. Skips packages missing from the
 * system's lists.
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
  // Older lists may do as well.
  aptGet(PATIENCE, 'update');
  const known = packages.filter(
    (name) => spawnSync('apt-cache', ['show', name], { stdio: 'ignore' }).status === 0,
  );
  const install = ['install', '-y', '--no-install-recommends'];
  // Time-limit only the download: a half-unpacked package would block the next one.
  return (
    aptGet(PATIENCE, ...install, '--download-only', ...known) &&
    aptGet(undefined, ...install, ...known) &&
    known.length === packages.length
  );
}
