-- Each change of a page has a generation of its own: a page that was rendered before a change is never written after
-- it. Rows stay when their page is made, so that a whole edition knows what changed while it was being made.
ALTER TABLE "outbox"
    DROP COLUMN "since",
    ADD COLUMN "generation" BIGSERIAL NOT NULL,
    ADD COLUMN "made" BIGINT NOT NULL DEFAULT 0;
