import { describe, expect, it, vi } from 'vitest';
import type { TableRequest } from '../../engine/export/kinds.ts';
import { makeTable } from '../../engine/export/make-table.ts';
import { tablePieces } from '../../engine/export/table.ts';
import { loadProblem } from '../../engine/problems/index.ts';
import { parseLink } from '../../engine/scenario/scenario.ts';
import { createEngine } from '../serve.ts';

const LINK = '#v=1&problem=one-neuron&features=gauss&n=400&d=20';
const SOURCE = { link: `https://example.org/${LINK}`, build: 'test' };
const REQUEST: TableRequest = { kind: 'trajectories', last: 3000, every: 1, view: [-1, 1, -1, 1], size: 8 };

async function opened() {
  const { scenario } = parseLink(LINK);
  const api = createEngine();
  await api.opened.open(1, scenario, null);
  return { api, scenario };
}

describe('a file', () => {
  it('is the engine’s text, in a blob of its type, and tells how far it is', async () => {
    const { api, scenario } = await opened();
    const progress: number[] = [];
    const blob = await api.opened.exportTable(1, scenario, REQUEST, 'csv', SOURCE, (rows) =>
      progress.push(rows),
    );
    expect(blob!.type).toBe('text/csv;charset=utf-8');
    const instance = (await loadProblem(scenario.problem)).prepare(scenario.values, null);
    const text = [...tablePieces(makeTable(instance, scenario, REQUEST), SOURCE, 'csv')].join('');
    expect(text.length).toBeGreaterThan(1_000_000);
    expect((await blob!.text()) === text).toBe(true);
    expect(progress.length).toBeGreaterThan(0);
    expect(progress.every((rows, i) => rows <= 3001 && (i === 0 || rows >= progress[i - 1]!))).toBe(true);
  });

  it.each(['csv', 'json'] as const)('counts its rows alone as %s, whenever it is asked', async (format) => {
    const { api, scenario } = await opened();
    // The clock advances a second per reading: progress comes after each piece.
    let now = 0;
    const clock = vi.spyOn(performance, 'now').mockImplementation(() => 1000 * now++);
    const progress: number[] = [];
    const request = { ...REQUEST, last: 5 };
    await api.opened.exportTable(1, scenario, request, format, SOURCE, (rows) => progress.push(rows));
    clock.mockRestore();
    expect([...new Set(progress)]).toEqual([0, 1, 2, 3, 4, 5, 6]);
  });

  it('is given up when another scenario is opened, and not begun of one that is not open', async () => {
    const { api, scenario } = await opened();
    const long = { ...REQUEST, last: 100_000 };
    const under = api.opened.exportTable(
      1,
      scenario,
      long,
      'json',
      SOURCE,
      () => void api.opened.open(2, scenario, null),
    );
    expect(await under).toBeNull();
    expect(await api.opened.exportTable(1, scenario, REQUEST, 'json', SOURCE, () => {})).toBeNull();
  });
});

describe('code', () => {
  it('is written of the opened scenario alone', async () => {
    const { api, scenario } = await opened();
    const request = {
      language: 'python',
      source: SOURCE,
      fragment: LINK,
      file: null,
      samplesFile: 'samples.csv',
      view: null,
    } as const;
    expect(await api.opened.writeCode(1, scenario, request)).toMatchObject({
      text: expect.stringContaining('n = 400'),
    });
    expect(await api.opened.writeCode(2, scenario, request)).toBeNull();
  });
});
