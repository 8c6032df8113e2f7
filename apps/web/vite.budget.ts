import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

/** What the first page may load before anything is shown, compressed, in bytes. */
const MOST_FIRST_LOAD = 260_000;

/** Fails the build when the scripts of the first page grow beyond their budget; what is loaded later does not count. */
export function budget(): Plugin {
  return {
    name: 'budget',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((one) => one.type === 'chunk');
      const first = new Set(chunks.filter((one) => one.isEntry));
      for (const chunk of first) {
        for (const name of chunk.imports) {
          const imported = chunks.find((one) => one.fileName === name);
          if (imported !== undefined) first.add(imported);
        }
      }
      const bytes = [...first].reduce((sum, { code }) => sum + gzipSync(code).length, 0);
      if (bytes > MOST_FIRST_LOAD)
        this.error(`The first page loads ${bytes} bytes of scripts; ${MOST_FIRST_LOAD} are the most.`);
      this.info(`First page: ${Math.round(bytes / 1000)} kB of scripts, compressed.`);
    },
  };
}
