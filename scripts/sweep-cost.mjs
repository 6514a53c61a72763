/** Measures one worker's processor time and bytes for a sweep of a million runs (d = 2, n = 20), as rows and counted. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const RUNS = 1_000_000;

const SPEC = {
  format: 'twin-descent-sweep',
  version: 1,
  link: '#v=1&problem=one-neuron&d=2&n=20',
  set: { runs: RUNS, limit: 1000 },
};

/** Module that prints the process's processor time at exit, in microseconds. */
const TELL_TIME = `data:text/javascript,${encodeURIComponent(
  `import { isMainThread } from 'node:worker_threads';
   if (isMainThread) process.on('exit', () => {
     const { user, system } = process.cpuUsage();
     process.stderr.write(String(user + system));
   });`,
)}`;

async function costOf(folder, args) {
  const script = fileURLToPath(new URL('sweep.mjs', import.meta.url));
  const child = spawn(process.execPath, ['--import', TELL_TIME, script, ...args], { cwd: folder });
  let bytes = 0;
  let said = '';
  child.stdout.on('data', (piece) => {
    bytes += piece.length;
  });
  child.stderr.on('data', (piece) => {
    said += piece;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`sweep ended with ${code}: ${said}`);
  return { seconds: Number(said) / 1e6, bytes };
}

export async function sweepRows() {
  const folder = mkdtempSync(join(tmpdir(), 'sweep-cost-'));
  try {
    writeFileSync(join(folder, 'sweep.json'), JSON.stringify(SPEC));
    const args = ['--spec', 'sweep.json', '--workers', '1'];
    // The first run may bundle.
    await costOf(folder, ['--help']);
    const listed = await costOf(folder, args);
    const counted = await costOf(folder, [...args, '--aggregate']);
    const row = (id, what, value, unit, detail = '') => ({
      id,
      what: `a million runs of d = 2, n = 20, at most 1,000 steps, by "npm run sweep": ${what}`,
      ...{ value, unit, target: null, speed: null, detail },
    });
    const billion = ({ seconds }) => `a billion: ${((seconds * 1000) / 3600).toFixed(1)} core-hours`;
    return [
      row('20a', 'processor time, rows', listed.seconds, 's', billion(listed)),
      row('20b', 'processor time, --aggregate', counted.seconds, 's', billion(counted)),
      row('20c', 'bytes, rows', listed.bytes, 'B', `${listed.bytes} bytes`),
      row('20d', 'bytes, --aggregate', counted.bytes, 'B', `${counted.bytes} bytes`),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
