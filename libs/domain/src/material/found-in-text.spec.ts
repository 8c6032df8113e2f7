import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { propertyName } from '../listing/property-words.js';
import { PERIODS } from '../quantity/period.js';
import { findUnit } from '../quantity/unit.js';
import { foundIn } from './found-in-text.js';

const quantity = (text: string) => {
  const [{ text: _text, ...found } = { text: '' }] = foundIn(text).quantities;
  return found;
};
const property = (text: string) => {
  const [{ text: _text, ...found } = { text: '' }] = foundIn(text).properties;
  return found;
};

describe('foundIn', () => {
  it('answers as its example says, and keeps the words it read', () => {
    const found = foundIn('ca 4.000 tonn/år tørr flis, 15-20 % fukt');
    expect(found.quantities).toEqual([{ value: 4000, unit: 't', per: 'YEAR', text: 'ca 4.000 tonn/år' }]);
    expect(found.properties).toEqual([
      { property: 'moisture', min: 15, max: 20, unit: '%', text: '15-20 % fukt' },
    ]);
  });

  it.each([
    ['4 000 t', { value: 4000, unit: 't' }],
    ['1 000 000 kWh/år', { value: 1_000_000, unit: 'kWh', per: 'YEAR' }],
    ['4.5 t/week', { value: 4.5, unit: 't', per: 'WEEK' }],
    ['1,234.5 t', { value: 1234.5, unit: 't' }],
    ['2,5 mill. m3 per år', { value: 2_500_000, unit: 'm3', per: 'YEAR' }],
    ['0.5 million tonnes a year', { value: 500_000, unit: 't', per: 'YEAR' }],
    ['20k tonnes per year', { value: 20_000, unit: 't', per: 'YEAR' }],
    ['20 kt per year', { value: 20, unit: 'kt', per: 'YEAR' }],
    ['100 ktpa', { value: 100, unit: 'kt', per: 'YEAR' }],
    ['10 000 MT p.a.', { value: 10_000, unit: 't', per: 'YEAR' }],
    ['3 Mt', { value: 3, unit: 'Mt' }],
    ['12 GWh', { value: 12, unit: 'GWh' }],
    ['60 000 m³', { value: 60_000, unit: 'm3' }],
    ['opptil 500 stk IBC', { max: 500, unit: 'pcs' }],
    ['minst 500 t/år', { min: 500, unit: 't', per: 'YEAR' }],
    ['500 t or more', { min: 500, unit: 't' }],
    ['1.500-2.000 tonn', { min: 1500, max: 2000, unit: 't' }],
    ['4-5000 tonn', { min: 4000, max: 5000, unit: 't' }],
    ['between 2 and 3 t per day', { min: 2, max: 3, unit: 't', per: 'DAY' }],
    ['15 m3 i måneden', { value: 15, unit: 'm3', per: 'MONTH' }],
    ['25 tonn i uken', { value: 25, unit: 't', per: 'WEEK' }],
    ['8 m3 pr kvartal', { value: 32, unit: 'm3', per: 'YEAR' }], // 4 × 8
    ['annual volume: 400 t', { value: 400, unit: 't', per: 'YEAR' }],
    ['Årlig ca 4000 tonn', { value: 4000, unit: 't', per: 'YEAR' }],
    ['engangsparti 300 tonn', { value: 300, unit: 't', per: 'ONCE' }],
    ['5 tonn i dag', { value: 5, unit: 't' }],
    ['E39 3000 tonn', { value: 3000, unit: 't' }],
  ])('reads the amount of %p', (text, expected) => {
    expect(quantity(text)).toEqual(expected);
  });

  it.each([
    ['85 °C', { property: 'temperature', value: 85, unit: '°C' }],
    ['60-80 grader', { property: 'temperature', min: 60, max: 80, unit: '°C' }],
    ['mellom 60 og 80 °C', { property: 'temperature', min: 60, max: 80, unit: '°C' }],
    ['80 °C eller mer', { property: 'temperature', min: 80, unit: '°C' }],
    ['-20 °C', { property: 'temperature', value: -20, unit: '°C' }],
    ['retur 50 °C', { property: 'return temperature', value: 50, unit: '°C' }],
    ['TS 25 %', { property: 'dry matter', value: 25, unit: '%' }],
    ['TS>30 %', { property: 'dry matter', min: 30, unit: '%' }],
    ['tørrstoff > 30 %', { property: 'dry matter', min: 30, unit: '%' }],
    ['0-32 mm', { property: 'particle size', min: 0, max: 32, unit: 'mm' }],
    ['8/16 mm', { property: 'particle size', min: 8, max: 16, unit: 'mm' }],
    ['0,125 mm', { property: 'particle size', value: 0.125, unit: 'mm' }],
    ['minst 60 % SiO2', { property: 'SiO2', min: 60, unit: '%' }],
    ['CaCO₃ 97 %', { property: 'CaCO3', value: 97, unit: '%' }],
    ['max 0.5 % klor', { property: 'chlorine', max: 0.5, unit: '%' }],
    ['under 20 % moisture', { property: 'moisture', max: 20, unit: '%' }],
    ['fosfor 3 % av TS', { property: 'phosphorus', value: 3, unit: '%', basis: 'dry' }],
    ['maks 15 % fukt (våtbasis)', { property: 'moisture', max: 15, unit: '%', basis: 'wet' }],
    ['pH 12', { property: 'pH', value: 12 }],
    ['pH 10-12,5', { property: 'pH', min: 10, max: 12.5 }],
    ['5-10 ppm Cd', { property: 'cadmium', min: 5, max: 10, unit: 'mg/kg' }],
    ['Saltsyre 33 %', { property: 'concentration', value: 33, unit: '%' }],
    ['15 GJ/t', { property: 'calorific value', value: 15, unit: 'MJ/kg' }],
    ['damp 4 bar', { property: 'pressure', value: 4, unit: 'bar' }],
    ['300 Nm3/h', { property: 'flow', value: 300, unit: 'Nm3/h' }],
    ['3,5 MW', { property: 'power', value: 3.5, unit: 'MW' }],
  ])('reads the property of %p', (text, expected) => {
    expect(property(text)).toEqual(expected);
  });

  it('gives each figure the name that stands nearest, and each name once', () => {
    const names = (text: string) =>
      foundIn(text).properties.map((one) => `${one.property} ${String(one.value)}`);
    expect(names('moisture 20 % ash 5 %')).toEqual(['moisture 20', 'ash 5']);
    expect(names('10 % moisture, 95 % purity')).toEqual(['moisture 10', 'purity 95']);
  });

  it('leaves alone what is no amount of the stream', () => {
    const texts = [
      '25 kg per sekk',
      '2023-2025',
      'D50 120 micron',
      '110/70 °C',
      '5 % billigere',
      'tykkelse 3 mm',
    ];
    for (const text of [...texts, '']) expect(foundIn(text)).toEqual({ quantities: [], properties: [] });
  });

  it('names units, periods and properties as the rest of the domain does', () => {
    const found = foundIn(
      '2 t, 3 kilo per month, 4 stk årlig, fuktighet 5 %, tørrstoff 6 %, svovel 1 %, Cl 2 %',
    );
    for (const { unit, per } of found.quantities) {
      expect(findUnit(unit)?.code).toBe(unit);
      expect(per === undefined || PERIODS.includes(per)).toBe(true);
    }
    const names = found.properties.map((one) => propertyName(one.property));
    expect(names).toEqual(['fuktighet', 'tørrstoff', 'svovel', 'Cl'].map(propertyName));
  });

  it('reads any whole amount back however its thousands are written', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9_999_999 }),
        fc.constantFrom(' ', '.', ',', ''),
        (value, mark) => {
          const written = String(value).replaceAll(/\B(?=(\d{3})+$)/g, mark);
          expect(foundIn(`ca ${written} tonn`).quantities[0]?.value).toBe(value);
        },
      ),
    );
  });

  it('takes any text without failing', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(foundIn(text).quantities.every((one) => one.unit !== '')).toBe(true);
      }),
    );
  });
});
