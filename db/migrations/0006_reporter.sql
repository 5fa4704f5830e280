CREATE TABLE "reporter" (
	"id" uuid PRIMARY KEY NOT NULL,
	"liaison_point_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "a_contact_reports_for_a_point_under_one_name" UNIQUE("liaison_point_id","person_id")
);
--> statement-breakpoint
DROP INDEX "complaint_by_point";--> statement-breakpoint
DROP INDEX "complaint_solved_by_point";--> statement-breakpoint
DROP INDEX "complaint_open_by_point";--> statement-breakpoint
ALTER TABLE "complaint" ADD COLUMN "reporter_id" uuid;--> statement-breakpoint
ALTER TABLE "reporter" ADD CONSTRAINT "reporter_liaison_point_id_liaison_point_id_fk" FOREIGN KEY ("liaison_point_id") REFERENCES "public"."liaison_point"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reporter" ADD CONSTRAINT "reporter_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reporter_by_person" ON "reporter" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "complaint" ADD CONSTRAINT "complaint_reporter_id_reporter_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."reporter"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "complaint_by_reporter" ON "complaint" USING btree ("reporter_id","submitted_at","id","status");--> statement-breakpoint
CREATE INDEX "complaint_solved_by_reporter" ON "complaint" USING btree ("reporter_id","status","id") WHERE "complaint"."status" = 'closed' and "complaint"."solved";--> statement-breakpoint
CREATE INDEX "complaint_open_by_reporter" ON "complaint" USING btree ("reporter_id","id") WHERE "complaint"."ended_at" is null and status <> 'clue';