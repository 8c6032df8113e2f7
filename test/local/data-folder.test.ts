import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { openDataFolder, type OpenFolder } from '../../apps/local/src/data-folder.js';
import { freePort } from '../../apps/local/src/free-port.js';
import { birthOf } from '../../apps/local/src/process-life.js';
import { remove, temporaryFolder } from './temporary-folder.js';

let parent: string;
let folder: string;

beforeEach(() => {
  parent = temporaryFolder();
  folder = join(parent, 'data');
});

afterEach(() => remove(parent));

function open(): OpenFolder {
  const opened = openDataFolder(folder);
  if (opened.kind === 'held') throw new Error(opened.message);
  return opened;
}

function writeLock(pid: number, birth: string): void {
  writeFileSync(
    join(folder, 'launcher.lock'),
    JSON.stringify({ pid, birth, since: '2026-01-01T00:00:00.000Z' }),
  );
}

describe('the data folder', () => {
  it('keeps its password between starts, for its owner alone', () => {
    const first = open();
    first.release();
    const second = open();
    expect(second.state).toEqual(first.state);
    expect(statSync(first.stateFile).mode & 0o777).toBe(0o600);
  });

  it('makes a password that can be read out', () => {
    expect(open().state.demoPassword).toMatch(/^[a-hjkmnp-z]+-[a-hjkmnp-z]+-[a-hjkmnp-z]+-[2-9]{4}$/);
  });

  it('puts a damaged state file aside', () => {
    const first = open();
    first.release();
    writeFileSync(first.stateFile, '{"demoPassword": "abc');
    expect(open().state.demoPassword).not.toBe(first.state.demoPassword);
    expect(readFileSync(`${first.stateFile}.damaged`, 'utf8')).toContain('abc');
  });

  it('names the launcher that holds it', () => {
    open().release();
    writeLock(process.ppid, birthOf(process.ppid));
    const second = openDataFolder(folder);
    expect(second).toMatchObject({ kind: 'held', pid: process.ppid });
    expect(second.kind === 'held' && second.message).toContain(`process ${process.ppid}`);
  });

  it('is taken from a launcher that is dead', async () => {
    open().release();
    const dead = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
    await once(dead, 'exit');
    writeLock(dead.pid ?? 0, 'long ago');
    expect(open().kind).toBe('open');
  });

  it('is taken when the pid of the holder is now another program', () => {
    open().release();
    writeLock(process.ppid, 'long ago');
    expect(open().kind).toBe('open');
  });

  it('leaves no lock behind', () => {
    open().release();
    expect(existsSync(join(folder, 'launcher.lock'))).toBe(false);
  });
});

describe('a free port', () => {
  it('is the next one when the preferred one is taken, on either loopback', async () => {
    const other = createServer().listen(56_500, '::1');
    await once(other, 'listening');
    expect(await freePort(56_500)).toBe(56_501);
    other.close();
  });
});
