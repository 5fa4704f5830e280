ALTER TABLE "chain" DROP CONSTRAINT "a_chain_has_a_kind";--> statement-breakpoint
ALTER TABLE "rights_decision" ADD COLUMN "seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_decision" ADD COLUMN "number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_decision" ADD COLUMN "salt" uuid;--> statement-breakpoint
ALTER TABLE "rights_decision" ADD COLUMN "digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_decision" ADD COLUMN "previous_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_decision" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_request" ADD COLUMN "seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_request" ADD COLUMN "number" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_request" ADD COLUMN "salt" uuid;--> statement-breakpoint
ALTER TABLE "rights_request" ADD COLUMN "digest" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_request" ADD COLUMN "previous_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "rights_request" ADD COLUMN "hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- What was asked and decided before is chained as it stands, in the order in which it came, as chain_row of trail.sql does it.
DO $$
DECLARE
	one record;
	place int;
	previous text;
BEGIN
	PERFORM set_config('timezone', 'UTC', true);
	ALTER TABLE rights_request DISABLE TRIGGER USER;
	ALTER TABLE rights_decision DISABLE TRIGGER USER;
	place := 0;
	previous := '';
	FOR one IN SELECT id FROM rights_request ORDER BY asked_at, nth LOOP
		place := place + 1;
		UPDATE rights_request SET seq = place, previous_hash = previous, salt = gen_random_uuid() WHERE id = one.id;
		UPDATE rights_request SET digest = encode(sha256(convert_to(jsonb_build_array(salt, null, null)::text, 'UTF8')), 'hex') WHERE id = one.id;
		UPDATE rights_request r SET hash = encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(r) - array['hash', 'salt', 'said', 'changes'])::text, 'UTF8')), 'hex')
			WHERE id = one.id RETURNING hash INTO previous;
	END LOOP;
	INSERT INTO chain (kind, complaint_id, seq, hash)
		SELECT 'rights_request', '00000000-0000-0000-0000-000000000000', place, previous WHERE place > 0;
	place := 0;
	previous := '';
	FOR one IN SELECT id FROM rights_decision ORDER BY at, id LOOP
		place := place + 1;
		UPDATE rights_decision SET seq = place, previous_hash = previous, salt = gen_random_uuid() WHERE id = one.id;
		UPDATE rights_decision SET digest = encode(sha256(convert_to(jsonb_build_array(salt, null, null)::text, 'UTF8')), 'hex') WHERE id = one.id;
		UPDATE rights_decision r SET hash = encode(sha256(convert_to(jsonb_strip_nulls(to_jsonb(r) - array['hash', 'salt', 'said', 'changes'])::text, 'UTF8')), 'hex')
			WHERE id = one.id RETURNING hash INTO previous;
	END LOOP;
	INSERT INTO chain (kind, complaint_id, seq, hash)
		SELECT 'rights_decision', '00000000-0000-0000-0000-000000000000', place, previous WHERE place > 0;
	ALTER TABLE rights_request ENABLE TRIGGER USER;
	ALTER TABLE rights_decision ENABLE TRIGGER USER;
END $$;--> statement-breakpoint
CREATE UNIQUE INDEX "a_decision_on_rights_has_its_place" ON "rights_decision" USING btree ("seq");--> statement-breakpoint
CREATE UNIQUE INDEX "a_request_for_rights_has_its_place" ON "rights_request" USING btree ("seq");--> statement-breakpoint
ALTER TABLE "chain" ADD CONSTRAINT "a_chain_has_a_kind" CHECK ("chain"."kind" in ('event', 'opening', 'rights_request', 'rights_decision'));