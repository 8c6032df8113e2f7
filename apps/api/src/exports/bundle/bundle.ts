import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Market } from '#market';
import { Zip } from './zip.js';

/** What goes along with every bundle, so that it can be verified without us. */
const ENCLOSED = ['verify.mjs', 'method.md'];

type Bundles = Market['auditBundles'];
type Question = Omit<Parameters<Bundles['make']>[1], 'enclosed'>;
type Made = Extract<Awaited<ReturnType<Bundles['make']>>, { readonly ok: true }>['value'];
type Refused = Extract<Awaited<ReturnType<Bundles['make']>>, { readonly ok: false }>;

/** The bundle as one ZIP file. */
export async function bundleOf(
  bundles: Bundles,
  actor: Parameters<Bundles['make']>[0],
  question: Question,
  steppedUp: boolean,
): Promise<(Made & { readonly bytes: Buffer }) | Refused> {
  const zip = new Zip();
  const enclosed = new Map(
    ENCLOSED.map((name) => [name, readFileSync(join(import.meta.dirname, name), 'utf8')]),
  );
  const sink = (file: string, text: string): Promise<void> => zip.add(file, text);
  const outcome = await bundles.make(actor, { ...question, enclosed }, steppedUp, sink);
  return outcome.ok ? { ...outcome.value, bytes: await zip.bytes() } : outcome;
}
