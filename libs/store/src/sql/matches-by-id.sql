-- Matches with both sides' views of them. $1 ids
select m.id, m.offer_id as "offerId", m.offer_version as "offerVersion", m.need_id as "needId",
       m.need_version as "needVersion", m.offer_firm_id as "offerFirmId", m.need_firm_id as "needFirmId",
       m.rule_set as "ruleSet", m.factor_set as "factorSet", m.state, m.link, m.giver_view as "giverView",
       m.taker_view as "takerView", m.giver_sees as "giverSees", m.taker_sees as "takerSees",
       m.giver_score as "giverScore", m.taker_score as "takerScore", m.yearly_base as "yearlyBase", m.widened,
       m.declined_by as "declinedBy", m.declined_facts as "declinedFacts", m.declined_km as "declinedKm",
       m.decline_reason as "declineReason", m.decline_note as "declineNote", m.created_at as "createdAt",
       m.closed_at as "closedAt"
  from match m
 where m.id = any($1::uuid[])
