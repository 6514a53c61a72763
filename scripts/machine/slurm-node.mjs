/** For docs/recipes.all.test.ts: Slurm on this machine, as the current user, in its own folder, on 127.0.0.1. */

import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { watch } from 'node:fs/promises';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from './free-port.mjs';

const MUNGE_SOCKET = 'munge.socket';
const mungeFlags = (folder) => [
  '--foreground',
  '--force',
  `--socket=${folder}/${MUNGE_SOCKET}`,
  ...['key', 'log', 'pid', 'seed'].map((name) => `--${name}-file=${folder}/munge.${name}`),
];

async function fileIn(folder, name, signal) {
  for await (const { filename } of watch(folder, { signal })) if (filename === name) return;
}

/** Writes the configuration. Tracks jobs by processes: containers may lack control groups. */
const confOf = (folder, { username }, controllerPort, nodePort) => `
ClusterName=recipes
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=${controllerPort}
SlurmdPort=${nodePort}
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
AuthType=auth/munge
AuthInfo=socket=${folder}/${MUNGE_SOCKET}
CredType=cred/munge
SlurmUser=${username}
SlurmdUser=${username}
StateSaveLocation=${folder}/state
SlurmdSpoolDir=${folder}/spool
SlurmctldPidFile=${folder}/slurmctld.pid
SlurmdPidFile=${folder}/slurmd.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
JobAcctGatherType=jobacct_gather/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SlurmdParameters=config_overrides
ReturnToService=2
NodeName=localhost NodeAddr=127.0.0.1 CPUs=4
PartitionName=main Nodes=localhost Default=YES
`;

/**
 * Starts the controller and a node with four processors, maybe not yet ready.
 * @param {string} folder is made; short, because of sockets within
 */
export async function startSlurmNode(folder) {
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name), { recursive: true });
  const ports = [await findFreePort(), await findFreePort()];
  writeFileSync(join(folder, 'slurm.conf'), confOf(folder, userInfo(), ...ports));
  writeFileSync(join(folder, 'cgroup.conf'), 'CgroupPlugin=disabled\n');
  writeFileSync(join(folder, 'munge.key'), randomBytes(128), { mode: 0o600 });
  const env = { PATH: `${process.env.PATH}:/usr/sbin:/sbin`, SLURM_CONF: join(folder, 'slurm.conf') };
  let said = '';
  const children = [];
  function start(name, args) {
    // No daemon outlives a hanging test for long.
    const [timeout, killSignal] = [900_000, 'SIGKILL'];
    const child = spawn(name, args, {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout,
      killSignal,
    });
    child.stderr.on('data', (text) => {
      said += text;
    });
    const ended = once(child, 'close').catch((error) => {
      said += `${error.message}\n`;
    });
    children.push({ child, ended });
    return ended;
  }
  const stopped = new AbortController();
  const vouched = fileIn(folder, MUNGE_SOCKET, stopped.signal).catch(() => undefined);
  await Promise.race([vouched, start('munged', mungeFlags(folder))]);
  stopped.abort();
  start('slurmctld', ['-D']);
  start('slurmd', ['-D', '-N', 'localhost']);
  const ask = async (command, ...args) => (await promisify(execFile)(command, args, { env })).stdout.trim();
  return {
    env: { SLURM_CONF: env.SLURM_CONF },
    /** Returns the node's state in Slurm's words, "idle" when ready; the error if nothing answers. */
    state: () => ask('sinfo', '-h', '-o', '%T').catch((error) => `${error.message}\n${said}`),
    said: () => said,
    async stop() {
      await ask('scancel', '--user', userInfo().username).catch(() => undefined);
      // Their state is not needed, and a daemon without its partner ends slowly.
      for (const { child } of children) child.kill('SIGKILL');
      await Promise.all(children.map(({ ended }) => ended));
    },
  };
}
