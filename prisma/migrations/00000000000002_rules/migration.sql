-- Written by hand: what Prisma's schema language cannot say.

-- Shapes of values ------------------------------------------------------------------------------------------------

alter table person
  add constraint person_number_is_positive check (number >= 1),
  add constraint person_with_a_state_is_numbered
    check (state is null or (number is not null and current_version is not null)),
  -- Deferred: a first version and the person that points to it are written in one transaction.
  add constraint person_current_version_fkey foreign key (id, current_version)
    references version (person_id, number) deferrable initially deferred;

alter table version
  add constraint version_number_is_positive check (number >= 1),
  add constraint version_file_is_an_object check (jsonb_typeof(file) = 'object'),
  add constraint version_public_note_is_an_object check (jsonb_typeof(public_note) = 'object'),
  add constraint version_content_hash_is_sha256 check (content_hash ~ '^[0-9a-f]{64}$'),
  add constraint version_hash_is_sha256 check (hash ~ '^[0-9a-f]{64}$'),
  add constraint version_previous_hash_is_sha256 check (previous_hash ~ '^[0-9a-f]{64}$'),
  add constraint version_chain_begins_at_one check ((number = 1) = (previous_hash is null)),
  add constraint version_has_an_author check (created_by <> '');

alter table withholding
  add constraint withholding_fact_id_is_one check (fact_id ~ '^[a-z]{1,2}[1-9][0-9]{0,5}$'),
  add constraint withholding_has_a_basis check (btrim(basis) <> ''),
  add constraint withholding_is_reviewed_later check (review_on >= (created_at at time zone 'UTC')::date),
  add constraint withholding_is_lifted_by_somebody check ((lifted_at is null) = (lifted_by is null)),
  add constraint withholding_is_lifted_later check (lifted_at >= created_at);

-- One withholding at a time for a fact, and one for the whole person.
create unique index withholding_active_fact_key on withholding (person_id, fact_id)
  where lifted_at is null and fact_id is not null;
create unique index withholding_active_person_key on withholding (person_id)
  where lifted_at is null and fact_id is null;

alter table audit_entry
  add constraint audit_entry_details_are_an_object check (jsonb_typeof(details) = 'object'),
  add constraint audit_entry_has_an_actor check (actor <> '');

alter table outbox add constraint outbox_address_is_a_path check (address ~ '^/');

alter table facility add constraint facility_details_are_an_object check (jsonb_typeof(details) = 'object');
alter table article add constraint article_details_are_an_object check (jsonb_typeof(details) = 'object');
alter table figure
  add constraint figure_details_are_an_object check (jsonb_typeof(details) = 'object'),
  add constraint figure_value_is_not_negative check (value >= 0);

alter table public_person
  add constraint public_person_number_is_positive check (number >= 1),
  add constraint public_person_form_is_an_object check (jsonb_typeof(form) = 'object'),
  add constraint public_person_card_is_an_object check (jsonb_typeof(card) = 'object'),
  add constraint public_person_version_fkey foreign key (number, version)
    references public_version (number, version) deferrable initially deferred;

alter table public_version
  add constraint public_version_is_positive check (number >= 1 and version >= 1),
  add constraint public_version_form_is_an_object check (jsonb_typeof(form) = 'object'),
  add constraint public_version_public_note_is_an_object check (jsonb_typeof(public_note) = 'object'),
  add constraint public_version_form_hash_is_sha256 check (form_hash ~ '^[0-9a-f]{64}$');

alter table public_withdrawal add constraint public_withdrawal_number_is_positive check (number >= 1);

alter table public_event add constraint public_event_days_are_in_order check (earliest <= latest);
alter table public_death add constraint public_death_days_are_in_order check (earliest <= latest);

alter table public_sentence
  add constraint public_sentence_term_is_positive check (years > 0 and months > 0 and days > 0);

alter table public_health_condition
  add constraint public_health_condition_details_are_an_object check (jsonb_typeof(details) = 'object');
alter table public_death
  add constraint public_death_details_are_an_object check (jsonb_typeof(details) = 'object');

-- Versions and the audit are only ever added to -------------------------------------------------------------------

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'rows of % are only ever added: % is refused', tg_table_name, lower(tg_op)
    using errcode = 'integrity_constraint_violation',
          hint = 'A correction is a new version. What may not be shown is withheld.';
end
$$;

create trigger version_refuses_change before update or delete on version
  for each row execute function refuse_change();
create trigger version_refuses_truncate before truncate on version
  for each statement execute function refuse_change();
create trigger audit_entry_refuses_change before update or delete on audit_entry
  for each row execute function refuse_change();
create trigger audit_entry_refuses_truncate before truncate on audit_entry
  for each statement execute function refuse_change();

-- The order of each alphabet, and parts of names ------------------------------------------------------------------

alter table public_person
  alter column sort_be type text collate "be-x-icu",
  alter column sort_ru type text collate "ru-x-icu",
  alter column sort_en type text collate "en-x-icu";

create extension if not exists pg_trgm;
create index public_name_folded_trgm_idx on public_name using gin (folded gin_trgm_ops);

-- What public code may read, and nothing else ---------------------------------------------------------------------

-- With npm's scripts the role is there already, with its password; this is for `prisma migrate deploy`.
do $$ begin
  if not exists (select from pg_roles where rolname = 'kartateka_public') then
    create role kartateka_public nologin;
  end if;
end $$;

revoke all on schema public from public;
revoke all on all tables in schema public from public;
revoke all on all sequences in schema public from public;

grant usage on schema public to kartateka_public;
grant select on
  public_person, public_version, public_withdrawal, public_name, public_category, public_event, public_charge,
  public_sentence, public_stay, public_health_condition, public_risk, public_death,
  facility, article, figure
to kartateka_public;
