// The compiler copies no SQL, nor what goes along with an audit bundle: bring dist/ in line, touching only what differs.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const ASSETS = [
  { folder: 'libs', ending: /\.sql$/ },
  { folder: 'apps/api/src/exports/bundle', ending: /\.(mjs|md)$/ },
];

const filesUnder = (folder, ending) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((file) => ending.test(file)) : [];

for (const { folder, ending } of ASSETS) {
  const output = join('dist', folder);
  const sources = filesUnder(folder, ending);
  for (const file of sources) {
    const [from, to] = [join(folder, file), join(output, file)];
    if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
    mkdirSync(dirname(to), { recursive: true });
    copyFileSync(from, to);
  }
  for (const file of filesUnder(output, ending)) {
    if (!sources.includes(file)) rmSync(join(output, file));
  }
}
