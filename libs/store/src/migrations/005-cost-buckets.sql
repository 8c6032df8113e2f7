-- What each person may still ask for this minute, in points; see decision 0016. Unlogged: a crash of the server empties
-- the table, and everybody has a full bucket again. Only the api reads and writes it.

create unlogged table cost_bucket (
  person_id text not null primary key,
  points double precision not null,
  filled_at timestamptz not null
);
