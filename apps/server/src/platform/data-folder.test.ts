import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeDataFolder } from './data-folder.js';

let parent: string;
beforeEach(() => { parent = mkdtempSync(join(tmpdir(), 'tawama-folder-')); });
afterEach(() => rmSync(parent, { recursive: true, force: true }));

describe('the data folder', () => {
  it('is made with all its levels, and nothing else', () => {
    makeDataFolder(join(parent, 'a/b/c'));
    makeDataFolder(join(parent, 'a/b/c'));
    expect(readdirSync(join(parent, 'a/b/c'))).toEqual([]);
  });

  it('is not a file, nor below one', () => {
    writeFileSync(join(parent, 'file'), 'x');
    expect(() => makeDataFolder(join(parent, 'file'))).toThrow(`DATA_DIR ${parent}/file cannot hold the data: a part of it is a file`);
    expect(() => makeDataFolder(join(parent, 'file/below'))).toThrow(/^DATA_DIR .*\/file\/below cannot hold the data: a part of it is a file$/);
  });

  it.skipIf(!existsSync('/proc/self'))('is refused, and soon, where no folder can be', () => {
    for (const folder of ['/proc/x', '/proc/x/y', '/proc']) expect(() => makeDataFolder(folder)).toThrow(`DATA_DIR ${folder} cannot hold the data: no folder can be made there`);
  });
});
