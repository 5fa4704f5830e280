ALTER TABLE "complaint" ADD COLUMN "triage_from" timestamp with time zone;--> statement-breakpoint
UPDATE "complaint" SET "triage_from" = "submitted_at";--> statement-breakpoint
ALTER TABLE "complaint" ALTER COLUMN "triage_from" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "complaint_by_feedback" ON "complaint" USING btree ("feedback_at") WHERE "complaint"."feedback_at" is not null;--> statement-breakpoint
CREATE INDEX "complaint_by_urgency" ON "complaint" USING btree ("submitted_at","id") WHERE "complaint"."urgent";--> statement-breakpoint
CREATE INDEX "mail_by_repeated" ON "mail" USING btree ("repeats") WHERE "mail"."repeats" is not null;