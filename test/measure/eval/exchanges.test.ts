import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readExchanges } from './exchanges.js';
import { isPlaced, soughtOf } from './sought.js';

const HEAD =
  'id,donor,donor_nace,donor_lat,donor_lon,byproduct,material_class,ewc_code,' +
  'receiver,receiver_nace,receiver_lat,receiver_lon,use,replaces,quantity,unit';
const SLAG =
  'K1,Works,24.10,59.1,10.2,"slag, crushed",slag,10 02 01,Road Ltd,42.11,59.2,10.3,base layer,rock,36000,t/yr';
const WOOL = 'K2,works,24.10,59.1,10.2,"Slag, crushed",slag,,Wool Ltd,23.99,,,stone wool,,,';

const folder = mkdtempSync(join(tmpdir(), 'bistrom-exchanges-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (...lines: readonly string[]): string => {
  const file = join(folder, 'rows.csv');
  writeFileSync(file, lines.join('\r\n'));
  return file;
};

describe('reading known exchanges', () => {
  it('takes CRLF, quoting, a byte-order mark, further columns and empty cells', () => {
    const file = written(`\uFEFF${HEAD},note`, `${SLAG},"says ""new"""`, `${WOOL},`, '');
    const [first, second] = readExchanges(file);
    expect(first).toMatchObject({
      id: 'K1',
      byproduct: 'slag, crushed',
      wasteCode: '10 02 01',
      donor: { name: 'Works', nace: '24.10', position: { latitude: 59.1, longitude: 10.2 } },
    });
    expect(second?.wasteCode).toBeUndefined();
    expect(second?.receiver.position).toBeUndefined();
  });

  it('writes a waste code as the list does, however it comes', () => {
    const codes = ['100201', '10.02.01', '10 02 01*'].map((code) => SLAG.replace('10 02 01', code));
    expect(readExchanges(written(HEAD, ...codes)).map((one) => one.wasteCode)).toEqual(
      Array.from({ length: 3 }, () => '10 02 01'),
    );
  });

  it('says which columns are missing', () => {
    const file = written(HEAD.replace('donor_nace,', '').replace(',use,', ',usage,'), SLAG);
    expect(() => readExchanges(file)).toThrow(/line 1: the columns donor_nace, use are missing/);
  });

  it('names line and column of what it cannot read', () => {
    expect(() => readExchanges(written(HEAD, SLAG, WOOL.replace('59.1', 'north')))).toThrow(
      /line 3, column donor_lat: "north" is not a number of degrees from -90 to 90/,
    );
    expect(() => readExchanges(written(HEAD, SLAG.replace('base layer', ' ')))).toThrow(
      /line 2, column use: must be filled/,
    );
    expect(() => readExchanges(written(HEAD, SLAG, 'K3,only'))).toThrow(/line 3/);
    expect(() => readExchanges(written(HEAD))).toThrow(/no row below the header/);
    expect(() => readExchanges(join(folder, 'not there.csv'))).toThrow(/cannot be read/);
  });
});

describe('what the rows ask for', () => {
  it('makes one offer of the rows of one donor and by-product, and each of its receivers a hit', () => {
    const { offers, needs, flows } = soughtOf(readExchanges(written(HEAD, SLAG, WOOL)));
    expect(offers).toHaveLength(1);
    expect(needs.map((one) => one.description)).toEqual(['Replaces rock', undefined]);
    expect([...(offers[0]?.hits ?? [])]).toEqual(needs.map((one) => one.key));
    expect(flows).toHaveLength(2);
    expect(offers.map(isPlaced)).toEqual([false]);
  });

  it('counts two rows of one flow once, and the same words of one receiver as one need', () => {
    const again = SLAG.replace('K1', 'K9').replace('36000', '40000');
    const { offers, needs, flows } = soughtOf(readExchanges(written(HEAD, SLAG, again)));
    expect([offers.length, needs.length, flows.length]).toEqual([1, 1, 1]);
  });
});
