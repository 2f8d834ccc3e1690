-- CreateTable
CREATE TABLE "public_prose" (
    "number" INTEGER NOT NULL,
    "texts" JSONB NOT NULL,
    "be" tsvector NOT NULL,
    "ru" tsvector NOT NULL,
    "en" tsvector NOT NULL,

    CONSTRAINT "public_prose_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "public_year" (
    "number" INTEGER NOT NULL,
    "year" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,

    CONSTRAINT "public_year_pkey" PRIMARY KEY ("year", "number", "kind")
);

-- CreateIndex
CREATE INDEX "public_year_number_idx" ON "public_year"("number");

-- AddForeignKey
ALTER TABLE "public_prose" ADD CONSTRAINT "public_prose_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_year" ADD CONSTRAINT "public_year_number_fkey" FOREIGN KEY ("number") REFERENCES "public_person"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written by hand: what Prisma's schema language cannot say -------------------------------------------------------

alter table public_prose
  add constraint public_prose_texts_are_a_list check (jsonb_typeof(texts) = 'array');

-- Beside the number, as long as they fit: the texts go elsewhere first. A query looks at the words of thousands of people
-- and at the texts of twenty.
alter table public_prose
  alter column be set storage main,
  alter column ru set storage main,
  alter column en set storage main;

-- One for the three languages: a query asks for its words in each of them. Prose is written seldom and looked up often,
-- so that no list is kept of what is still to be put into the index; and words that were withheld don't wait in one.
create index public_prose_words_idx on public_prose using gin (be, ru, en) with (fastupdate = off);

grant select on public_prose, public_year to kartateka_public;
grant select, insert, update, delete on public_prose, public_year to kartateka_editor;
