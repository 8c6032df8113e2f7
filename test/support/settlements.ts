import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { dataFolder } from '#store';
import type { Settlement } from './market-generator.js';

/** Industrial towns of the neighbours (GeoNames, CC BY 4.0; rounded to about a kilometre). */
const NEIGHBOURS = `
  SE Göteborg 57.71 11.97|SE Malmö 55.61 13.00|SE Stockholm 59.33 18.07|SE Karlstad 59.38 13.50|SE Örebro 59.27 15.21
  SE Norrköping 58.59 16.18|SE Sundsvall 62.39 17.31|SE Umeå 63.83 20.26|SE Luleå 65.58 22.15|SE Kiruna 67.86 20.23
  DK København 55.68 12.57|DK Aarhus 56.16 10.21|DK Aalborg 57.05 9.92|DK Esbjerg 55.47 8.45|DK Kalundborg 55.68 11.09
  FI Helsinki 60.17 24.94|FI Turku 60.45 22.27|FI Tampere 61.50 23.79|FI Kokkola 63.84 23.13|FI Oulu 65.01 25.47
  IS Reykjavík 64.14 -21.94|IS Akureyri 65.68 -18.10`;

/** Every Norwegian municipality by a point inside it, and towns of the neighbours. */
export function settlements(): readonly Settlement[] {
  const file = join(dataFolder(), 'reference/no_municipalities.csv');
  const rows = parse<Record<string, string>>(readFileSync(file, 'utf8'), { columns: true });
  const norwegian = rows.map((row) => ({
    municipalityNumber: row['municipality_no'] ?? '',
    country: 'NO',
    latitude: Number(row['label_lat']),
    longitude: Number(row['label_lon']),
  }));
  return [...norwegian, ...NEIGHBOURS.trim().split(/\||\n/).map(neighbour)];
}

function neighbour(written: string): Settlement {
  const [country = '', _name, latitude, longitude] = written.trim().split(' ');
  return { municipalityNumber: undefined, country, latitude: Number(latitude), longitude: Number(longitude) };
}
