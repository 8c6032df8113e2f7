import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { InputError } from '../input-error.js';

/** A donor or receiver as the file describes it. */
export interface Party {
  readonly name: string;
  /** Empty where the file does not say. */
  readonly nace: string;
  /** ISO 3166 alpha-2, where the file says it. */
  readonly country?: string | undefined;
  readonly position?: { readonly latitude: number; readonly longitude: number } | undefined;
}

/** One documented exchange: who gave what to whom, for which use. */
export interface Exchange {
  readonly id: string;
  readonly donor: Party;
  readonly receiver: Party;
  readonly byproduct: string;
  readonly materialClass: string;
  /** Six digits in the form of the list, 03 01 05; undefined where the file has none. */
  readonly wasteCode?: string | undefined;
  readonly use: string;
  readonly replaces: string;
  readonly quantity: string;
  readonly unit: string;
}

const COLUMNS = [
  'id',
  'donor',
  'donor_nace',
  'donor_lat',
  'donor_lon',
  'byproduct',
  'material_class',
  'ewc_code',
  'receiver',
  'receiver_nace',
  'receiver_lat',
  'receiver_lon',
  'use',
  'replaces',
  'quantity',
  'unit',
] as const;
type Column = (typeof COLUMNS)[number];
/** Read where they are there. */
type Extra = 'donor_country' | 'receiver_country';
type Cells = Readonly<Record<Column, string> & Partial<Record<Extra, string>>>;

interface Row {
  readonly file: string;
  readonly line: number;
  readonly cells: Cells;
}

/**
 * Reads documented exchanges, of the columns named here and any others beside them.
 *
 * @throws InputError naming file, line and column of the first thing that cannot be understood
 */
export function readExchanges(file: string): readonly Exchange[] {
  const rows = rowsOf(file, textOf(file));
  if (rows.length === 0) throw new InputError(`${file}, line 2: there is no row below the header.`);
  return rows.map(exchangeOf);
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new InputError(`${file} cannot be read: ${(error as Error).message}`);
  }
}

function rowsOf(file: string, text: string): readonly Row[] {
  try {
    const parsed = parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      columns: (head: string[]) => checkedHead(file, head),
    });
    return (parsed as unknown as { record: Cells; info: { lines: number } }[]).map(({ record, info }) => ({
      file,
      line: info.lines,
      cells: record,
    }));
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { message, column, lines } = error as Error & { column?: string | number; lines?: number };
    throw new InputError(`${file}, line ${lines ?? '?'}, column ${column ?? '?'}: ${message}`);
  }
}

function checkedHead(file: string, head: readonly string[]): string[] {
  const names = head.map((one) => one.trim());
  const missing = COLUMNS.filter((one) => !names.includes(one));
  if (missing.length > 0) {
    throw new InputError(
      `${file}, line 1: the column${missing.length > 1 ? 's' : ''} ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing. ` +
        `Needed are ${COLUMNS.join(', ')}; others may stand beside them.`,
    );
  }
  const twice = COLUMNS.find((one) => names.indexOf(one) !== names.lastIndexOf(one));
  if (twice !== undefined) throw new InputError(`${file}, line 1: the column ${twice} stands twice.`);
  return names;
}

function exchangeOf(row: Row): Exchange {
  return {
    id: row.cells.id.trim() || `line ${row.line}`,
    donor: partyOf(row, 'donor'),
    receiver: partyOf(row, 'receiver'),
    byproduct: filled(row, 'byproduct'),
    materialClass: filled(row, 'material_class'),
    wasteCode: wasteCodeOf(row.cells.ewc_code),
    use: filled(row, 'use'),
    replaces: row.cells.replaces.trim(),
    quantity: row.cells.quantity.trim(),
    unit: row.cells.unit.trim(),
  };
}

function partyOf(row: Row, who: 'donor' | 'receiver'): Party {
  const country = row.cells[`${who}_country`]?.trim() ?? '';
  return {
    name: filled(row, who),
    nace: row.cells[`${who}_nace`].trim(),
    country: /^[A-Z]{2}$/.test(country) ? country : undefined,
    position: positionOf(row, who),
  };
}

function positionOf(row: Row, who: 'donor' | 'receiver'): Party['position'] {
  const latitude = degrees(row, `${who}_lat`, 90);
  const longitude = degrees(row, `${who}_lon`, 180);
  if (latitude === undefined || longitude === undefined) return undefined;
  return { latitude, longitude };
}

function degrees(row: Row, column: Column, most: number): number | undefined {
  const written = row.cells[column].trim();
  if (written === '') return undefined;
  const value = Number(written);
  if (Number.isFinite(value) && Math.abs(value) <= most) return value;
  throw fault(row, column, `"${written}" is not a number of degrees from -${most} to ${most}`);
}

function filled(row: Row, column: Column): string {
  const written = row.cells[column].trim();
  if (written !== '') return written;
  throw fault(row, column, 'must be filled');
}

const fault = ({ file, line }: Row, column: Column, reason: string): InputError =>
  new InputError(`${file}, line ${line}, column ${column}: ${reason}.`);

/** "030105", "03 01 05*" and "03.01.05" all mean "03 01 05". */
function wasteCodeOf(written: string): string | undefined {
  const digits = written.replaceAll(/[^0-9]/g, '');
  return digits.length === 6 ? `${digits.slice(0, 2)} ${digits.slice(2, 4)} ${digits.slice(4)}` : undefined;
}
