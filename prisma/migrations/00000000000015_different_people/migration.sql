-- CreateTable
CREATE TABLE "person_traits" (
    "person_id" UUID NOT NULL,
    "traits" JSONB NOT NULL,

    CONSTRAINT "person_traits_pkey" PRIMARY KEY ("person_id")
);

-- CreateTable
CREATE TABLE "different_people" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "one_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,
    "taken_back_at" TIMESTAMPTZ(3),
    "taken_back_by" TEXT,

    CONSTRAINT "different_people_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "different_people_other_id_idx" ON "different_people"("other_id");

-- AddForeignKey
ALTER TABLE "person_traits" ADD CONSTRAINT "person_traits_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_one_id_fkey" FOREIGN KEY ("one_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "different_people" ADD CONSTRAINT "different_people_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- Written by hand: what Prisma's schema language cannot say -------------------------------------------------------

-- Nobody is another person than themselves, and two people are one pair, whichever of them is looked at.
alter table different_people
  add constraint different_people_are_two_in_order check (one_id < other_id),
  add constraint different_people_are_taken_back_by_somebody check ((taken_back_at is null) = (taken_back_by is null));
create unique index different_people_once on different_people (one_id, other_id) where taken_back_at is null;

-- It is taken back, once, and neither changed otherwise nor forgotten.
create function keep_different_people() returns trigger language plpgsql as $$
begin
  raise exception 'that two people are different is taken back, not changed or removed: % is refused', lower(tg_op)
    using errcode = 'integrity_constraint_violation';
end
$$;

create trigger different_people_are_only_taken_back before update on different_people
  for each row when (
    old.taken_back_at is not null
    or (new.id, new.one_id, new.other_id, new.reason, new.at, new.by)
      is distinct from (old.id, old.one_id, old.other_id, old.reason, old.at, old.by)
  )
  execute function keep_different_people();
create trigger different_people_are_not_removed before delete on different_people
  for each row execute function keep_different_people();
create trigger different_people_are_not_truncated before truncate on different_people
  for each statement execute function keep_different_people();

-- Traits are made again with every save; of pairs, only what has its turn to change.
grant select, insert, update, delete on person_traits to kartateka_editor;
grant select, insert on different_people to kartateka_editor;
grant update (taken_back_at, taken_back_by) on different_people to kartateka_editor;
