-- Pairs of these listings that have a match, or had one that was agreed or declined. $1 offers  $2 needs
select id, state, offer_id as "offerId", offer_version as "offerVersion", need_id as "needId", need_version as "needVersion",
       offer_firm_id as "offerFirmId", need_firm_id as "needFirmId", rule_set as "ruleSet", widened, giver_sees as "giverSees", taker_sees as "takerSees",
       decline_reason as "declineReason", declined_facts as "declinedFacts", closed_at as "closedAt"
  from match
 where offer_id = any($1::uuid[]) and need_id = any($2::uuid[]) and state in ('OPEN', 'NEGOTIATING', 'AGREED', 'DECLINED')
