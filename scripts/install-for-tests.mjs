/**
 * Installs optional tools for tests: a lighter Chromium, two more browsers, the host of docs/deploy.md; for `npm run test:all`
 * (TEST_TIER=all) docs/sweep.md's schedulers and Jupyter. CI runs this (.ci/run). Without them, tests are skipped with a message.
 */
import { existsSync } from 'node:fs';
import { installPackages } from './machine/apt-get.mjs';
import { runsAll } from './tier.mjs';

const WANTED = [
  ['/usr/bin/chromium-headless-shell', 'chromium-headless-shell'],
  ['/usr/bin/firefox-esr', 'firefox-esr'],
  ['/usr/bin/WebKitWebDriver', 'webkit2gtk-driver'],
  ['/usr/bin/Xvfb', 'xvfb'],
  ['/usr/sbin/nginx', 'nginx-light'],
];

/** Also installed by docs/recipes.all.test.ts. */
const SCHEDULERS = [
  ['/usr/sbin/slurmctld', 'slurm-wlm'],
  ['/usr/bin/parallel', 'parallel'],
  ['/usr/bin/kubectl', 'kubernetes-client'],
];

/** Executes notebooks (engine/python/notebook.all.test.ts). */
const NOTEBOOKS = [
  ['/usr/lib/python3/dist-packages/nbconvert', 'python3-nbconvert'],
  ['/usr/lib/python3/dist-packages/ipykernel', 'python3-ipykernel'],
  ['/usr/lib/python3/dist-packages/matplotlib', 'python3-matplotlib'],
];

const wanted = runsAll ? [...WANTED, ...SCHEDULERS, ...NOTEBOOKS] : WANTED;

const missing = () => wanted.filter(([place]) => !existsSync(place)).map(([, name]) => name);
if (missing().length > 0 && !installPackages(missing()))
  console.log(`Not installed: ${missing().join(', ')}. The tests that need them are skipped.`);
