DROP INDEX "chain_uncovered";--> statement-breakpoint
ALTER TABLE "chain" ADD COLUMN "is_covered" boolean DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX "chain_uncovered" ON "chain" USING btree ("kind","complaint_id") WHERE not "chain"."is_covered";