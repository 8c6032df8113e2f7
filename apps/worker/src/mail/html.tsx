import { Body } from '@react-email/body';
import { Button } from '@react-email/button';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Link } from '@react-email/link';
import { Preview } from '@react-email/preview';
import { render } from '@react-email/render';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import type { Language, MailText } from '#domain';

const BODY = {
  margin: 0,
  backgroundColor: '#ffffff',
  color: '#1b1f23',
  fontFamily: "'Segoe UI',Arial,sans-serif",
};
const CONTAINER = { maxWidth: '37.5em', margin: '0 auto', padding: '24px' };
const HEADING = { fontSize: '20px', lineHeight: '28px', fontWeight: 'bold' };
const LINE = { fontSize: '16px', lineHeight: '24px' };
const BUTTON = {
  padding: '10px 18px',
  borderRadius: '4px',
  backgroundColor: '#0b5c4a',
  color: '#ffffff',
  textDecoration: 'none',
};
const SMALL = { color: '#57606a', fontSize: '14px', lineHeight: '20px' };
const WRITTEN_OUT = { ...SMALL, wordBreak: 'break-all' as const };
const CHOICE = { color: '#0b5c4a' };

interface PageProps {
  readonly said: MailText;
  readonly language: Language;
}

/** One layout for all mails: nothing in it is loaded from anywhere, and nothing runs. */
const Page = ({ said: { subject, lines, action, after, choices, why }, language }: PageProps) => (
  <Html lang={language}>
    <Head>
      <title>{subject}</title>
    </Head>
    <Preview>{lines.join(' ')}</Preview>
    <Body style={BODY}>
      <Container style={CONTAINER}>
        <h1 style={HEADING}>{subject}</h1>
        {lines.map((line) => (
          <Text key={line} style={LINE}>
            {line}
          </Text>
        ))}
        {action !== undefined && (
          <Section>
            <Button href={action.link} style={BUTTON}>
              {action.label}
            </Button>
            {/* Whoever does not trust a button, or cannot press it, sees where it leads. */}
            <Text style={WRITTEN_OUT}>{action.link}</Text>
          </Section>
        )}
        {after.map((line) => (
          <Text key={line} style={LINE}>
            {line}
          </Text>
        ))}
        <Hr />
        {choices.map(({ label, link }) => (
          <Text key={link} style={SMALL}>
            <Link href={link} style={CHOICE}>
              {label}
            </Link>
          </Text>
        ))}
        <Text style={SMALL}>Bistrøm</Text>
        <Text style={SMALL}>{why}</Text>
      </Container>
    </Body>
  </Html>
);

/** A mail as HTML, in the sentences of its plain text. */
export const mailHtml = (said: MailText, language: Language): Promise<string> =>
  render(<Page said={said} language={language} />);
