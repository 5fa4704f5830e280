CREATE TABLE "opening" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid,
	"what" text NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" uuid,
	"at" timestamp with time zone NOT NULL,
	"said" jsonb NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"number" text DEFAULT '' NOT NULL,
	"salt" uuid,
	"digest" text DEFAULT '' NOT NULL,
	"previous_hash" text DEFAULT '' NOT NULL,
	"hash" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "chain" (
	"kind" text NOT NULL,
	"complaint_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	"covered_seq" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "chain_kind_complaint_id_pk" PRIMARY KEY("kind","complaint_id"),
	CONSTRAINT "a_chain_has_a_kind" CHECK ("chain"."kind" in ('event', 'opening'))
);
--> statement-breakpoint
CREATE TABLE "checkpoint" (
	"nth" integer PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"events" integer NOT NULL,
	"openings" integer NOT NULL,
	"chains" integer NOT NULL,
	"leaves" integer NOT NULL,
	"root" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	"signature" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "checkpoint_leaf" (
	"nth" integer NOT NULL,
	"place" integer NOT NULL,
	"kind" text NOT NULL,
	"complaint_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "checkpoint_leaf_nth_place_pk" PRIMARY KEY("nth","place"),
	CONSTRAINT "a_row_is_in_one_checkpoint" UNIQUE("kind","complaint_id","seq")
);
--> statement-breakpoint
CREATE TABLE "erasure" (
	"id" uuid PRIMARY KEY NOT NULL,
	"complaint_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"ground" text NOT NULL,
	"by_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "trail_check" (
	"id" uuid PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"events" integer NOT NULL,
	"chains" integer NOT NULL,
	"checkpoints" integer NOT NULL,
	"broken" integer NOT NULL
);
--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "salt" uuid;--> statement-breakpoint
ALTER TABLE "event" ADD COLUMN "digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "opening" ADD CONSTRAINT "opening_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opening" ADD CONSTRAINT "opening_actor_id_person_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_complaint_id_complaint_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."complaint"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "erasure" ADD CONSTRAINT "erasure_by_id_person_id_fk" FOREIGN KEY ("by_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "an_opening_has_its_place" ON "opening" USING btree (coalesce("complaint_id", '00000000-0000-0000-0000-000000000000'),"seq");--> statement-breakpoint
CREATE INDEX "opening_by_time" ON "opening" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "opening_by_person" ON "opening" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "opening_by_number" ON "opening" USING btree ("number");--> statement-breakpoint
CREATE INDEX "chain_uncovered" ON "chain" USING btree ("kind","complaint_id") WHERE "chain"."covered_seq" < "chain"."seq";--> statement-breakpoint
CREATE INDEX "event_by_time" ON "event" USING btree ("at","id");--> statement-breakpoint
CREATE INDEX "event_by_person" ON "event" USING btree ("actor_id","at","id");--> statement-breakpoint
CREATE INDEX "event_by_number" ON "event" USING btree ("number");--> statement-breakpoint
DROP TRIGGER IF EXISTS an_event_is_never_changed ON "event";--> statement-breakpoint
DROP TRIGGER IF EXISTS an_event_is_chained ON "event";--> statement-breakpoint
UPDATE "event" e SET "number" = c."number", "salt" = gen_random_uuid() FROM "complaint" c WHERE c."id" = e."complaint_id";--> statement-breakpoint
UPDATE "event" SET "digest" = encode(sha256(convert_to(jsonb_build_array("salt", "said", "changes")::text, 'UTF8')), 'hex');--> statement-breakpoint
DO $$
declare
  e event;
  last_hash text := '';
  last_complaint uuid;
begin
  set local timezone = 'UTC';
  for e in select * from event order by complaint_id, seq loop
    if e.complaint_id is distinct from last_complaint then last_hash := ''; end if;
    e.previous_hash := last_hash;
    last_hash := encode(sha256(convert_to(
      jsonb_strip_nulls(to_jsonb(e) - array['hash', 'salt', 'said', 'changes'])::text, 'UTF8')), 'hex');
    last_complaint := e.complaint_id;
    update event set previous_hash = e.previous_hash, hash = last_hash where id = e.id;
  end loop;
end $$;--> statement-breakpoint
INSERT INTO "chain" ("kind", "complaint_id", "seq", "hash")
SELECT DISTINCT ON ("complaint_id") 'event', "complaint_id", "seq", "hash" FROM "event" ORDER BY "complaint_id", "seq" DESC;
