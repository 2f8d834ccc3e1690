-- Written by hand: what may not be changed even by who may write.

-- A number, once given, stays: it is in links, in print and in other people's records.
create function keep_person_number() returns trigger language plpgsql as $$
begin
  raise exception 'the number of a person never changes'
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger person_keeps_its_number before update of number on person
  for each row when (old.number is not null and new.number is distinct from old.number)
  execute function keep_person_number();

-- A withholding is lifted, once, and neither changed otherwise nor forgotten.
create function keep_withholding() returns trigger language plpgsql as $$
begin
  raise exception 'a withholding is lifted, not changed or removed: % is refused', lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger withholding_is_only_lifted before update on withholding
  for each row when (
    old.lifted_at is not null
    or (new.id, new.person_id, new.fact_id, new.manner, new.basis, new.review_on, new.created_at, new.created_by)
      is distinct from
      (old.id, old.person_id, old.fact_id, old.manner, old.basis, old.review_on, old.created_at, old.created_by)
  )
  execute function keep_withholding();
create trigger withholding_is_not_removed before delete on withholding
  for each row execute function keep_withholding();
create trigger withholding_is_not_truncated before truncate on withholding
  for each statement execute function keep_withholding();

-- The public role reads. It must not write large objects, nor hold the lock that publishing and hiding wait for. Only a
-- superuser can take these from everybody; elsewhere PostgreSQL warns and goes on.
do $$
declare
  f regprocedure;
begin
  for f in
    select p.oid::regprocedure from pg_proc p
    where p.pronamespace = 'pg_catalog'::regnamespace
      and (p.proname ~ '^(pg_(try_)?advisory_|lo_)' or p.proname in ('lowrite', 'loread'))
      -- Who may not run a function at all is not warned but refused.
      and has_function_privilege('public', p.oid, 'execute')
  loop
    execute format('revoke execute on function %s from public', f);
    execute format('grant execute on function %s to %I', f, current_user);
  end loop;
end
$$;
