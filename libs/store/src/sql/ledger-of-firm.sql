-- Entries of the ledger that a firm is party to. $1 firm  $2 first day  $3 last day  $4 how many
select e.id::text as id, case when e.giver_firm_id = $1::uuid then 'GIVER' else 'TAKER' end as side,
       e.agreement_id as "agreementId", e.delivery_id as "deliveryId", e.kind, e.basis, e.reverses::text as reverses,
       e.unit_kind as "unitKind", e.amount_base::text as "amountBase", e.road_km::text as "roadKm",
       e.value_nok::text as "valueNok", e.occurred_on::text as "occurredOn", e.yearly, e.ends_on::text as "endsOn",
       e.exchange ->> 'byProductCode' as "materialCode", e.exchange ->> 'inputCode' as "inputCode",
       e.exchange ->> 'ruleSet' as "ruleSet", e.exchange ->> 'factorSet' as "factorSet", e.method_version as "methodVersion",
       to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "recordedAt"
  from ledger_entry e
 where $1::uuid in (e.giver_firm_id, e.taker_firm_id)
   and ($2::date is null or e.occurred_on >= $2::date) and ($3::date is null or e.occurred_on <= $3::date)
 order by e.id
 limit $4
