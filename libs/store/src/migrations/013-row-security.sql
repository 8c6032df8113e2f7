-- The second wall: rows of a firm or person are there only for who may know of them, whatever a statement asks for.
-- The roles are cluster-wide and made before any migration (roles.ts). The store sets role and facts with every
-- transaction (standing.ts); without them no policy holds and there are no rows. See docs/decisions/0020.

-- A schema made again, as starting over does, is open to its owner alone.
grant usage on schema public to public;
grant usage on schema public, auth to
  bistrom_app, bistrom_matching, bistrom_figures, bistrom_members, bistrom_installation, bistrom_auth,
  bistrom_limits, bistrom_gate;

-- Which of the migrations have been run is no secret, and asked by every program.
do $$ begin
  if to_regclass('migration') is not null then grant select on migration to public; end if;
end $$;

-- What the transaction says of its actor; what it does not say is nothing, never an error.
create function own_person() returns text language sql stable parallel safe as
  $$ select nullif(current_setting('bistrom.person_id', true), '') $$;
create function own_firms() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('bistrom.firm_ids', true), ''), '{}')::uuid[] $$;
create function own_firm_clusters() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('bistrom.firm_cluster_ids', true), ''), '{}')::uuid[] $$;
create function own_clusters() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('bistrom.cluster_ids', true), ''), '{}')::uuid[] $$;
create function own_staff_clusters() returns uuid[] language sql stable parallel safe as
  $$ select coalesce(nullif(current_setting('bistrom.staff_cluster_ids', true), ''), '{}')::uuid[] $$;

-- Reference data: no secrets, the same for everybody.
grant select on
  detour, factor, industry_code, legal_rule, material, material_number, municipality, postal_place, price,
  reference_version, substitution, waste_code
  to bistrom_app, bistrom_matching, bistrom_figures, bistrom_members, bistrom_installation;

-- Every other table: walled off, its owner included. The installation itself does what no person does: it enters
-- firms and people, hands out jobs, ends what is due.
do $$
declare name text;
begin
  foreach name in array array[
    'access_log', 'acting_for', 'agreement', 'api_key', 'cluster', 'cost_bucket', 'delivery', 'disclosure_grant', 'disclosure_request', 'event', 'figure',
    'figure_held', 'figure_parcel', 'figure_parcel_entry', 'firm', 'firm_cluster', 'goal', 'idempotency', 'invitation', 'job_request',
    'ledger_entry', 'listing', 'listing_search', 'listing_version', 'look', 'mail', 'mark', 'match', 'person_cluster',
    'person_firm', 'proposal', 'road_distance', 'site'
  ] loop
    execute format('alter table %I enable row level security, force row level security', name);
    execute format('grant select, insert, update, delete on %I to bistrom_installation', name);
    execute format('create policy installation on %I to bistrom_installation using (true) with check (true)', name);
  end loop;
end $$;
revoke update, delete on ledger_entry from bistrom_installation;

-- Matching compares everybody's exact facts, and tells each side what it may know. Its policies are plainly true:
-- anything else would keep the search from its indexes (the operators of boxes are not leakproof).
do $$
declare name text;
begin
  foreach name in array array[
    'agreement', 'event', 'firm', 'firm_cluster', 'job_request', 'listing', 'listing_search', 'listing_version', 'match',
    'proposal', 'road_distance', 'site'
  ] loop
    execute format('create policy matching on %I to bistrom_matching using (true) with check (true)', name);
  end loop;
end $$;
grant select on agreement, firm, firm_cluster, listing, listing_version, match, proposal, site to bistrom_matching;
grant select, insert, delete on listing_search to bistrom_matching;
grant select, insert on event, road_distance to bistrom_matching;
grant insert on job_request to bistrom_matching;
grant insert, update on match to bistrom_matching;
grant update (state) on proposal to bistrom_matching;
grant update (learned_km) on listing to bistrom_matching;

-- Figures are folded from the whole ledger of a cluster before the domain withholds what points at a firm. Whoever
-- asks, the statement sees amounts and no text, price, site or name.
do $$
declare name text;
begin
  foreach name in array array[
    'cluster', 'figure', 'figure_held', 'figure_parcel', 'firm', 'firm_cluster', 'goal', 'ledger_entry', 'listing', 'match'
  ] loop
    execute format('create policy figures on %I to bistrom_figures using (true) with check (true)', name);
  end loop;
