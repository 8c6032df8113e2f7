import { Button, Paragraph, Tabs } from '@digdir/designsystemet-react';
import { useQuery } from '@apollo/client/react';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { FormattedMessage, useIntl } from 'react-intl';
import type { AgreementsQuery, AgreementsQueryVariables } from '#operations';
import { Empty, Page } from '../shared/page.js';
import { Whole } from '../shared/whole.js';
import { useRenewal } from '../shell/live.js';
import { Agreements } from './agreements.graphql';
import { AGREEMENT_VIEWS, type AgreementView } from './agreements-search.js';
import { AgreementsTable } from './agreements-table.js';
import '../shared/wide.css';
import './negotiation.css';

const FILTERS: Readonly<Record<AgreementView, AgreementsQueryVariables>> = {
  running: { state: 'RUNNING', toVerify: false },
  'to-verify': { toVerify: true },
  coming: { state: 'COMING', toVerify: false },
  ended: { state: 'ENDED', toVerify: false },
  all: { toVerify: false },
};

const isView = (text: string): text is AgreementView => AGREEMENT_VIEWS.some((one) => one === text);

/** What the firm has agreed on, by how it stands. */
export function AgreementsPage() {
  const intl = useIntl();
  const navigate = useNavigate();
  const { view = 'running' } = useSearch({ from: '/agreements' });
  const show = (chosen: string): void => {
    if (isView(chosen)) void navigate({ to: '/agreements', search: { view: chosen } });
  };
  return (
    <Page
      title={intl.formatMessage({ id: 'negotiation.agreements.title' })}
      lead={<FormattedMessage id="negotiation.agreements.lead" />}
      actions={
        <Button asChild variant="secondary">
          <Link to="/deliveries/import">
            <FormattedMessage id="negotiation.agreements.import" />
          </Link>
        </Button>
      }
    >
      <Tabs className="tabs-flat" value={view} onChange={show}>
        <Tabs.List>
          {AGREEMENT_VIEWS.map((one) => (
            <Tabs.Tab key={one} value={one}>
              <FormattedMessage id={`negotiation.view.${one}`} />
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {AGREEMENT_VIEWS.map((one) => (
          <Tabs.Panel key={one} value={one} className="negotiation-panel">
            {one === view && <AgreementList view={one} />}
          </Tabs.Panel>
        ))}
      </Tabs>
    </Page>
  );
}

function AgreementList({ view }: { readonly view: AgreementView }) {
  const intl = useIntl();
  const result = useQuery(Agreements, { variables: FILTERS[view] });
  useRenewal(['agreementChanged'], result);
  const more = (after: string | null): void =>
    void result.fetchMore({ variables: { after }, updateQuery: appended });
  return (
    <Whole result={result}>
      {({ agreements: { edges, pageInfo } }) =>
        edges.length === 0 ? (
          <Empty title={intl.formatMessage({ id: `negotiation.none.${view}` })}>
            {view === 'running' && (
              <Paragraph>
                <FormattedMessage id="negotiation.agreements.how" />{' '}
                <Link to="/matches">
                  <FormattedMessage id="negotiation.toMatches" />
                </Link>
              </Paragraph>
            )}
          </Empty>
        ) : (
          <>
            <AgreementsTable agreements={edges.map(({ node }) => node)} />
            {pageInfo.hasNextPage && (
              <Button variant="secondary" onClick={() => more(pageInfo.endCursor)}>
                <FormattedMessage id="negotiation.more" />
              </Button>
            )}
          </>
        )
      }
    </Whole>
  );
}

const appended = (
  before: AgreementsQuery,
  { fetchMoreResult: { agreements } }: { readonly fetchMoreResult: AgreementsQuery },
): AgreementsQuery => ({
  agreements: { ...agreements, edges: [...before.agreements.edges, ...agreements.edges] },
});
