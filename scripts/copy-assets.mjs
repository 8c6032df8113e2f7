// The compiler copies no SQL: bring dist/libs/**/*.sql in line with libs/**/*.sql, touching only what differs.
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

const sqlFilesUnder = (folder) =>
  existsSync(folder) ? readdirSync(folder, { recursive: true }).filter((file) => file.endsWith('.sql')) : [];

const sources = sqlFilesUnder('libs');
for (const file of sources) {
  const [from, to] = [join('libs', file), join('dist/libs', file)];
  if (existsSync(to) && readFileSync(to).equals(readFileSync(from))) continue;
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(from, to);
}
for (const file of sqlFilesUnder('dist/libs')) {
  if (!sources.includes(file)) rmSync(join('dist/libs', file));
}
