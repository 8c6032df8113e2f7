import { readLaunchConfig } from '#config';
import { Endings, launch, startOver } from './launch.js';

/** A clean stop takes under five seconds; after this it is not waited for any longer. */
const LONGEST_STOP_MS = 4_800;
const LOOK_FOR_NPM_MS = 500;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const endings = new Endings();
let stopping = false;

async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code), LONGEST_STOP_MS).unref();
  await endings.run().catch((error: unknown) => say(`While stopping: ${String(error)}`));
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (!stopping) say('Stopping …');
    void stop(0);
  });
}

const config = readLaunchConfig();
if (config.startedByNpm) {
  const parent = process.ppid;
  setInterval(() => void (process.ppid === parent || stop(0)), LOOK_FOR_NPM_MS).unref();
}

try {
  if (process.argv.includes('--reset')) {
    await startOver(config, endings, say);
    await stop(0);
  } else {
    const { url } = await launch(config, endings, say);
    say(`Ready on ${url}`);
  }
} catch (error) {
  if (!stopping) say(error instanceof Error ? error.message : String(error));
  await stop(1);
}
