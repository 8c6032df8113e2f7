-- What indicators ask of an exchange beside its ledger entries: whether it is older than the platform, whether the offer is
-- stated as hazardous waste, and the municipality it comes from. See docs/decisions/0035.
do $$
declare name text;
begin
  foreach name in array array['agreement', 'listing_version', 'site'] loop
    execute format('create policy figures on %I for select to bistrom_figures using (true)', name);
  end loop;
end $$;
grant select (id, retrospective) on agreement to bistrom_figures;
grant select (site_id) on listing to bistrom_figures;
grant select (listing_id, version, waste_code) on listing_version to bistrom_figures;
grant select (id, municipality_number) on site to bistrom_figures;
