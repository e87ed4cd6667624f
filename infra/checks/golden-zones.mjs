#!/usr/bin/env node
// Writes the golden files of the calendar from Debian's compiled zone files, so that the zone data of the program
// (moment-timezone) is checked against another source read by another reader.
//   node infra/checks/golden-zones.mjs           writes packages/domain/src/calendar/golden/
//   node infra/checks/golden-zones.mjs --check   exits 1 when the files there differ from what would be written
// Needs apt-get (lists updated), dpkg-deb and python3 ≥ 3.9. Nothing is installed: the package is unpacked into a temporary folder.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const OLDEST = '2026f';
const GOLDEN = fileURLToPath(new URL('../../packages/domain/src/calendar/golden/', import.meta.url));
const READER = fileURLToPath(new URL('./golden-zones.py', import.meta.url));

/** Unpacks the newest tzdata that apt offers; answers its IANA version and the folder of its compiled zones. */
function fetchZones(folder) {
  try {
    execFileSync('apt-get', ['download', '-qq', 'tzdata'], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  } catch (error) {
    throw new Error(`apt-get download tzdata failed, run apt-get update first: ${String(error.stderr ?? error).trim().split('\n').at(-1)}`);
  }
  const archive = readdirSync(folder).find((name) => /^tzdata_.*\.deb$/.test(name));
  if (!archive) throw new Error('apt-get download left no tzdata package');
  execFileSync('dpkg-deb', ['-x', join(folder, archive), join(folder, 'unpacked')]);
  const zones = join(folder, 'unpacked/usr/share/zoneinfo');
  const version = /^# version (\d{4}[a-z]+)/.exec(readFileSync(join(zones, 'tzdata.zi'), 'utf8'))?.[1] ?? 'unknown';
  if (!/^\d/.test(version) || version < OLDEST) throw new Error(`${archive} holds ${version}, older than ${OLDEST}: run apt-get update, or enable the security and updates suites`);
  return { version, zones, archive };
}

function read(kind, { version, zones }) {
  // An empty environment otherwise: neither TZ nor a Python path of the machine can change what is read.
  return execFileSync('python3', ['-I', READER, kind, version, zones], { encoding: 'utf8', env: { PATH: process.env.PATH ?? '/usr/bin' }, maxBuffer: 1e7 });
}

const folder = mkdtempSync(join(tmpdir(), 'tawama-tzdata-'));
try {
  const source = fetchZones(folder);
  let differing = 0;
  for (const kind of ['mornings', 'transitions']) {
    const path = join(GOLDEN, `${kind}.tsv`);
    const text = read(kind, source);
    if (process.argv.includes('--check')) {
      const same = readFileSync(path, 'utf8') === text;
      if (!same) differing += 1;
      console.log(`${kind}.tsv ${same ? 'agrees with' : 'DIFFERS FROM'} ${source.archive}`);
    } else {
      writeFileSync(path, text);
      console.log(`${kind}.tsv: ${text.split('\n').length - 1} lines, ${Buffer.byteLength(text)} bytes, from ${source.archive}`);
    }
  }
  if (differing > 0) process.exitCode = 1;
} catch (error) {
  console.error(`golden-zones: ${error.message}`);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}
