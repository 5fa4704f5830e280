import type { CSSProperties, ReactNode } from "react";
import { Body, Button, Container, Head, Heading, Hr, Html, Link, Preview, Section, Text } from "react-email";
import type { MailContent } from "../../app/domain/notice/mail-content.ts";
import { wordsOf } from "../../app/i18n/dictionaries.ts";
import type { Letter } from "../letter.ts";
import { palette, sans, serif } from "./palette.ts";

const card: CSSProperties = {
  backgroundColor: palette.card,
  border: `1px solid ${palette.hairline}`,
  borderRadius: "10px",
  maxWidth: "560px",
  padding: "28px 32px",
};
const seal: CSSProperties = {
  backgroundColor: palette.seal,
  borderRadius: "4px",
  color: palette.card,
  display: "inline-block",
  fontSize: "18px",
  height: "30px",
  lineHeight: "30px",
  marginRight: "10px",
  textAlign: "center",
  width: "30px",
};
const wordmark: CSSProperties = {
  color: palette.ink,
  font: `600 20px/30px ${serif}`,
  letterSpacing: "1px",
  margin: 0,
};
const title: CSSProperties = { color: palette.ink, font: `600 20px/30px ${serif}`, margin: "20px 0 14px" };
const paragraph: CSSProperties = {
  color: palette.ink,
  fontSize: "15px",
  lineHeight: "24px",
  margin: "0 0 20px",
};
const button: CSSProperties = {
  backgroundColor: palette.action,
  borderRadius: "6px",
  color: palette.card,
  fontSize: "15px",
  lineHeight: "24px",
  margin: "0 12px 8px 0",
  padding: "10px 18px",
};
const secondButton: CSSProperties = {
  ...button,
  backgroundColor: palette.card,
  border: `1px solid ${palette.hairline}`,
  color: palette.ink,
  padding: "9px 17px",
};
const small: CSSProperties = {
  color: palette.softInk,
  fontSize: "13px",
  lineHeight: "20px",
  margin: "0 0 8px",
};

interface FrameProps {
  letter: Letter;
  content: MailContent;
  /** The journey line, where the mail has one. */
  children?: ReactNode;
}

/** What every mail looks like: wordmark, title, a sentence or two, one button, and why it says so little. */
export function Frame({ letter, content, children }: FrameProps) {
  const { ui, mail } = wordsOf(content.locale);
  return (
    <Html lang={content.locale}>
      <Head>
        <title>{letter.subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Preview>{letter.text}</Preview>
      <Body style={{ backgroundColor: palette.ground, fontFamily: sans, margin: 0, padding: "32px 12px" }}>
        <Container style={card}>
          <Text style={wordmark}>
            <span style={seal}>{ui.seal}</span>
            {ui.product}
          </Text>
          <Heading as="h1" style={title}>
            {letter.subject}
          </Heading>
          <Text style={paragraph}>{withStrong(letter)}</Text>
          <Button href={content.url} style={button}>
            {letter.button}
          </Button>
          {letter.second ? (
            <Button href={letter.second.url} style={secondButton}>
              {letter.second.label}
            </Button>
          ) : null}
          {children === undefined ? null : <Section style={{ marginTop: "12px" }}>{children}</Section>}
          <Hr style={{ borderColor: palette.hairline, margin: "20px 0 14px" }} />
          <Text style={small}>{letter.note}</Text>
          <FallbackLink hint={mail.linkHint} url={content.url} />
        </Container>
      </Body>
    </Html>
  );
}

/** For mail programs that show no button. */
function FallbackLink({ hint, url }: { hint: string; url: string }) {
  return (
    <Text style={{ ...small, margin: 0 }}>
      {hint}
      <br />
      <Link href={url} style={{ color: palette.action, wordBreak: "break-all" }}>
        {url}
      </Link>
    </Text>
  );
}

function withStrong({ text, strong }: Letter): ReactNode {
  if (strong === null) return text;
  const at = text.indexOf(strong);
  return (
    <>
      {text.slice(0, at)}
      <strong>{strong}</strong>
      {text.slice(at + strong.length)}
    </>
  );
}
