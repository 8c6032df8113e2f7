import { createHash } from 'node:crypto';
import {
  canonicalText,
  METHOD_VERSION,
  problem,
  seesExactFigures,
  SYSTEM,
  type Actor,
  type Day,
  type Factor,
  type Link,
  type Rules,
} from '#domain';
import type { ChainHead, Recounted, Tx } from '#store';
import { unproved } from './exports.js';
import { LEDGER_BASES, recordLook } from './figures.js';
import { conflict, done, invalid, notFound, type Outcome } from './outcome.js';
import type { Setting } from './setting.js';

/** Takes a bundle text by text, one file after the other. */
export type BundleSink = (file: string, text: string) => Promise<void>;

export interface BundleQuestion {
  readonly cluster: { readonly id: string } | { readonly slug: string };
  /** Of the sums, both days counted; the chain comes whole, or nobody could tell what was left out. */
  readonly from: Day;
  readonly to: Day;
  /** Files that go along as they are, such as what verifies the others. */
  readonly enclosed: ReadonlyMap<string, string>;
}

export interface BundleMade {
  readonly slug: string;
  readonly head: Pick<ChainHead, 'length' | 'hash'>;
  /** Entries from before there were seals: their money could be tried out, so only their hashes are handed over. */
  readonly hashesOnly: number;
}

/** What a request may ask for; longer ledgers are bundled by the command. */
const MOST_OF_REQUEST = 100_000;

/** A cluster's ledger as somebody outside can verify it: exact amounts, firms by their ids, money sealed. */
export class AuditBundlesService {
  constructor(private readonly setting: Setting) {}

  /**
   * By staff and auditors of the cluster, each look kept for every firm in it, and by the installation.
   *
   * @param steppedUp whether the person has just proved anew who he or she is
   */
  async make(
    actor: Actor,
    question: BundleQuestion,
    steppedUp: boolean,
    sink: BundleSink,
  ): Promise<Outcome<BundleMade>> {
    if (question.to < question.from) return invalid([problem('to', 'Must not be before from.')]);
    const found = await this.setting.store.read(SYSTEM, (tx) => clusterOf(tx, question));
    if (found === undefined) return notFound('cluster');
    const { cluster, head } = found;
    if (actor !== SYSTEM) {
      if (!seesExactFigures(actor, cluster.id)) return notFound('cluster');
      const refused = unproved(actor, steppedUp);
      if (refused !== undefined) return refused;
      if ((head?.length ?? 0) > MOST_OF_REQUEST)
        return conflict(
          `More than ${MOST_OF_REQUEST} entries: the operator makes it with npm run audit:bundle.`,
        );
    }
    if (head === undefined) return conflict('The ledger of the cluster has no entry yet.');
    const files = new Files(sink);
    const written = await this.setting.store.snapshot(SYSTEM, async (tx) => {
      const entries = await writeEntries(tx, cluster.id, files);
      await writeSums(tx, { ...question, entryIds: entries.ids }, this.setting.rules, files);
      await writeRules(tx, this.setting.rules, files);
      return entries;
    });
    if (actor !== SYSTEM) await this.keepLook(actor, cluster.id, question, written.firmIds);
    for (const [name, text] of question.enclosed) await files.write(name, text);
    const made = { head: written.head, hashesOnly: written.hashesOnly };
    await files.close({
      form: 1,
      cluster,
      period: { from: question.from, to: question.to },
      factorSet: this.setting.rules.factors.id,
      methodVersion: METHOD_VERSION,
      madeAt: this.setting.clock().toISOString(),
      ...made,
    });
    return done({ slug: cluster.slug, ...made });
  }

  private keepLook(
    actor: Actor,
    clusterId: string,
    { from, to }: BundleQuestion,
    firmIds: readonly string[],
  ): Promise<void> {
    const keep = (tx: Tx): Promise<void> => recordLook(tx, actor, clusterId, { from, to }, firmIds);
    return this.setting.store.transaction(actor, keep, 'bistrom_figures');
  }
}

/** What was written so far, with the hash of each file. */
class Files {
  private readonly hashes = new Map<string, ReturnType<typeof createHash>>();

