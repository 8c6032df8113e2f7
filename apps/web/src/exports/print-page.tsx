import { Alert, Button } from '@digdir/designsystemet-react';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { FormattedMessage, useIntl } from 'react-intl';
import { OfCluster, type SeenCluster } from '../board/of-cluster.js';
import { Page } from '../shared/page.js';
import { Loading } from '../shared/whole.js';
import { useSession } from '../shell/session.js';
import { proofHeaders } from './download.js';
import { useProof } from '../shared/proof.js';
import './exports.css';

export function PrintPage() {
  const { slug } = useParams({ from: '/cluster/$slug/reports/print' });
  return <OfCluster slug={slug}>{(cluster) => <Report cluster={cluster} />}</OfCluster>;
}

/** The server's one page of a year, on our own paper: printed, nothing of the console stands on it. */
function Report({ cluster }: { readonly cluster: SeenCluster }) {
  const intl = useIntl();
  const { year, basis } = useSearch({ from: '/cluster/$slug/reports/print' });
  const language = intl.locale.startsWith('en') ? 'en' : 'nb';
  const path = `/api/exports/clusters/${cluster.id}/page?year=${year}&basis=${basis}&language=${language}`;
  const { report, trouble, again, dialog } = useReport(path);
  return (
    <Page
      title={intl.formatMessage({ id: 'exports.page.heading' }, { year: String(year) })}
      actions={
        <>
          <Link to="/cluster/$slug/reports" params={{ slug: cluster.slug }}>
            <FormattedMessage id="exports.page.back" />
          </Link>
          <Button onClick={() => window.print()} disabled={report === undefined}>
            <FormattedMessage id="exports.page.print" />
          </Button>
        </>
      }
    >
      {dialog}
      {trouble !== undefined && (
        <Alert data-color="danger">
          <p lang={trouble === '' ? undefined : 'en'}>
            {trouble === '' ? <FormattedMessage id="exports.page.unproved" /> : trouble}
          </p>
          <Button variant="secondary" data-size="sm" onClick={again}>
            <FormattedMessage id="shared.again" />
          </Button>
        </Alert>
      )}
      {report === undefined ? trouble === undefined && <Loading /> : <Paper report={report} />}
    </Page>
  );
}

/** The nodes of what was read; its style stays behind, ours takes its place. */
function Paper({ report }: { readonly report: Document }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const sheet = report.querySelector('main');
    const nodes = [...(sheet?.childNodes ?? [])].map((one) => document.importNode(one, true));
    place.current?.replaceChildren(...nodes);
    // The page has its own first heading.
    for (const heading of place.current?.querySelectorAll('h1') ?? []) heading.replaceWith(asSecond(heading));
  }, [report]);
  return <div ref={place} className="card exports-paper" lang={report.documentElement.lang} />;
}

function asSecond(heading: HTMLHeadingElement): HTMLHeadingElement {
  const second = document.createElement('h2');
  second.append(...heading.childNodes);
  return second;
}

/** Read by the browser as a document, so that no text of markup is handed on; '' as trouble: no proof was given. */
function useReport(path: string) {
  const { token } = useSession();
  const { proved, dialog } = useProof();
  const [report, setReport] = useState<Document>();
  const [trouble, setTrouble] = useState<string>();
  const [tries, setTries] = useState(0);
  useEffect(() => {
    const run = async (): Promise<void> => {
      if (!(await proved())) return setTrouble('');
      const read = await readDocument(path, token);
      if (typeof read === 'string') setTrouble(read);
      else setReport(read);
    };
    void run();
  }, [path, token, proved, tries]);
  const again = (): void => {
    setTrouble(undefined);
    setTries(tries + 1);
  };
  return { report, trouble, again, dialog };
}

const readDocument = (path: string, token: string): Promise<Document | string> =>
  new Promise((resolve) => {
    const asked = new XMLHttpRequest();
    asked.open('GET', path);
    asked.responseType = 'document';
    for (const [name, value] of Object.entries(proofHeaders(token))) asked.setRequestHeader(name, value);
    asked.onload = () =>
      resolve(
        asked.status === 200 && asked.responseXML !== null
          ? asked.responseXML
          : `${asked.status} ${asked.statusText}`,
      );
    asked.onerror = () => resolve('Nobody answered.');
    asked.send();
  });
