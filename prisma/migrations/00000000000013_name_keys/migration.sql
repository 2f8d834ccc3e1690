-- Names are found by keys that domain/names makes of their parts, no longer by parts of a folded text.
drop index public_name_folded_trgm_idx;
drop index public_name_folded_idx;
drop index person_name_folded_trgm_idx;

-- Names that are here already get their parts and keys when the registry is next started, with all that follows from
-- the files (`publicRules` in ops/seed.ts). Until that is done they are found by nobody.
alter table public_name
  drop column folded,
  add column given text,
  add column patronymic text,
  add column family text,
  add column keys text[] default array[]::text[];
alter table person_name
  drop column folded,
  add column given text,
  add column patronymic text,
  add column family text,
  add column keys text[] default array[]::text[];

-- No list is kept of what is still to be put into them: every search would read through it, for as long as nobody else
-- writes, and keys of a name that was withheld would wait there.
create index public_name_keys_idx on public_name using gin (keys) with (fastupdate = off);
create index person_name_keys_idx on person_name using gin (keys) with (fastupdate = off);
