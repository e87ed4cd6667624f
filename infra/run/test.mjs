// npm test: set-up, build, type check, lint and every test, on a machine that has only Node and npm.
// The last line is always `N passed, N failed, N skipped`; the exit code is 0 only when nothing failed.
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { providePnpm, ROOT, setUp, SetUpError } from './setup.mjs';
import { canInstall, CHROMIUM, POSTGRES, provide, REDIS } from './tools.mjs';

const PROJECTS = ['pure', 'db', 'e2e'];

const say = (line) => process.stdout.write(`${line}\n`);
const counts = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
let child;
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => { child?.kill(signal); process.exit(1); });

await main().catch((error) => {
  counts.failed += 1;
  failures.push(error instanceof SetUpError ? error.message : String(error?.stack ?? error));
});
for (const failure of failures) say(`FAILED: ${failure}`);
say(`${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
process.exit(counts.failed === 0 ? 0 : 1);

async function main() {
  const only = process.argv.slice(2);
  await setUp({ say });
  const pnpm = await providePnpm();
  const missing = provide([CHROMIUM, REDIS, POSTGRES], { say, otherwise: 'the tests that need it are SKIPPED' });

  const checks = [
    ['types', ['exec', 'turbo', 'run', 'check', '--output-logs=errors-only', '--no-update-notifier']],
    ['lint', ['exec', 'oxlint', '-c', '.oxlintrc.json', '--deny-warnings', '.']],
  ];
  for (const [name, args] of checks) {
    say(`── ${name}`);
    if (await run(pnpm, args) === 0) counts.passed += 1;
    else { counts.failed += 1; failures.push(`${name} (pnpm check shows it)`); }
  }

  const reports = mkdtempSync(join(tmpdir(), 'tawama-report-'));
  try {
    for (const project of PROJECTS.filter((name) => only.length === 0 || only.includes(name))) {
      say(`── tests: ${project}`);
      const report = join(reports, `${project}.json`);
      const code = await run(pnpm, ['exec', 'vitest', 'run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${report}`], { TAWAMA_MISSING: missing.join(',') });
      readReport(project, report, code);
    }
  } finally {
    rmSync(reports, { recursive: true, force: true });
  }
  // Root with apt can have every tool: then a skipped test hides something.
  if (counts.skipped > 0 && canInstall()) {
    counts.failed += 1;
    failures.push(`${counts.skipped} tests were skipped although this machine can have everything they need`);
  }
}

function readReport(project, file, code) {
  if (!existsSync(file)) {
    counts.failed += 1;
    failures.push(`project ${project} ended without a report (exit code ${code})`);
    return;
  }
  const report = JSON.parse(readFileSync(file, 'utf8'));
  counts.passed += report.numPassedTests;
  counts.failed += report.numFailedTests;
  counts.skipped += report.numPendingTests + report.numTodoTests;
  for (const suite of report.testResults) {
    const failed = suite.assertionResults.filter((result) => result.status === 'failed');
    for (const result of failed) failures.push(`${suite.name.replace(`${ROOT}/`, '')}: ${result.fullName}`);
    // A file that cannot be loaded has no tests to fail.
    if (suite.status === 'failed' && failed.length === 0) {
      counts.failed += 1;
      failures.push(`${suite.name.replace(`${ROOT}/`, '')}: ${String(suite.message).split('\n')[0]}`);
    }
  }
  if (code !== 0 && report.success && report.numFailedTests === 0) {
    counts.failed += 1;
    failures.push(`project ${project}: exit code ${code}`);
  }
}

function run(pnpm, args, variables = {}) {
  return new Promise((done) => {
    child = spawn(pnpm.command, [...pnpm.args, ...args], { cwd: ROOT, stdio: 'inherit', env: { ...pnpm.env, NODE_ENV: 'test', ...variables } });
    child.on('error', () => done(1));
    child.on('close', (code) => { child = undefined; done(code ?? 1); });
  });
}
