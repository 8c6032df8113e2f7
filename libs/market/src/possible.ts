import { Decimal, kindOf, METHOD_VERSION, type DaySpan, type NewEntry, type Rules } from '#domain';
import type { PotentialRow, Tx } from '#store';

/** The live matches of a cluster's offers as if they were agreed for the whole period. */
export async function possibleEntries(
  tx: Tx,
  clusterId: string,
  span: DaySpan,
  rules: Rules,
): Promise<readonly NewEntry[]> {
  const rows = await tx.matches.potentialOf(clusterId);
  return rows.map((row) => possibleEntry(row, span, rules));
}

function possibleEntry(row: PotentialRow, span: DaySpan, { materials }: Rules): NewEntry {
  const { ratio, treatment, displaces } = row.link;
  return {
    exchange: {
      agreementId: row.id,
      giverFirmId: row.offer_firm_id,
      takerFirmId: row.need_firm_id,
      giverDivision: row.giver_division,
      takerDivision: row.taker_division,
      offerId: row.offer_id,
      offerVersion: row.offer_version,
      needId: row.need_id,
      needVersion: row.need_version,
      byProductCode: row.by_product_code,
      inputCode: row.input_code,
      ratio,
      treatment,
      displaces,
      ruleSet: row.rule_set,
      factorSet: row.factor_set,
    },
    kind: 'agreed',
    basis: 'AGREED',
    unitKind: kindOf(materials.get(row.by_product_code)?.unit ?? 't'),
    amountBase: new Decimal(row.yearly_base),
    roadKm: new Decimal(row.road_km.toFixed(1)),
    occurredOn: span.from,
    yearly: true,
    endsOn: span.to,
    methodVersion: METHOD_VERSION,
  };
}