end $$;
grant select on cluster, figure_held, figure_parcel, firm_cluster, goal, ledger_entry to bistrom_figures;
grant select (id, division) on firm to bistrom_figures;
grant select (id, material_code) on listing to bistrom_figures;
grant select (id, offer_id, offer_version, need_id, need_version, offer_firm_id, need_firm_id, rule_set, factor_set, link,
  yearly_base, giver_view, giver_score, giver_sees, taker_sees, state) on match to bistrom_figures;
grant select, insert, update on figure to bistrom_figures;
grant insert on look to bistrom_figures;
create policy figures on look for insert to bistrom_figures with check (person_id = (select own_person()));

-- What decides over rows of several tables is asked of the gate, which reads all of them and answers yes or no:
-- policies that asked each other's tables would go round in a ring.
do $$
declare name text;
begin
  foreach name in array array[
    'api_key', 'disclosure_grant', 'disclosure_request', 'firm_cluster', 'listing', 'listing_version', 'match', 'person_firm'
  ] loop
    execute format('grant select on %I to bistrom_gate', name);
    execute format('create policy gate on %I for select to bistrom_gate using (true)', name);
  end loop;
end $$;
create index on listing (site_id);

-- domain: openTo in disclosure.ts
create function is_open_to_actor(asked_id uuid) returns boolean
  language plpgsql stable security definer cost 300 set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (
    select from listing l join listing_version v on v.listing_id = l.id and v.version = l.version
     where l.id = asked_id
       and (v.visibility = 'FEDERATION' and cardinality(own_firms()) + cardinality(own_clusters()) > 0
         or v.visibility = 'CLUSTER' and exists (
           select from firm_cluster fc where fc.firm_id = l.firm_id and fc.cluster_id = any (own_firm_clusters()))));
end $$;

create function is_staff_for(asked_firm uuid) returns boolean
  language plpgsql stable security definer cost 200 set search_path = pg_catalog, public, pg_temp as $$
begin
  return cardinality(own_staff_clusters()) > 0 and exists (
    select from firm_cluster fc where fc.firm_id = asked_firm and fc.cluster_id = any (own_staff_clusters()));
end $$;

-- Staff and auditors: the ledger of their clusters.
create function is_in_own_cluster(asked_firm uuid) returns boolean
  language plpgsql stable security definer cost 200 set search_path = pg_catalog, public, pg_temp as $$
begin
  return cardinality(own_clusters()) > 0 and exists (
    select from firm_cluster fc where fc.firm_id = asked_firm and fc.cluster_id = any (own_clusters()));
end $$;

-- Whether the actor may know anything at all of a listing; how much is the domain's word. Asked for every row of others:
-- the likeliest grounds are written out here and not called.
create function may_read_listing(asked_id uuid) returns boolean
  language plpgsql stable security definer cost 500 set search_path = pg_catalog, public, pg_temp as $$
declare its_firm uuid;
begin
  select firm_id into its_firm from listing where id = asked_id;
  return coalesce(its_firm = any (own_firms()), false)
      or exists (select from match m where m.offer_id = asked_id and m.need_firm_id = any (own_firms()) and m.taker_sees)
      or exists (select from match m where m.need_id = asked_id and m.offer_firm_id = any (own_firms()) and m.giver_sees)
      or cardinality(own_staff_clusters()) > 0 and is_staff_for(its_firm)
      or is_open_to_actor(asked_id);
end $$;

create function may_read_firm(asked_firm uuid) returns boolean
  language plpgsql stable security definer cost 500 set search_path = pg_catalog, public, pg_temp as $$
begin
  return asked_firm = any (own_firms())
      or cardinality(own_staff_clusters()) > 0 and is_staff_for(asked_firm)
      or exists (select from match m where m.offer_firm_id = asked_firm and m.need_firm_id = any (own_firms()) and m.taker_sees)
      or exists (select from match m where m.need_firm_id = asked_firm and m.offer_firm_id = any (own_firms()) and m.giver_sees)
      or exists (select from listing l where l.firm_id = asked_firm and is_open_to_actor(l.id));
