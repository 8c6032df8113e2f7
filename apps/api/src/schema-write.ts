import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { SCHEMA_FILE } from './schema-file.js';
import { schemaText } from './schema.js';

writeFileSync(SCHEMA_FILE, await schemaText());
