CREATE TABLE "passkey" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"credential_id" text NOT NULL,
	"public_key" "bytea" NOT NULL,
	"counter" bigint NOT NULL,
	"transports" text[] NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_used_at" timestamp with time zone,
	CONSTRAINT "passkey_credentialId_unique" UNIQUE("credential_id")
);
--> statement-breakpoint
CREATE TABLE "proof_count" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"count" integer NOT NULL,
	CONSTRAINT "tries_are_counted_from_none" CHECK ("proof_count"."count" >= 0)
);
--> statement-breakpoint
CREATE TABLE "recovery_code" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"hash" "bytea" NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "totp" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"sealed" "bytea" NOT NULL,
	"last_step" bigint NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail" DROP CONSTRAINT "a_mail_has_a_kind";--> statement-breakpoint
ALTER TABLE "notice" DROP CONSTRAINT "a_notice_has_a_kind";--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "stage" text DEFAULT 'whole' NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "proved_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "session" ADD COLUMN "tries" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "proof_count" ADD CONSTRAINT "proof_count_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "totp" ADD CONSTRAINT "totp_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "passkey_by_person" ON "passkey" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "recovery_code_by_person" ON "recovery_code" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "mail" ADD CONSTRAINT "a_mail_has_a_kind" CHECK ("mail"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'supplementLapsed', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'extended', 'dateMoved', 'reminder', 'dueToday', 'urging', 'urgingCopy', 'circular', 'talkDue', 'signLate', 'stepLate', 'lookBackDue', 'evaluationLapsed', 'retaliationReported', 'retaliationAsked', 'clueReceived', 'clueArrived', 'clueAccepted', 'clueConcluded', 'clueReturned', 'disclosureRaised', 'unsealingAsked', 'unsealingApproved', 'unsealingRefused', 'unsealingEnded', 'identityOpened', 'erasureAsked', 'erasureRefused', 'erased', 'unreachable', 'calendarMissing', 'digest', 'sealedNews', 'invitation', 'passwordReset', 'passwordChanged', 'factorChanged', 'rightsAsked', 'rightsDecided', 'accountDisabled'));--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "a_notice_has_a_kind" CHECK ("notice"."kind" in ('received', 'submitted', 'supplementAsked', 'supplemented', 'accepted', 'declined', 'referenced', 'merged', 'primaryMoved', 'split', 'assignedToYou', 'assigned', 'signed', 'returned', 'returnRuled', 'recalled', 'firstContact', 'replied', 'replyAccepted', 'sentBack', 'answered', 'evaluated', 'badlyRated', 'rework', 'reworkWaived', 'rectifying', 'measureReported', 'measureSentBack', 'writeOffApplied', 'writeOffReady', 'writeOffRefused', 'writtenOff', 'withdrawn', 'reviewAsked', 'reviewAnswered', 'reopened', 'lookedBack', 'supplementLapsed', 'extensionAsked', 'extensionGranted', 'extensionRefused', 'extended', 'dateMoved', 'reminder', 'dueToday', 'urging', 'urgingCopy', 'circular', 'talkDue', 'signLate', 'stepLate', 'lookBackDue', 'evaluationLapsed', 'retaliationReported', 'retaliationAsked', 'clueReceived', 'clueArrived', 'clueAccepted', 'clueConcluded', 'clueReturned', 'disclosureRaised', 'unsealingAsked', 'unsealingApproved', 'unsealingRefused', 'unsealingEnded', 'identityOpened', 'erasureAsked', 'erasureRefused', 'erased', 'unreachable', 'calendarMissing', 'digest', 'sealedNews', 'invitation', 'passwordReset', 'passwordChanged', 'factorChanged', 'rightsAsked', 'rightsDecided', 'accountDisabled'));--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "a_session_is_half_or_whole" CHECK ("session"."stage" in ('half', 'whole'));