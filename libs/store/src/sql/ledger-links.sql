-- Links of the chains after one of them, with the entry of each as it is stored. $1 chain  $2 position  $3 how many
select l.chain_id as "chainId", l.position::int as position, encode(l.previous_hash, 'hex') as "previousHash",
       encode(l.hash, 'hex') as hash, e.id::text as id, e.agreement_id as "agreementId", e.delivery_id as "deliveryId",
       e.kind, e.basis, e.reverses::text as reverses, e.unit_kind as "unitKind", e.amount_base::text as "amountBase",
       e.road_km::text as "roadKm", e.value_nok::text as "valueNok", e.occurred_on::text as "occurredOn", e.yearly,
       e.ends_on::text as "endsOn", e.exchange, e.giver_firm_id as "giverFirmId", e.taker_firm_id as "takerFirmId",
       e.method_version as "methodVersion",
       (select s.salt from ledger_seal s where s.entry_id = e.id) as salt,
       to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt"
  from ledger_link l
  join ledger_entry e on e.id = l.entry_id
 where (l.chain_id, l.position) > ($1::uuid, $2::bigint)
 order by l.chain_id, l.position
 limit $3
