import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { root } from './run-tool.mjs';

/**
 * Failed and skipped contain full names.
 * @typedef {{ passed: number, failed: string[], skipped: string[] }} Tally
 */

/** @returns {Tally} */
export const emptyTally = () => ({ passed: 0, failed: [], skipped: [] });

/**
 * Tallies a runner's JSON report. A runner without report or tests, or with a bad exit although no test failed, counts as one failure:
 * silence is never success.
 * @param {string} path of the report
 * @param {(report: object) => Tally} tallyReport
 * @param {string | undefined} ending of the runner, by runTool
 * @returns {Tally}
 */
export function readReport(path, tallyReport, ending) {
  let tally;
  try {
    tally = tallyReport(JSON.parse(readFileSync(path, 'utf8')));
  } catch (error) {
    const reason = error.code === 'ENOENT' ? 'it left none' : error.message;
    return {
      ...emptyTally(),
      failed: [`the runner crashed (${ending ?? 'exit code 0'}), no report: ${reason}`],
    };
  }
  if (tally.failed.length === 0) {
    if (tally.passed === 0) tally.failed.push('no test case ran');
    else if (ending) tally.failed.push(`the runner failed (${ending}) although no test case did`);
  }
  return tally;
}

/**
 * Reads Vitest's `--reporter=json`. A file that failed without a failed test (loading, hooks) counts as one failure.
 * @returns {Tally}
 */
export function tallyVitest(report) {
  const tally = emptyTally();
  for (const file of report.testResults) {
    const path = relative(root, file.name);
    for (const test of file.assertionResults) {
      const name = fullName(path, ...test.ancestorTitles, test.title);
      if (test.status === 'passed') tally.passed += 1;
      else if (test.status === 'failed') tally.failed.push(name);
      else tally.skipped.push(name);
    }
    const blamed = file.assertionResults.some((test) => test.status === 'failed');
    if (file.status === 'failed' && !blamed) tally.failed.push(`${path}: ${firstLine(file.message)}`);
  }
  return tally;
}

/**
 * Reads Playwright's `--reporter=json`. An error outside tests (loading, server) counts as one failure.
 * @returns {Tally}
 */
export function tallyPlaywright(report) {
  const tally = emptyTally();
  for (const error of report.errors) tally.failed.push(firstLine(error.message ?? error.value ?? 'an error'));
  const visit = (suite, titles) => {
    for (const spec of suite.specs ?? []) {
      const name = fullName(...titles, spec.title);
      for (const test of spec.tests) {
        if (test.status === 'expected') tally.passed += 1;
        else if (test.status === 'skipped') tally.skipped.push(withReason(name, test));
        else tally.failed.push(name);
      }
    }
    for (const inner of suite.suites ?? []) visit(inner, [...titles, inner.title]);
  };
  visit(report, []);
  return tally;
}

function withReason(name, { annotations = [] }) {
  const reason = annotations.find(({ type, description }) => type === 'skip' && description)?.description;
  return reason ? `${name}: ${reason}` : name;
}

const fullName = (...titles) => titles.join(' › ');

const firstLine = (text) =>
  stripVTControlCharacters(text).trim().split('\n')[0] || 'failed outside its tests';
