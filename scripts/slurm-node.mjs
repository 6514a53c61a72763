/** For docs/recipes.test.ts: Slurm on this machine alone, as the person that asks, in a folder of its own and on 127.0.0.1. */

import { execFile, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFreePort } from './free-port.mjs';

const DAEMONS = { slurmctld: ['-D'], slurmd: ['-D', '-N', 'localhost'] };

/** Neither control groups nor munge, which a container may not have: jobs are followed by their processes, messages signed by a key. */
const confOf = (folder, { username }, controllerPort, nodePort) => `
ClusterName=recipes
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort=${controllerPort}
SlurmdPort=${nodePort}
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
AuthType=auth/slurm
CredType=cred/slurm
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
 * Starts the controller and a node with four processors; both may still be on their way.
 * @param {string} folder is made; has to be short, for the sockets within
 */
export async function startSlurmNode(folder) {
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name), { recursive: true });
  const ports = [await findFreePort(), await findFreePort()];
  writeFileSync(join(folder, 'slurm.conf'), confOf(folder, userInfo(), ...ports));
  writeFileSync(join(folder, 'cgroup.conf'), 'CgroupPlugin=disabled\n');
  writeFileSync(join(folder, 'slurm.key'), randomBytes(32), { mode: 0o600 });
  const env = { PATH: `${process.env.PATH}:/usr/sbin:/sbin`, SLURM_CONF: join(folder, 'slurm.conf') };
  let said = '';
  const children = Object.entries(DAEMONS).map(([name, args]) => {
    const child = spawn(name, args, {
      cwd: folder,
      env,
      stdio: ['ignore', 'ignore', 'pipe'],
      // Where a test hangs no daemon outlives it for long.
      timeout: 900_000,
      killSignal: 'SIGKILL',
    });
    child.stderr.on('data', (text) => {
      said += text;
    });
    return { child, ended: once(child, 'close') };
  });
  for (const { ended } of children) ended.catch((error) => (said += `${error.message}\n`));
  const ask = async (command, ...args) => (await promisify(execFile)(command, args, { env })).stdout.trim();
  return {
    env: { SLURM_CONF: env.SLURM_CONF },
    /** The node's state in Slurm's word, "idle" once jobs can begin; why there is none where nobody answers. */
    state: () => ask('sinfo', '-h', '-o', '%T').catch((error) => `${error.message}\n${said}`),
    /** All that both daemons have said. */
    said: () => said,
    /** Ends all jobs and both daemons. */
    async stop() {
      await ask('scancel', '--user', userInfo().username).catch(() => undefined);
      for (const { child, ended } of children.reverse()) {
        child.kill('SIGTERM');
        await ended.catch(() => undefined);
      }
    },
  };
}
