CREATE TABLE "ledger_view" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"name" text NOT NULL,
	"query" text NOT NULL,
	"saved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "a_view_has_a_name" CHECK (length("ledger_view"."name") between 1 and 20)
);
--> statement-breakpoint
ALTER TABLE "ledger_view" ADD CONSTRAINT "ledger_view_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "a_person_names_a_view_once" ON "ledger_view" USING btree ("person_id","name");--> statement-breakpoint
CREATE INDEX "complaint_key_problem" ON "complaint" USING btree ("submitted_at","id") WHERE "complaint"."key_problem";--> statement-breakpoint
CREATE INDEX "complaint_kept" ON "complaint" USING btree ("submitted_at","id","ended_at") WHERE "complaint"."ended_at" is not null and "complaint"."title" <> '' and status <> 'clue';