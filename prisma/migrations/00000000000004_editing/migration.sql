-- CreateEnum
CREATE TYPE "showing_outcome" AS ENUM ('granted', 'declined', 'taken-back');

-- CreateEnum
CREATE TYPE "draft_state" AS ENUM ('editing', 'submitted', 'returned', 'published', 'discarded');

-- CreateEnum
CREATE TYPE "save_manner" AS ENUM ('opened', 'manual', 'automatic', 'went-back', 'aside');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('editor', 'reviewer', 'administrator');

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "draft_id" UUID;

-- CreateTable
CREATE TABLE "showing_request" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "fact_id" TEXT,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "asked_by" TEXT NOT NULL,
    "outcome" "showing_outcome",
    "decided_at" TIMESTAMPTZ(3),
    "decided_by" TEXT,

    CONSTRAINT "showing_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "base_version" INTEGER NOT NULL,
    "state" "draft_state" NOT NULL DEFAULT 'editing',
    "save" INTEGER NOT NULL DEFAULT 1,
    "last_ids" JSONB NOT NULL,
    "published_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "draft_save" (
    "draft_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "file" JSONB NOT NULL,
    "manner" "save_manner" NOT NULL,
    "based_on" INTEGER,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "saved_by" TEXT NOT NULL,

    CONSTRAINT "draft_save_pkey" PRIMARY KEY ("draft_id","number")
);

-- CreateTable
CREATE TABLE "draft_step" (
    "draft_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "step" TEXT NOT NULL,
    "save" INTEGER NOT NULL,
    "note" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,

    CONSTRAINT "draft_step_pkey" PRIMARY KEY ("draft_id","number")
);

-- CreateTable
CREATE TABLE "person_name" (
    "person_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "person_name_pkey" PRIMARY KEY ("person_id","text")
);

-- CreateTable
CREATE TABLE "erasure" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "fact_id" TEXT,
    "versions" INTEGER[],
    "basis" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "by" TEXT NOT NULL,

    CONSTRAINT "erasure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "login" TEXT NOT NULL,
    "role" "role" NOT NULL DEFAULT 'editor',
    "must_change_password" BOOLEAN NOT NULL DEFAULT true,
    "deactivated_at" TIMESTAMPTZ(3),

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "token" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "user_id" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(3),
    "refresh_token_expires_at" TIMESTAMPTZ(3),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sign_in_throttle" (
    "key" CHAR(64) NOT NULL,
    "failures" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE INDEX "showing_request_person_id_idx" ON "showing_request"("person_id");

-- CreateIndex
CREATE INDEX "draft_person_id_idx" ON "draft"("person_id");

-- CreateIndex
CREATE INDEX "draft_state_changed_at_idx" ON "draft"("state", "changed_at");

-- CreateIndex
CREATE INDEX "draft_save_saved_by_idx" ON "draft_save"("saved_by");

-- CreateIndex
CREATE INDEX "draft_step_at_idx" ON "draft_step"("at" DESC);

-- CreateIndex
CREATE INDEX "erasure_person_id_idx" ON "erasure"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "user_login_key" ON "user"("login");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "account_provider_id_account_id_key" ON "account"("provider_id", "account_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE INDEX "sign_in_throttle_last_at_idx" ON "sign_in_throttle"("last_at");

-- CreateIndex
CREATE INDEX "audit_entry_actor_idx" ON "audit_entry"("actor");

-- AddForeignKey
ALTER TABLE "showing_request" ADD CONSTRAINT "showing_request_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "draft_save" ADD CONSTRAINT "draft_save_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "draft_step" ADD CONSTRAINT "draft_step_draft_id_fkey" FOREIGN KEY ("draft_id") REFERENCES "draft"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "person_name" ADD CONSTRAINT "person_name_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- Written by hand: what Prisma's schema language cannot say -------------------------------------------------------

alter table draft
  add constraint draft_base_version_is_not_negative check (base_version >= 0),
  add constraint draft_save_number_is_positive check (save >= 1),
  add constraint draft_last_ids_are_an_object check (jsonb_typeof(last_ids) = 'object'),
  add constraint draft_is_published_as_a_version check ((state = 'published') = (published_version is not null)),
  add constraint draft_has_an_author check (created_by <> ''),
  -- Deferred: a draft and its first save are written in one transaction.
  add constraint draft_save_fkey foreign key (id, save)
    references draft_save (draft_id, number) deferrable initially deferred;

-- One open draft a person.
create unique index draft_open_person_key on draft (person_id) where state in ('editing', 'submitted', 'returned');

alter table draft_save
  add constraint draft_save_is_positive check (number >= 1),
  add constraint draft_save_file_is_an_object check (jsonb_typeof(file) = 'object'),
  add constraint draft_save_has_an_author check (saved_by <> ''),
  add constraint draft_save_is_based_on_an_earlier_one check (based_on < number);

alter table draft_step
  add constraint draft_step_is_positive check (number >= 1),
  add constraint draft_step_has_an_actor check (by <> '');

alter table showing_request
  add constraint showing_request_has_a_reason check (btrim(reason) <> ''),
  add constraint showing_request_is_decided_whole
    check ((outcome is null) = (decided_at is null) and (outcome is null) = (decided_by is null)),
  -- Two are needed to show again what was hidden.
  add constraint showing_request_is_granted_by_another check (outcome <> 'granted' or decided_by <> asked_by);

-- One open request for a fact, and one for the whole person.
create unique index showing_request_open_fact_key on showing_request (person_id, fact_id)
  where outcome is null and fact_id is not null;
create unique index showing_request_open_person_key on showing_request (person_id)
  where outcome is null and fact_id is null;

alter table erasure
  add constraint erasure_has_a_basis check (btrim(basis) <> ''),
  add constraint erasure_has_an_actor check (by <> '');

alter table "user"
  add constraint user_login_is_plain check (login ~ '^[a-z][a-z0-9.-]{1,39}$'),
  add constraint user_has_a_name check (btrim(name) <> '');

alter table sign_in_throttle add constraint sign_in_throttle_failures_are_positive check (failures >= 1);

create trigger draft_save_refuses_change before update or delete on draft_save
  for each row execute function refuse_change();
create trigger draft_save_refuses_truncate before truncate on draft_save
  for each statement execute function refuse_change();
create trigger draft_step_refuses_change before update or delete on draft_step
  for each row execute function refuse_change();
create trigger draft_step_refuses_truncate before truncate on draft_step
  for each statement execute function refuse_change();
create trigger erasure_refuses_change before update or delete on erasure
  for each row execute function refuse_change();
create trigger erasure_refuses_truncate before truncate on erasure
  for each statement execute function refuse_change();

create index person_name_folded_trgm_idx on person_name using gin (folded gin_trgm_ops);
