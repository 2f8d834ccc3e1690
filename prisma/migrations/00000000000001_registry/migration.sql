-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateEnum
CREATE TYPE "person_state" AS ENUM ('published', 'withdrawn');

-- CreateEnum
CREATE TYPE "withholding_manner" AS ENUM ('told', 'silent');

-- CreateTable
CREATE TABLE "person" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "number" INTEGER,
    "state" "person_state",
    "current_version" INTEGER,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "version" (
    "person_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "file" JSONB NOT NULL,
    "public_note" JSONB,
    "internal_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "content_hash" CHAR(64) NOT NULL,
    "previous_hash" CHAR(64),
    "hash" CHAR(64) NOT NULL,
    "hash_scheme" TEXT NOT NULL,

    CONSTRAINT "version_pkey" PRIMARY KEY ("person_id","number")
);

-- CreateTable
CREATE TABLE "withholding" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "person_id" UUID NOT NULL,
    "fact_id" TEXT,
    "manner" "withholding_manner" NOT NULL,
    "basis" TEXT NOT NULL,
    "review_on" DATE NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,
    "lifted_at" TIMESTAMPTZ(3),
    "lifted_by" TEXT,

    CONSTRAINT "withholding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "person_id" UUID,
    "details" JSONB NOT NULL,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "outbox" (
    "address" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "outbox_pkey" PRIMARY KEY ("address")
);

-- CreateTable
CREATE TABLE "facility" (
    "code" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "number" TEXT,
    "details" JSONB NOT NULL,

    CONSTRAINT "facility_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "article" (
    "code" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "law" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "article_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "figure" (
    "id" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "value" INTEGER NOT NULL,
    "headline" BOOLEAN NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_person" (
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "form" JSONB NOT NULL,
    "card" JSONB NOT NULL,
    "sort_be" TEXT NOT NULL,
    "sort_ru" TEXT NOT NULL,
    "sort_en" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "custody" TEXT,
    "exit" TEXT,
    "sex" TEXT,
    "recognition" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "public_person_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "public_version" (
    "number" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "form" JSONB NOT NULL,
    "form_hash" CHAR(64) NOT NULL,
    "public_note" JSONB,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "public_version_pkey" PRIMARY KEY ("number","version")
);

-- CreateTable
CREATE TABLE "public_withdrawal" (
    "number" INTEGER NOT NULL,

    CONSTRAINT "public_withdrawal_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "public_name" (
    "number" INTEGER NOT NULL,
    "fact_id" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "script" TEXT NOT NULL,
    "preferred" BOOLEAN NOT NULL,
    "text" TEXT NOT NULL,
    "folded" TEXT NOT NULL,

    CONSTRAINT "public_name_pkey" PRIMARY KEY ("number","fact_id")
);

-- CreateTable
CREATE TABLE "public_category" (
    "number" INTEGER NOT NULL,
    "category" TEXT NOT NULL,

    CONSTRAINT "public_category_pkey" PRIMARY KEY ("number","category")
);

-- CreateTable
CREATE TABLE "public_event" (
    "number" INTEGER NOT NULL,
    "fact_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "edtf" TEXT,
    "earliest" DATE,
    "latest" DATE,

    CONSTRAINT "public_event_pkey" PRIMARY KEY ("number","fact_id")
);

-- CreateTable
CREATE TABLE "public_charge" (
    "number" INTEGER NOT NULL,
    "fact_id" TEXT NOT NULL,
    "prosecution_id" TEXT NOT NULL,
    "article_code" TEXT NOT NULL,

    CONSTRAINT "public_charge_pkey" PRIMARY KEY ("number","fact_id")
);

-- CreateTable
CREATE TABLE "public_sentence" (
    "number" INTEGER NOT NULL,
    "fact_id" TEXT NOT NULL,
    "prosecution_id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "years" INTEGER,
    "months" INTEGER,
    "days" INTEGER,
    "regime" TEXT,
    "in_absentia" BOOLEAN NOT NULL,

    CONSTRAINT "public_sentence_pkey" PRIMARY KEY ("number","fact_id")
);

-- CreateTable
CREATE TABLE "public_stay" (
    "number" INTEGER NOT NULL,
    "fact_id" TEXT NOT NULL,
    "facility_code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "edtf" TEXT,
    "as_of" TEXT NOT NULL,

    CONSTRAINT "public_stay_pkey" PRIMARY KEY ("number","fact_id")
);

