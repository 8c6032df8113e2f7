import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The project's folder, found upwards from here: sources and what is built from them lie at different depths. */
function projectFolder(from = import.meta.dirname): string {
  if (existsSync(join(from, 'nest-cli.json'))) return from;
  const above = dirname(from);
  if (above === from) throw new Error('The project folder was not found above the program.');
  return projectFolder(above);
}

export const SCHEMA_FILE = join(projectFolder(), 'apps/api/schema.graphql');
export const CONTRACT_FILE = join(projectFolder(), 'test/fixtures/contract.graphql');
