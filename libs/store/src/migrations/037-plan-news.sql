-- Firms are told in their inbox of what staff suggest to them: a part of a plan, and joint transport.
drop index event_inbox;
create index event_inbox on event (firm_id, happened_at)
  where type in ('matchFound', 'watchFound', 'proposalSent', 'proposalChanged', 'agreementMade', 'agreementEnded',
                 'listingFading', 'agreementEnding', 'listingEdited', 'planSuggested', 'jointTransportOffered',
                 'jointTransportChanged');

-- Staff tell the two firms of what they have just suggested, and nobody else of anything.
grant insert on event to bistrom_workbench;
create policy suggestion on event for insert to bistrom_workbench with check (
  type = 'planSuggested' and exists (
    select from plan_suggestion s where s.match_id = event.match_id and event.firm_id in (s.offer_firm_id, s.need_firm_id)));

-- The firms of both agreements are told, each of its own; who tells them does not learn who they are. Asked by somebody
-- who may not know of the offer, nothing happens. Gives the firms to wake.
create function tell_joint_transport(asked_id uuid, asked_type text, by_firm uuid) returns setof uuid
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare offered joint_transport;
begin
  select j.* into offered from joint_transport j where j.id = asked_id and (
    j.cluster_id = any (own_staff_clusters())
    or exists (select from agreement a where a.id in (j.first_agreement_id, j.second_agreement_id)
                  and (a.offer_firm_id = any (own_firms()) or a.need_firm_id = any (own_firms()))));
  if offered.id is null or asked_type not in ('jointTransportOffered', 'jointTransportChanged') then
    return;
  end if;
  return query
    insert into event (type, firm_id, agreement_id, by_firm_id)
    select asked_type, party.firm_id, party.agreement_id, by_firm
      from (select distinct on (firm) firm as firm_id, a.id as agreement_id
              from agreement a cross join lateral unnest(array[a.offer_firm_id, a.need_firm_id]) firm
             where a.id in (offered.first_agreement_id, offered.second_agreement_id)
             order by firm, a.id) party
    returning firm_id;
end $$;
revoke all on function tell_joint_transport(uuid, text, uuid) from public;
grant execute on function tell_joint_transport(uuid, text, uuid) to bistrom_app, bistrom_workbench;
