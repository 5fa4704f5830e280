DROP INDEX "a_person_has_one_digest_a_morning";--> statement-breakpoint
CREATE UNIQUE INDEX "a_person_has_one_digest_of_a_kind_a_morning" ON "mail" USING btree ("person_id","kind","digest_on");