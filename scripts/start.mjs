// `npm start`: builds what changed, then becomes the launcher. One process, so that a signal to npm reaches it.
import { spawn } from 'node:child_process';

const run = (script) =>
  new Promise((resolve, reject) => {
    const child = spawn('npm', ['run', '-s', script], {
      stdio: 'inherit',
      shell: process.platform === 'win32',
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`npm run ${script} failed`))));
  });

console.log('Building …');
await Promise.all([run('build:node'), run('build:web')]);
await import('../dist/apps/local/src/main.js');