end $$;

create function may_read_site(asked_site uuid, its_firm uuid) returns boolean
  language plpgsql stable security definer cost 500 set search_path = pg_catalog, public, pg_temp as $$
begin
  return its_firm = any (own_firms())
      or cardinality(own_staff_clusters()) > 0 and is_staff_for(its_firm)
      or exists (
        select from listing l join match m on m.offer_id = l.id
         where l.site_id = asked_site and m.need_firm_id = any (own_firms()) and m.taker_sees)
      or exists (
        select from listing l join match m on m.need_id = l.id
         where l.site_id = asked_site and m.offer_firm_id = any (own_firms()) and m.giver_sees)
      or exists (select from listing l where l.site_id = asked_site and is_open_to_actor(l.id));
end $$;

-- Acceptance takes from what remains on both listings and puts both into the search again.
create function is_trading_on(asked_id uuid) returns boolean
  language plpgsql stable security definer cost 300 set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select from match m where m.offer_id = asked_id and m.need_firm_id = any (own_firms())
                    and m.state in ('NEGOTIATING', 'AGREED'))
      or exists (select from match m where m.need_id = asked_id and m.offer_firm_id = any (own_firms())
                    and m.state in ('NEGOTIATING', 'AGREED'));
end $$;

-- One's own people, and who acted for the firm in what its trail tells.
create function may_know_person(asked_person text) returns boolean
  language plpgsql stable security definer cost 500 set search_path = pg_catalog, public, pg_temp as $$
begin
  return asked_person = own_person()
      or exists (select from person_firm pf where pf.person_id = asked_person and pf.firm_id = any (own_firms()))
      or exists (select from disclosure_request r
                  where r.from_firm_id = any (own_firms()) and r.asked_by = asked_person
                     or r.to_firm_id = any (own_firms()) and r.answered_by = asked_person)
      or exists (select from disclosure_grant g
                  where g.from_firm_id = any (own_firms()) and asked_person in (g.granted_by, g.withdrawn_by));
end $$;

-- A firm's people hear of a change of its clusters, also those whom the changing transaction may not see.
alter function tell_access_of_firm() security definer set search_path = pg_catalog, public, pg_temp;

grant create on schema public to bistrom_gate;
do $$
declare name text;
begin
  foreach name in array array[
    'is_open_to_actor(uuid)', 'is_staff_for(uuid)', 'is_in_own_cluster(uuid)',
    'may_read_listing(uuid)', 'may_read_firm(uuid)', 'may_read_site(uuid, uuid)', 'is_trading_on(uuid)',
    'may_know_person(text)', 'tell_access_of_firm()'
  ] loop
    execute 'revoke execute on function ' || name || ' from public';
    execute 'grant execute on function ' || name || ' to bistrom_app';
    execute 'alter function ' || name || ' owner to bistrom_gate';
  end loop;
end $$;
revoke create on schema public from bistrom_gate;

-- People at work. Facts of the transaction are asked once for each statement, in a sub-select of their own.

grant select on cluster, goal to bistrom_app;
create policy everybody on cluster for select to bistrom_app using (true);
create policy everybody on goal for select to bistrom_app using (true);

grant select on person_firm, person_cluster, firm, firm_cluster, site to bistrom_app;
create policy own on person_firm for select to bistrom_app using (person_id = (select own_person()));
create policy own on person_cluster for select to bistrom_app using (person_id = (select own_person()));
create policy known on firm for select to bistrom_app using (
  id = any ((select own_firms())::uuid[]) or id in (select pf.firm_id from person_firm pf) or may_read_firm(id));
create policy known on firm_cluster for select to bistrom_app using (
  firm_id = any ((select own_firms())::uuid[]) or firm_id in (select pf.firm_id from person_firm pf) or may_read_firm(firm_id));
create policy known on site for select to bistrom_app using (
  firm_id = any ((select own_firms())::uuid[]) or firm_id in (select pf.firm_id from person_firm pf) or may_read_site(id, firm_id));

grant select, insert on listing, listing_version to bistrom_app;
grant update (version, site_id, remaining, state, material_code, available_until, updated_at) on listing to bistrom_app;
create policy known on listing for select to bistrom_app using (
  firm_id = any ((select own_firms())::uuid[]) or may_read_listing(id));
