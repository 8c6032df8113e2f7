import { describe, expect, it } from '@jest/globals';
import { buildEntry, buildExchange, d, RULES } from '../testing/builders.js';
import { clusterEvidence, exchangedBy, ownEvidence, type LedgerReading } from './exchanged.js';

const heat = buildExchange({
  agreementId: 'agreement-2',
  giverFirmId: 'taker',
  takerFirmId: 'heater',
  byProductCode: 'heat-low',
  inputCode: 'heat',
  ratio: 1,
  treatment: 'none',
});
const reading: LedgerReading = {
  entries: [
    buildEntry({
      tonnes: 100,
      exchange: buildExchange({ giverFirmId: 'giver', takerFirmId: 'taker' }),
      valueNok: d(5000),
    }),
    buildEntry({ exchange: heat, unitKind: 'energy', amountBase: d(7_500_000), roadKm: d(3) }),
  ],
  basis: 'DELIVERED',
  period: { from: '2026-01-01', to: '2026-12-31' },
};
const valuesOf = (firmId: string): Record<string, string | undefined> =>
  Object.fromEntries(ownEvidence(firmId, reading, RULES).map((one) => [one.name, one.value?.toString()]));

describe('exchangedBy', () => {
  it('example: what a firm hands over is what the other takes in', () => {
    expect(exchangedBy(new Set(['giver']), reading, RULES).outgoing.material.toString()).toBe('100');
    const both = exchangedBy(new Set(['giver', 'taker']), reading, RULES);
    // 100 t on both sides; the heat is the taker's, 7 500 000 kWh
    expect([both.incoming.material, both.outgoing.material].map(String)).toEqual(['100', '100']);
    expect([both.incoming.energy, both.outgoing.energy].map(String)).toEqual(['0', '7500']);
    expect([both.outgoing.toEnergy, both.outgoing.toFill, both.outgoing.water].map(String)).toEqual([
      '0',
      '0',
      '0',
    ]);
  });
});

describe('ownEvidence', () => {
  it('example: sales are the giver’s, spared material the taker’s, CO2e half each', () => {
    const [giver, taker] = [valuesOf('giver'), valuesOf('taker')];
    expect([giver['salesValue'], taker['salesValue']]).toEqual(['5000', '0']);
    // 100 t × 0.9
    expect([giver['virginMaterialDisplaced'], taker['virginMaterialDisplaced']]).toEqual(['0', '90']);
    expect([giver['wasteAvoided'], taker['wasteAvoided']]).toEqual(['100', '0']);
    // the halves of both are the whole: heat has no factor here
    const whole = clusterEvidence(reading, RULES).find((one) => one.name === 'netCo2eAvoided')?.value;
    expect(
      d(giver['netCo2eAvoided'] ?? 0)
        .plus(taker['netCo2eAvoided'] ?? 0)
        .toString(),
    ).toBe(whole?.toString());
    expect(whole?.isZero()).toBe(false);
  });
});

describe('clusterEvidence', () => {
  it('example: each exchange once', () => {
    const of = (name: string) =>
      clusterEvidence(reading, RULES)
        .find((one) => one.name === name)
        ?.value?.toString();
    expect([of('materialMoved'), of('wasteAvoided'), of('exchanges')]).toEqual(['100', '100', '2']);
  });
});
