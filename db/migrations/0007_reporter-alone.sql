INSERT INTO "reporter" ("id", "liaison_point_id", "person_id")
SELECT uuidv7(), "liaison_point_id", "submitted_by_id" FROM "complaint" GROUP BY "liaison_point_id", "submitted_by_id";
--> statement-breakpoint
UPDATE "complaint" SET "reporter_id" = r."id" FROM "reporter" r
WHERE r."liaison_point_id" = "complaint"."liaison_point_id" AND r."person_id" = "complaint"."submitted_by_id";
--> statement-breakpoint
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_liaison_point_id_liaison_point_id_fk";
--> statement-breakpoint
ALTER TABLE "attachment" DROP CONSTRAINT "attachment_uploaded_by_id_person_id_fk";
--> statement-breakpoint
ALTER TABLE "complaint" DROP CONSTRAINT "complaint_liaison_point_id_liaison_point_id_fk";
--> statement-breakpoint
ALTER TABLE "complaint" DROP CONSTRAINT "complaint_submitted_by_id_person_id_fk";
--> statement-breakpoint
ALTER TABLE "complaint" ALTER COLUMN "reporter_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "attachment" DROP COLUMN "liaison_point_id";--> statement-breakpoint
ALTER TABLE "attachment" DROP COLUMN "uploaded_by_id";--> statement-breakpoint
ALTER TABLE "complaint" DROP COLUMN "liaison_point_id";--> statement-breakpoint
ALTER TABLE "complaint" DROP COLUMN "submitted_by_id";