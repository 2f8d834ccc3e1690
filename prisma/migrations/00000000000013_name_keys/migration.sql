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

create index public_name_keys_idx on public_name using gin (keys);
create index person_name_keys_idx on person_name using gin (keys);
