-- Ids that went with what was erased: without meaning, and never given again.
ALTER TABLE "erasure" ADD COLUMN     "ids" TEXT[],
ADD COLUMN     "notes" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "registry_identity" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "registry_identity_pkey" PRIMARY KEY ("id")
);

-- Written by hand: what Prisma's schema language cannot say -------------------------------------------------------

-- There is one registry in a database. It keeps its identity through backups, so that one registry's ledger of erasures
-- is never taken for another's.
create unique index registry_identity_key on registry_identity ((true));
insert into registry_identity default values;