create policy own on listing for insert to bistrom_app with check (
  firm_id = any ((select own_firms())::uuid[])
  and exists (select from site s where s.id = site_id and s.firm_id = listing.firm_id));
-- The other side's listing can be locked by who trades on it, and changed by who has an agreement on it.
create policy own_or_agreed on listing for update to bistrom_app
  using (firm_id = any ((select own_firms())::uuid[]) or is_trading_on(id))
  with check (firm_id = any ((select own_firms())::uuid[])
    or exists (select from agreement a where listing.id in (a.offer_id, a.need_id)));
create policy known on listing_version for select to bistrom_app using (may_read_listing(listing_id));
create policy own on listing_version for insert to bistrom_app with check (
  exists (select from listing l where l.id = listing_id and l.firm_id = any (own_firms())));

-- Of the other side's listing an agreement takes, and changes nothing else.
create function guard_other_listing() returns trigger language plpgsql as $$
begin
  if current_user <> 'bistrom_app' or old.firm_id = any (own_firms()) then return new; end if;
  if new.remaining > old.remaining
     or to_jsonb(new) - array['remaining', 'state', 'updated_at'] <> to_jsonb(old) - array['remaining', 'state', 'updated_at']
     or new.state is distinct from old.state and (old.state, new.state) <> ('ACTIVE', 'FULFILLED') then
    raise exception 'Of another firm''s listing an agreement may only take.' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard_other_listing before update on listing for each row execute function guard_other_listing();

grant select, insert, delete on listing_search to bistrom_app;
create policy own_or_traded on listing_search to bistrom_app
  using (firm_id = any ((select own_firms())::uuid[]) or is_trading_on(listing_id))
  with check (exists (select from listing l where l.id = listing_id and l.firm_id = listing_search.firm_id
    and (l.firm_id = any (own_firms()) or is_trading_on(l.id))));

grant select on match to bistrom_app;
grant update (state, closed_at, decline_reason, decline_note, declined_by, declined_facts, declined_km,
  giver_view, taker_view, giver_score, taker_score, giver_sees, taker_sees) on match to bistrom_app;
-- A side that its own view of the pair refuses is told nothing of it.
create policy party on match for select to bistrom_app using (
  giver_sees and offer_firm_id = any ((select own_firms())::uuid[])
  or taker_sees and need_firm_id = any ((select own_firms())::uuid[]));
create policy party_changes on match for update to bistrom_app using (
  offer_firm_id = any ((select own_firms())::uuid[]) or need_firm_id = any ((select own_firms())::uuid[]));

grant select, insert, update (state, decline_reason, decline_note) on proposal to bistrom_app;
create policy party on proposal for select to bistrom_app using (
  from_firm_id = any ((select own_firms())::uuid[]) or to_firm_id = any ((select own_firms())::uuid[]));
create policy party_changes on proposal for update to bistrom_app using (
  from_firm_id = any ((select own_firms())::uuid[]) or to_firm_id = any ((select own_firms())::uuid[]));
create policy party_sends on proposal for insert to bistrom_app with check (
  from_firm_id = any ((select own_firms())::uuid[])
  and exists (select from match m where m.id = match_id
    and (m.offer_firm_id, m.need_firm_id) in ((from_firm_id, to_firm_id), (to_firm_id, from_firm_id))));

-- Locked while deliveries are entered, and never changed by a person: the right to lock needs one of a column.
grant select, insert, update (holds_offer) on agreement to bistrom_app;
create policy party on agreement for select to bistrom_app using (
  offer_firm_id = any ((select own_firms())::uuid[]) or need_firm_id = any ((select own_firms())::uuid[]));
create policy party_locks on agreement for update to bistrom_app
  using (offer_firm_id = any ((select own_firms())::uuid[]) or need_firm_id = any ((select own_firms())::uuid[]))
  with check (false);
create policy party_makes on agreement for insert to bistrom_app with check (
  exists (select from match m join proposal p on p.match_id = m.id
           where m.id = agreement.match_id and p.id = proposal_id
             and (m.offer_id, m.need_id, m.offer_firm_id, m.need_firm_id)
               = (agreement.offer_id, agreement.need_id, agreement.offer_firm_id, agreement.need_firm_id)));

