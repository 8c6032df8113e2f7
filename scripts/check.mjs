// Everything that can be judged without running the system: `npm run check`, or `npm run check -- lint format`.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

const cache = 'node_modules/.cache';
const webProject = 'apps/web/tsconfig.json';
const typedTests = `-p tsconfig.test.json --incremental --tsBuildInfoFile ${cache}/tsc-test.json`;
const typedWeb = `-p ${webProject} --noEmit --incremental --tsBuildInfoFile ${cache}/tsc-web.json`;
const alphabetical = 'service-keys-order services-alphabetical-order top-level-properties-order';

/** Longest first, so that two at a time end together. `schema` builds, which also types the shipped sources. */
const steps = [
  ['lint', `eslint . --max-warnings 0 --cache --cache-location ${cache}/eslint/ --cache-strategy content`],
  ['schema', 'npm run -s schema:check'],
  ['types', `tsc ${typedTests}`],
  ...(existsSync(webProject) ? [['types of the web', `tsc ${typedWeb}`]] : []),
  ['web types', 'node scripts/web-types.mjs --check'],
  ['fences', 'depcruise --config .dependency-cruiser.cjs --output-type err-long apps libs test'],
  ['dead code', 'knip --no-progress'],
  ['format', 'prettier --check --log-level warn --cache .'],
  ['compose file', `dclint docker-compose.yml --max-warnings 0 --disable-rule ${alphabetical}`],
  ['Dockerfile', 'dockerfile-utils lint Dockerfile'],
];

const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const env = { ...process.env, PATH: [resolve('node_modules/.bin'), process.env.PATH].join(delimiter) };

function run([name, command]) {
  const started = performance.now();
  const output = [];
  return new Promise((done) => {
    const child = spawn(command, { shell: true, env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    child.on('close', (code) => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(18)} ${seconds(started)}`);
      if (code !== 0) console.log(`\n$ ${command}\n${Buffer.concat(output).toString().trim()}\n`);
      done(code === 0);
    });
  });
}

async function runAll(queue) {
  const failed = [];
  const worker = async () => {
    for (let step = queue.shift(); step; step = queue.shift()) {
      if (!(await run(step))) failed.push(step[0]);
    }
  };
  await Promise.all([worker(), worker()]);
  return failed;
}

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !steps.some((step) => step[0] === name));
const started = performance.now();
const failed = unknown.length
  ? unknown
  : await runAll(steps.filter(([name]) => wanted.length === 0 || wanted.includes(name)));

if (unknown.length)
  console.error(`No such step: ${unknown.join(', ')}. Steps: ${steps.map(([name]) => name).join(', ')}.`);
else if (failed.length) console.error(`Check failed in ${seconds(started)}: ${failed.join(', ')}.`);
else console.log(`Check passed in ${seconds(started)}.`);
process.exitCode = failed.length ? 1 : 0;
