/** For tests: the command line of rounds, with the reference's clients as files. */

import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import planeFixture from '../../engine/fixtures/federated-plane.json';
import { file, inFolder } from './try-command.ts';
import { replay } from './try-replay.ts';

export const { plane } = planeFixture;
export type PlaneCase = (typeof plane)[number];

/** Returns a problem's command line: `run` returns its output, `refused` its error. */
export function commandOf(problem: string) {
  return {
    async run<T>(...args: string[]): Promise<T> {
      const { code, stdout, stderr } = await replay('--problem', problem, ...args);
      expect(code, stderr).toBe(0);
      return JSON.parse(stdout) as T;
    },
    async refused(...args: string[]): Promise<string> {
      const { code, stdout, stderr } = await replay('--problem', problem, ...args);
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      return stderr.trim().replace(/^replay: /, '');
    },
  };
}

/** Writes a file; returns its path. */
export function write(name: string, value: unknown): string {
  writeFileSync(file(name), typeof value === 'string' ? value : JSON.stringify(value));
  return file(name);
}

export const given = ({ hessians, minima, start }: PlaneCase) => ({ hessians, minima, start });
export const caseOf = (name: string) => plane.find((one) => one.name === name)!;

/** Runs the calling file's tests next to those clients and two tables. */
export const besideClients = () =>
  inFolder(() => {
    for (const one of plane) write(`${one.name}.json`, given(one));
    write(
      'three.csv',
      'angle,y,client\n0.5,1,north\n1,x,north\n2.5,-1,"a, b"\n,1,south\n4,0.5,\n5,0.25,north\n',
    );
    write('two.csv', 'theta;value\n3;1\n1;2\n2;3\n6;4\n');
  });