grant select, insert, update (verified_by, verified_at, corrected_by_id, correction_reason) on delivery to bistrom_app;
create policy party on delivery for select to bistrom_app using (
  exists (select from agreement a where a.id = agreement_id));
create policy party_changes on delivery for update to bistrom_app using (
  exists (select from agreement a where a.id = agreement_id));
create policy party_records on delivery for insert to bistrom_app with check (
  recorded_by_firm_id = any ((select own_firms())::uuid[])
  and exists (select from agreement a where a.id = agreement_id));

grant select, insert on ledger_entry to bistrom_app;
create policy party_or_cluster on ledger_entry for select to bistrom_app using (
  giver_firm_id = any ((select own_firms())::uuid[]) or taker_firm_id = any ((select own_firms())::uuid[])
  or is_in_own_cluster(giver_firm_id) or is_in_own_cluster(taker_firm_id));
create policy party_enters on ledger_entry for insert to bistrom_app with check (
  exists (select from agreement a where a.id = agreement_id
    and (a.offer_firm_id, a.need_firm_id) = (giver_firm_id, taker_firm_id)));

grant select, insert, update (state, answered_by, answered_at) on disclosure_request to bistrom_app;
create policy party on disclosure_request for select to bistrom_app using (
  from_firm_id = any ((select own_firms())::uuid[]) or to_firm_id = any ((select own_firms())::uuid[]));
create policy party_answers on disclosure_request for update to bistrom_app using (
  to_firm_id = any ((select own_firms())::uuid[]));
create policy party_asks on disclosure_request for insert to bistrom_app with check (
  from_firm_id = any ((select own_firms())::uuid[])
  and exists (select from match m where m.id = match_id
    and (m.offer_firm_id, m.need_firm_id) in ((from_firm_id, to_firm_id), (to_firm_id, from_firm_id))));

grant select, insert, update (withdrawn_by, withdrawn_at) on disclosure_grant to bistrom_app;
create policy party on disclosure_grant for select to bistrom_app using (
  from_firm_id = any ((select own_firms())::uuid[]) or to_firm_id = any ((select own_firms())::uuid[]));
create policy owner_withdraws on disclosure_grant for update to bistrom_app using (
  from_firm_id = any ((select own_firms())::uuid[]));
create policy owner_grants on disclosure_grant for insert to bistrom_app with check (
  from_firm_id = any ((select own_firms())::uuid[])
  and exists (select from disclosure_request r where r.id = request_id
    and (r.match_id, r.listing_id, r.to_firm_id, r.from_firm_id)
      = (disclosure_grant.match_id, disclosure_grant.listing_id, disclosure_grant.from_firm_id, disclosure_grant.to_firm_id)));

-- Told to both parties of a match, read by one's own.
grant select, insert on event to bistrom_app;
create policy own on event for select to bistrom_app using (firm_id = any ((select own_firms())::uuid[]));
create policy party_tells on event for insert to bistrom_app with check (
  firm_id = any ((select own_firms())::uuid[])
  or exists (select from match m where m.id = match_id and event.firm_id in (m.offer_firm_id, m.need_firm_id)));

-- A wish for a job carries ids only; who asks reads none.
grant insert on job_request to bistrom_app;
create policy anybody_asks on job_request for insert to bistrom_app with check (own_person() is not null);

-- A mail carries names and a link that is a credential: who causes one reads none.
grant insert on mail to bistrom_app;
create policy anybody_writes on mail for insert to bistrom_app with check (own_person() is not null);

grant select, insert, update (outcome), delete on idempotency to bistrom_app;
create policy own on idempotency to bistrom_app
  using (person_id = (select own_person())) with check (person_id = (select own_person()));

grant select, insert on look to bistrom_app;
create policy looked_at on look for select to bistrom_app using (firm_id = any ((select own_firms())::uuid[]));
create policy own on look for insert to bistrom_app with check (person_id = (select own_person()));

-- Roads that a router told lie between exact sites.
grant select on road_distance to bistrom_app;
create policy between_known on road_distance for select to bistrom_app using (
  exists (select from site s where s.id = site_a) and exists (select from site s where s.id = site_b)
  and exists (select from site s where s.id in (site_a, site_b) and s.firm_id = any (own_firms())));

