/** `npm start [-- --port 5000]`: builds and serves the page until Ctrl+C. */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build, preview } from 'vite';
import { ensureFree, ensureWritable, sentenceOf } from './failure.mjs';
import { onStop } from './machine/on-stop.mjs';
import { root } from './run-tool.mjs';

const usualPort = 4173;
const given = readPort();
let server;

// Stopping is the regular end; Vite, which also handles SIGTERM, would report a failure.
process.exitCode = 0;
onStop(async () => {
  await server?.close();
  process.exit(0);
});
process.chdir(root);

try {
  // Fail before the build if a requested port is taken; the default may give way.
  if (given !== undefined) await ensureFree('localhost', given);
  ensureWritable(join(root, 'dist'));
  console.log('Building the page: this takes a moment.');
  await build({ logLevel: 'error' });
  server = await preview({
    logLevel: 'error',
    preview: { host: 'localhost', port: given ?? usualPort, strictPort: given !== undefined },
  });
  console.log(`Twin Descent runs at http://localhost:${server.httpServer.address().port}`);
  console.log('Press Ctrl+C to stop.');
} catch (error) {
  console.error(sentenceOf(error) ?? error.message);
  process.exit(1);
}

/** Returns the number after --port, or undefined; exits with code 2 if invalid. */
function readPort() {
  try {
    const { port } = parseArgs({ options: { port: { type: 'string' } } }).values;
    if (port === undefined) return undefined;
    if (/^\d+$/.test(port) && Number(port) >= 1 && Number(port) <= 65535) return Number(port);
    throw new Error(`--port needs a number from 1 to 65535, not "${port}".`);
  } catch (error) {
    console.error(error.message);
    process.exit(2);
  }
}
