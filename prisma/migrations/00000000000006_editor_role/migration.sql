-- Written by hand: what commands and accounts may do. Everything that the site does goes through this role; the owner's
-- is for migrations, reference data, rebuilding, backups and erasing, which npm's scripts do.

-- With npm's scripts the role is there already, with its password; this is for `prisma migrate deploy`.
do $$ begin
  if not exists (select from pg_roles where rolname = 'kartateka_editor') then
    create role kartateka_editor nologin;
  end if;
end $$;

grant usage on schema public to kartateka_editor;

-- What is only ever added to. No right to change or to remove it, and none that could take the triggers away.
grant select, insert on version, audit_entry, draft_save, draft_step to kartateka_editor;

-- Erasing is the owner's.
grant select on erasure to kartateka_editor;

-- Of these, only what has its turn to change.
grant select, insert on person, withholding, showing_request, draft, "user" to kartateka_editor;
grant update (number, state, current_version) on person to kartateka_editor;
grant update (lifted_at, lifted_by) on withholding to kartateka_editor;
grant update (outcome, decided_at, decided_by) on showing_request to kartateka_editor;
grant update (base_version, state, save, last_ids, published_version, changed_at) on draft to kartateka_editor;
-- A user's id stands in the audit and in every version: it never becomes another's.
grant update (name, email, email_verified, image, updated_at, login, role, must_change_password, deactivated_at)
  on "user" to kartateka_editor;

-- What comes and goes, or can be made again.
grant select, insert, update, delete on
  session, account, verification, sign_in_throttle, outbox, person_name,
  public_person, public_version, public_withdrawal, public_name, public_category, public_event, public_charge,
  public_sentence, public_stay, public_health_condition, public_risk, public_death
to kartateka_editor;

grant select on facility, article, figure to kartateka_editor;

-- Numbers that a new row is given: not to be set back.
do $$
declare
  s regclass;
begin
  for s in
    select d.objid::regclass from pg_depend d
    join pg_class c on c.oid = d.objid and c.relkind = 'S'
    where d.classid = 'pg_class'::regclass and d.refclassid = 'pg_class'::regclass and d.deptype in ('a', 'i')
      and c.relnamespace = 'public'::regnamespace
      and has_table_privilege('kartateka_editor', d.refobjid, 'insert')
  loop
    execute format('grant usage on sequence %s to kartateka_editor', s);
  end loop;
end
$$;

-- The locks that publishing takes. Migration 3 has taken them from everybody where it could; elsewhere they are
-- everybody's still, and not the owner's to give.
do $$
declare
  f regprocedure;
begin
  foreach f in array array[
    'pg_advisory_lock(bigint)', 'pg_try_advisory_lock(bigint)', 'pg_advisory_unlock(bigint)',
    'pg_advisory_xact_lock(bigint)', 'pg_try_advisory_xact_lock(bigint)'
  ]::regprocedure[]
  loop
    if has_function_privilege(f, 'execute with grant option') then
      execute format('grant execute on function %s to kartateka_editor', f);
    end if;
  end loop;
end
$$;
