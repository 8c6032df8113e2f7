// Verifies the bundle that it lies in: node verify.mjs. It needs Node 20 and nothing else, and sends nothing anywhere.
// Exit code 0: every file, every link of the chain and every sum is as stated. 1: something differs; it is named.
// How: method.md beside this file.
import { createHash } from 'node:crypto';
import { createReadStream, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const BASES = ['AGREED', 'DELIVERED', 'VERIFIED'];
/** Decimals are whole numbers of this many places, so that nothing is ever rounded by a float. */
const PLACES = 30;
const ONE = 10n ** BigInt(PLACES);
/** Units that people read amounts in: per kg, kWh, m3, Nm3, piece. */
const AMOUNTS = {
  mass: { name: 'materialMoved', unit: 't', per: 1000n },
  energy: { name: 'energyMoved', unit: 'MWh', per: 1000n },
  volume: { name: 'volumeMoved', unit: 'm3', per: 1n },
  gas_volume: { name: 'gasMoved', unit: 'Nm3', per: 1n },
  count: { name: 'piecesMoved', unit: 'pcs', per: 1n },
};
const COUNTED = new Set([
  ...Object.values(AMOUNTS).map(({ name }) => name),
  'exchanges',
  'firms',
  'crossIndustryExchanges',
]);

const faults = [];
const fault = (row, what) => faults.push(`${row}: ${what}`);
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

function decimal(text) {
  const [, sign, whole, places = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined || places.length > PLACES) throw new Error(`not a decimal: ${text}`);
  const value = BigInt(whole) * ONE + BigInt(places.padEnd(PLACES, '0'));
  return sign === '-' ? -value : value;
}

function written(value) {
  const digits = (value < 0n ? -value : value).toString().padStart(PLACES + 1, '0');
  const places = digits.slice(-PLACES).replace(/0+$/, '');
  return `${value < 0n ? '-' : ''}${digits.slice(0, -PLACES)}${places === '' ? '' : `.${places}`}`;
}

/** JSON of an object of strings, names in order, as RFC 8785 canonicalises it. */
function canonical(entry) {
  const names = Object.keys(entry).sort((a, b) => (a < b ? -1 : 1));
  return JSON.stringify(Object.fromEntries(names.map((name) => [name, entry[name]])));
}

async function* linesOf(file) {
  let at = 0;
  for await (const line of createInterface({
    input: createReadStream(join(HERE, file)),
    crlfDelay: Infinity,
  })) {
    at += 1;
    try {
      yield { at, row: JSON.parse(line) };
    } catch {
      fault(`${file}, line ${at}`, 'is no JSON');
    }
  }
}

async function hashOf(file) {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(join(HERE, file))) hash.update(chunk);
  return hash.digest('hex');
}

async function verifyFiles({ files }) {
  for (const [name, hash] of Object.entries(files)) {
    const found = await hashOf(name).catch(() => undefined);
    if (found === undefined) fault(name, 'is missing');
    else if (found !== hash) fault(name, 'is not the file that the manifest names');
  }
}

const DAY_MS = 86_400_000;
/** A yearly rate counts by its days over 365, to nine places, halves away from zero; all else whole on its day. */
function amountIn(entry, { from, to }) {
  const whole = decimal(entry.amountBase);
  const { occurredOn, endsOn, yearly } = entry;
  if (yearly !== 'true') return occurredOn >= from && occurredOn <= to ? whole : 0n;
  const first = occurredOn > from ? occurredOn : from;
  const last = endsOn !== null && endsOn < to ? endsOn : to;
  const days = last < first ? 0n : BigInt((Date.parse(last) - Date.parse(first)) / DAY_MS + 1);
  const step = 10n ** BigInt(PLACES - 9);
  const [size, part] = [whole < 0n ? -whole : whole, 365n * step];
  const rounded = ((size * days * 2n + part) / (part * 2n)) * step;
  return whole < 0n ? -rounded : rounded;
}

/** Adds an entry up: amounts and flows at once, exchanges when all of them are known. */
class Sums {
  sums = new Map();
  agreements = new Map();

  constructor(period) {
    this.period = period;
  }

  add(entry) {
    const base = amountIn(entry, this.period);
    const kind = AMOUNTS[entry.unitKind];
    if (base === 0n || kind === undefined) return;
    const value = base / kind.per;
    this.plus(`${entry.basis} figure ${kind.name} ${kind.unit}`, value);
    const flow = ['giverDivision', 'takerDivision', 'byProductCode'].map((name) => entry[`exchange.${name}`]);
    this.plus(`${entry.basis} flow ${flow.join('|')} ${kind.unit}`, value);
    const key = `${entry.basis} ${entry['exchange.agreementId']}`;
    const { base: before = 0n, id = 0n } = this.agreements.get(key) ?? {};
    const newest = BigInt(entry.id) > id ? entry : this.agreements.get(key).newest;
    this.agreements.set(key, { base: before + base, id: BigInt(newest.id), newest, basis: entry.basis });
  }

