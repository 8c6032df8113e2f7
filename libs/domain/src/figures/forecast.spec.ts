import { describe, expect, it } from '@jest/globals';
import { buildEntry, buildExchange, d, RULES } from '../testing/builders.js';
import { clusterEvidence } from './exchanged.js';
import { forecastReadings, yearUpTo } from './forecast.js';
import { forecastOf, type Goal } from './goal.js';

const goal: Goal = {
  id: 'goal',
  name: 'Moved',
  figure: 'materialMoved',
  change: d('0.5'),
  baseline: d(400),
  baselineYear: 2025,
  unit: 't',
  dueOn: '2030-12-31',
  scope: 'a plant',
};
const agreed = (agreementId: string, tonnes: number, endsOn?: string) =>
  buildEntry({
    tonnes,
    exchange: buildExchange({ agreementId }),
    basis: 'AGREED',
    kind: 'agreed',
    yearly: true,
    occurredOn: '2026-01-01',
    endsOn,
  });
const delivered = (agreementId: string, tonnes: number, occurredOn = '2026-05-04') =>
  buildEntry({ tonnes, exchange: buildExchange({ agreementId }), occurredOn });

describe('forecastReadings', () => {
  const entries = [
    agreed('runs', 100),
    agreed('over', 60, '2027-12-31'),
    agreed('ends', 73, '2030-09-30'),
    delivered('runs', 80),
    delivered('runs', 500, '2024-05-04'),
    delivered('over', 60),
    delivered('lot', 20),
  ];
  const readings = forecastReadings(entries, 'DELIVERED', { dueOn: goal.dueOn, today: '2026-12-31' }, RULES);

  it('example: the twelve months up to the due date', () => {
    expect(readings.promised.period).toEqual({ from: '2030-01-01', to: '2030-12-31' });
    expect(yearUpTo('2028-02-29')).toEqual({ from: '2027-03-01', to: '2028-02-29' });
  });

  it('counts what runs then by its days, and lots of the last twelve months', () => {
    const [promised, kept, lots] = [readings.promised, readings.kept, readings.lots].map((one) =>
      clusterEvidence(one, RULES),
    );
    const forecast = forecastOf(goal, { promised: promised ?? [], kept: kept ?? [], lots: lots ?? [] });
    // 100 + 73 × 273 / 365 (1 January to 30 September) = 154.6; what ends in 2027 is over; the lot of 20 again
    expect(forecast.contribution?.toString()).toBe('174.6');
    // kept: 80 of 2026, none of what was delivered in 2024; 80 + 20
    expect(forecast.low?.toString()).toBe('100');
    expect(forecast.share).toBeCloseTo(0.873, 12); // 174.6 / (400 × 0.5)
  });
});
