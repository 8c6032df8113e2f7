-- Heat by month is folded as figures are, for a cluster's own staff and auditors: what is left of a listing and how it is
-- spread over the year. No price, place or text is among the columns.
grant select (firm_id, side, state, version, remaining) on listing to bistrom_figures;
grant select (unit, per, monthly_profile) on listing_version to bistrom_figures;