  plus(key, value) {
    this.sums.set(key, (this.sums.get(key) ?? 0n) + value);
  }

  /** An exchange that was taken back whole did not happen. */
  all() {
    const firms = new Map(BASES.map((basis) => [basis, new Set()]));
    for (const { base, newest, basis } of this.agreements.values()) {
      if (base === 0n) continue;
      this.plus(`${basis} figure exchanges 1`, ONE);
      if (newest['exchange.giverDivision'] !== newest['exchange.takerDivision'])
        this.plus(`${basis} figure crossIndustryExchanges 1`, ONE);
      firms.get(basis)?.add(newest.giverFirmId).add(newest.takerFirmId);
    }
    for (const [basis, ids] of firms)
      if (ids.size > 0) this.plus(`${basis} figure firms 1`, BigInt(ids.size) * ONE);
    return this.sums;
  }
}

/** What is wrong with one link, and where the next one has to go on. */
function follow(line, where, before, chain) {
  const { hash, entry } = line;
  const position = entry === undefined ? line.position : Number(entry.position);
  const previous = entry === undefined ? line.previous : entry.previous;
  const row = entry === undefined ? `${where} (hash only)` : `${where} (entry ${entry.id})`;
  if (position !== before.position + 1)
    fault(row, `follows position ${before.position}: what stood between is missing`);
  else if (previous !== before.hash) fault(row, 'does not name the hash of the link before');
  if (entry !== undefined && sha256(canonical(entry)) !== hash)
    fault(row, 'is not the entry that was hashed');
  if (entry !== undefined && entry.chain !== chain) fault(row, 'is of another chain');
  return { position, hash };
}

/** An entry that takes another back has its amount, the other way round. */
function verifyReversal(entry, amounts) {
  amounts.set(entry.id, entry.amountBase);
  const taken = entry.reverses === null ? undefined : amounts.get(entry.reverses);
  if (taken !== undefined && decimal(taken) !== -decimal(entry.amountBase))
    fault(`entries.jsonl (entry ${entry.id})`, `does not take back what entry ${entry.reverses} had entered`);
}

async function verifyEntries({ cluster, head, period }) {
  const sums = new Sums(period);
  const amounts = new Map();
  let before = { position: 0, hash: '0'.repeat(64) };
  for await (const { at, row } of linesOf('entries.jsonl')) {
    const where = `entries.jsonl, line ${at}`;
    try {
      before = follow(row, where, before, cluster.id);
      if (row.entry === undefined) continue;
      verifyReversal(row.entry, amounts);
      sums.add(row.entry);
    } catch (error) {
      fault(where, `cannot be read: ${error.message}`);
    }
  }
  if (before.position !== head.length || before.hash !== head.hash)
    fault(
      'entries.jsonl',
      `ends at position ${before.position} with ${before.hash}, not at the head that the manifest names`,
    );
  return { sums: sums.all(), entries: amounts.size, links: before.position };
}

async function verifySums(sums) {
  const stated = new Set();
  let untouched = 0;
  for await (const { at, row } of linesOf('sums.jsonl')) {
    const { basis, kind, name, unit, value } = row;
    if (kind !== 'flow' && !COUNTED.has(name)) {
      untouched += 1;
      continue;
    }
    const key = `${basis} ${kind} ${name} ${unit}`;
    stated.add(key);
    const found = written(sums.get(key) ?? 0n);
    if (found !== value)
      fault(`sums.jsonl, line ${at} (${key})`, `states ${value}, the entries come to ${found}`);
  }
  for (const [key, value] of sums)
    if (value !== 0n && !stated.has(key))
      fault(`sums.jsonl (${key})`, `is missing; the entries come to ${written(value)}`);
  return { stated: stated.size, untouched };
}

const manifest = JSON.parse(readFileSync(join(HERE, 'manifest.json'), 'utf8'));
await verifyFiles(manifest);
const found = await verifyEntries(manifest);
const counted = await verifySums(found.sums);
const say = (line) => process.stdout.write(`${line}\n`);
say(`${manifest.cluster.name}, ${manifest.period.from} to ${manifest.period.to}, made ${manifest.madeAt}`);
say(
  `${found.links} links of the chain, ${found.entries} entries with all they say, ${manifest.hashesOnly} by their hash only`,
);
say(
  `${counted.stated} sums reckoned anew; ${counted.untouched} rest on factors and are reckoned as method.md says`,
);
say(`End of the chain: ${manifest.head.hash}. Compare it with the one that you were told by somebody else.`);
for (const one of faults) process.stderr.write(`${one}\n`);
say(faults.length === 0 ? 'All as stated.' : `${faults.length} faults.`);
process.exitCode = faults.length === 0 ? 0 : 1;