-- Which firm a session acts for: told and changed by its own person.
grant select, insert, update (firm_id) on acting_for to bistrom_app;
create policy own on acting_for to bistrom_app
  using (exists (select from auth."session" s where s."id" = session_id))
  with check (firm_id in (select pf.firm_id from person_firm pf)
    and exists (select from auth."session" s where s."id" = session_id));

-- Who takes part: what a firm and a cluster arrange for themselves. Whether the person may is the domain's rule; whose
-- people, invitations and keys they are, is the firm acted for and the clusters worked for as staff.
do $$
declare name text;
begin
  foreach name in array array['access_log', 'invitation'] loop
    execute format('grant select, insert on %I to bistrom_members', name);
    execute format($policy$create policy own on %I to bistrom_members
      using (firm_id = any ((select own_firms())::uuid[]) or cluster_id = any ((select own_staff_clusters())::uuid[]))$policy$, name);
  end loop;
end $$;
grant update (revoked_at) on invitation to bistrom_members;
grant select, insert, update (revoked_at, revoked_by) on api_key to bistrom_members;
create policy own on api_key to bistrom_members using (firm_id = any ((select own_firms())::uuid[]));
grant select, insert, update (role), delete on person_firm to bistrom_members;
create policy members on person_firm to bistrom_members using (firm_id = any ((select own_firms())::uuid[]));
grant select, insert, update (role), delete on person_cluster to bistrom_members;
create policy members on person_cluster to bistrom_members using (cluster_id = any ((select own_staff_clusters())::uuid[]));
-- Locked while somebody goes, so that the last who manages stays: the right to lock needs one of a column.
grant select, update (name) on firm, cluster to bistrom_members;
create policy own on firm to bistrom_members using (id = any ((select own_firms())::uuid[])) with check (false);
create policy own on cluster to bistrom_members
  using (id = any ((select own_staff_clusters())::uuid[])) with check (false);
grant insert on mail, job_request to bistrom_members;
create policy members_write on mail for insert to bistrom_members with check (own_person() is not null);
create policy members_ask on job_request for insert to bistrom_members with check (own_person() is not null);

-- What may still be asked for this minute: the api's limits alone.
grant select, insert, update on cost_bucket to bistrom_limits;
create policy limits on cost_bucket to bistrom_limits using (true) with check (true);

-- The sign-in library has its own schema whole, and nothing else. A person sees his or her sessions, never a token.
grant select, insert, update, delete on all tables in schema auth to bistrom_auth;
alter default privileges in schema auth grant select, insert, update, delete on tables to bistrom_auth;
grant select, insert, update on auth."user", auth."account" to bistrom_installation;
grant select, delete on auth."session" to bistrom_installation;
grant select ("id", "name", "language") on auth."user" to bistrom_app;
grant select ("id", "userId", "createdAt", "updatedAt", "expiresAt", "userAgent"), delete on auth."session" to bistrom_app;
do $$
declare name text;
begin
  foreach name in array array[
    'user', 'session', 'account', 'verification', 'rateLimit', 'twoFactor', 'passkey', 'used_code', 'sign_in_tries'
  ] loop
    execute format('alter table auth.%I enable row level security, force row level security', name);
    execute format('create policy sign_in on auth.%I to bistrom_auth using (true) with check (true)', name);
    execute format('create policy installation on auth.%I to bistrom_installation using (true) with check (true)', name);
  end loop;
end $$;
create policy known on auth."user" for select to bistrom_app using (may_know_person("id"));
create policy own on auth."session" to bistrom_app using ("userId" = (select own_person()));

-- Members by name and address; of those who left, what the log needs to name them.
grant select ("id", "name", "email") on auth."user" to bistrom_members;
grant select ("userId", "updatedAt") on auth."session" to bistrom_members;
create policy members on auth."user" for select to bistrom_members using (
  "id" in (select person_id from person_firm union select person_id from person_cluster
    union select by_person from access_log union select person_id from access_log
    union select invited_by from invitation union select created_by from api_key));
create policy members on auth."session" for select to bistrom_members using (
  "userId" in (select person_id from person_firm union select person_id from person_cluster));