-- CreateTable
CREATE TABLE "public_health_condition" (
    "number" INTEGER NOT NULL,
    "fact_id" TEXT NOT NULL,
    "group" TEXT NOT NULL,
    "onset" TEXT NOT NULL,
    "care" TEXT NOT NULL,
    "details" JSONB NOT NULL,

    CONSTRAINT "public_health_condition_pkey" PRIMARY KEY ("number","fact_id")
);

-- CreateTable
CREATE TABLE "public_risk" (
    "number" INTEGER NOT NULL,
    "group" TEXT NOT NULL,

    CONSTRAINT "public_risk_pkey" PRIMARY KEY ("number","group")
);

-- CreateTable
CREATE TABLE "public_death" (
    "number" INTEGER NOT NULL,
    "setting" TEXT NOT NULL,
    "edtf" TEXT,
    "earliest" DATE,
    "latest" DATE,
    "details" JSONB NOT NULL,

    CONSTRAINT "public_death_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE UNIQUE INDEX "person_number_key" ON "person"("number");

-- CreateIndex
CREATE INDEX "withholding_person_id_idx" ON "withholding"("person_id");

-- CreateIndex
CREATE INDEX "withholding_review_on_idx" ON "withholding"("review_on");

-- CreateIndex
CREATE INDEX "audit_entry_person_id_idx" ON "audit_entry"("person_id");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at");

-- CreateIndex
CREATE UNIQUE INDEX "article_position_key" ON "article"("position");

-- CreateIndex
CREATE UNIQUE INDEX "figure_position_key" ON "figure"("position");

-- CreateIndex
CREATE INDEX "public_person_sort_be_number_idx" ON "public_person"("sort_be", "number");

-- CreateIndex
CREATE INDEX "public_person_sort_ru_number_idx" ON "public_person"("sort_ru", "number");

-- CreateIndex
CREATE INDEX "public_person_sort_en_number_idx" ON "public_person"("sort_en", "number");

-- CreateIndex
CREATE INDEX "public_person_state_idx" ON "public_person"("state");

-- CreateIndex
CREATE INDEX "public_person_custody_idx" ON "public_person"("custody");

-- CreateIndex
CREATE INDEX "public_person_exit_idx" ON "public_person"("exit");

-- CreateIndex
CREATE INDEX "public_person_sex_idx" ON "public_person"("sex");

-- CreateIndex
CREATE INDEX "public_person_recognition_idx" ON "public_person"("recognition");

-- CreateIndex
CREATE INDEX "public_version_published_at_number_idx" ON "public_version"("published_at" DESC, "number");

-- CreateIndex
CREATE INDEX "public_name_folded_idx" ON "public_name"("folded");

-- CreateIndex
CREATE INDEX "public_category_category_idx" ON "public_category"("category");

-- CreateIndex
CREATE INDEX "public_event_kind_earliest_idx" ON "public_event"("kind", "earliest");

-- CreateIndex
CREATE INDEX "public_charge_article_code_idx" ON "public_charge"("article_code");

-- CreateIndex
CREATE INDEX "public_sentence_type_idx" ON "public_sentence"("type");

-- CreateIndex
CREATE INDEX "public_stay_facility_code_idx" ON "public_stay"("facility_code");

-- CreateIndex
CREATE INDEX "public_health_condition_group_idx" ON "public_health_condition"("group");

-- CreateIndex
CREATE INDEX "public_health_condition_care_idx" ON "public_health_condition"("care");

-- CreateIndex
CREATE INDEX "public_risk_group_idx" ON "public_risk"("group");

-- CreateIndex
CREATE INDEX "public_death_earliest_idx" ON "public_death"("earliest");

-- AddForeignKey
ALTER TABLE "version" ADD CONSTRAINT "version_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "withholding" ADD CONSTRAINT "withholding_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "public_name" ADD CONSTRAINT "public_name_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_category" ADD CONSTRAINT "public_category_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_event" ADD CONSTRAINT "public_event_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_charge" ADD CONSTRAINT "public_charge_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_charge" ADD CONSTRAINT "public_charge_article_code_fkey" FOREIGN KEY ("article_code") REFERENCES "article"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_sentence" ADD CONSTRAINT "public_sentence_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_stay" ADD CONSTRAINT "public_stay_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_stay" ADD CONSTRAINT "public_stay_facility_code_fkey" FOREIGN KEY ("facility_code") REFERENCES "facility"("code") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_health_condition" ADD CONSTRAINT "public_health_condition_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_risk" ADD CONSTRAINT "public_risk_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_death" ADD CONSTRAINT "public_death_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;
