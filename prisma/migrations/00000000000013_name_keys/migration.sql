-- Names are found by keys that domain/names makes of their parts, no longer by parts of a folded text.
drop index public_name_folded_trgm_idx;
drop index public_name_folded_idx;
drop index person_name_folded_trgm_idx;

-- Names that are here already get their parts and keys when the registry is next started: the search index is then older
-- than the code. Until that is done they are found by nobody.
alter table public_name
  drop column folded,
  add column given text,
  add column patronymic text,
  add column family text,
  add column keys text[] not null default '{}';
alter table person_name
  drop column folded,
  add column given text,
  add column patronymic text,
  add column family text,
  add column keys text[] not null default '{}';

-- Names are written seldom and looked up often: no list of what is still to be put into the index.
create index public_name_keys_idx on public_name using gin (keys) with (fastupdate = off);
create index person_name_keys_idx on person_name using gin (keys) with (fastupdate = off);