  constructor(private readonly sink: BundleSink) {}

  async write(file: string, text: string): Promise<void> {
    const hash = this.hashes.get(file) ?? createHash('sha256');
    this.hashes.set(file, hash.update(text, 'utf8'));
    await this.sink(file, text);
  }

  async lines(file: string, rows: readonly object[]): Promise<void> {
    await this.write(file, rows.map((row) => `${JSON.stringify(row)}\n`).join(''));
  }

  close(manifest: object): Promise<void> {
    const files = Object.fromEntries([...this.hashes].map(([name, hash]) => [name, hash.digest('hex')]));
    return this.sink('manifest.json', `${JSON.stringify({ ...manifest, files }, null, 2)}\n`);
  }
}

async function clusterOf(tx: Tx, { cluster: asked }: BundleQuestion) {
  const [row] =
    'id' in asked ? await tx.firms.clustersByIds([asked.id]) : await tx.firms.clustersBySlug(asked.slug);
  if (row === undefined) return undefined;
  const { id, name, slug } = row;
  return { cluster: { id, name, slug }, head: await tx.audit.headOf(id) };
}

interface Entries {
  readonly ids: readonly string[];
  readonly firmIds: readonly string[];
  readonly head: BundleMade['head'];
  readonly hashesOnly: number;
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Every link of the chain: what was hashed, as it was hashed. */
async function writeEntries(tx: Tx, clusterId: string, files: Files): Promise<Entries> {
  const ids: string[] = [];
  const firmIds = new Set<string>();
  let head = { length: 0, hash: '' };
  for await (const page of tx.audit.linksOf(clusterId)) {
    const shown = page.filter(isSealed);
    ids.push(...shown.map(({ entry }) => entry.id));
    for (const { entry } of shown) firmIds.add(entry.giverFirmId).add(entry.takerFirmId);
    await files.lines('entries.jsonl', page.map(lineOf));
    const last = page.at(-1);
    if (last !== undefined) head = { length: last.position, hash: last.hash };
  }
  return { ids, firmIds: [...firmIds], head, hashesOnly: head.length - ids.length };
}

/** Whether its text tells no sum, nor lets one be tried out. */
const isSealed = ({ entry, salt }: Link): boolean => entry.valueNok === null || salt !== null;

function lineOf(link: Link): object {
  const { position, previousHash, hash } = link;
  if (!isSealed(link)) return { position, previous: previousHash, hash };
  return { hash, entry: JSON.parse(canonicalText(link, sha256)) as object };
}

/** What the entries come to in the period, counted by the database; never money. */
async function writeSums(
  tx: Tx,
  { from, to, entryIds }: BundleQuestion & { readonly entryIds: readonly string[] },
  { factors }: Rules,
  files: Files,
): Promise<void> {
  await files.write('sums.jsonl', '');
  for (const basis of LEDGER_BASES) {
    const asked = { of: { entryIds }, basis, from, to, factorSet: factors.id, methodVersion: METHOD_VERSION };
    const sums = (await tx.audit.recount(asked)).filter(isTold);
    await files.lines(
      'sums.jsonl',
      sums.map(({ kind, name, unit, value, entries }) => ({ basis, kind, name, unit, value, entries })),
    );
  }
}

const isTold = ({ kind, unit }: Recounted): boolean => kind !== 'list' && !unit.includes('NOK');

/** Reference data that the entries and figures name. */
async function writeRules(tx: Tx, { materials, prices }: Rules, files: Files): Promise<void> {
  const sets = await tx.reference.factorSets();
  await files.lines(
    'factors.jsonl',
    sets.flatMap(({ id, all }) => all.map((one) => factorLine(id, one))),
  );
  await files.lines(
    'prices.jsonl',
    prices.all.map((one) => factorLine(prices.id, one)),
  );
  await files.lines('materials.jsonl', materials.all);
  await files.lines('substitutions.jsonl', materials.substitutions);
}

const factorLine = (set: string, { value, low, high, ...rest }: Factor): object => ({
  set,
  ...rest,
  value: value.toFixed(),
  low: low.toFixed(),
  high: high.toFixed(),
});
